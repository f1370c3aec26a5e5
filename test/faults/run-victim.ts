import { spawn, spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export const bundleVictim = (): void => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'bundle.mjs')], {
    encoding: 'utf8',
    cwd: root,
  });
  if (status !== 0) throw new Error(stderr);
};

export type Killed = {
  /** What it said was done. */
  readonly acks: readonly (readonly string[])[];
  /** Whether it was done by itself before it was killed. */
  readonly isDone: boolean;
  /** How long it ran after it had begun. */
  readonly ranMs: number;
};

/** Starts the process, and kills it so long after it has begun; with null, waits for its end. */
export const runVictim = (args: readonly string[], killAfterMs: number | null): Promise<Killed> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'out/faults/victim.mjs'), ...args], { cwd: root });
    let text = '';
    let errors = '';
    let isKilled = false;
    let isReady = false;
    let readyAtMs = 0;
    child.stdout.setEncoding('utf8').on('data', (data: string) => {
      text += data;
      if (isReady || !text.startsWith('ready\n')) return;
      isReady = true;
      readyAtMs = performance.now();
      if (killAfterMs === null) return;
      setTimeout(() => {
        isKilled = true;
        child.kill('SIGKILL');
      }, killAfterMs);
    });
    child.stderr.setEncoding('utf8').on('data', (data: string) => (errors += data));
    child.on('close', (code) => {
      if (code !== 0 && !isKilled) {
        reject(new Error(`the process ended by itself with ${String(code)}:\n${errors}`));
        return;
      }
      // A line that broke off was not said.
      const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n');
      const acks = lines.filter((line) => line.startsWith('ack ')).map((line) => line.split(' ').slice(1));
      resolve({ acks, isDone: code === 0, ranMs: performance.now() - readyAtMs });
    });
  });
