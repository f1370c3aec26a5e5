import { describe, expect, it } from 'vitest';
import { endingOf, orderStandings, type StandingView } from '../../../renderer/features/expertise/standing-order.ts';
import type { MonthStanding } from '../../../shared/ipc/expertise-schemas.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';

const NOW = Date.UTC(2026, 10, 23, 9);

const standing = (
  customer: string,
  facts: Partial<MonthStanding> = {},
  entitlement: Partial<MonthStanding['entitlement']> = {},
): MonthStanding => ({
  ...{ customerId: 1, customer, tier: 'silver', grantedMin: 120, usedMin: 0, leftMin: 120, overageMin: 0 },
  ...{ packLeftMin: 0, packEndsAtMs: null, ...facts },
  entitlement: { isEntitled: true, reason: 'tier', endsAtMs: null, leftMin: 120, monthlyLeftMin: 120, ...entitlement },
});

const ALL: StandingView = { sort: 'customer', isDescending: false, isUnusedOnly: false };
const order = (standings: MonthStanding[], view: Partial<StandingView> = {}): string =>
  orderStandings(standings, { ...ALL, ...view }, NOW)
    .map(({ customer }) => customer)
    .join(' ');

describe('the order of the standings', () => {
  const list = [
    standing('c', { leftMin: 30 }),
    standing('a', { leftMin: 90, overageMin: 15 }),
    standing('b', { leftMin: 0, packLeftMin: 300 }),
  ];

  it.each([
    [{}, 'a b c'],
    [{ isDescending: true }, 'c b a'],
    [{ sort: 'left' }, 'b c a'],
    [{ sort: 'left', isDescending: true }, 'a c b'],
    [{ sort: 'overage', isDescending: true }, 'a b c'],
    [{ sort: 'pack', isDescending: true }, 'b a c'],
    [{ isUnusedOnly: true }, 'a c'],
  ] as const)('%o: %s', (view, wanted) => expect(order(list, view)).toBe(wanted));

  it('those whose access ends soon come first, the soonest above', () => {
    const ends = (days: number) => ({ reason: 'firstMonths', endsAtMs: NOW + days * DAY_MS }) as const;
    const more = [standing('y', {}, ends(20)), standing('z', {}, ends(5)), standing('x', {}, ends(60))];
    expect(order([...list, ...more])).toBe('z y a b c x');
    expect(more.map((one) => endingOf(one, NOW))).toEqual(['soon', 'verySoon', null]);
  });

  it('access by a pack ends with it; that of a tier does not while packs go on', () => {
    const soon = { endsAtMs: NOW + DAY_MS, isEntitled: true } as const;
    expect(endingOf(standing('p', {}, { ...soon, reason: 'pack' }), NOW)).toBe('verySoon');
    const goesOn = { ...soon, reason: 'firstMonths', leftMin: 600, monthlyLeftMin: 120 } as const;
    expect(endingOf(standing('q', {}, goesOn), NOW)).toBeNull();
  });
});
