import { hostname, userInfo } from 'node:os';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { IMPORT_PROFILES, type ImportReport } from '../../../shared/ipc/import-schemas.ts';
import { machineClock } from '../clock.ts';
import { openCore } from '../core.ts';
import { silentLog } from '../log.ts';
import { guessText } from './guess-text.ts';
import { readArguments, required, usageError, type Command, type Terminal } from './arguments.ts';

const PROFILES = ['auto', ...IMPORT_PROFILES] as const;

const readProfile = (text: string): (typeof PROFILES)[number] => {
  const profile = PROFILES.find((one) => one === text);
  if (profile === undefined) throw usageError(`--profile '${text}' is none of ${PROFILES.join(', ')}.`);
  return profile;
};

const toJson = ({ rows, tickets, events, errors, warnings }: ImportReport): string =>
  `${JSON.stringify({ rows, tickets, events, errors, warnings })}\n`;

const toText = ({ rows, tickets, events, errors, warnings, errorCount, warningCount }: ImportReport): string =>
  [
    `${rows} rows read: ${tickets.new} tickets new, ${tickets.changed} changed, ${tickets.unchanged} unchanged; ${events} events.`,
    ...(errorCount > 0 ? [`${errorCount} errors:`] : []),
    ...errors.map(({ file, line, reason }) => `  ${file}:${line}: ${reason}`),
    ...(warningCount > 0 ? [`${warningCount} warnings:`] : []),
    ...warnings.map(({ file, line, reason }) => `  ${file}:${line}: ${reason}`),
    '',
  ].join('\n');

const progressTo = ({ err, isInteractive }: Terminal) => {
  let shownAtMs = 0;
  return ({ phase, done, total }: { phase: string; done: number; total: number }): void => {
    if (!isInteractive || Date.now() - shownAtMs < 200) return;
    shownAtMs = Date.now();
    err(`\r${phase} ${total > 0 ? `${Math.floor((100 * done) / total)} %` : done} `);
  };
};

/** `import`: files into a database; Ctrl+C stops it between two tickets. */
export const importCommand: Command = async (args, terminal) => {
  const { values, positionals } = readArguments({
    args: [...args],
    allowPositionals: true,
    options: {
      db: { type: 'string' },
      profile: { type: 'string' },
      'tier-map': { type: 'string' },
      'level-map': { type: 'string' },
      zone: { type: 'string' },
      'dry-run': { type: 'boolean' },
      json: { type: 'boolean' },
      guess: { type: 'boolean' },
    },
  });
  const isGuessAlone = values.guess === true;
  // A guess needs no database; one that is named tells what was saved and what is known.
  const path = isGuessAlone ? (values.db ?? ':memory:') : required(values.db, 'db');
  const profile = isGuessAlone ? 'auto' : readProfile(required(values.profile, 'profile'));
  if (positionals.length === 0) throw usageError('No file to import was named.');
  const core = openCore({
    path,
    clock: machineClock,
    log: silentLog,
    notify: () => {},
    recordedBy: { actor: userInfo().username, workstation: hostname() },
  });
  const stop = new AbortController();
  const onInterrupt = (): void => stop.abort();
  process.once('SIGINT', onInterrupt);
  try {
    const machineZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const zone = values.zone ?? 'UTC';
    const order = {
      paths: positionals,
      profile,
      zone,
      machineZone,
      tierMapPath: values['tier-map'] ?? null,
      levelMapPath: values['level-map'] ?? null,
    };
    const hooks = { signal: stop.signal, onProgress: progressTo(terminal) };
    if (profile === 'auto') {
      const guess = await core.imports.guess(positionals, machineZone, hooks);
      if (isGuessAlone) {
        terminal.out(`${JSON.stringify(guess)}\n`);
        return 0;
      }
      terminal.err(guessText(guess, zone));
    }
    const report =
      values['dry-run'] === true
        ? (await core.imports.preview(order, hooks)).report
        : await core.imports.run(order, hooks);
    if (terminal.isInteractive) terminal.err('\r');
    terminal.out(values.json === true ? toJson(report) : toText(report));
    if (report.isCancelled) {
      throw new VigieError(
        'import/cancelled',
        'The import was stopped. What is written stays; import again to add the rest.',
      );
    }
    return 0;
  } finally {
    process.off('SIGINT', onInterrupt);
    core.close();
  }
};
