import type { Policy } from '../../../shared/sla/policy.ts';
import { DEFAULT_BACK_DATING } from '../../../shared/steering/back-dating.ts';

/** How many days back may be recorded without a lead, as typed; nothing typed is no limit, where there may be none. */
export type BackDatingDraft = { readonly ticketDays: string; readonly workDays: string };

export type BackDatingProblem = 'days';

const MOST_DAYS = 3_660;

export const backDatingDraftOf = ({
  backDating = DEFAULT_BACK_DATING,
}: Pick<Policy, 'backDating'>): BackDatingDraft => ({
  ticketDays: String(backDating.ticketDays),
  workDays: backDating.workDays === null ? '' : String(backDating.workDays),
});

/** Whole days, also `7 d` and `7 j`; null where it is none or beyond what may be saved. */
const parseDays = (text: string): number | null => {
  const match = /^(\d{1,4})\s*(?:d|j|days?|jours?)?$/i.exec(text.trim());
  const days = match === null ? NaN : Number(match[1]);
  return days <= MOST_DAYS ? days : null;
};

/** The rules of back-dating that a draft comes to; what is as shipped is left out. */
export const readBackDating = (
  draft: BackDatingDraft,
  wrong: (place: string, problem: BackDatingProblem) => void,
): Pick<Policy, 'backDating'> => {
  const ticketDays = parseDays(draft.ticketDays);
  if (ticketDays === null) wrong('ticketDays', 'days');
  const isLimited = draft.workDays.trim() !== '';
  const workDays = isLimited ? parseDays(draft.workDays) : null;
  if (isLimited && workDays === null) wrong('workDays', 'days');
  const backDating = { ticketDays: ticketDays ?? 0, workDays };
  return JSON.stringify(backDating) === JSON.stringify(DEFAULT_BACK_DATING) ? {} : { backDating };
};
