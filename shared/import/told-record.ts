import { toldId, toldText } from './cell.ts';
import { noInstant, type FileReading } from './file-reading.ts';
import { cellOf, isRecord } from './json-table.ts';
import type { InstantMs } from '../time/instant.ts';

/** One record of an export, by the names of its fields, and where it stands. */
export type ToldRecord = {
  readonly file: FileReading;
  readonly line: number;
  readonly text: (field: string) => string | null;
  /** As `text`, for what cannot be zero, without the `.0` of a number. */
  readonly id: (field: string) => string | null;
};

/** A record of a JSON list. A number in a field of times counts seconds or milliseconds since 1970. */
export const toldJson = (record: unknown, file: FileReading, line: number): ToldRecord => {
  const text = (field: string): string | null => {
    const value = isRecord(record) ? record[field] : undefined;
    const isTime = typeof value === 'number' && (field.endsWith('_at') || field === 'created' || field === 'updated');
    return isTime ? `@${value}` : toldText(cellOf(value));
  };
  return { file, line, text, id: (field) => toldId(text(field) ?? undefined) };
};

/** A row of a table whose columns are found by their exact names. */
export const toldCells = (
  cells: readonly string[],
  indexes: ReadonlyMap<string, number>,
  file: FileReading,
  line: number,
): ToldRecord => {
  const text = (field: string): string | null => {
    const index = indexes.get(field);
    return index === undefined ? null : toldText(cells[index]);
  };
  return { file, line, text, id: (field) => toldId(text(field) ?? undefined) };
};

/** The instant in a field; null where none is told or, with a warning, where it cannot be read. One in the future is kept, with a warning. */
export const toldInstant = (record: ToldRecord, field: string, nowMs: InstantMs): InstantMs | null => {
  const text = record.text(field);
  if (text === null || text === '0') return null;
  const ms = record.file.instant(field, text);
  if (ms === null) record.file.warn(record.line, noInstant(field, text));
  else if (ms > nowMs) record.file.warn(record.line, `${field} '${text}' is in the future; kept as given`);
  return ms;
};

/** The opening instant, which a ticket cannot do without: reported, and null, where it is not told, cannot be read or is in the future. */
export const toldOpening = (
  record: ToldRecord,
  field: string,
  reference: string,
  nowMs: InstantMs,
): InstantMs | null => {
  const text = record.text(field);
  const ms = text === null ? null : record.file.instant(field, text);
  if (ms !== null && ms <= nowMs) return ms;
  const reason =
    text === null
      ? 'does not tell when it was opened'
      : ms === null
        ? noInstant(field, text)
        : `${field} '${text}' is in the future`;
  record.file.error(record.line, `${reference}: ${reason}`);
  return null;
};

/** Reads the priority of a record; a warning where Vigie does not know it. */
export const warnOfPriority = (record: ToldRecord, text: string): void =>
  record.file.warn(record.line, `priority '${text}' is not one that Vigie knows; left unknown`);

export const warnOfState = (record: ToldRecord, text: string): void =>
  record.file.warn(
    record.line,
    `state '${text}' is not one that Vigie knows; the ticket's condition was left as it was`,
  );
