// The real window: start-up and memory against an empty window of the same runtime, and how fast it answers keys and scrolls.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './bundle.mjs';
import { median, result } from './measure.mjs';

const electron = process.env.VIGIE_ELECTRON;
const RUNS = 7;
const SETTLE_MS = 4_000;
const LIMIT_MS = 60_000;
const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export const hasWindow = electron !== undefined && existsSync(electron) && process.env.DISPLAY !== undefined;

const apps = (folder, database) => ({
  ours: {
    args: [root, `--user-data=${join(folder, 'ours')}`, `--db=${database}`, '--size=1440x900', '--language=en'],
    log: join(folder, 'ours', 'logs', 'vigie.log'),
  },
  peer: { args: [join(import.meta.dirname, 'empty-window'), `--user-data=${join(folder, 'peer')}`], log: null },
});

/** When our log says that the window could be used, ms since the epoch; null while it does not. */
const readyAtMs = (log) => {
  const line = existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .find((one) => one.includes('window/ready'))
    : undefined;
  return line === undefined ? null : JSON.parse(line).atMs;
};

/** Starts an application; resolves once it says that its window can be used. Ours says in its log when that was. */
const startOne = async ({ args, log }) => {
  if (log !== null) rmSync(log, { force: true });
  const startMs = Date.now();
  const child = spawn(electron, [...sandbox, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  let readyMs = null;
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    if (log === null && output.includes('ready')) readyMs ??= Date.now() - startMs;
  });
  while (readyMs === null) {
    if (child.exitCode !== null || Date.now() - startMs > LIMIT_MS) throw new Error(`no window: ${args[0]}`);
    await sleep(2);
    const atMs = log === null ? null : readyAtMs(log);
    if (atMs !== null) readyMs = atMs - startMs;
  }
  return { child, readyMs };
};

const stop = async (child) => {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(force);
};

const descendants = (pid) => {
  const parents = new Map();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const [, parent] = /\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
      parents.set(Number(name), Number(parent));
    } catch {
      // It ended meanwhile.
    }
  }
  const found = [pid];
  for (const one of found) for (const [child, parent] of parents) if (parent === one) found.push(child);
  return found;
};

/** The proportional memory of an application's processes in MB: pages that they share count once. */
const memoryMb = (pid) =>
  descendants(pid).reduce((sum, one) => {
    try {
      const [, kilobytes = 0] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8')) ?? [];
      return sum + Number(kilobytes) / 1024;
    } catch {
      return sum;
    }
  }, 0);

export const measureStart = async (folder, database) => {
  const timings = { ours: [], peer: [] };
  const both = apps(folder, database);
  for (let i = 0; i <= RUNS; i++) {
    for (const side of ['peer', 'ours']) {
      const { child, readyMs } = await startOne(both[side]);
      if (i > 0) timings[side].push(readyMs);
      await stop(child);
    }
  }
  const [ours, peer] = [Math.min(...timings.ours), Math.min(...timings.peer)];
  const fastest = `fastest ${ours.toFixed(0)} to ${peer.toFixed(0)} ms = ${(ours / peer).toFixed(2)}`;
  const note = `spawn to usable queue of 10,000 tickets, to first paint of the empty window; ${fastest}; limit 1.6 times`;
  return { 'start-up': result({ ours: median(timings.ours), peer: median(timings.peer), unit: 'ms', n: RUNS, note }) };
};

export const measureMemory = async (folder, database) => {
  const sizes = { ours: [], peer: [] };
  const both = apps(folder, database);
  for (let i = 0; i < 3; i++) {
    for (const side of ['peer', 'ours']) {
      const { child } = await startOne(both[side]);
      await sleep(SETTLE_MS);
      sizes[side].push(memoryMb(child.pid));
      await stop(child);
    }
  }
  const note = 'proportional set size of all processes, 4 s after start, 10,000 tickets';
  return { memory: result({ ours: median(sizes.ours), peer: median(sizes.peer), unit: 'MB', n: 3, note }) };
};
