import { existsSync } from 'node:fs';
import type { RestoreEvents, RestorePreview } from '../../../shared/backup/backup.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import { previewFrom } from '../backup/preview-from.ts';
import { restoreDatabase } from '../backup/restore-database.ts';
import { machineClock } from '../clock.ts';
import { readArguments, required, type Command } from './arguments.ts';
import { heldText, withHooks } from './backup-terminal.ts';

const eventLines = (title: string, events: readonly RestoreEvents[]): string[] =>
  events.length === 0
    ? []
    : [
        `${title}: ${events.reduce((sum, { count }) => sum + count, 0)} events`,
        ...events.map(
          ({ subject, kind, count, lastRecordedAtMs }) =>
            `  ${count} ${subject}.${kind}, the last recorded ${formatInstant(lastRecordedAtMs)}`,
        ),
      ];

const toText = (path: string, from: string, preview: RestorePreview): string => {
  const { here, unreadable, there, onlyHere, onlyThere, tables } = preview;
  const isSame = here !== null && onlyHere.length + onlyThere.length + tables.length === 0;
  return [
    here === null ? `${path}: cannot be read (${unreadable ?? ''})` : `${path}: ${heldText(here)}`,
    `${from}: ${heldText(there)}`,
    ...eventLines('would be gone', onlyHere),
    ...eventLines('would come back', onlyThere),
    ...tables.map(
      ({ table, onlyHere: gone, onlyThere: back }) => `table ${table}: ${gone} rows gone, ${back} rows back`,
    ),
    ...(isSame ? ['Both hold the same.'] : []),
    '',
  ].join('\n');
};

/** `restore`: what a backup or an export would change; with --yes it takes the database's place, which is kept beside it. */
export const restoreCommand: Command = async (args, terminal) => {
  const { values } = readArguments({
    args: [...args],
    options: {
      ...{ db: { type: 'string' }, from: { type: 'string' } },
      ...{ yes: { type: 'boolean' }, json: { type: 'boolean' } },
    },
  });
  const path = required(values.db, 'db');
  const from = required(values.from, 'from');
  const isThere = existsSync(path);
  const preview = isThere ? await withHooks(terminal, (hooks) => previewFrom(path, from, machineClock, hooks)) : null;
  if (values.json !== true && preview !== null) terminal.out(toText(path, from, preview));
  if (values.yes !== true) {
    terminal.out(
      values.json === true ? `${JSON.stringify({ preview })}\n` : 'Nothing was changed. With --yes it is done.\n',
    );
    return 0;
  }
  const restored = await withHooks(terminal, (hooks) => restoreDatabase(path, from, machineClock, hooks));
  const kept = restored.keptAs === null ? '' : ` What was there is kept as ${restored.keptAs}.`;
  terminal.out(
    values.json === true ? `${JSON.stringify({ preview, ...restored })}\n` : `${path} is restored.${kept}\n`,
  );
  return 0;
};
