import type { Assignment } from '../expertise/assignment.ts';
import type { Statement } from '../expertise/statement.ts';
import type { StatementWords } from '../expertise/statement-words.ts';
import type { ReportPage } from '../ipc/report-schemas.ts';
import type { QueueRow } from '../ipc/schemas.ts';
import type { InstantMs } from '../time/instant.ts';
import type { FigureId } from './figures.ts';
import type { ReportLine } from './report.ts';
import type { ReportSheet, SheetColumn, SheetRow, SheetTable } from './report-sheet.ts';
import { NOTHING } from './tell-figure.ts';
import { cellText, columnsOf, FIGURE_COLUMNS, rowOf, type SheetColumnId } from './tell-report.ts';
import type { ReportWords } from './tell-figure.ts';

/** A ticket whose commitment was breached, and why. */
export type BreachedTicket = Pick<QueueRow, 'reference' | 'title' | 'priority'> & { readonly cause: string };

export type HeldSession = {
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
  readonly assignment: Assignment;
  readonly expert: string | null;
};

/** A customer's month, as it is told to the customer: the offer's commitments, and none of our own objectives. */
export type CustomerMonth = {
  readonly customer: string;
  readonly page: ReportPage;
  readonly breached: readonly BreachedTicket[];
  /** How many breached tickets of a cause are not among them: a list has so many rows at most. */
  readonly unlisted: readonly { readonly cause: string; readonly count: number }[];
  readonly hours: Statement;
  readonly sessions: readonly HeldSession[];
  readonly isSample: boolean;
};

type Told = { readonly words: ReportWords; readonly dates: StatementWords };

const linesOf = ({ lines }: ReportPage, figure: FigureId, by: string | null): readonly ReportLine[] =>
  lines.filter((line) => line.figure === figure && line.by === by);

const named = (words: ReportWords, ids: readonly string[], amounts: readonly string[] = []): SheetColumn[] =>
  ids.map((id) => ({ id, label: words.say(`reports.sheet.${id}`), isAmount: amounts.includes(id) }));

const compliance = (page: ReportPage, { words }: Told): SheetTable => {
  const figure = 'compliance.contractual';
  const lines = [...linesOf(page, figure, null), ...linesOf(page, figure, 'priority')];
  return {
    ...{ id: 'compliance', title: words.say('reports.sheet.commitments'), columns: columnsOf(figure, words) },
    rows: lines.some(({ n, before }) => n > 0 || (before?.n ?? 0) > 0) ? lines.map((line) => rowOf(line, words)) : [],
    none: words.say('reports.sheet.noCommitments'),
  };
};

const breaches = ({ breached, unlisted }: CustomerMonth, { words }: Told): SheetTable => ({
  ...{ id: 'breaches', title: words.say('reports.sheet.breaches') },
  columns: named(words, ['reference', 'subject', 'priority', 'cause']),
  rows: [
    ...breached.map(({ reference, title, priority, cause }): SheetRow => ({
      kind: 'line',
      cells: [reference, title ?? NOTHING, priority ?? NOTHING, words.say(`reports.cause.${cause}`)],
    })),
    ...unlisted.map(({ cause, count }): SheetRow => ({
      kind: 'line',
      cells: [NOTHING, words.say('reports.sheet.unlisted', { count }), NOTHING, words.say(`reports.cause.${cause}`)],
    })),
  ],
  none: words.say('reports.sheet.noBreaches'),
});

/** Wholes of several figures, a row each. */
const wholes = (
  page: ReportPage,
  figures: readonly FigureId[],
  columns: readonly SheetColumnId[],
  words: ReportWords,
): SheetRow[] =>
  figures.flatMap((figure) =>
    linesOf(page, figure, null).map((line): SheetRow => ({
      kind: 'line',
      cells: [words.say(`report.figure.${figure}`), ...columns.map((column) => cellText(line, column, words))],
    })),
  );

const flow = (page: ReportPage, { words }: Told): SheetTable => ({
  ...{ id: 'flow', title: words.say('reports.family.flow'), columns: columnsOf('opened', words) },
  rows: wholes(page, ['opened', 'resolved', 'reopened', 'backlog'], FIGURE_COLUMNS.count, words),
  none: NOTHING,
});

