import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../shared/access/actor.ts';
import { entitlementIn, entitlementOf } from '../../../shared/tier/entitlement.ts';
import { AGENT, COMMANDS, decided, EXPERT, LEAD, opening, verdict } from '../ticket/commands/desk.ts';

describe('what a tier entitles to (DOMAIN: Tiers)', () => {
  it.each([
    ['standard', 'none', 0, 'offer'],
    ['bronze', 'firstThreeMonths', 120, 'offer'],
    ['silver', 'always', 120, 'offer'],
    ['gold', 'always', 120, 'default'],
    ['platinum', 'none', 0, 'default'],
    ['constructor', 'none', 0, 'default'],
  ])('%s', (tier, expertAccess, monthlyMinutes, phone) => {
    expect(entitlementOf(tier)).toEqual({ tier, expertAccess, monthlyMinutes, phone });
  });
});

describe('what a tier entitles to by a version of the policy', () => {
  const platinum = { expertAccess: 'always', monthlyMinutes: 240 } as const;
  const entitlements = { platinum, silver: { expertAccess: 'none', monthlyMinutes: 0 } } as const;

  it('is what a lead said, and as shipped where no lead did', () => {
    expect(entitlementIn({ entitlements }, 'platinum')).toEqual({ tier: 'platinum', ...platinum, phone: 'default' });
    expect(entitlementIn({ entitlements }, 'silver')).toMatchObject({ expertAccess: 'none', phone: 'offer' });
    for (const tier of ['gold', 'constructor'])
      expect(entitlementIn({ entitlements }, tier)).toEqual(entitlementOf(tier));
    expect(entitlementIn({}, 'silver')).toEqual(entitlementOf('silver'));
  });
});

describe('the door to the Cloud Expertise cell', () => {
  const engage = (tier: string, actor: Actor) => decided([opening({ tier })], COMMANDS.engageExpertise, { actor });

  it.each([
    ['standard', 'expertise/not-entitled'],
    ['bronze', 'expertise/not-dated'],
    ['silver', 'ok'],
    ['gold', 'ok'],
    ['platinum', 'expertise/not-entitled'],
  ])('of a %s customer, for an agent: %s', (tier, wanted) => {
    const decision = engage(tier, AGENT);
    expect(verdict(decision)).toBe(wanted);
    if (decision.kind === 'refused') expect(decision.values).toEqual({ tier });
  });

  it.each([
    ['standard', 'pack', 'ok'],
    ['bronze', 'firstMonths', 'ok'],
    ['bronze', 'pack', 'ok'],
    ['bronze', 'firstMonthsOver', 'expertise/first-months-over'],
    ['bronze', 'notDated', 'expertise/not-dated'],
    ['gold', 'none', 'expertise/not-entitled'],
  ] as const)('the ledger knows more than the tier: %s, %s', (tier, reason, wanted) => {
    const isEntitled = wanted === 'ok';
    const entitlement = { isEntitled, reason, endsAtMs: null, leftMin: 0, monthlyLeftMin: 0 };
    const events = [opening({ tier })];
    expect(verdict(decided(events, COMMANDS.engageExpertise, { entitlement }))).toBe(wanted);
    expect(verdict(decided(events, COMMANDS.engageExpertise, { entitlement, actor: LEAD }))).toBe('ok');
  });

  it('a lead opens for any tier, an expert for none', () => {
    for (const tier of ['standard', 'bronze', 'silver', 'gold', 'platinum']) {
      expect(verdict(engage(tier, LEAD))).toBe('ok');
      expect(verdict(engage(tier, EXPERT))).toBe('access/role');
    }
  });

  it('is opened once', () => {
    const events = [
      opening({ tier: 'gold' }),
      { atMs: opening().atMs + 1, kind: 'expertiseEngaged', why: 'x' } as const,
    ];
    for (const actor of [AGENT, LEAD]) {
      expect(verdict(decided(events, COMMANDS.engageExpertise, { actor }))).toBe('expertise/already-engaged');
    }
  });
});
