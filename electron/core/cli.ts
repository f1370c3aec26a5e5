import './web-crypto.ts';
import { VigieError } from '../../shared/ipc/reply.ts';
import { version } from '../../package.json';
import type { Command, Terminal } from './cli/arguments.ts';
import { forTerminal } from './cli/for-terminal.ts';
import { USAGE } from './cli/usage.ts';

/** Each command loads what it needs: `sla` must run where SQLite is not there yet. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  sla: async () => (await import('./cli/sla-command.ts')).slaCommand,
  hours: async () => (await import('./cli/hours-command.ts')).hoursCommand,
  import: async () => (await import('./cli/import-command.ts')).importCommand,
  'import-customers': async () => (await import('./cli/import-customers-command.ts')).importCustomersCommand,
  'lead-passphrase': async () => (await import('./cli/lead-passphrase-command.ts')).leadPassphraseCommand,
  queue: async () => (await import('./cli/queue-command.ts')).queueCommand,
  explain: async () => (await import('./cli/explain-command.ts')).explainCommand,
  maintenance: async () => (await import('./cli/maintenance-command.ts')).maintenanceCommand,
  report: async () => (await import('./cli/report-command.ts')).reportCommand,
  statement: async () => (await import('./cli/statement-command.ts')).statementCommand,
  check: async () => (await import('./cli/check-command.ts')).checkCommand,
  backup: async () => (await import('./cli/backup-command.ts')).backupCommand,
  restore: async () => (await import('./cli/restore-command.ts')).restoreCommand,
  export: async () => (await import('./cli/export-command.ts')).exportCommand,
  'import-export': async () => (await import('./cli/import-export-command.ts')).importExportCommand,
  privacy: async () => (await import('./cli/privacy-command.ts')).privacyCommand,
  seed: async () => (await import('./cli/seed-command.ts')).seedCommand,
};

const run = async ([name, ...args]: readonly string[], terminal: Terminal): Promise<number> => {
  if (name === undefined || name === 'help' || name === '--help' || args.includes('--help')) {
    (name === undefined ? terminal.err : terminal.out)(USAGE);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version') {
    terminal.out(`${version}\n`);
    return 0;
  }
  const command = COMMANDS[name];
  if (command === undefined)
    throw new VigieError('cli/usage', `'${name}' is not a command. 'vigie help' shows the commands.`);
  return (await command())(args, terminal);
};

// What begins with a carriage return is our own progress.
const terminal: Terminal = {
  out: (text) => void process.stdout.write(process.stdout.isTTY === true ? forTerminal(text) : text),
  err: (text) =>
    void process.stderr.write(process.stderr.isTTY === true && !text.startsWith('\r') ? forTerminal(text) : text),
  isInteractive: process.stderr.isTTY === true,
};

// A reader such as `head` that closed the pipe has all it wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

run(process.argv.slice(2), terminal).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const isExpected = error instanceof VigieError;
    terminal.err(
      `vigie: ${isExpected ? error.message : `this should not have happened: ${error instanceof Error ? error.stack : String(error)}`}\n`,
    );
    process.exitCode = 2;
  },
);
