import { describe, expect, it } from 'vitest';
import { listVersions } from '../../../renderer/features/settings/listed-versions.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';

const policyJson = JSON.stringify(DEFAULT_POLICY);
const saved = (fromMs: number, note: string) => ({ fromMs, policyJson, note, actor: 'Ada', recordedAtMs: fromMs });
const shown = (versions: ReturnType<typeof saved>[], nowMs: number) =>
  listVersions({ shippedJson: policyJson, versions }, nowMs).map((one) => [one.saved?.note ?? 'shipped', one.standing]);

describe('the versions of the rules', () => {
  it('has the shipped rules in force where nothing was saved', () => {
    expect(shown([], 10)).toEqual([['shipped', 'inForce']]);
    expect(shown([saved(20, 'a')], 10)).toEqual([
      ['shipped', 'inForce'],
      ['a', 'coming'],
    ]);
  });
  it('lists the one in force, those to come, those past, and those that never held', () => {
    const versions = [saved(10, 'a'), saved(20, 'b'), saved(90, 'lost'), saved(70, 'next'), saved(80, 'later')];
    expect(shown(versions, 30)).toEqual([
      ['b', 'inForce'],
      ['next', 'coming'],
      ['later', 'coming'],
      ['a', 'past'],
      ['shipped', 'past'],
      ['lost', 'never'],
    ]);
  });
});
