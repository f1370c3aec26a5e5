import type { ReportSections } from './session-event.ts';

export type SizingRow = ReportSections['sizing'][number];

export const EMPTY_SIZING: SizingRow = { what: 'vm', name: '', present: '', recommended: '', why: '' };
/** As many as a report holds (`reportSections`). */
export const MOST_SIZINGS = 200;

/** The columns that are typed, in their order. */
export const SIZING_TEXTS = ['name', 'present', 'recommended', 'why'] as const;
export type SizingText = (typeof SIZING_TEXTS)[number];

const LONGEST: Readonly<Record<SizingText, number>> = { name: 400, present: 400, recommended: 400, why: 2_000 };

/** What spreadsheets call what is sized, in both languages. */
const KINDS: readonly (readonly [SizingRow['what'], RegExp])[] = [
  ['vm', /^(vms?|machines?( virtuelles?)?|virtual machines?|servers?|serveurs?)$/i],
  ['network', /^(net|networks?|réseaux?|reseaux?|vlans?)$/i],
  ['storage', /^(storage|stockage|disks?|disques?|datastores?)$/i],
];

const kindOf = (text: string): SizingRow['what'] | null =>
  KINDS.find(([, pattern]) => pattern.test(text.trim()))?.[0] ?? null;

/** The cells of what a spreadsheet puts on the clipboard: rows by line, cells by tab, quoted where they hold either. */
export const tabbedCells = (text: string): string[][] => {
  const rows: string[][] = [[]];
  const cell = /(?:^|[\t\n])(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))/g;
  const whole = text.replaceAll('\r\n', '\n').replace(/\n$/, '');
  for (const match of whole.matchAll(cell)) {
    if (match[0].startsWith('\n')) rows.push([]);
    const [, quoted, plain = ''] = match;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).replaceAll(/\s+/g, ' ').trim());
  }
  return rows.filter((cells) => cells.some((one) => one !== ''));
};

/** Whether a text on the clipboard is more than one cell. */
export const isTable = (text: string): boolean => /\t|\n./.test(text.replaceAll('\r', ''));

/**
 * Puts the cells of a spreadsheet into a table from a cell on, making rows where there are none. A first column that says what is sized in
 * each row is read as that.
 */
export const pasteSizing = (
  rows: readonly SizingRow[],
  at: { readonly row: number; readonly column: SizingText },
  text: string,
): SizingRow[] => {
  const cells = tabbedCells(text);
  const kinds = cells.map(([first = '']) => kindOf(first));
  const hasKinds = kinds.every((kind) => kind !== null) && cells.some((one) => one.length > 1);
  const from = SIZING_TEXTS.indexOf(at.column);
  const next = [...rows];
  for (const [i, line] of cells.entries()) {
    const index = at.row + i;
    if (index >= MOST_SIZINGS) break;
    const what = hasKinds ? kinds[i] : null;
    const texts = hasKinds ? line.slice(1) : line;
    const filled = SIZING_TEXTS.slice(from).flatMap((column, k) => {
      const value = texts[k];
      return value === undefined ? [] : [[column, value.slice(0, LONGEST[column])] as const];
    });
    const before = next[index] ?? { ...EMPTY_SIZING, what: next.at(-1)?.what ?? EMPTY_SIZING.what };
    next[index] = { ...before, ...Object.fromEntries(filled), ...(what == null ? {} : { what }) };
  }
  return next;
};

/** A row with nothing in it but its kind. */
export const isEmptySizing = (row: SizingRow): boolean => SIZING_TEXTS.every((column) => row[column].trim() === '');

/** The rows with one of them one place up or down; as they are where it has none to go to. */
export const moveSizing = (rows: readonly SizingRow[], index: number, by: -1 | 1): SizingRow[] => {
  const [row, other] = [rows[index], rows[index + by]];
  if (row === undefined || other === undefined) return [...rows];
  return rows.map((one, i) => (i === index ? other : i === index + by ? row : one));
};
