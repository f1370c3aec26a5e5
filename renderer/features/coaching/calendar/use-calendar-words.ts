import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { DAY_MS } from '../../../../shared/time/instant.ts';
import type { Day, DayRange } from './days.ts';
import type { TimedRow } from './layout.ts';
import type { Place } from './moving.ts';
import type { Calendar } from './use-calendar.ts';

export type CalendarWords = ReturnType<typeof useCalendarWords>;

/** What the calendar says of days, times and sessions. */
export const useCalendarWords = ({ instants, machine }: Pick<Calendar, 'instants' | 'machine'>) => {
  const intl = useIntl();
  return useMemo(() => {
    const word = (id: string, values?: Record<string, string | number>): string =>
      intl.formatMessage({ id: `calendar.${id}` }, values);
    const format = (options: Intl.DateTimeFormatOptions): ((day: Day) => string) => {
      const formatter = new Intl.DateTimeFormat(intl.locale, { timeZone: 'UTC', ...options });
      return (day) => formatter.format(day * DAY_MS);
    };
    const ranges = new Intl.DateTimeFormat(intl.locale, {
      ...{ timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' },
    });
    const longDay = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
    const times = ({ startMs, endMs }: Pick<Place, 'startMs' | 'endMs'>): string =>
      `${instants.time(startMs)}\u2013${instants.time(endMs)}`;
    /** The same in the machine's zone, where that is another. */
    const ownTimes = (place: Pick<Place, 'startMs' | 'endMs'>): string | null =>
      machine === null
        ? null
        : word('ownTimes', {
            from: machine.due(place.startMs),
            until: machine.time(place.endMs),
            zone: machine.zoneName(place.startMs),
          });
    const state = (row: Pick<TimedRow, 'state'>): string => word(`state.${row.state}`);
    const kind = ({ assignment }: Pick<TimedRow, 'assignment'>): string =>
      intl.formatMessage({ id: `expertise.assignment.${assignment}` });
    return {
      word,
      longDay,
      weekday: format({ weekday: 'short' }),
      dayOfMonth: format({ day: 'numeric' }),
      month: format({ month: 'long', year: 'numeric' }),
      range: ({ firstDay, days }: DayRange): string =>
        days === 1 ? longDay(firstDay) : ranges.formatRange(firstDay * DAY_MS, (firstDay + days - 1) * DAY_MS),
      times,
      from: ({ startMs }: Pick<Place, 'startMs'>): string => instants.time(startMs),
      /** The machine's times alone, for where the day stands above. */
      ownHours: ({ startMs, endMs }: Pick<Place, 'startMs' | 'endMs'>): string | null => {
        if (machine === null) return null;
        const isSameDay = machine.dayKey(startMs) === instants.dayKey(startMs);
        const from = isSameDay ? machine.time(startMs) : machine.due(startMs);
        return `${from}\u2013${machine.time(endMs)} ${machine.zoneName(startMs)}`;
      },
      state,
      kind,
      /** Of a session, what its lines do not say: the day, the expert, and the machine's times. */
      where: (row: TimedRow): string =>
        [`${instants.day(row.startMs)}, ${row.expert}`, ownTimes(row)].filter((one) => one !== null).join(', '),
      /** Where something stands: day, times, expert. */
      place: (place: Place): string => {
        const said = word('place', { day: instants.day(place.startMs), times: times(place), expert: place.expert });
        const own = ownTimes(place);
        return own === null ? said : `${said} (${own})`;
      },
      /** All of a session, for readers and the pointer. */
      session: (row: TimedRow): string => {
        const said = word('session', {
          ...{ customer: row.customer, kind: kind(row), expert: row.expert, state: state(row) },
          ...{ day: instants.day(row.startMs), times: times(row) },
        });
        const own = ownTimes(row);
        return own === null ? said : `${said} (${own})`;
      },
    };
  }, [intl, instants, machine]);
};
