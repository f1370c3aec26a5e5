import { z } from 'zod';
import { PRIORITIES } from '../sla/policy.ts';
import { LEVELS } from './ticket.ts';

const text = z.string().trim().min(1).max(20_000);
const line = z.string().trim().min(1).max(400);
const instantMs = z.number().int();
/** When it happened, for what is recorded afterwards; now where it is not given. */
const atMs = instantMs.optional();

/**
 * What people do with a ticket. Each is one entry of the event log, or refused with a reason (`decide.ts`). Texts are plain text, trimmed,
 * never empty.
 */
export const ticketCommand = z.discriminatedUnion('kind', [
  /** A call that was held, or a mail that was handed to the mail program: both are recorded with what was said. */
  z.strictObject({ kind: z.literal('respond'), by: z.enum(['call', 'mail']), subject: line.nullable(), text, atMs }),
  z.strictObject({ kind: z.literal('note'), text }),
  /** The clock stops. `wakeAtMs`: when we look again if nobody answered. */
  z.strictObject({ kind: z.literal('waitForCustomer'), reason: text, wakeAtMs: instantMs.nullable(), atMs }),
  /** The clock runs on. */
  z.strictObject({ kind: z.literal('waitForVendor'), reason: text, atMs }),
  /** The customer answered: the clock runs again from the receipt. */
  z.strictObject({ kind: z.literal('customerAnswered'), atMs }),
  /** Work goes on after a wait for somebody else. */
  z.strictObject({ kind: z.literal('continue') }),
  z.strictObject({ kind: z.literal('resolve'), text, atMs }),
  z.strictObject({ kind: z.literal('reopen'), reason: text, atMs }),
  z.strictObject({ kind: z.literal('close') }),
  z.strictObject({ kind: z.literal('changePriority'), priority: z.enum(PRIORITIES), reason: text }),
  z.strictObject({ kind: z.literal('assign'), assignee: line.nullable() }),
  /** The ticket becomes mine. */
  z.strictObject({ kind: z.literal('take') }),
  z.strictObject({ kind: z.literal('retitle'), title: line }),
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
]);

export type TicketCommand = z.output<typeof ticketCommand>;
export type TicketCommandKind = TicketCommand['kind'];
