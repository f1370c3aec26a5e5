export type CsvHandlers = {
  /** Every record, the header first. `line` is the physical line on which it starts, from 1. Records without any text are left out. */
  readonly onRecord: (cells: readonly string[], line: number) => void;
  /** A line that cannot be read; the lines after it are. */
  readonly onBadLine: (line: number, reason: string) => void;
};

export type CsvReader = { readonly push: (text: string) => void; readonly end: () => void };

/** A cell that runs longer than this was never meant to: a quote is missing. */
const LONGEST_RECORD = 1_048_576;
/** A line that runs longer is no record of anything: it is passed over up to its end, wherever that is. */
const LONGEST_LINE = 4_194_304;
const QUOTE = '"';

type Scan =
  | { readonly kind: 'record'; readonly cells: string[]; readonly end: number }
  /** The text ends within the record. */
  | { readonly kind: 'open' }
  /** A closing quote is followed by neither a delimiter nor the end of the line. */
  | { readonly kind: 'broken' };

/** One record with quoted cells, from `start`; `end` is where the next one begins. */
const scanRecord = (text: string, start: number, delimiter: string, isLast: boolean): Scan => {
  const cells: string[] = [];
  for (let at = start; ;) {
    if (text[at] === QUOTE) {
      let close = text.indexOf(QUOTE, at + 1);
      let isEscaped = false;
      while (close >= 0 && text[close + 1] === QUOTE) {
        isEscaped = true;
        close = text.indexOf(QUOTE, close + 2);
      }
      if (close < 0 || (close + 1 >= text.length && !isLast)) return { kind: 'open' };
      const cell = text.slice(at + 1, close);
      cells.push(isEscaped ? cell.replaceAll('""', QUOTE) : cell);
      at = close + 1;
      if (text[at] === '\r' && at + 1 >= text.length && !isLast) return { kind: 'open' };
      if (text[at] === '\r' && (text[at + 1] === '\n' || at + 1 >= text.length)) at++;
      if (at >= text.length || text[at] === '\n') return { kind: 'record', cells, end: at + 1 };
      if (text[at] !== delimiter) return { kind: 'broken' };
      at++;
      continue;
    }
    const lineEnd = text.indexOf('\n', at);
    if (lineEnd < 0 && !isLast) return { kind: 'open' };
    const end = lineEnd < 0 ? text.length : lineEnd;
    const next = text.indexOf(delimiter, at);
    if (next < 0 || next > end) {
      cells.push(text.slice(at, text[end - 1] === '\r' && end > at ? end - 1 : end));
      return { kind: 'record', cells, end: end + 1 };
    }
    cells.push(text.slice(at, next));
    at = next + 1;
  }
};

/** One physical line whose quotes are wrong: a quote closes only before a delimiter or at the end; null where one never does. */
const looseCells = (line: string, delimiter: string): string[] | null => {
  const cells: string[] = [];
  for (let at = 0; at <= line.length;) {
    const isQuoted = line[at] === QUOTE;
    const end = isQuoted ? line.indexOf(QUOTE + delimiter, at + 1) : line.indexOf(delimiter, at);
    const stop = end < 0 ? line.length : end;
    const isClosed = end >= 0 || (line.endsWith(QUOTE) && stop - 1 > at);
    if (isQuoted && !isClosed) return null;
    const cell = line.slice(isQuoted ? at + 1 : at, isQuoted && end < 0 ? stop - 1 : stop);
    cells.push(cell.replaceAll('""', QUOTE));
    at = stop + (isQuoted && end >= 0 ? 2 : 1);
  }
  return cells;
};

const lineBreaks = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
};

/**
 * Reads delimited text block by block. A bad line costs that line alone: a record over several lines must be right, in its quotes and in
 * its number of cells; where it is not, its first line is reported and reading goes on with the next line. So a quote that is never
 * closed does not swallow what follows, which no option of csv-parse gives; tests compare the two on everything that is well formed.
 */
export const createCsvReader = (delimiter: string, handlers: CsvHandlers, firstLine = 1): CsvReader => {
  let rest = '';
  /** The end of what is left has not been seen yet: of that nothing need be looked at again. */
  let isWithinLine = false;
  let isSkipping = false;
  let lineNumber = firstLine;
  let header: readonly string[] | null = null;
  let width = 0;

  const fits = (cells: readonly string[]): boolean =>
    header === null ||
    (cells.length >= width &&
      (cells.length <= header.length || cells.slice(header.length).every((cell) => cell === '')));

  const emit = (cells: readonly string[], line: number): void => {
    if (cells.every((cell) => cell === '')) return;
    if (header === null) {
      header = cells;
      width = cells.findLastIndex((name) => name.trim() !== '') + 1;
      handlers.onRecord(cells, line);
    } else if (fits(cells)) handlers.onRecord(cells, line);
    else handlers.onBadLine(line, `has ${cells.length} cells where the header has ${header.length}`);
  };

  const emitBroken = (line: string): void => {
    const cells = looseCells(line, delimiter);
    if (cells !== null && fits(cells)) emit(cells, lineNumber);
    else handlers.onBadLine(lineNumber, 'has a quote that is never closed, or that closes in the middle of a cell');
  };

  const read = (text: string, isLast: boolean): number => {
    const hasQuotes = text.includes(QUOTE);
    let at = 0;
    while (at < text.length) {
      const lineBreak = text.indexOf('\n', at);
      if (lineBreak < 0 && !isLast) return at;
      const next = lineBreak < 0 ? text.length : lineBreak + 1;
      const lineEnd =
        lineBreak < 0 ? text.length : text[lineBreak - 1] === '\r' && lineBreak > at ? lineBreak - 1 : lineBreak;
      const line = text.slice(at, lineEnd);
      if (!hasQuotes || !line.includes(QUOTE)) {
        if (line !== '') emit(line.split(delimiter), lineNumber);
        at = next;
        lineNumber++;
        continue;
      }
      const scan = scanRecord(text, at, delimiter, isLast);
      if (scan.kind === 'open' && !isLast && text.length - at < LONGEST_RECORD) return at;
      if (scan.kind === 'record' && (scan.end <= next || fits(scan.cells))) {
        emit(scan.cells, lineNumber);
        lineNumber += scan.end <= next ? 1 : lineBreaks(text, at, scan.end);
        at = scan.end;
      } else {
        emitBroken(line);
        at = next;
        lineNumber++;
      }
    }
    return at;
  };

  /** What follows a line that is passed over; nothing where that goes on. */
  const afterSkipped = (text: string): string => {
    const end = text.indexOf('\n');
    if (end < 0) return '';
    isSkipping = false;
    lineNumber++;
    return text.slice(end + 1);
  };

  const skipIfTooLong = (): void => {
    if (!isWithinLine || rest.length <= LONGEST_LINE) return;
    handlers.onBadLine(lineNumber, `is longer than ${LONGEST_LINE / 1_048_576} MB`);
    rest = '';
    isSkipping = true;
  };

  return {
    push: (pushed) => {
      const text = isSkipping ? afterSkipped(pushed) : pushed;
      if (isSkipping) return;
      if (isWithinLine && !text.includes('\n')) rest += text;
      else {
        const whole = rest + text;
        rest = whole.slice(read(whole, false));
        isWithinLine = !rest.includes('\n');
      }
      skipIfTooLong();
    },
    end: () => {
      read(rest, true);
      rest = '';
    },
  };
};
