import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import {
  entitlementSentence,
  entitlementShort,
  tiersWithExperts,
} from '../../../renderer/features/customers/entitlement-words.ts';
import { lastDay, ledgerDay } from '../../../renderer/features/customers/ledger-day.ts';
import { rowMarks } from '../../../renderer/features/customers/row-marks.ts';
import { inAskingOrder, presetChannel } from '../../../renderer/features/customers/tier-order.ts';
import { LOCALES, MESSAGES } from '../../../renderer/i18n/messages.ts';
import { CUSTOMER_TABS } from '../../../renderer/state/customer-store.ts';
import { CONTACT_ROLES } from '../../../shared/customer/contact-role.ts';
import { TIER_CHANNELS } from '../../../shared/customer/tier-channel.ts';
import type { ExpertEntitlement } from '../../../shared/ipc/customer-schemas.ts';
import { DAY_MS } from '../../../shared/time/instant.ts';
import { rules } from '../sla/tell.ts';

const now = Date.parse('2026-11-23T09:00:00+01:00');
const december = Date.parse('2026-12-01T00:00:00+01:00');
const february = Date.parse('2027-02-01T00:00:00+01:00');
const inEnglish = createIntl({ locale: LOCALES.en, messages: { ...MESSAGES.en } });
const inFrench = createIntl({ locale: LOCALES.fr, messages: { ...MESSAGES.fr } });

const entitled: ExpertEntitlement = {
  ...{ isEntitled: true, reason: 'tier', endsAtMs: null, leftMin: 90, monthlyLeftMin: 90 },
};
const refused: ExpertEntitlement = {
  ...{ isEntitled: false, reason: 'none', endsAtMs: null, leftMin: 0, monthlyLeftMin: 0 },
};
const say = (entitlement: ExpertEntitlement, tier = 'silver', intl = inEnglish): string =>
  entitlementSentence(intl, entitlement, { tier, openers: tiersWithExperts(rules), nowMs: now });

describe('the sentence of an entitlement', () => {
  it('tells what is left, until the last day of it', () => {
    expect(say(entitled)).toBe('Experts: 1 h 30 left');
    expect(say({ ...entitled, reason: 'firstMonths', endsAtMs: february }, 'bronze')).toBe(
      'Experts: 1 h 30 left, until 31 January 2027',
    );
    expect(say({ ...entitled, endsAtMs: december })).toBe('Experts: 1 h 30 left, until 30 November');
  });

  it('tells packs apart from what ends with the month or the tier', () => {
    expect(say({ ...entitled, leftMin: 390 })).toBe('Experts: 6 h 30 left, 1 h 30 of it until the end of the month');
    expect(say({ ...entitled, leftMin: 390, endsAtMs: december })).toBe(
      'Experts: 6 h 30 left; with SILVER until 30 November, then 5 h in packs',
    );
    const pack: ExpertEntitlement = { ...entitled, reason: 'pack', monthlyLeftMin: 0, leftMin: 300 };
    expect(say(pack, 'standard')).toBe('Experts: 5 h left in packs');
    expect(say({ ...pack, endsAtMs: december }, 'standard')).toBe('Experts: 5 h left in packs, until 30 November');
  });

  it('tells why there is none, and what would open it', () => {
    expect(say(refused, 'standard')).toBe('No expert: a pack of hours, SILVER or GOLD would open it.');
    expect(say({ ...refused, reason: 'firstMonthsOver', endsAtMs: december }, 'bronze')).toBe(
      'No expert: BRONZE included the experts until 30 November; a pack of hours, SILVER or GOLD would open it again.',
    );
    expect(say({ ...refused, reason: 'notDated' }, 'bronze')).toContain('since when the customer has it is not known');
    expect(say(refused, 'standard', inFrench)).toBe(
      'Pas d’expert\u00a0: un lot d’heures, SILVER ou GOLD y donnerait accès.',
    );
  });

  it('is short in a list', () => {
    expect(entitlementShort(inEnglish, entitled)).toBe('1 h 30 left');
    expect(entitlementShort(inEnglish, { ...entitled, reason: 'pack' })).toBe('1 h 30 left in packs');
    expect(entitlementShort(inEnglish, refused)).toBe('no experts');
  });
});

it('days of the ledger are those of its zone, with another year than now’s', () => {
  expect(ledgerDay(inEnglish, december, now)).toBe('1 December');
  expect(lastDay(inFrench, february, now)).toBe('31 janvier 2027');
});

describe('the marks of a customer', () => {
  const row = { pendingMin: 0, entitlement: entitled, nextTier: null };
  const ends = (inMs: number, more: Partial<ExpertEntitlement> = {}) =>
    rowMarks({ ...row, entitlement: { ...entitled, endsAtMs: now + inMs, ...more } }, now);

  it('are none where nothing is to come', () => expect(rowMarks(row, now)).toEqual([]));

  it('tell access that ends within 30 days, more urgently within 7', () => {
    expect(ends(31 * DAY_MS)).toEqual([]);
    expect(ends(30 * DAY_MS)).toMatchObject([{ kind: 'accessEnds', isUrgent: false }]);
    expect(ends(7 * DAY_MS)).toMatchObject([{ kind: 'accessEnds', isUrgent: true }]);
  });

  it('do not tell an end that was, or one that packs go on after', () => {
    expect(ends(-DAY_MS, { isEntitled: false, reason: 'firstMonthsOver' })).toEqual([]);
    expect(ends(DAY_MS, { leftMin: 300 })).toEqual([]);
    expect(ends(DAY_MS, { reason: 'pack', leftMin: 300, monthlyLeftMin: 0 })).toHaveLength(1);
  });

  it('tell overage first, and a tier to come last', () => {
    const marks = rowMarks({ ...row, pendingMin: 45, nextTier: { tier: 'gold', atMs: december } }, now);
    expect(marks).toEqual([
      { kind: 'pending', minutes: 45 },
      { kind: 'nextTier', tier: 'gold', atMs: december },
    ]);
  });
});

describe('an order of another tier', () => {
  it('goes through Customer Support downwards', () => {
    expect(presetChannel(rules, 'silver', 'standard')).toBe('support');
    expect(presetChannel(rules, 'standard', 'silver')).toBe('portal');
  });

  it('is asked for by the contract referent first', () => {
    const contacts = (['technical', 'referent', 'billing'] as const).map((role) => ({
      contactId: role,
      name: role,
      role,
    }));
    expect(inAskingOrder(contacts).map(({ role }) => role)).toEqual(['referent', 'technical', 'billing']);
  });
});

it.each([
  ...CUSTOMER_TABS.map((tab) => `tab.${tab}`),
  ...CONTACT_ROLES.map((role) => `role.${role}`),
  ...TIER_CHANNELS.map((channel) => `channel.${channel}`),
  ...['tier', 'from', 'until', 'askedBy', 'askedAt', 'invoicedFrom', 'recordedBy'].map((head) => `head.${head}`),
  ...['firstMonthsOver', 'notDated', 'none'].flatMap((reason) => [`no.${reason}`, `short.${reason}`]),
  ...['past', 'present', 'toCome'].map((standing) => `stretch.${standing}`),
  ...['past', 'present'].map((standing) => `stretch.${standing}Assumed`),
  ...['past', 'either', 'unreadable'].map((side) => `when.${side}`),
])('both languages know customers.%s', (key) => {
  expect(MESSAGES.en[`customers.${key}`]).toBeDefined();
  expect(MESSAGES.fr[`customers.${key}`]).toBeDefined();
});