const times = (page: ReportPage, { words }: Told): SheetTable => ({
  ...{ id: 'times', title: words.say('reports.family.times'), columns: columnsOf('response.gross', words) },
  rows: wholes(
    page,
    ['response.gross', 'response.net', 'resolution.gross', 'resolution.net'],
    FIGURE_COLUMNS.times,
    words,
  ),
  none: NOTHING,
});

const waits = (page: ReportPage, { words }: Told): SheetTable => {
  const lines = linesOf(page, 'waited', 'wait');
  const columns = ['value', 'n', 'before'] as const;
  return {
    ...{ id: 'waits', title: words.say('reports.family.waits'), none: words.say('reports.sheet.noWaits') },
    columns: columnsOf('waited', words, columns),
    rows: lines.map((line) => rowOf(line, words, columns)),
  };
};

const hours = ({ lots, total }: Statement, { words, dates }: Told): SheetTable => {
  const minutes = (amount: number): string => (amount === 0 ? NOTHING : dates.minutes(amount));
  const left = lots.reduce((sum, lot) => sum + lot.leftMin, 0);
  const used = lots.reduce((sum, lot) => sum + lot.usedMin, 0);
  const nameOf = ({ kind, fromMs, order }: Statement['lots'][number]): string =>
    dates.say(`lot.${kind}`, { month: dates.monthOf(fromMs), day: dates.day(fromMs), order: order ?? 'none' });
  const sums: readonly SheetRow[] = [
    { kind: 'whole', cells: [words.say('reports.whole'), NOTHING, minutes(used), minutes(left)] },
    ...(total.overageMin === 0
      ? []
      : [
          {
            kind: 'line',
            cells: [words.say('reports.sheet.overage'), NOTHING, minutes(total.overageMin), NOTHING],
          } as const,
        ]),
  ];
  return {
    ...{ id: 'hours', title: words.say('reports.sheet.hours'), none: words.say('reports.sheet.noHours') },
    columns: named(words, ['lot', 'granted', 'used', 'left'], ['granted', 'used', 'left']),
    rows:
      lots.length === 0 && total.overageMin === 0
        ? []
        : [
            ...sums,
            ...lots.map((lot): SheetRow => ({
              kind: 'line',
              cells: [nameOf(lot), minutes(lot.minutes), minutes(lot.usedMin), minutes(lot.leftMin)],
            })),
          ],
  };
};

const sessions = (held: readonly HeldSession[], { words, dates }: Told): SheetTable => ({
  ...{ id: 'sessions', title: words.say('reports.sheet.sessions'), none: words.say('reports.sheet.noSessions') },
  columns: named(words, ['date', 'time', 'assignment', 'expert']),
  rows: held.map(({ startMs, endMs, assignment, expert }): SheetRow => ({
    kind: 'line',
    cells: [
      dates.day(startMs),
      `${dates.time(startMs)}–${dates.time(endMs)}`,
      dates.say(`kind.${assignment}`),
      expert ?? NOTHING,
    ],
  })),
});

const FOOTNOTES = ['commitments', 'breaches', 'before', 'times', 'waits', 'hours', 'few'] as const;

/** The monthly report of one customer, in the customer's language. */
export const tellCustomerReport = (month: CustomerMonth, told: Told): ReportSheet => {
  const { customer, page, hours: statement, sessions: held, isSample } = month;
  const { words, dates } = told;
  const { say } = words;
  const period = dates.month(statement.fromMonth);
  const at = `${dates.day(page.asOfMs)} ${dates.time(page.asOfMs)}`;
  const tiers = statement.tiers.map(({ tier }) => tier.toUpperCase()).join(', ');
  return {
    ...{ language: dates.language, title: say('reports.sheet.monthly'), owner: customer, period },
    facts: [
      [say('reports.sheet.customer'), customer],
      [say('reports.sheet.month'), period],
      [say('reports.sheet.tier'), tiers === '' ? NOTHING : tiers],
      [say('reports.sheet.madeAt'), at],
    ],
    notes: [
      ...(isSample ? [say('reports.sheet.sample')] : []),
      ...(statement.isOver ? [] : [say('reports.sheet.notOver', { at })]),
    ],
    tables: [
      compliance(page, told),
      breaches(month, told),
      flow(page, told),
      times(page, told),
      waits(page, told),
      hours(statement, told),
      sessions(held, told),
    ],
    footnotesTitle: say('reports.sheet.footnotes'),
    footnotes: FOOTNOTES.map((id) => [say(`reports.sheet.note.${id}.name`), say(`reports.sheet.note.${id}`)]),
  };
};
