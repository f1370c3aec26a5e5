import { expect, it } from 'vitest';
import { draftOf, restoreDraft, type PolicyDraft } from '../../../renderer/features/settings/policy-draft.ts';
import { readDraft } from '../../../renderer/features/settings/read-draft.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';

const draft = draftOf(DEFAULT_POLICY);
const read = (change: Partial<PolicyDraft>) => readDraft({ ...draft, ...change });

it('comes back as it was, with or without a limit, and says nothing of what is as shipped', () => {
  for (const backDating of [
    { ticketDays: 0, workDays: 31 },
    { ticketDays: 7, workDays: null },
  ]) {
    const policy = { ...DEFAULT_POLICY, backDating };
    expect(readDraft(draftOf(policy)).policy).toEqual(policy);
  }
  expect(readDraft(draft).policy).toEqual(DEFAULT_POLICY);
  expect(read({ ticketDays: ' 14 j ', workDays: '' }).policy?.backDating).toEqual({ ticketDays: 14, workDays: null });
});

it('says where something is wrong', () => {
  const { policy, problems } = read({ ticketDays: '', workDays: '-3' });
  expect(policy).toBeNull();
  expect([...problems]).toEqual([
    ['ticketDays', 'days'],
    ['workDays', 'days'],
  ]);
  expect([...read({ workDays: '9999' }).problems]).toEqual([['workDays', 'days']]);
});

it('a draft that was kept before there were such rules has those that are shipped', () => {
  const { ticketDays: _ticketDays, workDays: _workDays, ...old } = draft;
  expect(restoreDraft(old)).toEqual(draft);
});
