import { z } from 'zod';
import { CATEGORIES, PRIORITIES } from '../sla/policy.ts';
import { END_INSTANT_MS, FIRST_INSTANT_MS } from '../time/instant.ts';
import { ESCALATION_STEPS } from '../steering/escalation.ts';
import { GRADES } from './priority-matrix.ts';
import { LEVELS, PLATFORMS } from './ticket.ts';

const text = z.string().trim().min(1).max(20_000);
const line = z.string().trim().min(1).max(400);
/** An instant that somebody chose: one that every calendar and every date on a screen can show. */
export const chosenInstantMs = z
  .int()
  .min(FIRST_INSTANT_MS)
  .max(END_INSTANT_MS - 1);
/** When it happened, for what is recorded afterwards; now where it is not given. */
const atMs = chosenInstantMs.optional();
const ticketId = z.int().positive();
const grade = z.enum(GRADES).nullable();

/** What of a ticket can be edited as it is; what is absent stays. */
export const editedFacts = z.strictObject({
  title: line.optional(),
  category: z.enum(CATEGORIES).nullable().optional(),
  isBeta: z.boolean().optional(),
  customer: line.optional(),
  requester: line.nullable().optional(),
  contact: z.email().max(400).nullable().optional(),
  channel: line.nullable().optional(),
  language: z.enum(['en', 'fr']).nullable().optional(),
  platform: z.enum(PLATFORMS).nullable().optional(),
  owner: line.nullable().optional(),
});

/**
 * What people do with a ticket. Each is one entry of the event log, or refused with a reason (`decide.ts`). Texts are plain text, trimmed,
 * never empty.
 */
export const ticketCommand = z.discriminatedUnion('kind', [
  /** A call that was held, or a mail that was handed to the mail program: both are recorded with what was said. */
  z.strictObject({ kind: z.literal('respond'), by: z.enum(['call', 'mail']), subject: line.nullable(), text, atMs }),
  z.strictObject({ kind: z.literal('note'), text }),
  /** The clock stops. `wakeAtMs`: when an answer is expected; `remindAtMs`: when to remind the customer of it. */
  z.strictObject({
    kind: z.literal('waitForCustomer'),
    reason: text,
    wakeAtMs: chosenInstantMs.nullable(),
    remindAtMs: chosenInstantMs.nullable(),
    atMs,
  }),
  /** The clock runs on. */
  z.strictObject({
    kind: z.literal('waitForOther'),
    waitedFor: z.enum(['vendor', 'problem', 'evidence']),
    reason: text,
    atMs,
  }),
  /** The customer answered: the clock runs again from the receipt. */
  z.strictObject({ kind: z.literal('customerAnswered'), text: text.nullable(), atMs }),
  /** Work goes on after a wait for somebody else, or begins. */
  z.strictObject({ kind: z.literal('continue') }),
  z.strictObject({ kind: z.literal('resolve'), text, atMs }),
  z.strictObject({ kind: z.literal('reopen'), reason: text, atMs }),
  z.strictObject({ kind: z.literal('close') }),
  /** `reason` is needed where the priority is not that of the matrix. */
  z.strictObject({
    kind: z.literal('changePriority'),
    priority: z.enum(PRIORITIES),
    impact: grade,
    urgency: grade,
    reason: text.nullable(),
  }),
  z.strictObject({ kind: z.literal('assign'), assignee: line.nullable() }),
  /** The ticket becomes mine. */
  z.strictObject({ kind: z.literal('take') }),
  z.strictObject({ kind: z.literal('edit'), facts: editedFacts }),
  z.strictObject({ kind: z.literal('tag'), add: z.array(line).max(20), remove: z.array(line).max(20) }),
  z.strictObject({
    kind: z.literal('escalate'),
    to: z.enum(LEVELS),
    why: text,
    tried: text,
    evidence: text.nullable(),
    nextStep: text,
  }),
  z.strictObject({ kind: z.literal('acceptEscalation') }),
  z.strictObject({ kind: z.literal('returnEscalation'), reason: text }),
  /** A lead knows of it, as far as its hierarchical escalation is now, or as far as they were shown: a later step asks again. */
  z.strictObject({ kind: z.literal('acknowledge'), step: z.enum(ESCALATION_STEPS).optional() }),
  z.strictObject({ kind: z.literal('engageExpertise'), why: text }),
  z.strictObject({ kind: z.literal('link'), ticketId }),
  z.strictObject({ kind: z.literal('unlink'), ticketId }),
  /** It is the same matter as another ticket, which goes on for both. */
  z.strictObject({ kind: z.literal('mergeInto'), ticketId }),
  z.strictObject({ kind: z.literal('unmerge') }),
  z.strictObject({
    kind: z.literal('keepTime'),
    startedAtMs: chosenInstantMs,
    spentMs: z.int().min(1_000).max(86_400_000),
    note: line.nullable(),
  }),
]);

export type TicketCommand = z.output<typeof ticketCommand>;
export type TicketCommandKind = TicketCommand['kind'];
export type CommandOf<Kind extends TicketCommandKind> = Extract<TicketCommand, { kind: Kind }>;
