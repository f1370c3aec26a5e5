import { spawn } from 'node:child_process';
import { isDisplayMissing } from './system-packages.mjs';
import { ProvisionFailure, tell } from './terminal.mjs';

const SERVER = 'Xvfb';
const START_MS = 15_000;

/**
 * Runs `action(environment)` where windows can be drawn: on the display there is, or else on a virtual one
 * that ends with it. `environment` is what a child process must be given.
 */
export async function withDisplay(action) {
  if (!isDisplayMissing()) return await action({});
  tell('There is no display: using a virtual one.');
  const { server, number } = await startServer();
  const stop = () => server.kill();
  process.once('exit', stop);
  try {
    return await action({ DISPLAY: `:${number}` });
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
