import fc from 'fast-check';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { roundUp, workedMin, type ChargedWork } from '../../../shared/expertise/allocate.ts';
import { monthlyLots, type Lot, type TierChange } from '../../../shared/expertise/lot.ts';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import { SHIPPED_TIERS } from '../../../shared/sla/policy.ts';
import { entitlementOf } from '../../../shared/tier/entitlement.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time/instant.ts';

export const zone = compileZone(LEDGER_ZONE);

const FROM_MS = Date.parse('2026-02-20T00:00:00Z');
/** Beyond all that is made here. */
export const AFTER_MS = FROM_MS + 400 * DAY_MS;

/** Minutes after the beginning, thick around the ends of months and the change of clocks. */
const minute = fc.oneof(
  fc.integer({ min: 0, max: 100 * 1_440 }),
  fc
    .constantFrom(...[8, 37, 39, 69, 100].map((day) => day * 1_440 + 23 * 60))
    .chain((at) => fc.integer({ min: at - 90, max: at + 90 })),
);
const instant = minute.map((min) => FROM_MS + min * MINUTE_MS);

const history = fc
  .array(fc.record({ atMs: instant, tier: fc.constantFrom(...SHIPPED_TIERS) }), { maxLength: 4 })
  .map((changes): TierChange[] => [...changes].sort((a, b) => a.atMs - b.atMs));

const pack = fc.record({
  minutes: fc.integer({ min: 1, max: 300 }),
  fromMs: instant,
  untilMs: fc.option(instant),
  kind: fc.constantFrom('pack' as const, 'goodwill' as const),
});

const work = fc
  .array(fc.record({ startMs: instant, min: fc.integer({ min: 1, max: 300 }) }), { maxLength: 12 })
  .chain((entries) =>
    fc.constantFrom(1, 15, 30).map((stepMin) =>
      entries.map(({ startMs, min }, i): ChargedWork => {
        const endMs = startMs + min * MINUTE_MS;
        return { id: `w${i}`, startMs, endMs, chargedMin: roundUp(workedMin({ startMs, endMs }), stepMin) };
      }),
    ),
  );

export type Ledger = {
  readonly lots: readonly Lot[];
  readonly work: readonly ChargedWork[];
  readonly carryOverMaxMin: number;
};

/** A customer's lots and work, as no month looks in life. */
export const ledgers: fc.Arbitrary<Ledger> = fc
  .record({ history, packs: fc.array(pack, { maxLength: 3 }), work, carryOverMaxMin: fc.constantFrom(0, 0, 45, 500) })
  .map(({ history: changes, packs, ...rest }) => ({
    ...rest,
    lots: [
      ...monthlyLots(changes, entitlementOf, zone, AFTER_MS),
      ...packs.map((lot, i): Lot => ({ ...lot, id: `pack:${i}` })),
    ],
  }));
