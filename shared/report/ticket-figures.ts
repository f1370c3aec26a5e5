import { DAY_MS, type InstantMs } from '../time/instant.ts';
import type { TargetSource } from '../sla/policy.ts';
import type { Promised, TicketFacts } from './facts.ts';
import type { FigureId } from './figures.ts';
import { isWithin, overlapMs, type Group, type Key, type Period, type Sink } from './sink.ts';

const SOURCES = ['contractual', 'internal'] as const satisfies readonly TargetSource[];

/** A target reached exactly is not breached: a breach is of the millisecond after (sla/SPEC: 6). */
const breachedAtMs = ({ breachAfterMs }: Pick<Promised, 'breachAfterMs'>): InstantMs | null =>
  breachAfterMs === null ? null : breachAfterMs + 1;

const isBreachedBefore = (promised: Promised, beforeMs: InstantMs): boolean =>
  (breachedAtMs(promised) ?? Infinity) < beforeMs;

/** Open spans are in order of time, and the last one's end is the last resolution. */
const resolvedAtMs = ({ open }: TicketFacts): InstantMs | null => open.at(-1)?.untilMs ?? null;

export const openedAtMs = ({ open }: TicketFacts): InstantMs => open[0]?.fromMs ?? 0;

/** Interned, so that a tally finds the group of a case by identity. */
export const createGroups = (): ((group: Group) => Group) => {
  const known = new Map<string, Group>();
  return ({ priority, tier, level }) => {
    const key = `${priority} ${level} ${tier}`;
    const held = known.get(key);
    if (held !== undefined) return held;
    const made = { priority, tier, level };
    known.set(key, made);
    return made;
  };
};
type GroupOf = ReturnType<typeof createGroups>;

/** Whether promises were kept, and which were not. */
const compliance = (facts: TicketFacts, period: Period, sink: Sink, groupOf: GroupOf): void => {
  const { level, resolution, response, respondedAtMs } = facts;
  const isResolved = isWithin(period, resolvedAtMs(facts));
  for (const source of SOURCES) {
    const promised = resolution[source];
    if (promised === null) continue;
    const group = groupOf({ priority: promised.priority, tier: promised.tier, level });
    if (isResolved) sink.add(`compliance.${source}`, group, promised.breachAfterMs === null ? 1 : 0);
    if (isWithin(period, breachedAtMs(promised))) {
      sink.add(`breaches.${source}`, group, 1, [{ by: 'cause', key: promised.cause ?? 'worked' }]);
    }
  }
  if (response !== null && isWithin(period, respondedAtMs)) {
    const { priority, tier } = response;
    sink.add(
      `answered.${response.source}`,
      groupOf({ priority, tier, level }),
      response.breachAfterMs === null ? 1 : 0,
    );
  }
};

/** What came in, went out and came back. */
const flow = ({ open }: TicketFacts, period: Period, sink: Sink, group: Group): void => {
  for (const [i, { fromMs, untilMs }] of open.entries()) {
    if (isWithin(period, fromMs)) tell(sink, i === 0 ? 'opened' : 'reopened', group, fromMs);
    if (isWithin(period, untilMs)) tell(sink, 'resolved', group, untilMs);
  }
};

const tell = (sink: Sink, figure: FigureId, group: Group, atMs: InstantMs): void => {
  sink.add(figure, group, 1);
  sink.at(figure, atMs);
};

/** Ages of what is open, in whole days from inclusive; the last has no end. */
export const AGE_BANDS = [
  { key: 'day', fromMs: 0 },
  { key: 'threeDays', fromMs: DAY_MS },
  { key: 'week', fromMs: 3 * DAY_MS },
  { key: 'month', fromMs: 7 * DAY_MS },
  { key: 'older', fromMs: 30 * DAY_MS },
] as const;

const BAND_KEYS: readonly (readonly Key[])[] = AGE_BANDS.map(({ key }) => [{ by: 'age', key }]);

/** What is open just before the end, and how long it has been known. */
const backlog = (facts: TicketFacts, { fromMs, toMs }: Period, sink: Sink, group: Group, groupOf: GroupOf): void => {
  for (const span of facts.open) {
    if (span.fromMs >= toMs || (span.untilMs !== null && span.untilMs <= fromMs)) continue;
    sink.open(span, openedAtMs(facts));
    if (span.untilMs !== null && span.untilMs < toMs) continue;
    const ageMs = toMs - openedAtMs(facts);
    const band = AGE_BANDS.findLastIndex((one) => ageMs >= one.fromMs);
    sink.add('backlog', group, 1, BAND_KEYS[band]);
    sink.add('backlog.age', group, ageMs);
    for (const source of SOURCES) {
      const promised = facts.resolution[source];
      if (promised === null) continue;
      const own = groupOf({ priority: promised.priority, tier: promised.tier, level: facts.level });
      sink.add(`backlog.breached.${source}`, own, isBreachedBefore(promised, toMs) ? 1 : 0);
    }
  }
};

const waitedMs = ({ waits }: TicketFacts, untilMs: InstantMs): number =>
  waits.reduce(
    (sum, wait) => (wait.for === 'customer' ? sum + overlapMs({ fromMs: -Infinity, toMs: untilMs }, wait) : sum),
    0,
  );

const openMs = ({ open }: TicketFacts, untilMs: InstantMs): number =>
  open.reduce((sum, span) => sum + overlapMs({ fromMs: -Infinity, toMs: untilMs }, span), 0);

/** How long customers waited for an answer and for a resolution. */
const times = (facts: TicketFacts, period: Period, sink: Sink, group: Group): void => {
  const { respondedAtMs } = facts;
  const resolved = resolvedAtMs(facts);
  if (isWithin(period, respondedAtMs)) {
    const grossMs = respondedAtMs - openedAtMs(facts);
    sink.add('response.gross', group, grossMs);
    sink.add('response.net', group, grossMs - waitedMs(facts, respondedAtMs));
  }
  if (isWithin(period, resolved)) {
    sink.add('resolution.gross', group, resolved - openedAtMs(facts));
    sink.add('resolution.net', group, openMs(facts, resolved) - waitedMs(facts, resolved));
  }
};

/** Escalations stand at the level that was asked. */
const turns = (facts: TicketFacts, period: Period, sink: Sink, groupOf: GroupOf): void => {
  for (const { kind, atMs, level } of facts.turns) {
    if (isWithin(period, atMs)) sink.add(kind, groupOf({ priority: facts.priority, tier: facts.tier, level }), 1);
  }
};

const waits = (facts: TicketFacts, period: Period, sink: Sink, group: Group): void => {
  for (const wait of facts.waits) {
    const lengthMs = overlapMs(period, wait);
    const begins = isWithin(period, wait.fromMs);
    if (lengthMs === 0 && !begins) continue;
    const keys: Key[] = [{ by: 'wait', key: wait.for }];
    if (wait.reason !== null && wait.reason !== '') keys.push({ by: 'reason', key: wait.reason });
    sink.add('waited', group, lengthMs, keys, begins ? 1 : 0);
  }
};

/** All that the figures say of one ticket in a period. */
export const tellTicket = (facts: TicketFacts, period: Period, sink: Sink, groupOf: GroupOf): void => {
  if (openedAtMs(facts) >= period.toMs) return;
  const group = groupOf(facts);
  compliance(facts, period, sink, groupOf);
  flow(facts, period, sink, group);
  backlog(facts, period, sink, group, groupOf);
  times(facts, period, sink, group);
  turns(facts, period, sink, groupOf);
  waits(facts, period, sink, group);
};
