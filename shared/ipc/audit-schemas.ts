import { z } from 'zod';
import { instantMs } from './schemas.ts';

const text = z.string().trim().max(200);

/** Which events the audit lists; null and an empty text let all through. Instants are of recording, `toMs` exclusive. */
export const auditFilter = z.strictObject({
  /** A part of the name of whoever recorded it. */
  actor: text,
  /** A part of a ticket's reference. */
  ticket: text,
  kind: z.string().max(60).nullable(),
  fromMs: instantMs.nullable(),
  toMs: instantMs.nullable(),
  /** Only what was undone since, or only what holds. */
  isVoided: z.boolean().nullable(),
});
export type AuditFilter = z.infer<typeof auditFilter>;

const factValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);

/** What an event did to one fact of its ticket. */
export const auditChange = z.strictObject({ fact: z.string(), before: factValue, after: factValue });
export type AuditChange = z.infer<typeof auditChange>;

export const auditRow = z.strictObject({
  /** Its number in its log: of tickets and customers, of handovers, of requests to leads, or of access (people and the lead's passphrase). */
  seq: z.number().int(),
  /** When it happened. */
  atMs: instantMs,
  recordedAtMs: instantMs,
  actor: z.string(),
  workstation: z.string(),
  /** The ticket it is of; `isListed` is false where its opening was undone. Null for an event of anything else. */
  ticket: z.strictObject({ id: z.number().int(), reference: z.string(), isListed: z.boolean() }).nullable(),
  /** Empty for an event of a handover or of access. */
  customer: z.string(),
  /** The handover it is of; its kind then begins with `handover.`. */
  handover: z.strictObject({ id: z.uuid(), by: z.string(), begunAtMs: instantMs }).nullable(),
  /** What a lead was asked for, and by whom; its kind then begins with `request.`. */
  request: z.strictObject({ id: z.uuid(), by: z.string() }).nullable(),
  /** The name of the person whom an event of access is of, empty where it is of the passphrase; null for all others. */
  person: z.string().nullable(),
  kind: z.string(),
  payload: z.record(z.string(), z.json()),
  changes: z.array(auditChange),
  /** Who undid it, and when; null while it holds. */
  voidedBy: z.strictObject({ actor: z.string(), atMs: instantMs }).nullable(),
});
export type AuditRow = z.infer<typeof auditRow>;

export const AUDIT_PAGE_ROWS = 100;

/** Where in each log a page goes on: before these numbers, which are exclusive. */
export const auditCursor = z.strictObject({ event: z.int(), handover: z.int(), request: z.int(), access: z.int() });
export type AuditCursor = z.infer<typeof auditCursor>;

/** The newest first. `next` asks for the rows before these; null at the end. */
export const auditPage = z.strictObject({ rows: z.array(auditRow), next: auditCursor.nullable() });
