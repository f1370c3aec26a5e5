import { z } from 'zod';
import type { Zone } from '../calendar/zone.ts';
import { caseInstant, readCase } from '../sla/case-line.ts';
import { entitlementOf } from '../tier/entitlement.ts';
import { formatInstant, MINUTE_MS } from '../time/instant.ts';
import { allocate, roundUp, workedMin, type ChargedWork } from './allocate.ts';
import { monthlyLots, type Lot, type TierChange } from './lot.ts';
import { workFault } from './work-fault.ts';

const minutes = z.int().min(1).max(1_000_000);
const hoursCase = z.object({
  id: z.union([z.string(), z.number()]),
  asOf: caseInstant,
  stepMin: z.int().min(1).max(1_440).default(15),
  tiers: z.array(z.object({ tier: z.string(), from: caseInstant })),
  packs: z.array(z.object({ minutes, from: caseInstant, until: caseInstant.nullable() })),
  work: z.array(
    z.object({ id: z.union([z.string(), z.number()]).transform(String), start: caseInstant, end: caseInstant }),
  ),
});

type WireLot = {
  readonly kind: string;
  readonly from: string;
  readonly until: string | null;
  readonly minutes: number;
  readonly used: number;
  readonly left: number;
};

type WireWork = {
  readonly id: string;
  readonly worked: number;
  readonly charged: number;
  readonly covered: number;
  readonly overage: number;
};

export type HoursAnswer =
  | { readonly id: string | number; readonly lots: readonly WireLot[]; readonly work: readonly WireWork[] }
  | { readonly id: string | number; readonly error: string };

/** Answers one line of a cases file (hours/SPEC: On the command line); throws an Error whose message says what is wrong with the line. */
export const answerHoursCase = (line: string, zone: Zone): HoursAnswer => {
  const { id, asOf, stepMin, tiers, packs, work } = readCase(hoursCase, line);
  const unordered = tiers.findIndex(({ from }, i) => from < (tiers[i - 1]?.from ?? 0));
  if (unordered >= 0) return { id, error: `tiers.${unordered}: the changes of the tier are not in the order of time` };
  const seen = new Set<string>();
  for (const { id: workId, start, end } of work) {
    const fault = workFault({ startMs: start, endMs: end });
    if (fault !== null) return { id, error: `work ${workId}: ${fault.message}` };
    if (seen.has(workId)) return { id, error: `work ${workId}: another entry has this id` };
    seen.add(workId);
  }
  const history = tiers.map(({ tier, from }): TierChange => ({ tier, atMs: from }));
  const given = work.filter(({ start }) => start <= asOf);
  const lastMs = Math.max(asOf, ...given.map(({ end }) => end - MINUTE_MS));
  const lots: Lot[] = [
    ...monthlyLots(history, entitlementOf, zone, lastMs),
    ...packs.map(({ minutes: size, from, until }, i): Lot => ({
      id: `pack:${String(i).padStart(6, '0')}`,
      ...{ kind: 'pack', minutes: size, fromMs: from, untilMs: until },
    })),
  ];
  const charged = given.map(({ id: workId, start, end }): ChargedWork => {
    const worked = workedMin({ startMs: start, endMs: end });
    return { id: workId, startMs: start, endMs: end, chargedMin: roundUp(worked, stepMin) };
  });
  const { lots: used, work: paid } = allocate(lots, charged, { zone, asOfMs: asOf });
  return {
    id,
    lots: used
      .filter(({ fromMs }) => fromMs <= asOf)
      .map((lot) => ({
        kind: lot.kind,
        from: formatInstant(lot.fromMs),
        until: lot.untilMs === null ? null : formatInstant(lot.untilMs),
        ...{ minutes: lot.minutes, used: lot.usedMin, left: lot.leftMin },
      })),
    work: paid.map((one, i) => ({
      id: one.id,
      worked: workedMin(charged[i] ?? { startMs: 0, endMs: 0 }),
      ...{ charged: one.chargedMin, covered: one.coveredMin, overage: one.overageMin },
    })),
  };
};
