import type { MaintenanceException } from '../../../shared/maintenance/effective-windows.ts';
import type { Platform } from '../../../shared/ticket/ticket.ts';
import type { Connection, Writer } from '../db/database.ts';
import type { Recording } from '../ticket/event-repo.ts';

export type StoredException = MaintenanceException & {
  readonly recordedBy: string;
  readonly recordedAtMs: number;
  readonly revoked: { readonly by: string; readonly atMs: number; readonly reason: string } | null;
};

type Row = Omit<StoredException, 'platforms' | 'revoked'> & {
  readonly platforms: string;
  readonly revokedBy: string | null;
  readonly revokedAtMs: number | null;
  readonly revokedReason: string | null;
};

const toException = ({ platforms, revokedBy, revokedAtMs, revokedReason, ...row }: Row): StoredException => {
  const read: readonly Platform[] = JSON.parse(platforms);
  const isRevoked = revokedBy !== null && revokedAtMs !== null && revokedReason !== null;
  return {
    ...row,
    platforms: read,
    revoked: isRevoked ? { by: revokedBy, atMs: revokedAtMs, reason: revokedReason } : null,
  };
};

/** What is otherwise than the rules of maintenance have it; append-only, with revocations. */
export const createExceptionRepo = (connection: Connection) => {
  const all = connection.prepare<[], Row>(
    `SELECT exception_id AS id, kind, platforms, of_start_ms AS ofStartMs, start_at_ms AS startMs, end_at_ms AS endMs,
       maintenance_exception.reason, customer_id AS customerId, maintenance_exception.actor AS recordedBy,
       maintenance_exception.recorded_at_ms AS recordedAtMs, revocation.actor AS revokedBy,
       revocation.recorded_at_ms AS revokedAtMs, revocation.reason AS revokedReason
     FROM maintenance_exception LEFT JOIN maintenance_revocation AS revocation USING (exception_id)
     ORDER BY exception_id`,
  );
  const insert = connection.prepare(
    `INSERT INTO maintenance_exception
       (kind, platforms, of_start_ms, start_at_ms, end_at_ms, reason, customer_id, actor, workstation, recorded_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const revoke = connection.prepare(
    `INSERT INTO maintenance_revocation (exception_id, reason, actor, workstation, recorded_at_ms) VALUES (?, ?, ?, ?, ?)`,
  );
  return {
    /** In the order of recording, revoked ones among them. */
    all: (): StoredException[] => all.all().map(toException),
    add: (_writer: Writer, one: Omit<MaintenanceException, 'id'>, by: Recording): void => {
      const { kind, platforms, ofStartMs, startMs, endMs, reason, customerId } = one;
      const told = [by.actor, by.workstation, by.recordedAtMs] as const;
      insert.run(kind, JSON.stringify(platforms), ofStartMs, startMs, endMs, reason, customerId, ...told);
    },
    revoke: (_writer: Writer, id: number, reason: string, by: Recording): void =>
      void revoke.run(id, reason, by.actor, by.workstation, by.recordedAtMs),
  };
};
