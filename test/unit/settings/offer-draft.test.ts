import { describe, expect, it } from 'vitest';
import { addRow, NO_TEXT, removeRow, withAccess, withCell } from '../../../renderer/features/settings/offer-draft.ts';
import { addTier, draftOf, removeTier, type PolicyDraft } from '../../../renderer/features/settings/policy-draft.ts';
import { readDraft } from '../../../renderer/features/settings/read-draft.ts';
import { DEFAULT_POLICY, type Policy } from '../../../shared/sla/policy.ts';
import { NO_OFFER_RULES } from '../../../shared/tier/catalogue.ts';

const draft = draftOf(DEFAULT_POLICY);
const PRICE = { en: 'included', fr: 'compris' };
const problemsOf = (changed: PolicyDraft) => [...readDraft(changed).problems];

describe('a draft of the offer', () => {
  it('comes back as it was, and says nothing of what is as shipped', () => {
    const policy: Policy = {
      ...DEFAULT_POLICY,
      entitlements: { silver: { expertAccess: 'always', monthlyMinutes: 180 } },
      offer: { cells: { price: { gold: PRICE } }, rows: [{ id: 'own-1', name: PRICE }] },
      expertise: { stepMin: 30, isRapidActionCharged: true, isCustomerFaultCharged: true, carryOverMaxMin: 60 },
    };
    expect(readDraft(draftOf(policy)).policy).toEqual(policy);
    const back = { ...draftOf(policy), ...{ entitlements: draft.entitlements, offer: draft.offer } };
    expect(readDraft({ ...back, step: '15', carryOver: '0', isRapidActionCharged: false }).policy).toEqual(
      DEFAULT_POLICY,
    );
  });

  it('says where something is wrong', () => {
    expect(
      problemsOf({
        ...draft,
        entitlements: { ...draft.entitlements, gold: { access: 'always', hours: 'many' } },
        offer: { cells: { price: { gold: { en: 'x', fr: ' ' } } }, rows: [{ id: 'own-1', name: NO_TEXT }] },
        ...{ step: '0', carryOver: '200 h' },
      }).sort(),
    ).toEqual([
      ['carryOver', 'carryOver'],
      ['cell.price.gold', 'bothLanguages'],
      ['hours.gold', 'hours'],
      ['row.own-1', 'bothLanguages'],
      ['step', 'step'],
    ]);
  });

  it('gives a new tier what the one below it includes, or what is said; taking it away leaves nothing of it', () => {
    expect(addTier(draft, 'platinum', 'gold').entitlements['platinum']).toEqual({ access: 'always', hours: '2 h' });
    const added = addTier(draft, 'platinum', 'gold', { access: 'always', hours: '4h' });
    expect(readDraft(added).policy?.entitlements).toEqual({
      platinum: { expertAccess: 'always', monthlyMinutes: 240 },
    });
    const priced = { ...added, offer: withCell(added.offer, 'price', 'platinum', PRICE) };
    expect(readDraft(removeTier(priced, 'platinum')).policy).toEqual(DEFAULT_POLICY);
  });

  it('has hours with access, and none without', () => {
    expect(withAccess({ access: 'always', hours: '4 h' }, 'none')).toEqual({ access: 'none', hours: '0 min' });
    expect(withAccess({ access: 'none', hours: '0 min' }, 'firstThreeMonths').hours).toBe('2 h');
    expect(withAccess({ access: 'always', hours: '4 h' }, 'firstThreeMonths').hours).toBe('4 h');
  });

  it('names rows so that none takes the values of another', () => {
    const two = addRow(addRow(NO_OFFER_RULES, PRICE), PRICE);
    expect(two.rows.map(({ id }) => id)).toEqual(['own-1', 'own-2']);
    const filled = withCell(two, 'own-1', 'gold', PRICE);
    expect(removeRow(filled, 'own-1')).toEqual({ cells: {}, rows: [{ id: 'own-2', name: PRICE }] });
    expect(withCell(filled, 'own-1', 'gold', null).cells['own-1']).toEqual({});
  });
});
