import { scanTime } from '../scan-time.ts';
import { isUnreadable } from './unreadable-time.ts';

/** What the times of one column say of how they are written. */
export type TimeTally = {
  readonly seen: number;
  readonly times: number;
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly either: number;
  readonly certain: number;
  /** Of those that are read either way: how many would be in the future. */
  readonly futureIfDayFirst: number;
  readonly futureIfMonthFirst: number;
  readonly told: number;
  readonly untold: number;
  /** Local times in the hours in which clocks are put forward, where the order is sure; some of them. */
  readonly nightly: readonly number[];
  /** Local times with what they say of their distance from UTC; some of them. */
  readonly offsets: readonly { readonly localMs: number; readonly offsetMs: number }[];
  readonly examples: readonly string[];
};

type Mutable = { -readonly [Key in keyof TimeTally]: TimeTally[Key] extends readonly (infer Each)[] ? Each[] : number };

/** After so many values without a time among two a column holds none. */
const TRIED = 40;
const MOST_KEPT = 200;
const HOUR = 3_600_000;

/** Listens to the values of one column, as long as they may be times. */
export const createTimeSurvey = (nowMs: number) => {
  const tally: Mutable = {
    ...{ seen: 0, times: 0, dayFirst: 0, monthFirst: 0, either: 0, certain: 0 },
    ...{ futureIfDayFirst: 0, futureIfMonthFirst: 0, told: 0, untold: 0 },
    ...{ nightly: [], offsets: [], examples: [] },
  };
  let isOver = false;
  return {
    take: (text: string): void => {
      if (isOver) return;
      tally.seen++;
      const time = isUnreadable(text) ? null : scanTime(text);
      if (time === null) {
        isOver = tally.seen >= TRIED && tally.times * 2 < tally.seen;
        return;
      }
      tally.times++;
      const { dayFirstMs, monthFirstMs, offsetMs } = time;
      if (tally.examples.length < 3) tally.examples.push(text);
      if (dayFirstMs === monthFirstMs) tally.certain++;
      else if (monthFirstMs === null) tally.dayFirst++;
      else if (dayFirstMs === null) tally.monthFirst++;
      else {
        tally.either++;
        if (dayFirstMs > nowMs) tally.futureIfDayFirst++;
        if (monthFirstMs > nowMs) tally.futureIfMonthFirst++;
      }
      const isSure = dayFirstMs === null || monthFirstMs === null || dayFirstMs === monthFirstMs;
      const localMs = dayFirstMs ?? monthFirstMs ?? 0;
      if (offsetMs === null) {
        tally.untold++;
        const hour = Math.floor(localMs / HOUR) % 24;
        if (isSure && hour >= 1 && hour <= 3 && new Date(localMs).getUTCDay() === 0 && tally.nightly.length < MOST_KEPT)
          tally.nightly.push(localMs);
      } else {
        tally.told++;
        if (isSure && offsetMs !== 0 && tally.offsets.length < MOST_KEPT) tally.offsets.push({ localMs, offsetMs });
      }
    },
    tally: (): TimeTally => tally,
    /** Whether four values in five are times. */
    isTime: (): boolean => !isOver && tally.times > 0 && tally.times * 5 >= tally.seen * 4,
  };
};
