import { makeBackup } from '../backup/make-backup.ts';
import { readArguments, required, type Command } from './arguments.ts';
import { heldText, withHooks } from './backup-terminal.ts';

/** `backup`: a copy of a database, also while Vigie works with it, opened and compared before it has its name. */
export const backupCommand: Command = async (args, terminal) => {
  const { values } = readArguments({
    args: [...args],
    options: { db: { type: 'string' }, to: { type: 'string' }, json: { type: 'boolean' } },
  });
  const path = required(values.db, 'db');
  const to = required(values.to, 'to');
  const facts = await withHooks(terminal, (hooks) => makeBackup(path, to, hooks));
  terminal.out(
    values.json === true
      ? `${JSON.stringify({ to, ...facts })}\n`
      : `${to}: ${heldText(facts)}\ncontent ${facts.contentSha256}\n`,
  );
  return 0;
};
