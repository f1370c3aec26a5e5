import { z } from 'zod';
import { CATEGORIES, PRIORITIES } from '../sla/policy.ts';
import { LEVELS, TICKET_STATES } from '../ticket/ticket.ts';

export const instantMs = z.number().int();
const durationMs = z.number();
const priority = z.enum(PRIORITIES);
const tier = z.string().max(64);
const calendar = z.enum(['always', 'business']);
const duty = z.strictObject({ priority, tier, startMs: instantMs });

/** StandingClock of `sla/clock.ts`. */
export const standingClock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('bestEffort'),
    calendar,
    elapsedMs: durationMs,
    sinceMs: instantMs.nullable(),
    isPaused: z.boolean(),
    hasBreached: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('running'),
    calendar,
    duty: duty.nullable(),
    targetMs: durationMs,
    elapsedMs: durationMs,
    sinceMs: instantMs,
    dueAtMs: instantMs,
    hasBreached: z.boolean(),
    othersBreachAfterMs: instantMs.optional(),
  }),
  z.strictObject({
    kind: z.literal('stopped'),
    calendar,
    isPaused: z.boolean(),
    duty: duty.nullable(),
    targetMs: durationMs,
    elapsedMs: durationMs,
    dueAtMs: instantMs.nullable(),
    hasBreached: z.boolean(),
  }),
]);

/** One line of the queue: what its cells show, and the two standing clocks that they count from. */
export const queueRow = z.strictObject({
  id: z.number().int(),
  reference: z.string(),
  title: z.string().nullable(),
  customer: z.string(),
  tier,
  priority: priority.nullable(),
  state: z.enum(TICKET_STATES),
  level: z.enum(LEVELS),
  assignee: z.string().nullable(),
  openedAtMs: instantMs,
  resolution: standingClock,
  firstResponse: standingClock,
});
export type QueueRow = z.infer<typeof queueRow>;

/** The named parts of the queue; each shows its count. `waiting` is waiting for the customer. */
export const QUEUE_VIEWS = ['open', 'breached', 'atRisk', 'waiting', 'unassigned', 'finished', 'all'] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** Empty lists and an empty text filter nothing. Each list is an 'any of'; lists combine with 'and'. */
export const queueFilter = z.strictObject({
  view: z.enum(QUEUE_VIEWS),
  states: z.array(z.enum(TICKET_STATES)),
  /** Null stands for an unknown priority. */
  priorities: z.array(priority.nullable()),
  tiers: z.array(tier),
  levels: z.array(z.enum(LEVELS)),
  /** Null stands for unassigned. */
  assignees: z.array(z.string().max(400).nullable()).max(200),
  /** Words that the reference, title, customer or assignee must contain, each as a prefix of a word. */
  text: z.string().max(400),
});
export type QueueFilter = z.infer<typeof queueFilter>;

export const QUEUE_SORTS = ['due', 'opened', 'priority', 'customer', 'reference'] as const;
export const queueSort = z.strictObject({ by: z.enum(QUEUE_SORTS), isDescending: z.boolean() });
export type QueueSort = z.infer<typeof queueSort>;

export const queuePage = z.strictObject({
  asOfMs: instantMs,
  /** Rows that the filter lets through, of which `rows` are those from `offset` on. */
  total: z.number().int(),
  offset: z.number().int(),
  rows: z.array(queueRow),
});
export type QueuePage = z.infer<typeof queuePage>;

const count = z.number().int().nonnegative();

/** How many tickets each view and each value would show with the rest of the filter as it is. */
export const queueCounts = z.strictObject({
  views: z.record(z.enum(QUEUE_VIEWS), count),
  states: z.record(z.enum(TICKET_STATES), count),
  tiers: z.array(z.strictObject({ tier, count })),
  /** The assignees with most tickets in the present view, at most 100; null is unassigned. */
  assignees: z.array(z.strictObject({ assignee: z.string().nullable(), count })),
  /** Whether this database holds made-up tickets: then the screen says so, whatever file it is. */
  hasSamples: z.boolean(),
});
export type QueueCounts = z.infer<typeof queueCounts>;

/** One event as the ticket's timeline shows it; `payload` holds the event's own fields (`ticket/ticket-event.ts`). */
export const timelineEvent = z.strictObject({
  id: z.string(),
  atMs: instantMs,
  recordedAtMs: instantMs,
  actor: z.string(),
  kind: z.string(),
  payload: z.record(z.string(), z.json()),
});
export type TimelineEvent = z.infer<typeof timelineEvent>;

export const ticketDetail = z.strictObject({
  row: queueRow,
  source: z.string(),
  category: z.enum(CATEGORIES).nullable(),
  isBeta: z.boolean(),
  requester: z.string().nullable(),
  channel: z.string().nullable(),
  language: z.string().nullable(),
  group: z.string().nullable(),
  respondedAtMs: instantMs.nullable(),
  resolvedAtMs: instantMs.nullable(),
  closedAtMs: instantMs.nullable(),
  reopenCount: z.number().int(),
  /** In order of time. */
  events: z.array(timelineEvent),
});
export type TicketDetail = z.infer<typeof ticketDetail>;
