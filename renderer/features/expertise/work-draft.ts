import type { Actor } from '../../../shared/access/actor.ts';
import type { Assignment } from '../../../shared/expertise/assignment.ts';
import type { WorkTime } from '../../../shared/expertise/parse-work-time.ts';
import type { WorkInput } from '../../../shared/ipc/expertise-schemas.ts';
import type { WorkStart } from '../../state/customer-store.ts';

export type ChosenCustomer = { readonly id: number; readonly name: string; readonly tier: string };
export type ChosenTicket = { readonly id: number; readonly reference: string };

/** What the form that logs work holds while it is filled in: texts as typed. */
export type WorkDraft = {
  readonly customerText: string;
  readonly customer: ChosenCustomer | null;
  readonly assignment: Assignment;
  /** As `parseWorkTime` reads it. */
  readonly when: string;
  readonly ticketText: string;
  readonly ticket: ChosenTicket | null;
  /** Who did it, where a lead logs for somebody; blank for the caller. */
  readonly expert: string;
  readonly note: string;
  /** Of a diagnosis: whose the fault was; blank until it is said. */
  readonly fault: '' | 'customer' | 'service';
  readonly overageReason: string;
};

export const EMPTY_WORK: WorkDraft = {
  ...{ customerText: '', customer: null, assignment: 'advice', when: '', ticketText: '', ticket: null },
  ...{ expert: '', note: '', fault: '', overageReason: '' },
};

/** Each ticket and each customer has a draft of its own: none takes what was typed for another. */
export const workDraftKey = ({ customerId, ticketId }: WorkStart): string =>
  ticketId !== null ? `work:ticket:${ticketId}` : customerId !== null ? `work:customer:${customerId}` : 'work';

/** A draft that was kept, by this version or another: what does not fit any more is left out. Null where nothing was. */
export const restoreWork = (kept: unknown, start: WorkDraft): WorkDraft | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const known = Object.entries(kept).filter(([name, value]) => {
    if (!(name in EMPTY_WORK)) return false;
    const own = EMPTY_WORK[name as keyof WorkDraft];
    return own === null ? typeof value === 'object' : typeof value === typeof own;
  });
  const draft = { ...start, ...Object.fromEntries(known) };
  return isUntouched(draft, start) ? null : draft;
};

/** Nothing was typed beside what the form began with: there is nothing to keep. */
export const isUntouched = (draft: WorkDraft, start: WorkDraft): boolean =>
  JSON.stringify(draft) === JSON.stringify(start);

/** The fields that keep work from being logged, in the order of the form. */
export const WORK_PROBLEMS = ['customer', 'when', 'fault', 'ticket', 'overageReason'] as const;
export type WorkProblem = (typeof WORK_PROBLEMS)[number];

/** What is wrong with a draft. `isOverage`: it is known to go beyond what is covered. */
export const workProblems = (draft: WorkDraft, time: WorkTime, isOverage: boolean): WorkProblem[] => {
  const wrong: Readonly<Record<WorkProblem, boolean>> = {
    customer: draft.customer === null,
    when: time.kind !== 'time',
    fault: draft.assignment === 'diagnosis' && draft.fault === '',
    ticket: draft.ticket === null && draft.ticketText.trim() !== '',
    overageReason: isOverage && draft.overageReason.trim() === '',
  };
  return WORK_PROBLEMS.filter((field) => wrong[field]);
};

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The order that a draft comes to; null while customer or time is not known. */
export const toWorkInput = (draft: WorkDraft, time: WorkTime, role: Actor['role']): WorkInput | null => {
  if (draft.customer === null || time.kind !== 'time') return null;
  const { startMs, endMs, isTimed } = time;
  return {
    customerId: draft.customer.id,
    expert: role === 'lead' ? textOrNull(draft.expert) : null,
    assignment: draft.assignment,
    ...{ startMs, endMs, isTimed },
    ticketId: draft.ticket?.id ?? null,
    note: textOrNull(draft.note),
    isCustomerFault: draft.assignment !== 'diagnosis' || draft.fault === '' ? null : draft.fault === 'customer',
    overageReason: textOrNull(draft.overageReason),
  };
};
