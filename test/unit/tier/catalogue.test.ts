import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY, type Policy } from '../../../shared/sla/policy.ts';
import { parsePolicy } from '../../../shared/sla/policy-schema.ts';
import { cellKey, heldSince, offerTable, type OfferCell } from '../../../shared/tier/catalogue.ts';

const cellsOf = (policy: Policy, id: string): readonly OfferCell[] =>
  offerTable(policy).find((row) => row.id === id)?.cells ?? [];
const sourcesOf = (policy: Policy, id: string): string[] => cellsOf(policy, id).map(({ source }) => source);
const cell = (policy: Policy, id: string, tier: string): OfferCell | undefined =>
  cellsOf(policy, id).find((one) => one.tier === tier);

const CHANGED: Policy = {
  ...DEFAULT_POLICY,
  tiers: [...DEFAULT_POLICY.tiers, 'platinum'],
  entitlements: {
    platinum: { expertAccess: 'always', monthlyMinutes: 240 },
    silver: { expertAccess: 'always', monthlyMinutes: 180 },
  },
  resolution: {
    ...DEFAULT_POLICY.resolution,
    P1: { ...DEFAULT_POLICY.resolution.P1, targetMin: { ...DEFAULT_POLICY.resolution.P1.targetMin, gold: 120 } },
    P2: { ...DEFAULT_POLICY.resolution.P2, source: 'contractual' },
  },
  offer: {
    cells: { price: { gold: { en: 'included', fr: 'compris' } }, 'own-1': { gold: { en: 'yes', fr: 'oui' } } },
    rows: [{ id: 'own-1', name: { en: 'On-site visit', fr: 'Visite' } }],
  },
};

describe('the offer as it is shipped (DOMAIN: Tiers)', () => {
  it.each([
    ['price', 'offer offer offer offer'],
    ['documentation', 'published published published published'],
    ['account', 'offer offer offer offer'],
    ['monitoring', 'published published published published'],
    ['portal', 'offer offer offer offer'],
    ['phone', 'published published published default'],
    ['access', 'offer offer offer offer'],
    ['hours', 'offer offer offer offer'],
    ['resolution.P1', 'offer offer offer offer'],
    ['resolution.P2', 'objective objective objective objective'],
    ['firstResponse.P1', 'objective objective objective objective'],
  ])('%s is said by %s', (row, sources) => {
    expect(sourcesOf(DEFAULT_POLICY, row).join(' ')).toBe(sources);
  });

  it('has the hours and times of the rules', () => {
    expect(cell(DEFAULT_POLICY, 'hours', 'bronze')?.value).toEqual({
      kind: 'hours',
      access: 'firstThreeMonths',
      minutes: 120,
    });
    expect(cell(DEFAULT_POLICY, 'resolution.P1', 'standard')?.value).toEqual({ kind: 'target', minutes: null });
  });
});

describe('the offer as a lead changed it', () => {
  it('is a policy that may be saved', () => {
    expect(parsePolicy(JSON.parse(JSON.stringify(CHANGED)))).toEqual(CHANGED);
  });

  it('is ours where it was changed, and the offer’s elsewhere', () => {
    expect(sourcesOf(CHANGED, 'hours')).toEqual(['offer', 'offer', 'default', 'offer', 'default']);
    expect(sourcesOf(CHANGED, 'access')).toEqual(['offer', 'offer', 'offer', 'offer', 'default']);
    expect(sourcesOf(CHANGED, 'resolution.P1')).toEqual(['offer', 'offer', 'offer', 'objective', 'objective']);
    expect(sourcesOf(CHANGED, 'resolution.P2')).not.toContain('offer');
    expect(cell(CHANGED, 'price', 'gold')).toMatchObject({ source: 'default', value: { kind: 'text' } });
    expect(cell(CHANGED, 'price', 'platinum')?.value).toEqual({ kind: 'unsaid' });
    expect(cell(CHANGED, 'own-1', 'bronze')?.value).toEqual({ kind: 'unsaid' });
  });

  it('holds since it was changed, as long as no version said otherwise', () => {
    const first = { fromMs: -Infinity, policy: DEFAULT_POLICY };
    const changed = { fromMs: 1_000, policy: CHANGED };
    const since = heldSince([first, changed, { fromMs: 2_000, policy: CHANGED }]);
    expect(since.get(cellKey('hours', 'silver'))).toBe(1_000);
    expect(since.get(cellKey('price', 'gold'))).toBe(1_000);
    expect(since.has(cellKey('price', 'silver'))).toBe(false);
    const back = heldSince([first, changed, { ...first, fromMs: 2_000 }]);
    expect(back.get(cellKey('price', 'gold'))).toBe(2_000);
    expect(back.has(cellKey('price', 'platinum'))).toBe(false);
    expect(
      heldSince([first, changed, { ...first, fromMs: 2_000 }, { ...changed, fromMs: 3_000 }]).get(
        cellKey('hours', 'platinum'),
      ),
    ).toBe(3_000);
  });
});
