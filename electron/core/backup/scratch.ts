import { resolve } from 'node:path';
import { openDatabase, type Database } from '../db/database.ts';
import { silentLog } from '../log.ts';
import { columnsOf, keptTables, quoted } from './tables.ts';

/** The name under which the database that is looked at is attached. */
export const LOOKED_AT = 'looked_at';

/** What is too long to be copied: it is read where it is. Statements that would add to it are prepared and never run. */
const VIEW_OF_EVENTS = `
  CREATE TEMP VIEW event AS SELECT * FROM ${LOOKED_AT}.event;
  CREATE TEMP TRIGGER event_is_only_read INSTEAD OF INSERT ON event BEGIN
    SELECT RAISE(ABORT, 'a scratch database records nothing');
  END;`;

/**
 * A database of the same log whose folded tables are empty, on disk and gone when it is closed. Events are read where they are, through a
 * view that stands before the scratch's own empty table; the database at `path` is read and never written.
 */
export const openScratch = (path: string): Database => {
  const scratch = openDatabase({ path: '', log: silentLog, onCommit: () => {} });
  const { connection } = scratch;
  try {
    connection.pragma('temp_store = FILE');
    connection.pragma('foreign_keys = OFF');
    connection.prepare(`ATTACH ? AS ${LOOKED_AT}`).run(resolve(path));
    const own = new Set(keptTables(connection));
    for (const table of keptTables(connection, LOOKED_AT)) {
      if (table === 'event' || !own.has(table)) continue;
      const columns = columnsOf(connection, table, LOOKED_AT)
        .map(({ name }) => quoted(name))
        .join(', ');
      const name = quoted(table);
      connection.exec(`INSERT INTO main.${name} (${columns}) SELECT ${columns} FROM ${LOOKED_AT}.${name}`);
    }
    connection.exec(VIEW_OF_EVENTS);
    return scratch;
  } catch (error) {
    scratch.close();
    throw error;
  }
};
