import { csvFile, csvStyleOf, hoursOf, type CsvCell } from '../csv/write-csv.ts';
import type { SheetCell, SheetColumn, StatementSheet } from './statement-sheet.ts';

const UNIT = { text: '', hours: ' (h)', minutes: ' (min)' } as const;

const toCell = (cell: SheetCell, column: SheetColumn | undefined): CsvCell => {
  if (typeof cell === 'string') return cell;
  return column?.unit === 'minutes' ? cell.minutes : hoursOf(cell.minutes);
};

/** The same document as a file for a spreadsheet: its parts one below the other, charged time in hours, worked time in minutes. */
export const statementCsv = ({ language, title, facts, notes, tables, rulesTitle, rules }: StatementSheet): string =>
  csvFile(
    [
      [title],
      ...facts,
      ...notes.map((note) => [note]),
      ...tables.flatMap(({ title: name, columns, rows, total, none }) => [
        [],
        [name],
        ...(rows.length === 0
          ? [[none]]
          : [
              columns.map(({ label, unit }) => `${label}${UNIT[unit]}`),
              ...[...rows, ...(total === null ? [] : [total])].map((row) =>
                row.map((cell, i) => toCell(cell, columns[i])),
              ),
            ]),
      ]),
      [],
      [rulesTitle],
      ...rules.map(({ text, label }) => [text, label]),
    ],
    csvStyleOf(language),
  );
