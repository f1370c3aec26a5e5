import type { CustomerEvent } from '../../../shared/customer/customer-event.ts';
import type { Assignment } from '../../../shared/expertise/assignment.ts';
import { roundUp } from '../../../shared/expertise/allocate.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { Core } from '../core.ts';
import type { Writer } from '../db/database.ts';
import type { Recording } from '../ticket/event-repo.ts';
import { seededRandom, type Random } from './random.ts';
import { sampleFacts } from './sample-coaching.ts';
import { seedRemark, type SeedCustomer } from './seed-words.ts';

const MONTHS = 24;
const MONTH_MS = 30 * DAY_MS;
const CUSTOMERS_AT_ONCE = 50;
/** Each expert has hours of their own: customer after customer takes the next slot of the day. */
const EXPERTS = 40;
const SLOTS_A_DAY = 6;
const ASSIGNMENTS = [
  'advice',
  'architecture',
  'diagnosis',
  'discovery',
  'report',
] as const satisfies readonly Assignment[];

type Parts = {
  readonly core: Pick<Core, 'database' | 'book' | 'customers' | 'events'>;
  readonly names: readonly SeedCustomer[];
  readonly seed: number;
  readonly nowMs: InstantMs;
};

/** When the n-th customer is worked for in the month that began so many months ago, or ahead of now where that is negative. */
const slot = (
  nowMs: InstantMs,
  index: number,
  monthsAgo: number,
): { readonly expert: string; readonly startMs: InstantMs } => {
  const turn = Math.floor(index / EXPERTS);
  const today = Math.floor(nowMs / DAY_MS) * DAY_MS;
  const day =
    today - Math.round((monthsAgo * MONTH_MS) / DAY_MS) * DAY_MS + (Math.floor(turn / SLOTS_A_DAY) % 28) * DAY_MS;
  const expert = `expert ${String((index % EXPERTS) + 1).padStart(2, '0')}`;
  return { expert, startMs: day + (8 + (turn % SLOTS_A_DAY) * 1.5) * HOUR_MS };
};

/** What happened with one customer: its tier, a pack now and then, about a work entry a month, some of them sessions, and one to come. */
const tellCustomer = (
  random: Random,
  { name, tier }: SeedCustomer,
  index: number,
  {
    nowMs,
    stepMin,
    record,
  }: { readonly nowMs: InstantMs; readonly stepMin: number; readonly record: (event: CustomerEvent) => string },
): void => {
  record({ kind: 'customerAdded', name, tier, sinceMs: nowMs - MONTHS * MONTH_MS });
  for (let monthsAgo = MONTHS - 1; monthsAgo >= 0; monthsAgo--) {
    const fromMs = nowMs - monthsAgo * MONTH_MS;
    if (monthsAgo % 6 === 5) {
      const order = `SEED-${index + 1}-${monthsAgo}`;
      record({ kind: 'packBought', minutes: 600, fromMs, untilMs: fromMs + 12 * MONTH_MS, order, note: null });
    }
    if (!random.isIn(tier === 'standard' ? 0.3 : 0.9)) continue;
    const { expert, startMs } = slot(nowMs, index, monthsAgo + 1);
    const endMs = startMs + random.between(2, 8) * 10 * MINUTE_MS;
    const assignment = random.pick(ASSIGNMENTS);
    const note = seedRemark(random);
    const facts = { expert, assignment, startMs, endMs, note, ticketId: null };
    const sessionId = random.isIn(0.4)
      ? record({
          ...{ kind: 'sessionPlanned', ...sampleFacts(assignment, note), expert, startMs, endMs },
          ...{ sessionId: null, seriesId: null, warnings: [] },
        })
      : null;
    const workId = record({
      ...{ kind: 'workLogged', ...facts, sessionId, isTimed: true },
      chargedMin: roundUp((endMs - startMs) / MINUTE_MS, stepMin),
      ...{ isCustomerFault: assignment === 'diagnosis' ? true : null, overageReason: 'Seeded' },
    });
    if (sessionId !== null) record({ kind: 'sessionDone', sessionId, workId });
  }
  const ahead = slot(nowMs + DAY_MS, index, 0);
  record({
    ...{ kind: 'sessionPlanned', ...sampleFacts('advice', null), ...ahead, endMs: ahead.startMs + HOUR_MS },
    ...{ sessionId: null, seriesId: null, warnings: [] },
  });
};

/** Customers for trials and benches, in a database that has none: tiers, packs, work of experts and sessions of two years. */
export const seedHours = ({ core, names, seed, nowMs }: Parts): void => {
  const { database, book, customers, events } = core;
  const random = seededRandom(seed ^ 0xbeef);
  const { stepMin } = book.expertiseRules();
  const add = (writer: Writer, index: number, customer: SeedCustomer): void => {
    const customerId = customers.add(writer, customer.name, customer.tier);
    const by: Recording = { actor: 'seed', workstation: 'seed', recordedAtMs: nowMs };
    const record = (event: CustomerEvent): string => events.addCustomerEvent(writer, customerId, event, by);
    tellCustomer(random, customer, index, { nowMs, stepMin, record });
    book.rebuild(writer, customerId);
  };
  for (let from = 0; from < names.length; from += CUSTOMERS_AT_ONCE) {
    database.write((writer) => {
      names.slice(from, from + CUSTOMERS_AT_ONCE).forEach((customer, i) => add(writer, from + i, customer));
    });
  }
};
