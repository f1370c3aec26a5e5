import type { Zone } from '../../../../shared/calendar/zone.ts';
import type { ChecklistItem } from '../../../../shared/coaching/session-event.ts';
import { MOST_IN_SERIES } from '../../../../shared/coaching/series.ts';
import { dayEndMs } from '../../../../shared/expertise/parse-day.ts';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import type { SessionPage } from '../../../../shared/ipc/coaching-schemas.ts';
import type { InstantMs } from '../../../../shared/time/instant.ts';
import type { Span } from '../session-words.ts';
import { readAttendee, isSameAttendee, type Attendee } from './read-attendee.ts';
import { readDay, readSlot, type BegunSlot, type ReadSlot } from './read-slot.ts';
import { differing } from './restore-draft.ts';
import { linesOf, type SessionDraft } from './session-draft.ts';

export type Context = {
  readonly nowMs: InstantMs;
  readonly zone: Zone;
  /** The time that the form began with. */
  readonly begun?: BegunSlot | null;
};

/** The fields that keep a session from being saved, in the order of the form. */
export const PROBLEMS = [
  'customer',
  'expert',
  'slot',
  'count',
  'until',
  'attendees',
  'link',
  'ticket',
  'objectives',
  'checklist',
] as const;
export type Problem = (typeof PROBLEMS)[number];

const LONGEST_LINE = 400;
const MOST_OBJECTIVES = 30;
const MOST_ITEMS = 50;

const textOrNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const isAddress = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
};

