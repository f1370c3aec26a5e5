import type { Absence } from '../../../shared/coaching/conflicts.ts';
import type { Policy } from '../../../shared/sla/policy.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection, Writer } from '../db/database.ts';
import type { Recording } from '../ticket/event-repo.ts';

export type Week = Policy['business']['week'];
export type Expert = { readonly name: string; readonly week: Week; readonly isActive: boolean };
export type StoredAbsence = Absence & {
  readonly id: number;
  readonly expert: string;
  readonly source: 'manual' | 'ics';
  readonly uid: string | null;
};

type ExpertRow = { name: string; week: string; isActive: number };

const ABSENCE = 'absence_id AS id, expert, from_ms AS fromMs, until_ms AS untilMs, reason, source, uid';

/** Experts with their weeks, and when they are absent. */
export const createExpertRepo = (connection: Connection) => {
  const all = connection.prepare<[], ExpertRow>('SELECT name, week, is_active AS isActive FROM expert ORDER BY name');
  const save = connection.prepare(
    `INSERT OR REPLACE INTO expert (name, week, is_active, actor, workstation, recorded_at_ms) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const absences = connection.prepare<[{ expert: string | null; fromMs: InstantMs; toMs: InstantMs }], StoredAbsence>(
    `SELECT ${ABSENCE} FROM absence
     WHERE (@expert IS NULL OR expert = @expert) AND from_ms < @toMs AND until_ms > @fromMs ORDER BY from_ms, absence_id`,
  );
  const absence = connection.prepare<[number], StoredAbsence>(`SELECT ${ABSENCE} FROM absence WHERE absence_id = ?`);
  const imported = connection.prepare<[string], StoredAbsence>(
    `SELECT ${ABSENCE} FROM absence WHERE expert = ? AND source = 'ics'`,
  );
  const insert = connection.prepare(
    `INSERT INTO absence (expert, from_ms, until_ms, reason, source, uid, actor, workstation, recorded_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const update = connection.prepare(
    `UPDATE absence SET expert = ?, from_ms = ?, until_ms = ?, reason = ?, actor = ?, workstation = ?, recorded_at_ms = ?
     WHERE absence_id = ?`,
  );
  const remove = connection.prepare('DELETE FROM absence WHERE absence_id = ?');
  return {
    all: (): Expert[] =>
      all.all().map(({ name, week, isActive }) => ({ name, week: JSON.parse(week), isActive: isActive === 1 })),
    save: (_writer: Writer, { name, week, isActive }: Expert, by: Recording): void =>
      void save.run(name, JSON.stringify(week), isActive ? 1 : 0, by.actor, by.workstation, by.recordedAtMs),
    /** Those that overlap [fromMs, toMs), of one expert or of all. */
    absences: (expert: string | null, fromMs: InstantMs, toMs: InstantMs): StoredAbsence[] =>
      absences.all({ expert, fromMs, toMs }),
    absence: (id: number): StoredAbsence | undefined => absence.get(id),
    imported: (expert: string): StoredAbsence[] => imported.all(expert),
    add: (_writer: Writer, one: Omit<StoredAbsence, 'id'>, by: Recording): number => {
      const { expert, fromMs, untilMs, reason, source, uid } = one;
      const told = [by.actor, by.workstation, by.recordedAtMs] as const;
      return Number(insert.run(expert, fromMs, untilMs, reason, source, uid, ...told).lastInsertRowid);
    },
    change: (_writer: Writer, id: number, one: Absence & { readonly expert: string }, by: Recording): void => {
      const { expert, fromMs, untilMs, reason } = one;
      update.run(expert, fromMs, untilMs, reason, by.actor, by.workstation, by.recordedAtMs, id);
    },
    remove: (_writer: Writer, id: number): void => void remove.run(id),
  };
};
