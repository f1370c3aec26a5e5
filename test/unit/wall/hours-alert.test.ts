import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../shared/time/instant.ts';
import { compareHours, hoursAlert, hoursTurnMs, type HoursAlert } from '../../../shared/wall/hours-alert.ts';

const NOW = 1_800_000_000_000;
type Lot = Parameters<typeof hoursAlert>[0][number];
const lot = (leftMin: number, more: Partial<Lot> = {}): Lot => ({
  ...{ kind: 'monthly', fromMs: NOW - 5 * DAY_MS, untilMs: NOW + 20 * DAY_MS, minutes: 120, leftMin },
  ...more,
});
const ALWAYS = { isEntitled: true, reason: 'tier', endsAtMs: null } as const;
const FIRST = { isEntitled: true, reason: 'firstMonths', endsAtMs: NOW + 10 * DAY_MS } as const;
const pack = (leftMin: number, days: number | null): Lot =>
  lot(leftMin, { kind: 'pack', minutes: 600, untilMs: days === null ? null : NOW + days * DAY_MS });
const kindOf = (lots: readonly Lot[], access: Parameters<typeof hoursAlert>[1] = ALWAYS) =>
  hoursAlert(lots, access, NOW)?.kind ?? null;

describe('hours that run out', () => {
  it('are told from a quarter on', () => {
    expect(kindOf([lot(31)])).toBeNull();
    expect(hoursAlert([lot(30)], ALWAYS, NOW)).toEqual({
      kind: 'nearlyUsed',
      leftMin: 30,
      grantedMin: 120,
      atMs: null,
    });
    expect(kindOf([lot(0)])).toBe('usedUp');
    // What is over and what is to come pays for nothing now.
    const past = lot(120, { fromMs: NOW - 40 * DAY_MS, untilMs: NOW });
    const later = lot(120, { fromMs: NOW + 1 });
    expect(kindOf([lot(15), past, later])).toBe('nearlyUsed');
  });

  it('are none of a customer that has none', () => {
    expect(kindOf([])).toBeNull();
    expect(kindOf([lot(0, { untilMs: NOW })])).toBeNull();
  });

  it('are looked at together: a pack stands in for a month that is used up', () => {
    expect(kindOf([lot(0), pack(600, null)])).toBeNull();
    expect(kindOf([lot(0), pack(180, null)])).toBe('nearlyUsed');
  });

  it('lapse: of packs two weeks ahead, of a month three days', () => {
    expect(hoursAlert([pack(600, 14)], ALWAYS, NOW)).toMatchObject({ kind: 'lapses', atMs: NOW + 14 * DAY_MS });
    expect(kindOf([pack(600, 15)])).toBeNull();
    expect(kindOf([lot(100, { untilMs: NOW + 3 * DAY_MS })])).toBe('monthEnds');
    expect(kindOf([lot(100, { untilMs: NOW + 3 * DAY_MS + 1 })])).toBeNull();
    // Nothing is left of the pack that ends.
    expect(kindOf([pack(0, 2), lot(120, { minutes: 10 }), lot(700)])).toBeNull();
  });

  it('end with access that is for the first months only', () => {
    expect(hoursAlert([lot(100)], FIRST, NOW)).toMatchObject({ kind: 'accessEnds', atMs: FIRST.endsAtMs });
    expect(kindOf([lot(100)], { ...FIRST, endsAtMs: NOW + 15 * DAY_MS })).toBeNull();
    expect(kindOf([lot(100)], { ...FIRST, reason: 'tier' })).toBeNull();
  });

  it('change next when something begins, ends, or comes near its end', () => {
    expect(hoursTurnMs([lot(100)], ALWAYS, NOW)).toBe(NOW + 6 * DAY_MS);
    expect(hoursTurnMs([lot(100, { fromMs: NOW + DAY_MS })], FIRST, NOW)).toBe(NOW + DAY_MS);
    expect(hoursTurnMs([], ALWAYS, NOW)).toBe(Infinity);
    const at = hoursTurnMs([pack(600, 20)], ALWAYS, NOW);
    expect([hoursAlert([pack(600, 20)], ALWAYS, at - 1), hoursAlert([pack(600, 20)], ALWAYS, at)?.kind]).toEqual([
      null,
      'lapses',
    ]);
  });

  it('stand in the order of their urgency', () => {
    const row = (customer: string, alert: Partial<HoursAlert>) => ({
      ...{ customer, alert: { kind: 'usedUp', leftMin: 0, grantedMin: 120, atMs: null, ...alert } as const },
    });
    const rows = [
      row('d', {}),
      row('c', { kind: 'lapses', atMs: NOW + 2 }),
      row('b', { kind: 'lapses', atMs: NOW + 1 }),
      row('a', { kind: 'nearlyUsed', leftMin: 30 }),
      row('e', { kind: 'nearlyUsed', leftMin: 15 }),
    ];
    expect(rows.sort(compareHours).map(({ customer }) => customer)).toEqual(['e', 'a', 'b', 'c', 'd']);
  });
});
