import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { frenchHolidays } from '../../../../shared/calendar/french-holidays.ts';
import type { Zone } from '../../../../shared/calendar/zone.ts';
import type { InstantFormat } from '../../../../shared/i18n/instant-format.ts';
import type { ExpertRow } from '../../../../shared/ipc/coaching-schemas.ts';
import { useApp } from '../../../app-context.ts';
import { absencesQuery, expertsQuery, sessionsQuery, windowsQuery } from '../../../ipc/coaching-queries.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import { useNow } from '../../../state/now-store.ts';
import { useLedgerZone } from '../../../ipc/ledger-zone.ts';
import { useCalendarStore, type Shown } from './calendar-store.ts';
import { dayAt, rangeOf, spanOf, stepDay, type CalendarView, type Day, type DayRange } from './days.ts';
import { isTimedRow, type TimedRow } from './layout.ts';
import type { Surroundings } from './shading.ts';
import { useCalendarZones } from './use-calendar-zones.ts';

export type Calendar = {
  readonly zone: Zone;
  readonly instants: InstantFormat;
  /** The machine's own times where they are others. */
  readonly machine: InstantFormat | null;
  readonly today: Day;
  readonly view: CalendarView;
  readonly day: Day;
  readonly range: DayRange;
  /** Those who are shown, by name. */
  readonly experts: readonly string[];
  readonly allExperts: readonly ExpertRow[];
  readonly rows: readonly TimedRow[];
  readonly around: Surroundings;
};

/** What the calendar draws, and how it stands with what it asked for. */
export type CalendarReading = {
  readonly calendar: Calendar;
  readonly isPending: boolean;
  readonly error: unknown;
  /** Sessions beyond what one answer lists. */
  readonly leftOut: number;
  readonly refetch: () => void;
};

const NO_EXPERTS: readonly ExpertRow[] = [];

/** The names that are shown: chosen ones as they are, else those with whom something is planned or who have something. */
export const shownExperts = (
  shown: Shown,
  me: { readonly name: string; readonly role: string },
  all: readonly ExpertRow[],
  rows: readonly TimedRow[],
): readonly string[] => {
  if (typeof shown !== 'string' && shown.length > 0) return shown;
  if (shown === 'default' && me.role === 'expert' && all.some(({ name }) => name === me.name)) return [me.name];
  const busy = new Set(rows.map(({ expert }) => expert));
  return all.filter(({ name, isActive }) => isActive || busy.has(name)).map(({ name }) => name);
};

const inputOf = (zone: Zone, range: DayRange) => ({ ...spanOf(zone, range), experts: null, customerId: null });

/** What the calendar draws: sessions, and what stands around them, for the days that are shown. */
export const useCalendar = (): CalendarReading => {
  const { instants, machine } = useCalendarZones();
  const { me } = useApp().state;
  const zone = useLedgerZone();
  const today = useNow(useCallback((nowMs: number) => dayAt(zone, nowMs), [zone]));
  const { view, day: chosenDay, shown, isCancelledShown } = useCalendarStore();
  const day = chosenDay ?? today;
  const range = useMemo(() => rangeOf(view, day), [view, day]);
  const input = inputOf(zone, range);
  const { fromMs, toMs } = input;
  const sessions = useQuery({ ...sessionsQuery(input), placeholderData: keepPreviousData });
  const experts = useQuery(expertsQuery);
  const absences = useQuery({ ...absencesQuery({ fromMs, toMs, expert: null }), placeholderData: keepPreviousData });
  const windows = useQuery({
    ...windowsQuery({ fromMs, toMs, platform: null, customerId: null }),
    placeholderData: keepPreviousData,
  });
  useEffect(() => {
    for (const step of [1, -1] as const) {
      void queryClient.prefetchQuery({
        ...sessionsQuery(inputOf(zone, rangeOf(view, stepDay(view, day, step)))),
        staleTime: 10_000,
      });
    }
  }, [zone, view, day]);
  const timed = useMemo(() => (sessions.data?.rows ?? []).filter(isTimedRow), [sessions.data]);
  const allExperts = experts.data ?? NO_EXPERTS;
  const names = useMemo(() => shownExperts(shown, me, allExperts, timed), [shown, me, allExperts, timed]);
  const rows = useMemo(() => {
    const isShown = new Set(names);
    return timed.filter(({ expert, state }) => isShown.has(expert) && (isCancelledShown || state !== 'cancelled'));
  }, [timed, names, isCancelledShown]);
  const around = useMemo(
    (): Surroundings => ({
      experts: allExperts,
      // Those of agents and leads are no matter of the cell.
      absences: (absences.data ?? []).filter(({ expert }) => allExperts.some(({ name }) => name === expert)),
      windows: windows.data ?? [],
      holidays: frenchHolidays,
    }),
    [allExperts, absences.data, windows.data],
  );
  const { isError } = sessions;
  const calendar = useMemo(
    () => ({ ...{ zone, today, view, day, range, allExperts, rows, around, instants, machine }, experts: names }),
    [zone, today, view, day, range, names, allExperts, rows, around, instants, machine],
  );
  return {
    calendar,
    isPending: sessions.data === undefined || experts.data === undefined,
    error: sessions.error ?? experts.error ?? absences.error ?? windows.error,
    leftOut: isError ? 0 : (sessions.data?.total ?? 0) - (sessions.data?.rows.length ?? 0),
    refetch: () => {
      for (const one of [sessions, experts, absences, windows]) if (one.isError) void one.refetch();
    },
  };
};
