import { describe, expect, it } from 'vitest';
import { nowShare, stretchShares, tierStretches } from '../../../renderer/features/customers/tier-stretches.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';

const now = Date.parse('2026-11-23T09:00:00Z');
const entry = (tier: string, inDays: number) => ({
  ...{ id: tier, tier, atMs: now + inDays * DAY_MS, isAssumed: false, change: null },
  ...{ recordedBy: 'Ada', recordedAtMs: now },
});
const stretches = tierStretches([entry('standard', -300), entry('bronze', -100), entry('silver', 10)], now);

describe('a history as stretches', () => {
  it('ends each with the next', () => {
    expect(stretches.map(({ tier, standing }) => [tier, standing])).toEqual([
      ['standard', 'past'],
      ['bronze', 'present'],
      ['silver', 'toCome'],
    ]);
    expect(stretches.map(({ untilMs }) => untilMs)).toEqual([stretches[1]?.atMs, stretches[2]?.atMs, null]);
  });

  it('takes of the picture what it took of time, and a little for an end that is open', () => {
    const shares = stretchShares(stretches, now);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);
    expect((shares[0] ?? 0) / (shares[1] ?? 1)).toBeCloseTo(200 / 110);
    expect(shares[2]).toBeGreaterThan(0);
  });

  it('has now within the present one', () => {
    expect(nowShare(stretches, now)).toBeCloseTo(100 / 110);
    const open = tierStretches([entry('gold', -100)], now);
    expect(nowShare(open, now)).toBeCloseTo(1 / 1.12);
    expect(stretchShares(open, now)).toEqual([1]);
    expect(nowShare([], now)).toBeNull();
  });
});
