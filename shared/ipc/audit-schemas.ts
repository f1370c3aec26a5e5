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

/** Before which events a page goes on; both are exclusive. */
export const auditPlace = z.strictObject({ event: z.int(), access: z.int() });
export type AuditPlace = z.infer<typeof auditPlace>;

export const auditRow = z.strictObject({
  /** Negative for what is of access: people and the lead's passphrase are recorded beside the log. */
  seq: z.number().int(),
  /** When it happened. */
  atMs: instantMs,
  recordedAtMs: instantMs,
  actor: z.string(),
  workstation: z.string(),
  /** The ticket it is of; `isListed` is false where its opening was undone. Null for an event of a customer or of access. */
  ticket: z.strictObject({ id: z.number().int(), reference: z.string(), isListed: z.boolean() }).nullable(),
  customer: z.string(),
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

/** The newest first. `next` asks for the rows before these; null at the end. */
export const auditPage = z.strictObject({ rows: z.array(auditRow), next: auditPlace.nullable() });
