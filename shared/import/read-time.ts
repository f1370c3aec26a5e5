import { localToInstant, type Zone } from '../calendar/zone.ts';
import { isInstant, type InstantMs } from '../time/instant.ts';
import { scanTime, type ScannedTime } from './scan-time.ts';

type Evidence = { dayFirst: number; monthFirst: number; either: number };

/** Why the order of day and month in a column is a guess. */
export type OrderDoubt = { readonly column: string; readonly kind: 'untold' | 'mixed' };

/**
 * Reads the times of one file. `3/4/2026` says nothing of its order; another value of its column may (`25/4/2026`), else another
 * column of the file. So every value is noted before any is read. Where nothing tells, the day comes first.
 */
export type TimeReader = {
  readonly note: (column: string, text: string) => void;
  /** The instant; null where the text is no time, or none from 1970 to 2099. */
  readonly read: (column: string, text: string) => InstantMs | null;
  readonly doubts: () => readonly OrderDoubt[];
};

/** Which of day and month comes first. */
export type DayOrder = 'dayFirst' | 'monthFirst';

/** `fixed`: the format or a person says so; nothing is looked for, and `3/25/2026` is no time where the day comes first. */
export const createTimeReader = (zone: Zone, fixed: DayOrder | null = null): TimeReader => {
  const scans = new Map<string, ScannedTime | null>();
  const dayFirstInstants = new Map<string, InstantMs | null>();
  const evidence = new Map<string, Evidence>();

  const scan = (text: string): ScannedTime | null => {
    const known = scans.get(text);
    if (known !== undefined) return known;
    const time = scanTime(text);
    scans.set(text, time);
    return time;
  };

  const isMonthFirst = (column: string): boolean => {
    const own = evidence.get(column);
    if (own && own.dayFirst + own.monthFirst > 0) return own.dayFirst === 0;
    const others = [...evidence.values()];
    return others.some((each) => each.monthFirst > 0) && others.every((each) => each.dayFirst === 0);
  };
  const isTold = (): boolean => {
    const all = [...evidence.values()];
    return all.some((each) => each.dayFirst > 0) !== all.some((each) => each.monthFirst > 0);
  };
  const orders = new Map<string, boolean>();
  const orderOf = (column: string): boolean => {
    const known = orders.get(column);
    if (known !== undefined) return known;
    const order = isMonthFirst(column);
    orders.set(column, order);
    return order;
  };

  const toInstant = (localMs: number | null, offsetMs: number | null): InstantMs | null => {
    if (localMs === null) return null;
    const ms = offsetMs === null ? localToInstant(zone, localMs) : localMs - offsetMs;
    return isInstant(ms) ? ms : null;
  };

  return {
    note: (column, text) => {
      if (fixed !== null) return;
      const time = scan(text);
      if (time === null || time.dayFirstMs === time.monthFirstMs) return;
      let own = evidence.get(column);
      if (own === undefined) evidence.set(column, (own = { dayFirst: 0, monthFirst: 0, either: 0 }));
      orders.clear();
      if (time.monthFirstMs === null) own.dayFirst++;
      else if (time.dayFirstMs === null) own.monthFirst++;
      else own.either++;
    },
    read: (column, text) => {
      const known = dayFirstInstants.get(text);
      const time = scan(text);
      if (time === null) return null;
      const { dayFirstMs, monthFirstMs, offsetMs } = time;
      if (fixed === 'monthFirst') return toInstant(monthFirstMs, offsetMs);
      if (dayFirstMs !== monthFirstMs && orderOf(column)) return toInstant(monthFirstMs ?? dayFirstMs, offsetMs);
      if (known !== undefined) return known;
      const ms = toInstant(fixed === 'dayFirst' ? dayFirstMs : (dayFirstMs ?? monthFirstMs), offsetMs);
      dayFirstInstants.set(text, ms);
      return ms;
    },
    doubts: () =>
      [...evidence].flatMap(([column, own]): OrderDoubt[] => {
        if (own.dayFirst > 0 && own.monthFirst > 0) return [{ column, kind: 'mixed' }];
        const isOwnTold = own.dayFirst + own.monthFirst > 0;
        return isOwnTold || own.either === 0 || isTold() ? [] : [{ column, kind: 'untold' }];
      }),
  };
};
