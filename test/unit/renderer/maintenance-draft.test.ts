import { describe, expect, it } from 'vitest';
import {
  maintenanceDraftOf,
  NEW_RULE,
  readMaintenanceDraft,
  type RuleDraft,
} from '../../../renderer/features/settings/maintenance-draft.ts';
import { draftOf, restoreDraft } from '../../../renderer/features/settings/policy-draft.ts';
import { readDraft } from '../../../renderer/features/settings/read-draft.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import { policySchema } from '../../../shared/sla/policy-schema.ts';

const shipped = maintenanceDraftOf({}).maintenance;
const read = (maintenance: readonly RuleDraft[]) => {
  const problems: Record<string, string> = {};
  const policy = readMaintenanceDraft({ maintenance }, (place, problem) => {
    problems[place] = problem;
  });
  return { policy, problems };
};
const first = (change: Partial<RuleDraft>): readonly RuleDraft[] =>
  shipped.map((rule, index) => (index === 0 ? { ...rule, ...change } : rule));

describe('rules of maintenance in a draft', () => {
  it('as shipped are left out of the policy', () => {
    expect(read(shipped)).toEqual({ policy: {}, problems: {} });
    // Platforms that were taken away and chosen again are the same ones.
    expect(read(first({ platforms: ['NGP', 'NUP'], zone: ' Europe/Paris ', impact: ' ' })).policy).toEqual({});
  });

  it('changed are whole in it, as the core takes them', () => {
    const { policy } = read(
      first({ start: '1h', end: '5:30', platforms: ['NUP'], isScopeConfirmed: true, impact: ' x ' }),
    );
    expect(policy.maintenance?.[0]).toMatchObject({
      ...{
        rule: 'first-wednesday',
        platforms: ['NUP'],
        startMin: 60,
        endMin: 330,
        isScopeConfirmed: true,
        impact: 'x',
      },
    });
    expect(policySchema.safeParse({ ...DEFAULT_POLICY, ...policy }).success).toBe(true);
    expect(read([]).policy).toEqual({ maintenance: [] });
  });

  it.each<[readonly RuleDraft[], Record<string, string>]>([
    [first({ start: 'noon' }), { 'maintenance.0.start': 'wall' }],
    [first({ start: '06:00' }), { 'maintenance.0.end': 'windowOrder' }],
    [first({ zone: 'Europe/Nowhere' }), { 'maintenance.0.zone': 'zone' }],
    [first({ platforms: [] }), { 'maintenance.0.platforms': 'noPlatform' }],
    [[...shipped, NEW_RULE], { 'maintenance.2.platforms': 'noPlatform' }],
    [[...shipped, { ...NEW_RULE, platforms: ['NUP'] }], { 'maintenance.2.platforms': 'sameRule' }],
  ])('%#: what is wrong has its place', (maintenance, problems) =>
    expect(read(maintenance).problems).toEqual(problems),
  );

  it('what is wrong keeps the whole draft from being saved', () => {
    const draft = { ...draftOf(DEFAULT_POLICY), maintenance: first({ end: '' }) };
    expect(readDraft(draft)).toMatchObject({ policy: null });
    expect([...readDraft(draft).problems.keys()]).toEqual(['maintenance.0.end']);
  });

  it('a draft that was kept before they were in drafts has them as shipped', () => {
    const { maintenance: _none, ...kept } = draftOf(DEFAULT_POLICY);
    expect(restoreDraft(kept)).toEqual(draftOf(DEFAULT_POLICY));
  });
});
