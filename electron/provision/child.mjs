import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { STOPPING_SIGNALS, tell } from './terminal.mjs';

/**
 * Runs a command to its end and keeps what it says. Never rejects: a command that cannot be started has
 * status 127. `output` is both streams in the order they came.
 */
export function runQuietly(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const stopWithUs = () => child.kill();
    process.once('exit', stopWithUs);
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => (output += text));
    const end = (status, more = '') => {
      process.off('exit', stopWithUs);
      resolve({ status, stdout, output: output + more });
    };
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code, signal) => end(statusOf(code, signal)));
  });
}

/**
 * Runs a command on this terminal, hands on the signals that end it, and gives its exit status. As one step
 * of several (`isStep`), a signal ends the program too once the command has ended.
 */
export function runVisibly(command, args, { isStep = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    let received = null;
    const forward = (signal) => {
      received = signal;
      child.kill(signal);
    };
    for (const signal of STOPPING_SIGNALS) process.on(signal, forward);
    const end = (status) => {
      for (const signal of STOPPING_SIGNALS) process.off(signal, forward);
      if (isStep && received !== null) process.exit(statusOf(null, received));
      resolve(status);
    };
    child.on('error', (error) => {
      tell(`${command} cannot be started: ${error.message}`);
      end(127);
    });
    child.on('close', (code, signal) => end(statusOf(code, signal)));
  });
}

/** The last lines of a command's output, for a failure message. */
export function lastLines(text, count = 12) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

function statusOf(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 0);
}
