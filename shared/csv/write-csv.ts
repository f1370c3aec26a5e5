import type { Language } from '../i18n/language.ts';

/** Numbers are written as numbers; people's words are text. Null is an empty cell. */
export type CsvCell = string | number | null;

/** How a spreadsheet of a region reads CSV. */
export type CsvStyle = { readonly separator: ',' | ';'; readonly decimal: '.' | ',' };

/** What programs read, and spreadsheets in English. */
export const PLAIN_CSV: CsvStyle = { separator: ',', decimal: '.' };

/** Where the comma divides units from tenths, it cannot divide cells. */
export const csvStyleOf = (language: Language): CsvStyle =>
  language === 'fr' ? { separator: ';', decimal: ',' } : PLAIN_CSV;

/** Spreadsheets read UTF-8 where this stands first, and garble accents where it does not. */
export const BOM = '\uFEFF';

/**
 * Spreadsheets run what begins like this; people's words never may. Some pass over blanks, quotes and marks that nobody sees, and take the wide
 * and the small signs of East Asian keyboards for the plain ones.
 */
const FORMULA = /^(?:[\t\r\n]|[\s"'`\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** Within a text, where a spreadsheet that divides cells by another sign than this file would begin one. */
const FORMULA_WITHIN = /([,;\t\r\n]["'`\p{Cc}\p{Cf}]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫−])/gu;

const toCell = (cell: CsvCell, { decimal }: CsvStyle): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', decimal);
  const within = cell.replace(FORMULA_WITHIN, "$1'");
  const safe = FORMULA.test(within) ? `'${within}` : within;
  // Whatever a spreadsheet takes for a separator: what follows one must not become a cell that it runs.
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One record with its line end (RFC 4180). */
export const csvLine = (cells: readonly CsvCell[], style: CsvStyle = PLAIN_CSV): string =>
  `${cells.map((cell) => toCell(cell, style)).join(style.separator)}\r\n`;

/** A whole file. */
export const csvFile = (lines: readonly (readonly CsvCell[])[], style: CsvStyle): string =>
  BOM + lines.map((cells) => csvLine(cells, style)).join('');

/** Minutes as hours for a spreadsheet: at most two places, so that a quarter of an hour is exact. */
export const hoursOf = (minutes: number): number => Math.round((minutes / 60) * 100) / 100;
