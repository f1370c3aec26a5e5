import { salvage } from '../backup/salvage.ts';
import { runSteps } from '../backup/steps.ts';
import { writeExport } from '../backup/write-export.ts';
import { machineClock } from '../clock.ts';
import { readArguments, required, type Command } from './arguments.ts';
import { withHooks } from './backup-terminal.ts';

/** `export`: everything as JSON lines; with --salvage, what can be read of a damaged database. Status 1 where something could not be read. */
export const exportCommand: Command = async (args, terminal) => {
  const { values } = readArguments({
    args: [...args],
    options: {
      ...{ db: { type: 'string' }, to: { type: 'string' } },
      ...{ salvage: { type: 'boolean' }, json: { type: 'boolean' } },
    },
  });
  const path = required(values.db, 'db');
  const to = required(values.to, 'to');
  const footer = await withHooks(terminal, (hooks) =>
    runSteps(
      values.salvage === true ? salvage(path, to, machineClock) : writeExport(path, to, { clock: machineClock }),
      hooks,
    ),
  );
  const lost = Object.entries(footer.lost);
  const total = Object.values(footer.rows).reduce((sum, rows) => sum + rows, 0);
  terminal.out(
    values.json === true
      ? `${JSON.stringify({ to, ...footer })}\n`
      : [
          `${to}: ${total} rows, ${footer.rows['event'] ?? 0} of them events`,
          ...lost.map(([table, reason]) => `  ${table}: not every row could be read (${reason})`),
          `content ${footer.sha256}`,
          '',
        ].join('\n'),
  );
  return lost.length === 0 ? 0 : 1;
};