/** `meet.example/room` is meant as `https://meet.example/room`. */
export const readLink = (text: string): string | null => {
  const typed = text.trim();
  if (typed === '') return null;
  return /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`;
};

const isCount = (text: string): boolean =>
  /^\d{1,2}$/.test(text) && Number(text) >= 2 && Number(text) <= MOST_IN_SERIES;

type Recurrence = NonNullable<CallInput<'coaching:plan'>['recurrence']>;

/** How a session recurs; null where it does not, or where its end is not said yet. */
export const recurrenceOf = ({ everyWeeks, count, until }: SessionDraft, context: Context): Recurrence | null => {
  if (everyWeeks === 0) return null;
  const lastDayMs = readDay(until, context);
  const times = isCount(count.trim()) ? Number(count) : null;
  // The whole of the last day.
  const untilMs = lastDayMs === null ? null : dayEndMs(context.zone, lastDayMs) - 1;
  return times === null && untilMs === null ? null : { everyWeeks, count: times, untilMs };
};

/** Those of the list, and who is still typed. */
const attendeesOf = ({ attendees, attendeeText }: SessionDraft): Attendee[] => {
  const typed = readAttendee(attendeeText);
  const isListed = typed === null || attendees.some((one) => isSameAttendee(one, typed));
  return isListed ? [...attendees] : [...attendees, typed];
};

const isTooMuch = (lines: readonly string[], most: number): boolean =>
  lines.length > most || lines.some((line) => line.length > LONGEST_LINE);

/** What is wrong with a draft. `isTimed`: it has a time and an expert. */
export const problemsOf = (draft: SessionDraft, slot: ReadSlot, context: Context, isTimed: boolean): Problem[] => {
  const { everyWeeks, count, until } = draft;
  const recurs = isTimed && everyWeeks > 0;
  const link = readLink(draft.link);
  const wrong: Readonly<Record<Problem, boolean>> = {
    customer: draft.customer === null,
    expert: isTimed && draft.expert === '',
    slot: isTimed && slot.kind !== 'slot',
    count: recurs && (count.trim() === '' ? until.trim() === '' : !isCount(count.trim())),
    until: recurs && until.trim() !== '' && readDay(until, context) === null,
    attendees: attendeesOf(draft).some(({ name }) => name.length > LONGEST_LINE),
    link: link !== null && (!isAddress(link) || link.length > 2_000),
    ticket: draft.ticket === null && draft.ticketText.trim() !== '',
    objectives: isTooMuch(linesOf(draft.objectives), MOST_OBJECTIVES),
    checklist: isTooMuch(linesOf(draft.checklist), MOST_ITEMS),
  };
  return PROBLEMS.filter((field) => wrong[field]);
};

/** Items keep their ticks while their texts stay. */
const checklistFrom = (text: string, known: readonly ChecklistItem[]): ChecklistItem[] =>
  linesOf(text).map((line) => ({ text: line, isDone: known.find((item) => item.text === line)?.isDone ?? false }));

const wordsOf = (draft: SessionDraft, known: readonly ChecklistItem[]) => ({
  assignment: draft.assignment,
  language: draft.language,
  attendees: attendeesOf(draft),
  place: textOrNull(draft.place),
  link: readLink(draft.link),
  ticketId: draft.ticket?.id ?? null,
  objectives: linesOf(draft.objectives),
  checklist: checklistFrom(draft.checklist, known),
  note: textOrNull(draft.note),
});

type Proposal = CallInput<'coaching:preview'>;

/** What is asked of a slot before it is saved; null while something of it is not known. */
export const toProposal = (draft: SessionDraft, context: Context, replaces: Proposal['replaces']): Proposal | null => {
  const slot = readSlot(draft, context);
  if (draft.customer === null || draft.expert === '' || slot.kind !== 'slot') return null;
  return {
    customerId: draft.customer.id,
    assignment: draft.assignment,
    ticketId: draft.ticket?.id ?? null,
    expert: draft.expert,
    ...{ startMs: slot.startMs, endMs: slot.endMs },
    recurrence: replaces === null ? recurrenceOf(draft, context) : null,
    replaces,
  };
};

type PlanOrder = CallInput<'coaching:plan'>;
type Accepted = Pick<PlanOrder, 'askedId' | 'skipsBlocked' | 'acceptsWarnings'> & {
  readonly known: readonly ChecklistItem[];
};

/** The order that a draft comes to; null where something is missing. */
export const toPlanOrder = (draft: SessionDraft, context: Context, accepted: Accepted): PlanOrder | null => {
  const proposal = toProposal(draft, context, null);
  if (proposal === null) return null;
  const { customerId, expert, startMs, endMs, recurrence } = proposal;
  const { known, ...rest } = accepted;
  return { customerId, ...wordsOf(draft, known), expert, startMs, endMs, recurrence, ...rest };
};

type Change = CallInput<'coaching:change'>['change'];

type Changeable = Pick<
  SessionPage,
  'row' | 'language' | 'attendees' | 'place' | 'link' | 'ticket' | 'objectives' | 'checklist' | 'note'
>;

/** Its words as an order has them. */
const wordsBefore = (page: Changeable): ReturnType<typeof wordsOf> => {
  const { row, language, attendees, place, link, ticket, objectives, checklist, note } = page;
  return {
    ...{ assignment: row.assignment, language, attendees, place, link, ticketId: ticket?.id ?? null },
    ...{ objectives, checklist, note },
  };
};

/** Another end alone is one; with another start the end goes too, for without it the length would stay. */
const movedOf = ({ startMs, endMs }: Span, row: Changeable['row']): Pick<Change, 'startMs' | 'endMs'> =>
  startMs !== row.startMs ? { startMs, endMs } : endMs !== row.endMs ? { endMs } : {};

/** What of a session somebody changed, and nothing else: what stays is not written over in a series. */
export const toChange = (draft: SessionDraft, page: Changeable, context: Context): Change => {
  const { row } = page;
  const change: Change = differing(wordsBefore(page), wordsOf(draft, page.checklist));
  if (row.startMs === null || row.endMs === null) return change;
  const slot = readSlot(draft, context);
  return {
    ...change,
    ...(slot.kind === 'slot' ? movedOf(slot, row) : {}),
    ...(draft.expert !== '' && draft.expert !== row.expert ? { expert: draft.expert } : {}),
  };
};

/** What takes a change of one session back. */
export const beforeChange = (change: Change, page: Changeable): Change => {
  const { expert, startMs, endMs } = page.row;
  const before = new Map<string, unknown>(Object.entries({ ...wordsBefore(page), expert, startMs, endMs }));
  return Object.fromEntries(Object.keys(change).map((name) => [name, before.get(name)]));
};

/** Such a change is looked at as another time is, and needs to be confirmed again. */
export const isElsewhere = ({ assignment, expert, startMs, endMs }: Change): boolean =>
  [assignment, expert, startMs, endMs].some((one) => one !== undefined);
