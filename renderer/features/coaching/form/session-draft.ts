import type { Assignment } from '../../../../shared/expertise/assignment.ts';
import { checklistOf, objectivesOf } from '../../../../shared/coaching/templates.ts';
import type { ChosenCustomer, ChosenTicket } from '../../expertise/work-draft.ts';
import type { Attendee } from './read-attendee.ts';
import type { TypedSlot } from './read-slot.ts';

export type SessionLanguage = 'en' | 'fr';

/** What the form of a session holds while it is filled in: texts as typed. */
export type SessionDraft = TypedSlot & {
  readonly customerText: string;
  readonly customer: ChosenCustomer | null;
  readonly assignment: Assignment;
  readonly language: SessionLanguage;
  /** Blank until one is chosen. */
  readonly expert: string;
  readonly attendees: readonly Attendee[];
  /** What is typed of one more. */
  readonly attendeeText: string;
  readonly place: string;
  readonly link: string;
  readonly ticketText: string;
  readonly ticket: ChosenTicket | null;
  /** One a line, as the checklist. */
  readonly objectives: string;
  readonly checklist: string;
  readonly note: string;
  /** Weeks from one to the next; 0 where it does not recur. */
  readonly everyWeeks: number;
  readonly count: string;
  readonly until: string;
};

/** Who takes part and what it is about are of one customer: they go with it. */
export const OF_NO_CUSTOMER = {
  ...{ customer: null, ticket: null, ticketText: '', attendees: [], attendeeText: '' },
} as const satisfies Partial<SessionDraft>;

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const textOf = (lines: readonly string[]): string => lines.join('\n');

export const templateOf = (
  assignment: Assignment,
  language: SessionLanguage,
): Pick<SessionDraft, 'objectives' | 'checklist'> => ({
  objectives: textOf(objectivesOf(assignment, language)),
  checklist: textOf(checklistOf(assignment, language).map(({ text }) => text)),
});

export const emptyDraft = (assignment: Assignment, language: SessionLanguage): SessionDraft => ({
  ...{ customerText: '', customer: null, assignment, language, expert: '', day: '', start: '', end: '' },
  ...{ attendees: [], attendeeText: '', place: '', link: '', ticketText: '', ticket: null, note: '' },
  ...templateOf(assignment, language),
  ...{ everyWeeks: 0, count: '4', until: '' },
});

/** Another kind or language brings its template, where nobody wrote over the one before. */
export const withTemplate = (
  draft: SessionDraft,
  change: Partial<Pick<SessionDraft, 'assignment' | 'language'>>,
): SessionDraft => {
  const next = { ...draft, ...change };
  const before = templateOf(draft.assignment, draft.language);
  const after = templateOf(next.assignment, next.language);
  return {
    ...next,
    objectives: draft.objectives === before.objectives ? after.objectives : draft.objectives,
    checklist: draft.checklist === before.checklist ? after.checklist : draft.checklist,
  };
};
