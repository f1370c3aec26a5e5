import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  isBlank,
  priorityOf,
  problemsOf,
  restoreDraft,
  toNewTicket,
  type CreateDraft,
} from '../../../renderer/features/create/create-draft.ts';
import { customerOptions } from '../../../renderer/features/create/customer-options.ts';
import { newTicket } from '../../../shared/ipc/desk-schemas.ts';

const EMPTY = emptyDraft('fr');
const HIT = {
  id: 1,
  name: 'Nordlys Énergie',
  tier: 'gold',
  openTickets: 2,
  entitlement: { isEntitled: true, reason: 'tier', endsAtMs: null, leftMin: 120, monthlyLeftMin: 120 },
} as const;
const FILLED: CreateDraft = { ...EMPTY, customer: HIT, customerText: HIT.name, title: ' Portail en panne ' };

describe('a new ticket in the making', () => {
  it('asks for a customer and a title, and for nothing else', () => {
    expect(problemsOf(EMPTY, null)).toEqual(['customer', 'title']);
    expect(problemsOf(FILLED, null)).toEqual([]);
    expect(problemsOf({ ...FILLED, customer: null }, null)).toEqual(['customer']);
    expect(problemsOf({ ...FILLED, customer: null, newTier: 'silver' }, null)).toEqual([]);
  });

  it('tells a bad address and a moment that is none', () => {
    expect(problemsOf({ ...FILLED, contact: 'claire' }, null)).toEqual(['contact']);
    expect(problemsOf({ ...FILLED, toldAt: 'soon' }, null)).toEqual(['toldAt']);
    expect(problemsOf({ ...FILLED, toldAt: '-20m' }, 5)).toEqual([]);
  });

  it('needs a reason where its priority is not that of the matrix', () => {
    const other: CreateDraft = { ...FILLED, otherPriority: 'P1' };
    expect(priorityOf(other)).toBe('P1');
    expect(problemsOf(other, null)).toEqual(['reason']);
    expect(toNewTicket({ ...other, reason: 'the board meets' }, null, 'Ada')).toMatchObject({
      ...{ priority: 'P1', impact: 'medium', urgency: 'medium', priorityReason: 'the board meets' },
    });
    expect(toNewTicket({ ...FILLED, reason: 'typed before' }, null, 'Ada').priorityReason).toBeNull();
  });

  it('comes to an order that the contract takes', () => {
    for (const draft of [
      FILLED,
      { ...FILLED, isMine: false, platform: 'NGP', contact: 'c@d.fr', requester: 'Claire' } as const,
    ]) {
      expect(newTicket.safeParse(toNewTicket(draft, 1_000, 'Ada')).error).toBeUndefined();
    }
    expect(toNewTicket(FILLED, null, 'Ada')).toMatchObject({
      ...{ title: 'Portail en panne', assignee: 'Ada', newCustomerTier: null, channel: 'phone', language: 'fr' },
    });
  });
});

describe('a kept draft', () => {
  it('comes back as it was', () => {
    const draft: CreateDraft = { ...FILLED, newTier: null, otherPriority: 'P2', isBeta: true };
    expect(restoreDraft(JSON.parse(JSON.stringify(draft)), EMPTY)).toEqual(draft);
  });

  it('of another version keeps what fits and forgets the rest', () => {
    expect(restoreDraft({ title: 'x', gone: 1, isBeta: 'yes', impact: 3 }, EMPTY)).toEqual({ ...EMPTY, title: 'x' });
  });

  it('is none where nothing was typed, or where it is no draft', () => {
    for (const kept of [null, 5, 'x', [], {}, { title: '  ', isBeta: true }])
      expect(restoreDraft(kept, EMPTY)).toBeNull();
    expect(isBlank(EMPTY)).toBe(true);
    expect(isBlank({ ...EMPTY, requester: 'C' })).toBe(false);
  });
});

describe('the choices for a typed name', () => {
  it('end with a new customer, unless the name is known in any spelling', () => {
    const kinds = (text: string): string[] => customerOptions({ text, hits: [HIT] }).map(({ kind }) => kind);
    expect(kinds('nord')).toEqual(['known', 'new']);
    expect(kinds(' nordlys energie')).toEqual(['known']);
    expect(kinds('')).toEqual(['known']);
    expect(customerOptions({ text: ' Neuf ', hits: [] })).toEqual([{ kind: 'new', name: 'Neuf' }]);
  });
});
