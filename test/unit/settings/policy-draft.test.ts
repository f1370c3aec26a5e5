import { describe, expect, it } from 'vitest';
import {
  addTier,
  draftOf,
  removeTier,
  restoreDraft,
  tierProblem,
  withRow,
} from '../../../renderer/features/settings/policy-draft.ts';
import { readDraft } from '../../../renderer/features/settings/read-draft.ts';
import { DEFAULT_POLICY, type Policy } from '../../../shared/sla/policy.ts';
import { policySchema } from '../../../shared/sla/policy-schema.ts';

const draft = draftOf(DEFAULT_POLICY);

describe('a draft of the rules', () => {
  it('comes back as the policy that it was made of', () => {
    expect(readDraft(draft)).toEqual({ policy: DEFAULT_POLICY, problems: new Map() });
    const closed: Policy = {
      ...DEFAULT_POLICY,
      business: {
        zone: 'Asia/Tokyo',
        week: {
          1: [
            [0, 720],
            [780, 1440],
          ],
        },
        closures: ['2026-12-24'],
      },
      atRisk: { fromPercent: 100, p1LeftMin: 0 },
    };
    expect(readDraft(draftOf(closed)).policy).toEqual(closed);
  });

  it('writes hours and minutes, and best effort as nothing', () => {
    expect(draft.resolution.P3.targets).toEqual({ standard: null, bronze: '45 h', silver: '45 h', gold: '27 h' });
    expect(draft.firstResponse.P3.targets['gold']).toBe('4 h 30');
    expect(draft.week[1]).toEqual([{ open: '09:00', close: '18:00' }]);
    expect(draft.week[6]).toEqual([]);
  });

  it('says where something is wrong and gives no policy', () => {
    const wrong = {
      ...withRow(draft, 'resolution', 'P3', { targets: { ...draft.resolution.P3.targets, gold: 'soon' } }),
      week: {
        ...draft.week,
        1: [{ open: '9', close: '8:00' }],
        2: [
          { open: '9h', close: '12h30' },
          { open: '12:00', close: '18:00' },
        ],
        3: [{ open: 'nine', close: '25:00' }],
      },
      zone: 'Europe/Atlantis',
      request: { calendar: 'business' as const, target: '' },
      fromPercent: '0',
      p1Left: '25 h',
    };
    const read = readDraft(wrong);
    expect(read.policy).toBeNull();
    expect(Object.fromEntries(read.problems)).toEqual({
      'resolution.P3.gold': 'span',
      'week.1.0': 'order',
      'week.2.1': 'overlap',
      'week.3.0': 'wall',
      zone: 'zone',
      request: 'span',
      fromPercent: 'percent',
      p1Left: 'left',
    });
    expect(readDraft({ ...draft, week: {} }).problems.get('week')).toBe('neverOpen');
  });

  it('adds a tier with its column and takes back only what it added', () => {
    const added = addTier(draft, ' platinum ', 'gold');
    expect(added.tiers).toEqual(['standard', 'bronze', 'silver', 'gold', 'platinum']);
    const { policy } = readDraft(added);
    expect(policy?.resolution.P1.targetMin['platinum']).toBe(240);
    expect(policySchema.safeParse(policy).success).toBe(true);
    expect(tierProblem(added, 'Platinum')).toBe('taken');
    expect(tierProblem(added, ' ')).toBe('empty');
    expect(tierProblem(added, 'titan')).toBeNull();
    expect(removeTier(added, 'platinum')).toEqual(draft);
    expect(removeTier(added, 'gold')).toBe(added);
    expect(addTier(draft, 'basic', 'standard').tiers).toEqual(['standard', 'basic', 'bronze', 'silver', 'gold']);
  });

  it('is kept and restored, and what is no draft is none', () => {
    expect(restoreDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
    expect(restoreDraft({ ...draft, resolution: {} })).toBeNull();
    expect(restoreDraft({ tiers: [] })).toBeNull();
    expect(restoreDraft(null)).toBeNull();
  });
});
