import type { Statement, StatementEntry, StatementLot } from './statement.ts';
import { amount, lotRow, monthRow, overageRow, workRow } from './statement-rows.ts';
import type { SheetCell, SheetColumn, SheetTable, StatementSheet } from './statement-sheet.ts';
import type { StatementWords } from './statement-words.ts';

export type TellOptions = {
  /** With the notes of experts and the reasons of leads: they were not written for the customer. */
  readonly hasNotes: boolean;
  readonly isSample: boolean;
};

const columnsOf = (
  { say }: StatementWords,
  table: SheetTable['id'],
  columns: readonly (readonly [id: string, unit: SheetColumn['unit']])[],
): SheetColumn[] => columns.map(([id, unit]) => ({ id, unit, label: say(`${table}.${id}`) }));

const lotsTable = (lots: readonly StatementLot[], words: StatementWords): SheetTable => {
  const hasCarried = lots.some(({ carriedMin }) => carriedMin > 0);
  return {
    id: 'lots',
    title: words.say('lots'),
    none: words.say('lots.none'),
    columns: columnsOf(words, 'lots', [
      ['lot', 'text'],
      ['from', 'text'],
      ['until', 'text'],
      ['granted', 'hours'],
      ['before', 'hours'],
      ['used', 'hours'],
      ['expired', 'hours'],
      ...(hasCarried ? ([['carried', 'hours']] as const) : []),
      ['left', 'hours'],
    ]),
    rows: lots.map((lot) => lotRow(lot, hasCarried, words)),
    total: null,
  };
};

const workTable = (entries: readonly StatementEntry[], words: StatementWords, hasNotes: boolean): SheetTable => {
  const sum = (key: 'workedMin' | 'chargedMin' | 'overageMin'): SheetCell =>
    amount(entries.reduce((total, entry) => total + entry[key], 0));
  return {
    id: 'work',
    title: words.say('work'),
    none: words.say('work.none'),
    columns: columnsOf(words, 'work', [
      ['date', 'text'],
      ['time', 'text'],
      ['what', 'text'],
      ['expert', 'text'],
      ['worked', 'minutes'],
      ['charged', 'hours'],
      ['paidBy', 'text'],
      ['overage', 'hours'],
    ]),
    rows: entries.map((entry) => workRow(entry, words, hasNotes)),
    total: [words.say('total'), '', '', '', sum('workedMin'), sum('chargedMin'), '', sum('overageMin')],
  };
};

const monthsTable = ({ months, total }: Statement, words: StatementWords): SheetTable => ({
  id: 'months',
  title: words.say('months'),
  none: words.say('months.none'),
  columns: columnsOf(words, 'months', [
    ['month', 'text'],
    ['granted', 'hours'],
    ['worked', 'minutes'],
    ['charged', 'hours'],
    ['covered', 'hours'],
    ['overage', 'hours'],
    ['expired', 'hours'],
  ]),
  rows: months.map((month) => monthRow(words.month(month.month), month)),
  total: monthRow(words.say('total'), total),
});

const overageTable = (entries: readonly StatementEntry[], words: StatementWords, hasNotes: boolean): SheetTable => ({
  id: 'overage',
  title: words.say('overage'),
  none: words.say('overage.none'),
  columns: columnsOf(words, 'overage', [
    ['date', 'text'],
    ['what', 'text'],
    ['minutes', 'hours'],
    ['approval', 'text'],
  ]),
  rows: entries.map((entry) => overageRow(entry, words, hasNotes)),
  total: null,
});

const tierText = ({ tiers }: Statement, { say, day }: StatementWords): string =>
  tiers
    .map(({ tier, atMs }, i) =>
      i === 0 ? tier.toUpperCase() : say('tierFrom', { tier: tier.toUpperCase(), day: day(atMs) }),
    )
    .join(', ');

const notesOf = (statement: Statement, words: StatementWords, { isSample }: TellOptions): string[] => {
  const { isOver, isClosed, asOfMs, takenBackCount } = statement;
  const { say, day, time } = words;
  return [
    ...(isSample ? [say('sampleNote')] : []),
    ...(isOver ? [] : [say('notOver', { at: `${day(asOfMs)} ${time(asOfMs)}` })]),
    ...(isOver && !isClosed ? [say('notClosed')] : []),
    ...(takenBackCount === 0 ? [] : [say('takenBack', { count: takenBackCount })]),
  ];
};

/** Amounts in the values of a rule are minutes. */
const told = (values: Readonly<Record<string, string | number>>, { minutes }: StatementWords): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? minutes(value) : value]),
  );

/** Puts a statement into words. */
export const tellStatement = (statement: Statement, words: StatementWords, options: TellOptions): StatementSheet => {
  const { customer, fromMonth, toMonth, asOfMs, lots, entries, overage, total, rules } = statement;
  const { say, month, day, time, minutes } = words;
  const period =
    fromMonth === toMonth ? month(fromMonth) : say('period.span', { from: month(fromMonth), to: month(toMonth) });
  return {
    language: words.language,
    title: say('title'),
    ...{ customer, period },
    facts: [
      [say('fact.customer'), customer],
      [say('fact.period'), period],
      [say('fact.tier'), tierText(statement, words)],
      [say('fact.charged'), minutes(total.chargedMin)],
      [say('fact.overage'), minutes(total.overageMin)],
      [say('fact.madeAt'), `${day(asOfMs)} ${time(asOfMs)}`],
    ],
    notes: notesOf(statement, words, options),
    tables: [
      monthsTable(statement, words),
      lotsTable(lots, words),
      workTable(entries, words, options.hasNotes),
      overageTable(overage, words, options.hasNotes),
    ],
    rulesTitle: say('rules'),
    rules: rules.map(({ id, origin, values }) => ({
      origin,
      label: say(`origin.${origin}`),
      text: say(`rule.${id}`, told(values, words)),
    })),
  };
};
