import { z } from 'zod';
import { CATEGORIES, PRIORITIES } from '../sla/policy.ts';
import { GRADES } from '../ticket/priority-matrix.ts';
import { LEVELS, PLATFORMS, TICKET_STATES } from '../ticket/ticket.ts';

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
  owner: z.string().nullable(),
  openedAtMs: instantMs,
  tags: z.array(z.string()),
  /** Waiting for the customer: when an answer is expected. */
  wakeAtMs: instantMs.nullable(),
  escalatedTo: z.enum(LEVELS).nullable(),
  /** Changes with every event; a command that names it is refused where the ticket has moved on. */
  version: z.number().int(),
  /** Where the words of a search stand in what was written, for the rows of a search; null where they stand in the row itself. */
  found: z.string().nullable(),
  resolution: standingClock,
  firstResponse: standingClock,
});
export type QueueRow = z.infer<typeof queueRow>;

/** The named parts of the queue; each shows its count. `waiting` is waiting for the customer; `mine`, `myLevel` and `escalated` are the caller's. */
export const QUEUE_VIEWS = [
  'open',
  'mine',
  'myLevel',
  'escalated',
  'unassigned',
  'atRisk',
  'breached',
  'waiting',
  'finished',
  'all',
] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

/** Where a name is asked for, the caller. */
export const ME = '@me';

/** How a resolution clock stands, as the list shows it. */
export const CLOCK_STATES = ['running', 'atRisk', 'breached', 'paused', 'bestEffort', 'none'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** Sooner or later than this long from now: `due` looks ahead (breached tickets are due sooner than anything), `opened` back. */
const distance = z.strictObject({ is: z.enum(['within', 'beyond']), ms: z.int().nonnegative() });
export type Distance = z.infer<typeof distance>;

const name = z.string().max(400);
const names = z.array(name.nullable()).max(200);

/** Empty lists, nulls and an empty text filter nothing. Each list is an 'any of'; all combine with 'and'. */
export const queueFilter = z.strictObject({
  view: z.enum(QUEUE_VIEWS),
  states: z.array(z.enum(TICKET_STATES)),
  clocks: z.array(z.enum(CLOCK_STATES)),
  /** Null stands for an unknown priority. */
  priorities: z.array(priority.nullable()),
  tiers: z.array(tier),
  levels: z.array(z.enum(LEVELS)),
  /** Null stands for unassigned, `ME` for the caller. */
  assignees: names,
  owners: names,
  customers: z.array(name).max(200),
  categories: z.array(z.enum(CATEGORIES)),
  platforms: z.array(z.enum(PLATFORMS)),
  languages: z.array(z.enum(['en', 'fr'])),
  tags: z.array(name).max(50),
  escalatedTo: z.array(z.enum(LEVELS)),
  isBeta: z.boolean().nullable(),
  due: distance.nullable(),
  opened: distance.nullable(),
  /** Words that a ticket must contain anywhere, each as a prefix of a word. */
  text: z.string().max(400),
});
export type QueueFilter = z.infer<typeof queueFilter>;

export const QUEUE_SORTS = ['due', 'opened', 'priority', 'customer', 'reference', 'rank'] as const;
/** `rank` is how well the words of a search fit; without words it is the same as `due`. */
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
  /** Who undid it; null while it holds. */
  voidedBy: z.string().nullable(),
});
export type TimelineEvent = z.infer<typeof timelineEvent>;

const ticketRef = z.strictObject({ ticketId: z.number().int(), reference: z.string() });

/** What a customer's tier includes: `Entitlement` of `tier/entitlement.ts`. */
export const entitlement = z.strictObject({
  tier,
  expertAccess: z.enum(['none', 'firstThreeMonths', 'always']),
  monthlyMinutes: z.number().int(),
  phone: z.enum(['offer', 'default']),
});

export const ticketDetail = z.strictObject({
  row: queueRow,
  /** Null where the customer's name is none that is known now. */
  customerId: z.number().int().nullable(),
  source: z.string(),
  category: z.enum(CATEGORIES).nullable(),
  isBeta: z.boolean(),
  requester: z.string().nullable(),
  channel: z.string().nullable(),
  language: z.string().nullable(),
  group: z.string().nullable(),
  contact: z.string().nullable(),
  platform: z.enum(PLATFORMS).nullable(),
  /** The maintenance window in which it was opened, where it is about the portal or the API; it never pauses a clock. */
  maintenance: z.strictObject({ platform: z.enum(PLATFORMS), startMs: instantMs, endMs: instantMs }).nullable(),
  description: z.string().nullable(),
  impact: z.enum(GRADES).nullable(),
  urgency: z.enum(GRADES).nullable(),
  reportedAtMs: instantMs.nullable(),
  stateSinceMs: instantMs,
  remindAtMs: instantMs.nullable(),
  bounceCount: z.number().int(),
  links: z.array(ticketRef),
  mergedInto: ticketRef.nullable(),
  expertiseAtMs: instantMs.nullable(),
  spentMs: z.number().int(),
  entitlement,
  respondedAtMs: instantMs.nullable(),
  resolvedAtMs: instantMs.nullable(),
  closedAtMs: instantMs.nullable(),
  reopenCount: z.number().int(),
  /** In order of time. */
  events: z.array(timelineEvent),
});
export type TicketDetail = z.infer<typeof ticketDetail>;
