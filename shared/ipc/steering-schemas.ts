import { z } from 'zod';
import { ROLES } from '../access/actor.ts';
import { PRIORITIES } from '../sla/policy.ts';
import { ticketCommand } from '../ticket/command.ts';
import { LEVELS } from '../ticket/ticket.ts';
import { monthSummary, usedLot, workInput } from './expertise-schemas.ts';
import { instantMs, queueRow } from './schemas.ts';

const id = z.int().positive();
const text = z.string().trim().min(1).max(20_000);
const minutes = z.int();

/** What was refused and a lead is asked for: the whole of the call, as it would be made. */
export const requestOrder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('logWork'), work: workInput }),
  z.strictObject({ kind: z.literal('reverseWork'), customerId: id, workId: z.uuid(), reason: text }),
  z.strictObject({
    kind: z.literal('ticketCommands'),
    ticketId: id,
    commands: z.array(ticketCommand).min(1).max(20),
  }),
]);
export type RequestOrder = z.output<typeof requestOrder>;

const decision = z.strictObject({ by: z.string(), atMs: instantMs, reason: z.string().nullable() });

/** `SteeringRequest` of steering/request.ts, as a list shows it. */
export const requestLine = z.strictObject({
  id: z.uuid(),
  exception: z.enum(['closedMonth', 'backDating']),
  order: requestOrder,
  asker: z.strictObject({ name: z.string(), role: z.enum(ROLES), level: z.enum(LEVELS) }),
  reason: z.string(),
  askedAtMs: instantMs,
  state: z.enum(['waiting', 'approved', 'refused', 'withdrawn']),
  decided: decision.nullable(),
  version: z.int(),
  /** The customer or the ticket that it is about. */
  subject: z.string(),
});
export type RequestLine = z.infer<typeof requestLine>;

const monthChange = z.strictObject({
  month: z.int(),
  isClosed: z.boolean(),
  before: monthSummary,
  after: monthSummary,
});

/** What approving would change, found by doing it and taking it back. */
export const consequences = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ledger'),
    months: z.array(monthChange).readonly(),
    lots: z.array(z.strictObject({ lot: usedLot, usedBeforeMin: minutes })).readonly(),
    pushedMin: minutes,
    overageMin: minutes,
  }),
  /** The ticket's line before and after. */
  z.strictObject({ kind: z.literal('ticket'), before: queueRow, after: queueRow }),
]);
export type Consequences = z.infer<typeof consequences>;

export const requestPage = requestLine.extend({
  /** Null where it does not wait, or cannot be done any more. */
  consequences: consequences.nullable(),
  /** Names what the consequences were when they were looked at: approving others is refused. */
  basis: z.string(),
  /** Why it cannot be done any more; null where it can. */
  refusal: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  trail: z.array(z.strictObject({ kind: z.string(), actor: z.string(), workstation: z.string(), atMs: instantMs })),
});
export type RequestPage = z.infer<typeof requestPage>;

const step = z.enum(['creation', 'half', 'threeQuarters', 'whole']);

export const escalationLine = z.strictObject({
  row: queueRow,
  step,
  /** Null where the clock does not tell. */
  reachedAtMs: instantMs.nullable(),
  /** The last step that a lead has acknowledged. */
  acknowledged: step.nullable(),
});
export type EscalationLine = z.infer<typeof escalationLine>;

export const personLoad = z.strictObject({
  name: z.string(),
  open: z.int(),
  atRisk: z.int(),
  breached: z.int(),
  p1: z.int(),
  /** Null where nobody said. */
  languages: z.array(z.string()).nullable(),
  isAway: z.boolean(),
});
export type PersonLoad = z.infer<typeof personLoad>;

/** A ticket that the proposal gives to somebody, with enough to judge it by. */
export const proposedMove = z.strictObject({
  id: z.int(),
  version: z.int(),
  reference: z.string(),
  title: z.string().nullable(),
  customer: z.string(),
  tier: z.string(),
  priority: z.enum(PRIORITIES).nullable(),
  language: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string(),
  why: z.enum(['away', 'unassigned', 'load']),
});
export type ProposedMove = z.infer<typeof proposedMove>;
