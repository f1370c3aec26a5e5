import { importExport } from '../backup/import-export.ts';
import { runSteps } from '../backup/steps.ts';
import { machineClock } from '../clock.ts';
import { readArguments, required, type Command } from './arguments.ts';
import { withHooks } from './backup-terminal.ts';

/** `import-export`: a new database of an export, everything folded anew. Status 1 where something of it comes to nothing. */
export const importExportCommand: Command = async (args, terminal) => {
  const { values } = readArguments({
    args: [...args],
    options: { from: { type: 'string' }, db: { type: 'string' }, json: { type: 'boolean' } },
  });
  const from = required(values.from, 'from');
  const path = required(values.db, 'db');
  const imported = await withHooks(terminal, (hooks) => runSteps(importExport(from, path, machineClock), hooks));
  const { footer, refused, unfoldable } = imported;
  const total = Object.values(footer.rows).reduce((sum, rows) => sum + rows, 0);
  terminal.out(
    values.json === true
      ? `${JSON.stringify(imported)}\n`
      : [
          `${path}: ${total - refused} rows, ${footer.rows['event'] ?? 0} of them events`,
          ...(refused > 0 ? [`  ${refused} rows were damaged and left out`] : []),
          ...unfoldable.map(({ table, id, reason }) => `  ${table} ${id} cannot be folded: ${reason}`),
          '',
        ].join('\n'),
  );
  return refused + unfoldable.length === 0 ? 0 : 1;
};
