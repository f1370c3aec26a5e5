import type { TierId } from '../sla/policy.ts';
import type { InstantMs } from '../time/instant.ts';
import type { Customer } from './customer.ts';
import type { CustomerEvent } from './customer-event.ts';
import type { CustomerLine } from './customer-line.ts';
import type { Listed, Report } from './listed.ts';

/** What a decision about a list may ask beside its lines. */
export type Context = {
  readonly nowMs: InstantMs;
  /** The id of a new contact. */
  readonly newId: () => string;
  readonly dateText: (ms: InstantMs) => string;
};

type Tiers = readonly Pick<Customer['tiers'][number], 'tier' | 'atMs' | 'isAssumed'>[];
type DatedLine = CustomerLine & { readonly tier: TierId; readonly sinceMs: InstantMs };
type TieredLine = CustomerLine & { readonly tier: TierId };

const isTiered = (line: CustomerLine): line is TieredLine => line.tier !== null;
const isDated = (line: CustomerLine): line is DatedLine => line.tier !== null && line.sinceMs !== null;

const inOrder = (tiers: Tiers): Tiers => [...tiers].sort((a, b) => a.atMs - b.atMs);

/** With a tier that a list told: what was assumed to begin then or later gives way, as the fold of the event has it. */
const withTier = (tiers: Tiers, tier: TierId, atMs: InstantMs): Tiers =>
  inOrder([...tiers.filter((one) => !one.isAssumed || one.atMs < atMs), { tier, atMs, isAssumed: false }]);

/** Lines whose tier may be taken; the others are reported. */
export const withoutClashes = (lines: readonly CustomerLine[], { error }: Report): CustomerLine[] =>
  lines.filter((line) => {
    const other = lines.filter(isDated).find((one) => one.sinceMs === line.sinceMs && one.tier !== line.tier);
    if (!isDated(line) || other === undefined) return true;
    error(
      line,
      `says ${line.tier} for ${line.name} and line ${other.line} says ${other.tier} from the same instant: a customer has one tier at a time; ` +
        'neither was taken: correct a date, or take one of the two out',
    );
    return false;
  });

/** The events that a list's tiers come to, and what the history is with them. */
const decideDated = (
  known: Tiers,
  lines: readonly DatedLine[],
  { dateText }: Context,
  report: Report,
): { readonly events: CustomerEvent[]; readonly tiers: Tiers } => {
  let tiers = known;
  const events: CustomerEvent[] = [];
  const told = new Set<InstantMs>();
  for (const line of [...lines].sort((a, b) => a.sinceMs - b.sinceMs)) {
    const { tier, sinceMs: atMs } = line;
    if (told.has(atMs)) continue;
    told.add(atMs);
    const sure = tiers.filter(({ isAssumed }) => !isAssumed);
    const same = sure.find((one) => one.atMs === atMs);
    const covering = sure.findLast((one) => one.atMs <= atMs);
    if (same !== undefined && same.tier !== tier) {
      report.error(
        line,
        `says ${tier} for ${line.name}, which Vigie knows to have had ${same.tier} from that very instant: correct the date`,
      );
    } else if (same === undefined && covering?.tier === tier) {
      report.warn(
        line,
        `says ${tier}, which ${line.name} has had since ${dateText(covering.atMs)} already; left as it is`,
      );
    } else if (same === undefined) {
      events.push({ kind: 'tierImported', tier, atMs, isListed: true });
      tiers = withTier(tiers, tier, atMs);
    }
  }
  return { events, tiers };
};

/** Lines that say a tier without a date say what is known, or are reported. */
const checkUndated = (tiers: Tiers, lines: readonly TieredLine[], nowMs: InstantMs, { error }: Report): void => {
  const present = tiers.findLast(({ atMs }) => atMs <= nowMs)?.tier ?? tiers[0]?.tier;
  for (const line of lines.filter(({ tier }) => tier !== present)) {
    error(
      line,
      `says ${line.tier} for ${line.name} without a date, and Vigie has ${present ?? 'none'}: say since when, or change the tier on the customer's page`,
    );
  }
};

/** The first tier of a new customer and the events that add it; null where its lines do not tell. */
export const decideNew = (lines: readonly CustomerLine[], context: Context, report: Report): CustomerEvent[] | null => {
  const [first] = lines;
  if (first === undefined) return null;
  const tiered = lines.filter(isTiered);
  const [told] = tiered;
  if (told === undefined) {
    for (const line of lines)
      report.error(line, `names no tier of ${line.name}, which Vigie does not know: add its tier`);
    return null;
  }
  const dated = lines.filter(isDated).sort((a, b) => a.sinceMs - b.sinceMs);
  const [earliest, ...later] = dated;
  if (earliest === undefined) {
    const other = tiered.find(({ tier }) => tier !== told.tier);
    if (other === undefined) {
      return [{ kind: 'customerAdded', name: first.name, tier: told.tier, sinceMs: null, isListed: true }];
    }
    for (const line of tiered) {
      report.error(
        line,
        `says ${line.tier} for ${line.name}, and other lines another tier, without dates: say since when it has each`,
      );
    }
    return null;
  }
  const added: CustomerEvent = {
    kind: 'customerAdded',
    name: first.name,
    tier: earliest.tier,
    sinceMs: earliest.sinceMs,
    isListed: true,
  };
  const start = [{ tier: earliest.tier, atMs: earliest.sinceMs, isAssumed: false }];
  const { events, tiers } = decideDated(start, later, context, report);
  checkUndated(
    tiers,
    tiered.filter((line) => !isDated(line)),
    context.nowMs,
    report,
  );
  return [added, ...events];
};

/** The tiers of a known customer that no list told before. */
export const decideKnown = (
  customer: Customer,
  listed: Listed['tiers'],
  all: readonly CustomerLine[],
  context: Context,
  report: Report,
): CustomerEvent[] => {
  const lines = all.filter(
    ({ tier, sinceMs }) => !listed.some((before) => before.tier === tier && before.sinceMs === sinceMs),
  );
  const { events, tiers } = decideDated(customer.tiers, lines.filter(isDated), context, report);
  checkUndated(
    tiers,
    lines.filter(isTiered).filter((line) => !isDated(line)),
    context.nowMs,
    report,
  );
  return events;
};
