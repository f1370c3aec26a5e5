import type { BackupFacts } from '../../../shared/backup/backup.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Connection } from '../db/database.ts';
import { exportLines } from './export-lines.ts';
import { integrityOf, type ReadOnly } from './open-read-only.ts';
import type { Steps } from './steps.ts';

const counted = (connection: Connection, sql: string): number => Number(connection.prepare(sql).pluck().get());

/** What a database holds; reads all of it. */
export function* factsOf({ connection, schema }: ReadOnly): Steps<BackupFacts> {
  const { sha256 } = yield* exportLines(connection, () => {});
  return {
    schema,
    tickets: counted(connection, 'SELECT count(*) FROM ticket'),
    customers: counted(connection, 'SELECT count(*) FROM customer'),
    events: counted(connection, 'SELECT count(*) FROM event'),
    lastRecordedAtMs:
      connection.prepare<[], number | null>('SELECT max(recorded_at_ms) FROM event').pluck().get() ?? null,
    contentSha256: sha256,
  };
}

/** The same of one that SQLite finds whole; a failure where it does not. */
export function* verifiedFacts(db: ReadOnly): Steps<BackupFacts> {
  yield { phase: 'verify', done: 0, total: 0 };
  const [complaint] = integrityOf(db.connection, 1);
  if (complaint !== undefined) {
    throw new VigieError(
      'db/damaged',
      `${db.connection.name} is damaged (${complaint}). It was left as it is: restore a backup, or export what can be read.`,
    );
  }
  return yield* factsOf(db);
}
