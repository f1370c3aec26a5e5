import type { StatementEntry, StatementLot, StatementTotal } from './statement.ts';
import type { SheetCell } from './statement-sheet.ts';
import type { StatementWords } from './statement-words.ts';

export const amount = (minutes: number): SheetCell => ({ minutes });

type NamedLot = Pick<StatementLot, 'kind' | 'fromMs' | 'order'>;

/** What a lot is called: by its month, or by the day from which it may be used. */
const lotWord = ({ kind, fromMs, order }: NamedLot, { say, monthOf, day }: StatementWords): string => {
  if (kind === 'monthly' || kind === 'carried') return say(`lot.${kind}`, { month: monthOf(fromMs) });
  return say(`lot.${kind}`, { day: day(fromMs), order: order ?? 'none' });
};

/** The day before an end that is exclusive: the last on which it may be used. */
const lastDay = (untilMs: number, { day }: StatementWords): string => day(untilMs - 1);

export const lotRow = (lot: StatementLot, hasCarried: boolean, words: StatementWords): SheetCell[] => [
  lotWord(lot, words),
  words.day(lot.fromMs),
  lot.untilMs === null ? words.say('lots.endless') : lastDay(lot.untilMs, words),
  amount(lot.minutes),
  amount(lot.usedBeforeMin),
  amount(lot.usedMin),
  amount(lot.expiredMin),
  ...(hasCarried ? [amount(lot.carriedMin)] : []),
  amount(lot.leftMin),
];

export const monthRow = (name: string, month: StatementTotal): SheetCell[] => [
  name,
  amount(month.grantedMin),
  amount(month.workedMin),
  amount(month.chargedMin),
  amount(month.coveredMin),
  amount(month.overageMin),
  amount(month.expiredMin),
];

/** A note longer than this is no line of a table any more. */
const NOTE_CHARS = 300;

const noteText = (note: string | null): string => {
  if (note === null) return '';
  return note.length <= NOTE_CHARS ? note : `${note.slice(0, NOTE_CHARS)}…`;
};

const whatText = (
  { assignment, reference, note }: StatementEntry,
  { say }: StatementWords,
  hasNotes: boolean,
): string =>
  [say(`kind.${assignment}`), reference ?? '', hasNotes ? noteText(note) : '']
    .filter((part) => part !== '')
    .join(' · ');

const payers = ({ draws, uncharged }: StatementEntry, words: StatementWords): string => {
  if (uncharged !== null) return words.say(`uncharged.${uncharged}`);
  if (draws.length === 1 && draws[0] !== undefined) return lotWord(draws[0].lot, words);
  return draws.map(({ lot, minutes }) => `${lotWord(lot, words)} ${words.minutes(minutes)}`).join(', ');
};

export const workRow = (entry: StatementEntry, words: StatementWords, hasNotes: boolean): SheetCell[] => [
  words.day(entry.startMs),
  entry.isTimed ? `${words.time(entry.startMs)}–${words.time(entry.endMs)}` : '',
  whatText(entry, words, hasNotes),
  entry.expert,
  amount(entry.workedMin),
  amount(entry.chargedMin),
  payers(entry, words),
  amount(entry.overageMin),
];

const approvalText = (
  { overageState, overageReason, decision }: StatementEntry,
  { say, day }: StatementWords,
  hasNotes: boolean,
): string => {
  const reasons = hasNotes ? [noteText(overageReason), noteText(decision?.reason ?? null)] : [];
  const decided = decision === null ? {} : { by: decision.by, day: day(decision.atMs) };
  const isDecided = overageState === 'approved' || overageState === 'declined';
  const state = say(`overage.${isDecided && decision !== null ? overageState : 'pending'}`, {
    by: '',
    day: '',
    ...decided,
  });
  return [state, ...new Set(reasons.filter((reason) => reason !== ''))].join(' · ');
};

export const overageRow = (entry: StatementEntry, words: StatementWords, hasNotes: boolean): SheetCell[] => [
  words.day(entry.startMs),
  [whatText(entry, words, false), entry.expert].join(' · '),
  amount(entry.overageMin),
  approvalText(entry, words, hasNotes),
];
