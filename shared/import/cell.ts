const MISSING = new Set([
  '',
  '?',
  '-',
  '--',
  'NA',
  'NS',
  'N/A',
  'n/a',
  '#N/A',
  'null',
  'NULL',
  'Null',
  'NaN',
  'nan',
  'nil',
  '\\N',
]);
const LONGEST_MISSING = 4;

const needsTrim = (text: string): boolean =>
  text.charCodeAt(0) <= 32 ||
  text.charCodeAt(text.length - 1) <= 32 ||
  text.charCodeAt(0) === 0xa0 ||
  text.charCodeAt(text.length - 1) === 0xa0;

/** What a cell tells, trimmed; null where exports write 'nothing': empty, `?`, `NA`, `NS`, `N/A`, `null`, `-`. */
export const toldText = (cell: string | undefined): string | null => {
  if (cell === undefined) return null;
  const text = needsTrim(cell) ? cell.trim() : cell;
  return text.length <= LONGEST_MISSING && MISSING.has(text) ? null : text;
};

/** As `toldText`, where `0` is no value either: a date, the id of somebody. */
export const toldNonZero = (cell: string | undefined): string | null => {
  const text = toldText(cell);
  return text === '0' || text === '0.0' ? null : text;
};

/** A reference or an id as given, without the `.0` of a table that took it for a number. */
export const toldId = (cell: string | undefined): string | null => {
  const text = toldNonZero(cell);
  return text !== null && /^\d+\.0+$/.test(text) ? text.slice(0, text.indexOf('.')) : text;
};
