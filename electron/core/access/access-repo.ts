import type { PersonEvent, RecordedPersonEvent } from '../../../shared/access/person.ts';
import type { AuditFilter } from '../../../shared/ipc/audit-schemas.ts';
import { heldBy } from '../audit/audit-repo.ts';
import type { Connection, Writer } from '../db/database.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { Secret } from './scrypt.ts';

export type PassphraseKind = 'passphraseSet' | 'passphraseChanged' | 'passphraseReset' | 'leadUnlocked' | 'leadRefused';

/** An event as it was recorded, without what a passphrase is checked against. */
export type AccessRecord = {
  readonly seq: number;
  /** The last event of the log before it. */
  readonly afterSeq: number;
  readonly personId: string | null;
  readonly kind: string;
  readonly payload: string;
  readonly actor: string;
  readonly workstation: string;
  readonly atMs: number;
};

const COLUMNS = `seq, after_seq AS afterSeq, person_id AS personId, kind, payload, actor, workstation, recorded_at_ms AS atMs`;
const OF_PEOPLE = 'person_id IS NOT NULL';

/** The one place where stored JSON becomes an event again: rows are only ever written from `PersonEvent`s. */
export const toPersonEvent = ({ personId, kind, payload, actor, workstation, atMs }: AccessRecord) =>
  ({ kind, personId, facts: JSON.parse(payload), actor, workstation, atMs }) as RecordedPersonEvent;

/** What happened to people and to the lead's passphrase. */
export const createAccessRepo = (connection: Connection) => {
  const insert = connection.prepare<[object]>(
    `INSERT INTO access_event (after_seq, person_id, kind, payload, secret, actor, workstation, recorded_at_ms)
     VALUES ((SELECT coalesce(max(seq), 0) FROM event), @personId, @kind, @payload, @secret, @actor, @workstation, @recordedAtMs)`,
  );
  const ofPeople = connection.prepare<[], AccessRecord>(
    `SELECT ${COLUMNS} FROM access_event WHERE ${OF_PEOPLE} ORDER BY seq`,
  );
  const lastOfPeople = connection
    .prepare<[], number>(`SELECT coalesce(max(seq), 0) FROM access_event WHERE ${OF_PEOPLE}`)
    .pluck();
  const latestSecret = connection.prepare<[], { seq: number; secret: string | null }>(
    `SELECT seq, secret FROM access_event
     WHERE kind IN ('passphraseSet', 'passphraseChanged', 'passphraseReset') ORDER BY seq DESC LIMIT 1`,
  );
  const refusals = connection.prepare<[], { count: number; lastMs: number | null }>(
    `SELECT count(*) AS count, max(recorded_at_ms) AS lastMs FROM access_event
     WHERE kind = 'leadRefused' AND seq > (SELECT coalesce(max(seq), 0) FROM access_event WHERE person_id IS NULL AND kind <> 'leadRefused')`,
  );
  const add = (personId: string | null, kind: string, payload: object, secret: Secret | null, by: Recording): number =>
    Number(
      insert.run({
        ...{
          personId,
          kind,
          payload: JSON.stringify(payload),
          secret: secret === null ? null : JSON.stringify(secret),
        },
        ...by,
      }).lastInsertRowid,
    );
  return {
    addOfPerson: (_writer: Writer, { kind, personId, facts }: PersonEvent, by: Recording): number =>
      add(personId, kind, facts, null, by),
    addOfPassphrase: (_writer: Writer, kind: PassphraseKind, secret: Secret | null, by: Recording): number =>
      add(null, kind, {}, secret, by),
    ofPeople: (): AccessRecord[] => ofPeople.all(),
    /** Changes with every event of a person; 0 where there is none. */
    lastOfPeople: (): number => lastOfPeople.get() ?? 0,
    /** What holds now: null where none was set, or it was taken back. */
    secret: (): { readonly seq: number; readonly secret: Secret } | null => {
      const latest = latestSecret.get();
      if (latest === undefined || latest.secret === null) return null;
      return { seq: latest.seq, secret: JSON.parse(latest.secret) as Secret };
    },
    /** Wrong passphrases since the last that was right, or was set. */
    refusals: (): { readonly count: number; readonly lastMs: number | null } =>
      refusals.get() ?? { count: 0, lastMs: null },
    /** For the audit: at most `limit` events before `before`, which is exclusive; the newest first. */
    page: (filter: AuditFilter, before: number, limit: number): AccessRecord[] => {
      const held = heldBy(filter);
      const conditions = ['seq < @before', ...held.conditions];
      const where = `WHERE ${conditions.join(' AND ')}`;
      return connection
        .prepare<[object], AccessRecord>(`SELECT ${COLUMNS} FROM access_event ${where} ORDER BY seq DESC LIMIT @limit`)
        .all({ ...held.values, before, limit });
    },
    kinds: (): string[] => connection.prepare<[], string>('SELECT DISTINCT kind FROM access_event').pluck().all(),
  };
};

export type AccessRepo = ReturnType<typeof createAccessRepo>;
