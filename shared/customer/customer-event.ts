import { z } from 'zod';
import { sessionEvents } from '../coaching/session-event.ts';
import { ASSIGNMENTS } from '../expertise/assignment.ts';
import { PLATFORMS } from '../ticket/ticket.ts';
import { CONTACT_ROLES } from './contact-role.ts';
import { TIER_CHANNELS } from './tier-channel.ts';

/** What an erasure is of. */
export const ERASURE_SCOPES = ['customer', 'person'] as const;
export type ErasureScope = (typeof ERASURE_SCOPES)[number];

const minutes = z.int();
const atMs = z.int();
const text = z.string();
const nullableText = text.nullable();
/** Present where a list of customers told it: the next list is compared with that, and not with what people did since. */
const isListed = z.literal(true).optional();

/** The lead who allowed what rules refuse, and the request that asked for it. */
const approval = z.object({ by: text, requestId: text });
export type Approval = z.infer<typeof approval>;

const facts = z.object({
  name: text,
  language: z.enum(['en', 'fr']).nullable(),
  platforms: z.array(z.enum(PLATFORMS)),
  site: nullableText,
  note: nullableText,
});

const contact = z.object({
  contactId: text,
  name: text,
  role: z.enum(CONTACT_ROLES),
  email: nullableText,
  phone: nullableText,
  language: z.enum(['en', 'fr']).nullable(),
});

/**
 * What happened with a customer, in the order of recording; the log keeps each with who recorded it and when. Instants are UTC milliseconds,
 * amounts whole minutes.
 */
export const customerEvent = z.discriminatedUnion('kind', [
  /** `sinceMs`: from when on it has the tier; null where nobody said. */
  z.object({
    kind: z.literal('customerAdded'),
    name: text,
    tier: text,
    sinceMs: atMs.nullable().default(null),
    isListed,
  }),
  /** A tier map said so. */
  z.object({ kind: z.literal('tierSet'), from: text, to: text }),
  z.object({
    kind: z.literal('tierChanged'),
    from: text,
    to: text,
    effectiveAtMs: atMs,
    /** The first day of the month from which it is invoiced; null where nothing is. */
    invoicedFromMs: atMs.nullable(),
    askedBy: text,
    askedAtMs: atMs,
    channel: z.enum(TIER_CHANNELS),
    note: nullableText,
  }),
  /** A change that had not taken effect is called off. */
  z.object({ kind: z.literal('tierChangeCancelled'), changeId: text, reason: text }),
  /** Since when the customer has had its first known tier. */
  z.object({ kind: z.literal('tierDated'), sinceMs: atMs, note: nullableText }),
  /** A list of customers says that it had this tier from an instant on; what was assumed to begin then or later gives way. */
  z.object({ kind: z.literal('tierImported'), tier: text, atMs, isListed }),
  z.object({ kind: z.literal('customerEdited'), facts: facts.partial(), isListed }),
  z.object({ kind: z.literal('contactSaved'), contact, isListed }),
  z.object({ kind: z.literal('contactRemoved'), contactId: text }),
  /** It was a duplicate: its tickets, packs and work are those of another customer from now on. */
  z.object({ kind: z.literal('mergedInto'), intoId: z.int() }),
  z.object({ kind: z.literal('tookIn'), customerId: z.int() }),
  z.object({
    kind: z.literal('packBought'),
    minutes,
    fromMs: atMs,
    untilMs: atMs.nullable(),
    order: nullableText,
    note: nullableText,
  }),
  z.object({ kind: z.literal('goodwillGranted'), minutes, fromMs: atMs, untilMs: atMs.nullable(), reason: text }),
  /** `minutes` more, or fewer where negative, in a lot. */
  z.object({ kind: z.literal('lotAdjusted'), lotId: text, minutes, reason: text }),
  z.object({
    kind: z.literal('workLogged'),
    expert: text,
    assignment: z.enum(ASSIGNMENTS),
    startMs: atMs,
    endMs: atMs,
    /** False where only the date and the duration are known. */
    isTimed: z.boolean(),
    /** 0 where it is not charged. */
    chargedMin: minutes,
    ticketId: z.int().nullable(),
    note: nullableText,
    /** Of a diagnosis: whether the customer caused the fault. */
    isCustomerFault: z.boolean().nullable(),
    /** Why it goes beyond what is covered, asked of a lead. */
    overageReason: nullableText,
    /** The coaching session that posted it. */
    sessionId: nullableText.default(null),
    approval: approval.optional(),
  }),
  z.object({ kind: z.literal('workReversed'), workId: text, reason: text, approval: approval.optional() }),
  z.object({
    kind: z.literal('overageDecided'),
    workId: text,
    isApproved: z.boolean(),
    /** The overage that was decided on. */
    minutes,
    reason: text,
  }),
  /**
   * What is personal was redacted in all that was recorded before: of the customer and its people, or of one person. What is imported or restored
   * later is known again by the marks (docs/privacy.md).
   */
  z.object({
    kind: z.literal('erased'),
    scope: z.enum(ERASURE_SCOPES),
    reason: text,
    /** What the customer is called from then on; null where one person was erased. */
    pseudonym: nullableText,
    salt: text,
    names: z.array(text),
    people: z.array(z.object({ words: z.int(), first: text, hash: text })),
    contactIds: z.array(text),
  }),
  ...sessionEvents,
]);
export type CustomerEvent = z.infer<typeof customerEvent>;

export type CustomerFacts = z.infer<typeof facts>;
export type Contact = z.infer<typeof contact>;

/** An event as the log holds it. */
export type RecordedCustomerEvent = CustomerEvent & {
  readonly id: string;
  readonly recordedAtMs: number;
  readonly actor: string;
};
