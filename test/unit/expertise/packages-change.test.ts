import { expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { Customer } from '../../../shared/customer/customer.ts';
import { foldCustomer } from '../../../shared/customer/fold-customer.ts';
import { ledgerOf, type LedgerRules } from '../../../shared/expertise/ledger.ts';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import { instant } from '../../support/world.ts';

const zone = compileZone(LEDGER_ZONE);
const CHANGE_MS = instant('2026-05-12T08:00:00Z');

const standard = (sinceMs: number | null): Customer =>
  foldCustomer(
    [
      {
        ...{ kind: 'customerAdded', name: 'Acme', tier: 'standard', sinceMs },
        ...{ id: 'a', actor: 'ada', recordedAtMs: instant('2026-03-10T09:00:00Z') },
      },
    ],
    zone,
  );

/** STANDARD has nothing before the change, and afterwards what is given here. */
const rules = (minutes: number, expertAccess: 'always' | 'firstThreeMonths' = 'always'): LedgerRules => ({
  zone,
  packageAt: (_tier, atMs) =>
    atMs < CHANGE_MS ? { expertAccess: 'none', monthlyMinutes: 0 } : { expertAccess, monthlyMinutes: minutes },
  packagesChangeAtMs: [CHANGE_MS],
  carryOverAt: () => 0,
});

const lotsOf = (customer: Customer, of: LedgerRules) =>
  ledgerOf(customer, of, instant('2026-06-15T00:00:00Z')).lots.map(({ fromMs, minutes }) => [
    formatInstant(fromMs),
    minutes,
  ]);

it('customers who had their tier before its package became another get the other from then on', () => {
  expect(lotsOf(standard(instant('2025-01-01T00:00:00Z')), rules(60))).toEqual([
    ['2026-05-12T08:00:00Z', 60],
    ['2026-05-31T22:00:00Z', 60],
  ]);
});

it('first months that become part of a tier later count from its activation, where that is known', () => {
  expect(lotsOf(standard(instant('2026-04-02T00:00:00Z')), rules(60, 'firstThreeMonths'))).toHaveLength(2);
  expect(lotsOf(standard(instant('2025-01-01T00:00:00Z')), rules(60, 'firstThreeMonths'))).toEqual([]);
  expect(lotsOf(standard(null), rules(60, 'firstThreeMonths'))).toEqual([]);
});
