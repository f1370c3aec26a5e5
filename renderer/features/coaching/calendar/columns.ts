import type { Zone } from '../../../../shared/calendar/zone.ts';
import type { Day, DayRange } from './days.ts';
import { dayAt } from './days.ts';
import type { TimedRow } from './layout.ts';

/** An expert's day. */
export type Column = { readonly key: string; readonly day: Day; readonly expert: string };

const keyOf = (day: Day, expert: string): string => `${day} ${expert}`;

/** The columns of a view: each day with each of the experts, side by side. */
export const columnsOf = ({ firstDay, days }: DayRange, experts: readonly string[]): Column[] =>
  Array.from({ length: days }, (_, i) => firstDay + i).flatMap((day) =>
    experts.map((expert): Column => ({ key: keyOf(day, expert), day, expert })),
  );

const NONE: readonly TimedRow[] = [];

/** Sessions by column; one that goes over midnight is in both. */
export const byColumn = (zone: Zone, rows: readonly TimedRow[]): ((column: Column) => readonly TimedRow[]) => {
  const sorted = new Map<string, TimedRow[]>();
  for (const row of rows) {
    const last = dayAt(zone, row.endMs - 1);
    for (let day = dayAt(zone, row.startMs); day <= last; day++) {
      const key = keyOf(day, row.expert);
      const known = sorted.get(key);
      if (known === undefined) sorted.set(key, [row]);
      else known.push(row);
    }
  }
  return ({ key }) => sorted.get(key) ?? NONE;
};
