import type { InstantMs } from '../time/instant.ts';
import type { ReadOptions } from './profile.ts';
import { createTimeReader, type DayOrder } from './read-time.ts';

/** One file while it is read: its times, and what is said of it as a whole. */
export type FileReading = {
  readonly name: string;
  readonly note: (column: string, text: string | null) => void;
  readonly instant: (column: string, text: string) => InstantMs | null;
  readonly error: (line: number, reason: string) => void;
  readonly warn: (line: number, reason: string) => void;
  /** Says something of the whole file, at its first line, however often it is true. */
  readonly warnOnce: (reason: string) => void;
  /** Says where the order of day and month is a guess; to be called before the first time is read. */
  readonly warnOfDoubts: () => void;
};

export const createFileReading = (name: string, options: ReadOptions, fixed: DayOrder | null = null): FileReading => {
  const times = createTimeReader(options.zone, options.said?.dayOrder ?? fixed);
  const said = new Set<string>();
  const warnOnce = (reason: string): void => {
    if (said.has(reason)) return;
    said.add(reason);
    options.onWarning({ file: name, line: 1, reason });
  };
  return {
    name,
    note: (column, text) => {
      if (text !== null) times.note(column, text);
    },
    instant: (column, text) => times.read(column, text),
    error: (line, reason) => options.onError({ file: name, line, reason }),
    warn: (line, reason) => options.onWarning({ file: name, line, reason }),
    warnOnce,
    warnOfDoubts: () => {
      for (const { column, kind } of times.doubts()) {
        warnOnce(
          kind === 'mixed'
            ? `the times of '${column}' mix day/month and month/day; where both are possible the day was taken as first`
            : `the times of '${column}' do not tell whether day or month comes first; the day was taken as first`,
        );
      }
    },
  };
};

/** Why a text is no instant, for a message. */
export const noInstant = (column: string, text: string): string =>
  `${column} '${text.slice(0, 60)}' is not a time from 1970 to 2099 that Vigie can read`;
