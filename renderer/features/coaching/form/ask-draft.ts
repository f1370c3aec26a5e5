import type { Assignment } from '../../../../shared/expertise/assignment.ts';
import { dayEndMs } from '../../../../shared/expertise/parse-day.ts';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import { MINUTE_MS } from '../../../../shared/time/instant.ts';
import { parseDuration } from '../../../../shared/time/parse-duration.ts';
import { parseMoment } from '../../../../shared/time/parse-moment.ts';
import type { ChosenCustomer, ChosenTicket } from '../../expertise/work-draft.ts';
import { isSameAttendee, readAttendee, type Attendee } from './read-attendee.ts';
import type { SessionLanguage } from './session-draft.ts';
import type { Context } from './session-order.ts';

/** What the form that asks for a session holds: texts as typed. */
export type AskDraft = {
  readonly customerText: string;
  readonly customer: ChosenCustomer | null;
  readonly assignment: Assignment;
  readonly language: SessionLanguage;
  /** Blank: any. */
  readonly expert: string;
  readonly duration: string;
  readonly from: string;
  readonly until: string;
  readonly attendees: readonly Attendee[];
  readonly attendeeText: string;
  readonly ticketText: string;
  readonly ticket: ChosenTicket | null;
  readonly note: string;
};

export const emptyAsk = (language: SessionLanguage): AskDraft => ({
  ...{ customerText: '', customer: null, assignment: 'advice', language, expert: '', duration: '1h', from: '' },
  ...{ until: '', attendees: [], attendeeText: '', ticketText: '', ticket: null, note: '' },
});

export const ASK_PROBLEMS = ['customer', 'duration', 'from', 'until', 'ticket'] as const;
export type AskProblem = (typeof ASK_PROBLEMS)[number];

/** Minutes of a session that is asked for; null where they cannot be read, or are too few or many. */
export const readLength = (text: string): number | null => {
  const ms = parseDuration(text);
  const minutes = ms === null ? 0 : ms / MINUTE_MS;
  return minutes >= 5 && minutes <= 720 ? minutes : null;
};

/** An edge of the wish; a day alone counts whole. Null where nothing was typed, undefined where it cannot be read or is over. */
export const readEdge = (text: string, edge: 'from' | 'until', context: Context): number | null | undefined => {
  const typed = text.trim();
  if (typed === '') return null;
  const at = (moment: string, side: 'ahead' | 'past') => parseMoment(moment, { ...context, side });
  const midnight = at(`${typed} 0:00`, 'ahead');
  // Today began already: it is meant all the same.
  const day = midnight.kind === 'wrongSide' ? at(`${typed} 0:00`, 'past') : midnight;
  if (day.kind === 'moment') {
    const endMs = dayEndMs(context.zone, day.atMs) - MINUTE_MS;
    if (endMs < context.nowMs) return undefined;
    return edge === 'until' ? endMs : Math.max(day.atMs, context.nowMs);
  }
  const moment = at(typed, 'ahead');
  return moment.kind === 'moment' ? moment.atMs : undefined;
};

/** What keeps a wish from being sent, in the order of the form. */
export const askProblems = (draft: AskDraft, context: Context): AskProblem[] => {
  const minutes = readLength(draft.duration);
  const fromMs = readEdge(draft.from, 'from', context);
  const untilMs = readEdge(draft.until, 'until', context);
  const isNarrow = fromMs != null && untilMs != null && minutes !== null && untilMs - fromMs < minutes * MINUTE_MS;
  const wrong: Readonly<Record<AskProblem, boolean>> = {
    customer: draft.customer === null,
    duration: minutes === null,
    from: fromMs === undefined,
    until: untilMs === undefined || isNarrow,
    ticket: draft.ticket === null && draft.ticketText.trim() !== '',
  };
  return ASK_PROBLEMS.filter((field) => wrong[field]);
};

/** The order that a draft comes to; null where something is wrong. */
export const toAskOrder = (draft: AskDraft, context: Context): CallInput<'coaching:ask'> | null => {
  const durationMin = readLength(draft.duration);
  if (draft.customer === null || durationMin === null) return null;
  const typed = readAttendee(draft.attendeeText);
  const isListed = typed === null || draft.attendees.some((one) => isSameAttendee(one, typed));
  return {
    customerId: draft.customer.id,
    assignment: draft.assignment,
    language: draft.language,
    expert: draft.expert === '' ? null : draft.expert,
    durationMin,
    fromMs: readEdge(draft.from, 'from', context) ?? null,
    untilMs: readEdge(draft.until, 'until', context) ?? null,
    attendees: isListed ? [...draft.attendees] : [...draft.attendees, typed],
    ticketId: draft.ticket?.id ?? null,
    note: draft.note.trim() === '' ? null : draft.note.trim(),
  };
};
