import type { Zone } from '../calendar/zone.ts';
import { MINUTE_MS, type InstantMs } from '../time/instant.ts';
import { LOT_KINDS, type Lot } from './lot.ts';
import { monthAt, monthEndMs, monthName } from './month.ts';

/** Work that is charged, in [startMs, endMs), whole minutes. `chargedMin` is at least what was worked. */
export type ChargedWork = {
  readonly id: string;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
  readonly chargedMin: number;
};

export type Draw = { readonly lotId: string; readonly minutes: number };

/** What of an entry falls in one month, and who pays for it. */
export type WorkPart = {
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
  readonly chargedMin: number;
  readonly draws: readonly Draw[];
  readonly overageMin: number;
};

export type PaidWork = {
  readonly id: string;
  readonly chargedMin: number;
  readonly coveredMin: number;
  readonly overageMin: number;
  readonly parts: readonly WorkPart[];
};

export type UsedLot = Lot & { readonly usedMin: number; readonly leftMin: number };

export type Allocation = { readonly lots: readonly UsedLot[]; readonly work: readonly PaidWork[] };

/** Elapsed minutes; both ends are whole minutes. */
export const workedMin = ({ startMs, endMs }: { readonly startMs: InstantMs; readonly endMs: InstantMs }): number =>
  (endMs - startMs) / MINUTE_MS;

/** What is charged for worked minutes: rounded up to a multiple of the step, once for the entry (hours/SPEC: Work). */
export const roundUp = (minutes: number, stepMin: number): number => Math.ceil(minutes / stepMin) * stepMin;

type Piece = {
  readonly id: string;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
  readonly chargedMin: number;
};

type Span = { readonly startMs: InstantMs; readonly endMs: InstantMs };

/** An interval cut at the ends of months. */
export const monthParts = ({ startMs, endMs }: Span, zone: Zone): Span[] => {
  const parts: Span[] = [];
  for (let atMs = startMs; atMs < endMs; atMs = parts.at(-1)?.endMs ?? endMs) {
    parts.push({ startMs: atMs, endMs: Math.min(endMs, monthEndMs(zone, atMs)) });
  }
  return parts;
};

/** Cuts an entry at the ends of months; what rounding adds is charged with the last part. */
const cut = ({ id, startMs, endMs, chargedMin }: ChargedWork, zone: Zone): Piece[] => {
  let toCharge = chargedMin;
  return monthParts({ startMs, endMs }, zone).map((part) => {
    const minutes = part.endMs === endMs ? toCharge : workedMin(part);
    toCharge -= minutes;
    return { id, ...part, chargedMin: minutes };
  });
};

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which lots pay: the soonest end, then the oldest, then as LOT_KINDS says. */
const comparePayers = (a: Lot, b: Lot): number =>
  (a.untilMs ?? Infinity) - (b.untilMs ?? Infinity) ||
  a.fromMs - b.fromMs ||
  LOT_KINDS.indexOf(a.kind) - LOT_KINDS.indexOf(b.kind) ||
  compareText(a.id, b.id);

export type AllocateOptions = {
  readonly zone: Zone;
  /** What months left over is carried on up to this instant. */
  readonly asOfMs: InstantMs;
  /** Most minutes of the month which ends at an instant that the next may still use; without it what is unused expires, which is the default (DOMAIN: Lots). */
  readonly carryOverAt?: (endMs: InstantMs) => number;
};

/**
 * Says who pays for which work (hours/SPEC: Work): parts in the order of their start, then of the entry's id, each from the lots that may pay
 * for it, to their last minute; what is left is overage. Neither the order of `lots` nor that of `work` matters; `work` comes back as it was
 * given, lots by their beginning.
 */
export const allocate = (
  lots: readonly Lot[],
  work: readonly ChargedWork[],
  { zone, asOfMs, carryOverAt }: AllocateOptions,
): Allocation => {
  const left = new Map(lots.map(({ id, minutes }) => [id, minutes]));
  let payers = [...lots].sort(comparePayers);
  const carried: Lot[] = [];
  const toCarry = carryOverAt === undefined ? [] : lots.filter(({ kind }) => kind === 'monthly');
  const waiting = [...toCarry].sort((a, b) => (a.untilMs ?? 0) - (b.untilMs ?? 0));
  /** Every part that a month's lot could pay for has been served: what is left of it is known. */
  const endMonthsUpTo = (ms: InstantMs): void => {
    while ((waiting[0]?.untilMs ?? Infinity) <= ms) {
      const ended = waiting.shift();
      if (ended?.untilMs == null) continue;
      const minutes = Math.min(carryOverAt?.(ended.untilMs) ?? 0, left.get(ended.id) ?? 0);
      if (minutes === 0) continue;
      const lot: Lot = {
        id: `carried:${monthName(monthAt(zone, ended.untilMs))}`,
        kind: 'carried',
        fromMs: ended.untilMs,
        untilMs: monthEndMs(zone, ended.untilMs),
        minutes,
      };
      carried.push(lot);
      left.set(lot.id, minutes);
      payers = [...payers, lot].sort(comparePayers);
    }
  };

  const parts = new Map<string, WorkPart[]>();
  const pieces = work
    .flatMap((entry) => cut(entry, zone))
    .sort((a, b) => a.startMs - b.startMs || compareText(a.id, b.id));
  for (const { id, ...piece } of pieces) {
    endMonthsUpTo(piece.startMs);
    let open = piece.chargedMin;
    const draws: Draw[] = [];
    for (const lot of payers) {
      if (open === 0) break;
      if (lot.fromMs > piece.startMs || (lot.untilMs !== null && lot.untilMs <= piece.startMs)) continue;
      const minutes = Math.min(open, left.get(lot.id) ?? 0);
      if (minutes === 0) continue;
      draws.push({ lotId: lot.id, minutes });
      left.set(lot.id, (left.get(lot.id) ?? 0) - minutes);
      open -= minutes;
    }
    const known = parts.get(id) ?? [];
    known.push({ ...piece, draws, overageMin: open });
    parts.set(id, known);
  }
  endMonthsUpTo(asOfMs);

  const paid = work.map(({ id, chargedMin }): PaidWork => {
    const own = parts.get(id) ?? [];
    const overageMin = own.reduce((sum, part) => sum + part.overageMin, 0);
    return { id, chargedMin, coveredMin: chargedMin - overageMin, overageMin, parts: own };
  });
  const used = [...lots, ...carried]
    .map((lot): UsedLot => {
      const leftMin = left.get(lot.id) ?? 0;
      return { ...lot, usedMin: lot.minutes - leftMin, leftMin };
    })
    .sort(
      (a, b) => a.fromMs - b.fromMs || LOT_KINDS.indexOf(a.kind) - LOT_KINDS.indexOf(b.kind) || compareText(a.id, b.id),
    );
  return { lots: used, work: paid };
};
