import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, type Allocation, type WorkPart } from '../../../shared/expertise/allocate.ts';
import { monthAt } from '../../../shared/expertise/month.ts';
import { runs } from '../sla/ticket-arbitraries.ts';
import { AFTER_MS, ledgers, zone, type Ledger } from './ledger-arbitraries.ts';

const paid = ({ lots, work, carryOverMaxMin }: Ledger): Allocation =>
  allocate(lots, work, { zone, asOfMs: AFTER_MS, carryOverAt: () => carryOverMaxMin });

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const partsOf = ({ work }: Allocation): WorkPart[] => work.flatMap(({ parts }) => parts);

describe('the ledger', () => {
  it('conserves minutes: charged = covered + overage, drawn = used, nothing below zero', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const result = paid(ledger);
        const drawn = new Map<string, number>();
        for (const { draws } of partsOf(result)) {
          for (const { lotId, minutes } of draws) drawn.set(lotId, (drawn.get(lotId) ?? 0) + minutes);
        }
        for (const lot of result.lots) {
          expect(lot.usedMin).toBe(drawn.get(lot.id) ?? 0);
          expect(lot.leftMin).toBe(lot.minutes - lot.usedMin);
          expect(lot.leftMin).toBeGreaterThanOrEqual(0);
        }
        result.work.forEach((entry, i) => {
          expect(entry.chargedMin).toBe(ledger.work[i]?.chargedMin);
          expect(entry.coveredMin + entry.overageMin).toBe(entry.chargedMin);
          expect(sum(entry.parts.map(({ chargedMin }) => chargedMin))).toBe(entry.chargedMin);
          expect(sum(entry.parts.map(({ overageMin }) => overageMin))).toBe(entry.overageMin);
          expect(entry.parts.every(({ startMs, endMs }) => monthAt(zone, startMs) === monthAt(zone, endMs - 1))).toBe(
            true,
          );
        });
      }),
      runs(2_000),
    );
  });

  it('draws only on lots that may pay, and leaves no overage while one of them has minutes left', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const result = paid(ledger);
        for (const { startMs, draws, overageMin } of partsOf(result)) {
          const payers = result.lots.filter(
            ({ fromMs, untilMs }) => fromMs <= startMs && (untilMs === null || untilMs > startMs),
          );
          expect(draws.every(({ lotId }) => payers.some(({ id }) => id === lotId))).toBe(true);
          if (overageMin > 0) expect(sum(payers.map(({ leftMin }) => leftMin))).toBe(0);
        }
      }),
      runs(2_000),
    );
  });

  it('does not depend on the order of entry', () => {
    fc.assert(
      fc.property(ledgers, fc.infiniteStream(fc.nat()), (ledger, order) => {
        const shuffled = <One>(list: readonly One[]): One[] =>
          list
            .map((one) => ({ one, at: order.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ one }) => one);
        const again = paid({ ...ledger, lots: shuffled(ledger.lots), work: shuffled(ledger.work) });
        const first = paid(ledger);
        expect(again.lots).toEqual(first.lots);
        expect(new Map(again.work.map((entry) => [entry.id, entry]))).toEqual(
          new Map(first.work.map((entry) => [entry.id, entry])),
        );
      }),
      runs(1_000),
    );
  });

  it('what is worked later never changes what was paid before it', () => {
    fc.assert(
      fc.property(ledgers, fc.nat(), (ledger, pick) => {
        fc.pre(ledger.work.length > 0);
        const last = ledger.work[pick % ledger.work.length];
        if (last === undefined) return;
        const before = (result: Allocation) => partsOf(result).filter(({ startMs }) => startMs < last.startMs);
        const without = paid({ ...ledger, work: ledger.work.filter((entry) => entry !== last) });
        const sorted = (parts: readonly WorkPart[]) => parts.map((part) => JSON.stringify(part)).sort();
        expect(sorted(before(paid(ledger)))).toEqual(sorted(before(without)));
      }),
      runs(1_000),
    );
  });

  it('carries over no more than is allowed, and only for a month', () => {
    fc.assert(
      fc.property(ledgers, (ledger) => {
        const { lots } = paid(ledger);
        const carried = lots.filter(({ kind }) => kind === 'carried');
        if (ledger.carryOverMaxMin === 0) expect(carried).toEqual([]);
        for (const lot of carried) {
          const source = lots.find(({ kind, untilMs }) => kind === 'monthly' && untilMs === lot.fromMs);
          expect(lot.minutes).toBe(Math.min(ledger.carryOverMaxMin, source?.leftMin ?? 0));
          expect(monthAt(zone, (lot.untilMs ?? 0) - 1)).toBe(monthAt(zone, lot.fromMs));
        }
      }),
      runs(1_000),
    );
  });
});
