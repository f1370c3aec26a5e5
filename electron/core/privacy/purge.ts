import type { Database, Writer } from '../db/database.ts';

/** The row of `counter` that says that an erasure's texts may still lie in the file. */
const OWED = 'privacy.purge';

/**
 * Takes what was overwritten out of the file itself: the index of words is made of one piece, every page is written anew, and the last changes
 * are taken into the file. Whether it could be done: not while somebody else reads an older state, or the disk is full.
 */
export const createPurge = ({ connection, path }: Pick<Database, 'connection' | 'path'>) => {
  const owe = connection.prepare(
    'INSERT INTO counter (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1',
  );
  const owed = connection.prepare<[string], number>('SELECT value FROM counter WHERE name = ?').pluck();
  const settle = connection.prepare('DELETE FROM counter WHERE name = ?');
  const truncate = (): boolean => {
    const [result] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    return result?.busy === 0;
  };
  return {
    owe: (_writer: Writer): void => void owe.run(OWED),
    isOwed: (): boolean => owed.get(OWED) !== undefined,
    run: (): boolean => {
      try {
        connection.pragma('secure_delete = ON');
        connection.exec("INSERT INTO ticket_search (ticket_search) VALUES ('optimize')");
        connection.exec('VACUUM');
        if (path !== ':memory:' && path !== '' && !truncate()) return false;
        settle.run(OWED);
        return true;
      } catch {
        return false;
      } finally {
        connection.pragma('secure_delete = OFF');
      }
    },
  };
};
