import { describe, expect, it } from 'vitest';
import {
  EMPTY_WORK,
  isUntouched,
  restoreWork,
  toWorkInput,
  workDraftKey,
  workProblems,
  type WorkDraft,
} from '../../../renderer/features/expertise/work-draft.ts';
import type { WorkTime } from '../../../shared/expertise/parse-work-time.ts';

const TIME: WorkTime = { kind: 'time', startMs: 0, endMs: 60_000, isTimed: true };
const UNREADABLE: WorkTime = { kind: 'unreadable' };
const NORDLYS: WorkDraft = {
  ...EMPTY_WORK,
  customerText: 'Nordlys',
  customer: { id: 7, name: 'Nordlys', tier: 'gold' },
};

describe('what keeps work from being logged', () => {
  it.each([
    ['nothing', NORDLYS, TIME, false, []],
    ['no customer and no time', EMPTY_WORK, UNREADABLE, false, ['customer', 'when']],
    ['a diagnosis without whose fault', { ...NORDLYS, assignment: 'diagnosis' }, TIME, false, ['fault']],
    ['a ticket that is none', { ...NORDLYS, ticketText: 'CAV' }, TIME, false, ['ticket']],
    ['overage without a reason', NORDLYS, TIME, true, ['overageReason']],
    ['overage with one', { ...NORDLYS, overageReason: 'x' }, TIME, true, []],
  ] as const)('%s', (_name, draft, time, isOverage, wanted) =>
    expect(workProblems(draft, time, isOverage)).toEqual(wanted),
  );
});

describe('the order that a draft comes to', () => {
  it('is none while something is not known', () => {
    expect(toWorkInput(EMPTY_WORK, TIME, 'expert')).toBeNull();
    expect(toWorkInput(NORDLYS, UNREADABLE, 'expert')).toBeNull();
  });

  it('says whose fault it was of a diagnosis alone, and who did it for leads alone', () => {
    const said = { ...NORDLYS, fault: 'service', expert: 'grace', note: ' ' } as const;
    expect(toWorkInput(said, TIME, 'expert')).toMatchObject({ isCustomerFault: null, expert: null, note: null });
    const diagnosis = { ...said, assignment: 'diagnosis' } as const;
    expect(toWorkInput(diagnosis, TIME, 'lead')).toMatchObject({ isCustomerFault: false, expert: 'grace' });
  });
});

describe('a kept draft', () => {
  it('belongs to a ticket, to a customer, or to nobody', () => {
    const start = { customerId: null, ticketId: null, isFromTimer: false };
    expect(workDraftKey(start)).toBe('work');
    expect(workDraftKey({ ...start, customerId: 7 })).toBe('work:customer:7');
    expect(workDraftKey({ ...start, customerId: 7, ticketId: 3 })).toBe('work:ticket:3');
  });

  it('comes back without what does not fit, and not where nothing was typed', () => {
    expect(restoreWork({ when: '45', note: 3, other: true }, NORDLYS)).toEqual({ ...NORDLYS, when: '45' });
    for (const kept of [null, 'x', {}, { ...NORDLYS }]) expect(restoreWork(kept, NORDLYS)).toBeNull();
    expect(isUntouched(NORDLYS, { ...NORDLYS })).toBe(true);
  });
});
