import type { Category, Priority } from '../../../shared/sla/policy.ts';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { seededRandom, type Random } from './random.ts';
import { SEED_COMPLAINTS, SEED_CUSTOMERS, seedRemark, SEED_SUBJECTS, type SeedCustomer } from './seed-words.ts';

export type SeedOptions = {
  readonly count: number;
  /** The same seed and the same present give the same tickets. */
  readonly seed: number;
  readonly nowMs: InstantMs;
  /** How many of them are open: a twentieth where nothing is said. */
  readonly openShare?: number;
  /** So many events on average, the more of them remarks; as their lives have it where nothing is said, between five and six. */
  readonly eventsPerTicket?: number;
  readonly customers?: readonly SeedCustomer[];
};

const OPEN_SHARE = 0.05;
/** What the opening, the course and the end of a life come to without remarks. */
const EVENTS_OF_A_LIFE = 5.6;
const SPAN_MS = 730 * DAY_MS;
/** The longest that any event lets pass before the next, by priority. */
const LONGEST_STEP_MS = { P1: 90 * MINUTE_MS, P2: 4 * HOUR_MS, P3: 20 * HOUR_MS, P4: 30 * HOUR_MS } as const;
const GROUPS = { L1: 'Service desk', L2: 'Cloud operations', L3: 'Cloud engineering' } as const;

const priorityOf = (random: Random): Priority => {
  const share = random.next();
  return share < 0.06 ? 'P1' : share < 0.2 ? 'P2' : share < 0.72 ? 'P3' : 'P4';
};

const categoryOf = (random: Random): Category => {
  const share = random.next();
  return share < 0.78 ? 'incident' : share < 0.9 ? 'change' : share < 0.96 ? 'account' : 'billing';
};

const agent = (random: Random): string => `agent ${String(random.between(1, 60)).padStart(2, '0')}`;

const assigned = (atMs: InstantMs, level: Level, random: Random): TicketEvent => ({
  atMs,
  kind: 'assigned',
  level,
  group: GROUPS[level],
  assignee: agent(random),
});

const remarks = (random: Random, average: number, next: () => InstantMs): TicketEvent[] =>
  Array.from({ length: random.between(0, Math.round(2 * average)) }, () => ({
    atMs: next(),
    kind: 'commented',
    author: agent(random),
    isPublic: random.isIn(0.5),
    text: seedRemark(random),
  }));

/** What happens between the opening and the end, one to ten events; `next` gives the instant of each. */
const life = (random: Random, priority: Priority, next: () => InstantMs): TicketEvent[] => {
  const events: TicketEvent[] = [{ atMs: next(), kind: 'responded' }];
  if (random.isIn(0.6)) events.push(assigned(next(), 'L1', random));
  if (random.isIn(0.3)) events.push(assigned(next(), 'L2', random));
  if (priority !== 'P1' && random.isIn(0.05)) {
    events.push({ atMs: next(), kind: 'priorityChanged', priority: priority === 'P2' ? 'P1' : 'P2' });
  }
  if (random.isIn(0.35)) events.push({ atMs: next(), kind: 'paused' }, { atMs: next(), kind: 'resumed' });
  if (random.isIn(0.1)) events.push({ atMs: next(), kind: 'awaited', waitedFor: 'vendor' });
  if (random.isIn(0.06)) events.push(assigned(next(), 'L3', random));
  if (random.isIn(0.05)) events.push({ atMs: next(), kind: 'resolved' }, { atMs: next(), kind: 'reopened' });
  return events;
};

const opening = (random: Random, atMs: InstantMs, number: number, priority: Priority, customer: SeedCustomer) => ({
  atMs,
  kind: 'opened' as const,
  source: 'sample' as const,
  reference: `CAV-${number}`,
  priority,
  tier: customer.tier,
  title: `${random.pick(SEED_SUBJECTS)} ${random.pick(SEED_COMPLAINTS)}`,
  category: categoryOf(random),
  isBeta: random.isIn(0.01),
  customer: customer.name,
  requester: null,
  channel: random.isIn(0.7) ? 'portal' : 'phone',
  language: random.isIn(0.6) ? 'fr' : 'en',
  level: 'L1' as const,
  group: GROUPS.L1,
  assignee: null,
});

/** The steps of a life, and after them a last one that ends before now. */
const seedTicket = (
  random: Random,
  number: number,
  place: number,
  { nowMs, openShare, eventsPerTicket, customers }: Required<Omit<SeedOptions, 'count' | 'seed'>>,
): ImportedTicket => {
  const isOpen = place >= 1 - openShare;
  const priority = priorityOf(random);
  const customer = customers[random.between(0, customers.length - 1)] ?? {
    name: 'Atelier Artois',
    tier: 'gold',
  };
  const longestMs = LONGEST_STEP_MS[priority];
  const steps: number[] = [0];
  const next = (): number => {
    const at = (steps.at(-1) ?? 0) + SECOND_MS * random.between(60, longestMs / SECOND_MS);
    steps.push(at);
    return at;
  };
  const events = life(random, priority, next);
  if (eventsPerTicket > EVENTS_OF_A_LIFE) {
    events.push(...remarks(random, eventsPerTicket - EVENTS_OF_A_LIFE, next));
  }
  if (isOpen) {
    if (random.isIn(0.25)) events.push({ atMs: next(), kind: 'paused' });
    else events.push(assigned(next(), random.isIn(0.5) ? 'L1' : 'L2', random));
  } else {
    events.push({ atMs: next(), kind: 'resolved' });
    if (random.isIn(0.8)) events.push({ atMs: next(), kind: 'closed' });
  }
  const lastedMs = steps.at(-1) ?? 0;
  const openedMs = isOpen
    ? nowMs - lastedMs - SECOND_MS * random.between(0, longestMs / SECOND_MS)
    : nowMs - SPAN_MS + Math.floor((place / (1 - openShare)) * (SPAN_MS - lastedMs));
  const shifted = events.map((event) => ({ ...event, atMs: event.atMs + openedMs }));
  return {
    source: 'sample',
    reference: `CAV-${number}`,
    events: [opening(random, openedMs, number, priority, customer), ...shifted],
    coverage: 'history',
    asOfMs: nowMs,
    file: 'seed',
    line: number,
  };
};

const FIRST_NUMBER = 100_001;

/**
 * Any number of tickets for trials and benches: a share of them are open, the rest ended within the last two years. Oldest first, each with
 * three to twelve events unless more are wanted; the same options give the same tickets on every machine.
 */
export function* seedTickets({
  count,
  seed,
  nowMs,
  openShare = OPEN_SHARE,
  eventsPerTicket = EVENTS_OF_A_LIFE,
  customers = SEED_CUSTOMERS,
}: SeedOptions): Generator<ImportedTicket> {
  const random = seededRandom(seed);
  const wholeNowMs = Math.floor(nowMs / SECOND_MS) * SECOND_MS;
  const of = { nowMs: wholeNowMs, openShare, eventsPerTicket, customers };
  for (let i = 0; i < count; i++) yield seedTicket(random, FIRST_NUMBER + i, i / count, of);
}
