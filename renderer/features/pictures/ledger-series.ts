import type { Zone } from '../../../shared/calendar/zone.ts';
import { monthAt, monthStartMs, type Month } from '../../../shared/expertise/month.ts';
import type { ConsumptionRow, LedgerView, MonthRow } from '../../../shared/ipc/expertise-schemas.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';

/** So many months up to one, that one included. */
export const lastMonths = (month: Month, count: number): Month[] =>
  Array.from({ length: count }, (_, i) => month - count + 1 + i);

const NOTHING = { grantedMin: 0, workedMin: 0, chargedMin: 0, coveredMin: 0, overageMin: 0, expiredMin: 0 };

/** The months of a ledger, those in which nothing was too. */
export const monthRows = ({ months }: Pick<LedgerView, 'months'>, wanted: readonly Month[]): MonthRow[] =>
  wanted.map((month) => months.find((row) => row.month === month) ?? { month, ...NOTHING });

type Keyed = { readonly key: string; readonly total: number };

/** What is named by a key, the largest first. */
const byTotal = (rows: readonly ConsumptionRow[], keyOf: (row: ConsumptionRow) => string): Keyed[] => {
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) + row.chargedMin);
  return [...totals]
    .map(([key, total]) => ({ key, total }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || (a.key < b.key ? -1 : 1));
};

export type Shares = {
  /** The largest first; what comes after `most` is one at the end, under null. */
  readonly keys: readonly (string | null)[];
  readonly minutesOf: (month: Month, key: string | null) => number;
};

/** Charged work by month and by kind, expert or whatever a row is named by. */
export const sharesOf = (
  rows: readonly ConsumptionRow[],
  keyOf: (row: ConsumptionRow) => string,
  most: number,
): Shares => {
  const all = byTotal(rows, keyOf).map(({ key }) => key);
  const named = all.length > most ? all.slice(0, most - 1) : all;
  const isNamed = new Set(named);
  return {
    keys: all.length > most ? [...named, null] : named,
    minutesOf: (month, key) =>
      rows
        .filter((row) => row.month === month && (key === null ? !isNamed.has(keyOf(row)) : keyOf(row) === key))
        .reduce((sum, { chargedMin }) => sum + chargedMin, 0),
  };
};

/** What is left at the start of a day of the month; `leftMin` null where it is still to come. */
export type BurnPoint = {
  readonly atMs: InstantMs;
  readonly leftMin: number | null;
  /** What would be left if the hours were used evenly. */
  readonly paceMin: number;
};

export type BurnDown = {
  readonly grantedMin: number;
  readonly fromMs: InstantMs;
  readonly untilMs: InstantMs;
  readonly points: readonly BurnPoint[];
};

const daysOf = (zone: Zone, month: Month): InstantMs[] => {
  const startMs = monthStartMs(zone, month);
  const days = Math.round((monthStartMs(zone, month + 1) - startMs) / DAY_MS);
  // A day of a changing clock is an hour longer or shorter, which nobody sees on this axis.
  return Array.from({ length: days + 1 }, (_, i) => startMs + i * DAY_MS);
};

/** How the hours of the present month are used up, day by day; null where the month has none. */
export const burnDown = (
  { lots, work, asOfMs }: Pick<LedgerView, 'lots' | 'work' | 'asOfMs'>,
  zone: Zone,
): BurnDown | null => {
  const month = monthAt(zone, asOfMs);
  const own = lots.filter(
    ({ kind, fromMs }) => (kind === 'monthly' || kind === 'carried') && monthAt(zone, fromMs) === month,
  );
  if (own.length === 0) return null;
  const ids = new Set(own.map(({ id }) => id));
  const fromMs = Math.min(...own.map((lot) => lot.fromMs));
  const untilMs = monthStartMs(zone, month + 1);
  const grantedMin = own.reduce((sum, { minutes }) => sum + minutes, 0);
  const drawn = work
    .flatMap(({ parts }) => parts)
    .flatMap(({ startMs, draws }) =>
      draws.filter(({ lotId }) => ids.has(lotId)).map(({ minutes }) => ({ startMs, minutes })),
    );
  const leftAt = (ms: InstantMs): number =>
    grantedMin - drawn.filter(({ startMs }) => startMs < ms).reduce((sum, { minutes }) => sum + minutes, 0);
  const instants = [
    ...new Set([fromMs, ...daysOf(zone, month).filter((ms) => ms > fromMs && ms < untilMs), asOfMs, untilMs]),
  ];
  return {
    ...{ grantedMin, fromMs, untilMs },
    points: instants
      .sort((a, b) => a - b)
      .map((atMs) => ({
        atMs,
        leftMin: atMs <= asOfMs ? leftAt(atMs) : null,
        paceMin: Math.round((grantedMin * (untilMs - atMs)) / (untilMs - fromMs)),
      })),
  };
};

export type BalancePoint = { readonly atMs: InstantMs; readonly leftMin: number };

/** The balance of packs and goodwill over time, a point after every change and one now; empty where there never was one. */
export const packBalance = ({ lots, work, asOfMs }: Pick<LedgerView, 'lots' | 'work' | 'asOfMs'>): BalancePoint[] => {
  const packs = lots.filter(({ kind, fromMs }) => (kind === 'pack' || kind === 'goodwill') && fromMs <= asOfMs);
  if (packs.length === 0) return [];
  const ids = new Set(packs.map(({ id }) => id));
  const changes = [
    ...packs.map(({ fromMs, minutes }) => ({ atMs: fromMs, minutes })),
    ...packs.flatMap(({ untilMs, leftMin }) =>
      untilMs !== null && untilMs <= asOfMs && leftMin > 0 ? [{ atMs: untilMs, minutes: -leftMin }] : [],
    ),
    ...work.flatMap(({ parts }) =>
      parts.flatMap(({ startMs, draws }) =>
        draws.filter(({ lotId }) => ids.has(lotId)).map(({ minutes }) => ({ atMs: startMs, minutes: -minutes })),
      ),
    ),
  ]
    .filter(({ atMs }) => atMs <= asOfMs)
    .sort((a, b) => a.atMs - b.atMs || b.minutes - a.minutes);
  const points: BalancePoint[] = [];
  let leftMin = 0;
  for (const { atMs, minutes } of changes) {
    leftMin += minutes;
    if (points.at(-1)?.atMs === atMs) points.pop();
    points.push({ atMs, leftMin });
  }
  return points.at(-1)?.atMs === asOfMs ? points : [...points, { atMs: asOfMs, leftMin }];
};
