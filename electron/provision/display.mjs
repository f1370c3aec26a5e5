import { spawn } from 'node:child_process';
import { isDisplayMissing } from './system-packages.mjs';
import { ProvisionFailure, tell } from './terminal.mjs';

const SERVER = 'Xvfb';
const START_MS = 15_000;

/**
 * Runs `action(environment, displays)` where windows can be drawn: on the display there is, or else on `most` virtual ones
 * that end with it. `environment` is what a child process must be given; `displays` are the virtual ones, as X names them.
 */
export async function withDisplay(action, most = 1) {
  if (!isDisplayMissing()) return await action({}, []);
  tell(`There is no display: using ${most === 1 ? 'a virtual one' : `${most} virtual ones`}.`);
  const servers = [];
  const stop = () => servers.forEach(({ server }) => server.kill());
  process.once('exit', stop);
  try {
    for (let i = 0; i < most; i += 1) servers.push(await startServer());
    const displays = servers.map(({ number }) => `:${number}`);
    return await action({ DISPLAY: displays[0] }, displays);
  } finally {
    process.off('exit', stop);
    stop();
  }
}

/** It picks a free number itself; detached, so that Ctrl+C reaches the application before its display. */
async function startServer() {
  const args = ['-displayfd', '3', '-screen', '0', '2560x1440x24', '-nolisten', 'tcp'];
  const server = spawn(SERVER, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true });
  let problem = '';
  server.stderr.setEncoding('utf8').on('data', (text) => (problem += text));
  const number = await new Promise((resolve, reject) => {
    const fail = (reason) =>
      reject(
        new ProvisionFailure(`The virtual display did not start (${reason}): start one yourself and set DISPLAY.`),
      );
    const timer = setTimeout(() => {
      server.kill();
      fail('it gave no answer');
    }, START_MS);
    server.on('error', (error) => fail(error.message));
    server.on('exit', () => {
      clearTimeout(timer);
      fail(problem.trim().split('\n').at(-1) || 'it ended at once');
    });
    let text = '';
    server.stdio[3].setEncoding('utf8').on('data', (chunk) => {
      text += chunk;
      if (!text.endsWith('\n')) return;
      clearTimeout(timer);
      resolve(text.trim());
    });
  });
  server.stderr.removeAllListeners('data').resume();
  for (const stream of [server.stderr, server.stdio[3]]) stream.unref();
  server.unref();
  return { server, number };
}
