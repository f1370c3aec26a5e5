import { z } from 'zod';
import { ERASURE_SCOPES } from '../customer/customer-event.ts';
import { call, nothing } from './call.ts';
import { instantMs } from './schemas.ts';

const id = z.int().positive();
const count = z.int().nonnegative();
const reason = z.string().trim().min(1).max(2_000);

/** Whose personal data: of a customer with all its people, of one of its contacts, or of somebody who is named anywhere. */
export const erasureTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('customer'), id }),
  z.strictObject({ kind: z.literal('contact'), id, contactId: z.string().max(60) }),
  z.strictObject({ kind: z.literal('person'), text: z.string().trim().min(3).max(400) }),
]);
export type ErasureTarget = z.infer<typeof erasureTarget>;

/** What an erasure would redact, or what an export would hold. */
export const personalData = z.strictObject({
  /** As it has to be typed to confirm: the customer's name, or what the person is called. */
  name: z.string(),
  customers: count,
  contacts: count,
  /** Tickets of the customer or from the person: all that was written in them. */
  tickets: count,
  /** Other tickets, in which a person is named. */
  mentions: count,
  sessions: count,
  events: count,
  /** Handovers, requests and reasons of other logs. */
  others: count,
  /** Drafts, replies, macros and views. */
  kept: count,
});
export type PersonalData = z.infer<typeof personalData>;

/** Files beside the database that hold what they held before an erasure. */
export const heldCopy = z.strictObject({
  id: z.string().max(300),
  kind: z.enum(['automatic', 'manual', 'replaced', 'migration']),
  madeAtMs: instantMs,
  sizeBytes: count,
});
export type HeldCopy = z.infer<typeof heldCopy>;

export const heldCopies = z.strictObject({
  /** The last erasure; null where there was none, and then no copy is listed. */
  lastErasureAtMs: instantMs.nullable(),
  copies: z.array(heldCopy),
  /** Its texts may still lie in the database's file: something kept it from being written anew. */
  isPurgeOwed: z.boolean(),
});
export type HeldCopies = z.infer<typeof heldCopies>;

export const erased = z.strictObject({
  /** What a customer is called from now on; null where a person was erased. */
  pseudonym: z.string().nullable(),
  scope: z.enum(ERASURE_SCOPES),
  redacted: count,
  /** The database's file was written anew, without them. */
  isPurged: z.boolean(),
});
export type Erased = z.infer<typeof erased>;

/** Personal data of customers: looked for, given out, and erased (docs/privacy.md). All of it is a lead's. */
export const privacyCalls = {
  /** What there is; writes nothing. */
  'privacy:preview': call('core', z.strictObject({ target: erasureTarget }), personalData, ['lead']),
  /** Writes all that is recorded of somebody into a file that the user chose. */
  'privacy:export': call(
    'core',
    z.strictObject({ target: erasureTarget, selectionId: z.string().max(60) }),
    z.strictObject({ lines: count }),
    ['lead'],
  ),
  /** Redacts it for good: nothing brings it back. */
  'privacy:erase': call('core', z.strictObject({ target: erasureTarget, reason }), erased, ['lead']),
  /** Copies of the database that are older than the last erasure. */
  'privacy:list-copies': call('core', nothing, heldCopies, ['lead']),
  /** Makes a fresh backup, then deletes those copies. */
  'privacy:replace-copies': call('core', nothing, heldCopies, ['lead']),
} as const;
