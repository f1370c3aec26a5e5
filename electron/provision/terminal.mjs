/** Something a person can mend: its message says what happened and what to do. Shown without a stack. */
export class ProvisionFailure extends Error {}

/** One line for the user on standard error; standard output belongs to the command that was asked for. */
export function tell(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's main function. Its number is the exit status; a ProvisionFailure is one sentence and
 * status 1; anything else is a bug, shown with its stack, status 1.
 */
export async function runProgram(main) {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    tell(error instanceof ProvisionFailure ? error.message : error.stack);
    process.exitCode = 1;
  }
}
