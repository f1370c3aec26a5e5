import BetterSqlite from 'better-sqlite3';
import { existsSync } from 'node:fs';
import type { CustomerEvent } from '../../../shared/customer/customer-event.ts';
import { createBackupFolder } from '../backup/backup-folder.ts';
import { openReadOnly } from '../backup/open-read-only.ts';
import type { PresentClock } from '../clock.ts';
import { openCore } from '../core.ts';
import { migrate } from '../db/migrate.ts';
import { silentLog } from '../log.ts';
import type { CarriedErasure } from './open-privacy.ts';

type Erasing = Extract<CustomerEvent, { kind: 'erased' }>;

/** The erasures that a database knows, each with the event by which its customer is told from one of another database. */
const erasuresIn = (path: string): CarriedErasure[] => {
  const { connection } = openReadOnly(path);
  try {
    return connection
      .prepare<[], Omit<CarriedErasure, 'erasing'> & { payload: string }>(
        `SELECT event_id AS eventId, subject_id AS customerId, recorded_at_ms AS recordedAtMs, actor, workstation, payload,
           (SELECT first.event_id FROM event AS first WHERE first.subject = 'customer' AND first.subject_id = own.subject_id
            ORDER BY seq LIMIT 1) AS firstId
         FROM event AS own WHERE subject = 'customer' AND kind = 'erased' ORDER BY seq`,
      )
      .all()
      .map(({ payload, ...row }) => ({
        ...row,
        erasing: { ...(JSON.parse(payload) as Omit<Erasing, 'kind'>), kind: 'erased' },
      }));
  } finally {
    connection.close();
  }
};

/** What nobody can read tells nothing. */
const readable = (path: string): CarriedErasure[] | null => {
  try {
    return existsSync(path) ? erasuresIn(path) : null;
  } catch {
    return null;
  }
};

/**
 * Erases again, in what is to take a database's place, what was erased in that database; where it cannot be read, what its newest backup that
 * can be read knows.
 */
export const carryErasures = (path: string, staged: string, clock: PresentClock): void => {
  let known = readable(path);
  if (known === null) {
    for (const backup of createBackupFolder(path).all()) known ??= readable(backup.path);
  }
  const there = new Set((readable(staged) ?? []).map(({ eventId }) => eventId.toString('hex')));
  const missing = (known ?? []).filter(({ eventId }) => !there.has(eventId.toString('hex')));
  if (missing.length === 0) return;
  const connection = new BetterSqlite(staged);
  try {
    // No copy is kept of what is to be erased.
    migrate(connection, silentLog, { isCopied: false, isNew: false });
  } finally {
    connection.close();
  }
  const core = openCore({
    ...{ path: staged, mustExist: true, clock, log: silentLog, notify: () => {} },
    recordedBy: { actor: '', workstation: '' },
  });
  try {
    core.privacy.carry(missing);
    core.database.connection.pragma('journal_mode = DELETE');
  } finally {
    core.close();
  }
};
