import { constants } from 'node:os';

/** Something a person can mend: its message says what happened and what to do. Shown without a stack. */
export class ProvisionFailure extends Error {}

/** One line for the user on standard error; standard output belongs to the command that was asked for. */
export function tell(line) {
  process.stderr.write(`${line}\n`);
}

/** What ends a program that is asked to stop. */
export const STOPPING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a script's main function. Its number is the exit status; a ProvisionFailure is one sentence and
 * status 1; anything else is a bug, shown with its stack, status 1.
 */
export async function runProgram(main) {
  process.stderr.on('error', () => {});
  for (const signal of STOPPING_SIGNALS) {
    // Where a visible child runs, it gets the signal and ends first (child.mjs adds a listener).
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
  }
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    tell(error instanceof ProvisionFailure ? error.message : error.stack);
    process.exitCode = 1;
  }
}
