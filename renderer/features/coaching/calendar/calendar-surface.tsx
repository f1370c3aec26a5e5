import { useDeferredValue, useEffect, useMemo, useRef, type FocusEvent } from 'react';
import { AgendaView } from './agenda-view.tsx';
import { axisOf } from './axis.ts';
import { useGhostStore, drawGhost } from './calendar-store.ts';
import { focusCalendar, focusedSession, GRAB_EVENT, SURFACE_ID } from './focus.ts';
import { MonthView } from './month-view.tsx';
import { MovingBar } from './moving-bar.tsx';
import { TimeGrid } from './time-grid.tsx';
import type { CalendarReading } from './use-calendar.ts';
import { useCalendarKeys } from './use-calendar-keys.ts';
import type { CalendarWords } from './use-calendar-words.ts';
import { useLift } from './use-lift.ts';
import { FailureScreen } from '../../../ui/failure-screen.tsx';

type Props = { readonly reading: CalendarReading; readonly words: CalendarWords };

/** Whoever goes elsewhere while a session is moved by keys puts it back. */
const leaveMove = ({ currentTarget, relatedTarget }: FocusEvent): void => {
  const isElsewhere = relatedTarget !== null && !currentTarget.contains(relatedTarget);
  if (isElsewhere && useGhostStore.getState().ghost?.isByKeys === true) drawGhost(null);
};

/** The calendar in one of its views, with the keys that all of them share. */
export const CalendarSurface = ({ reading, words }: Props) => {
  const { error, isPending, refetch } = reading;
  // The head answers at once; hundreds of sessions follow as soon as they can.
  const calendar = useDeferredValue(reading.calendar);
  const { view, zone, range, rows } = calendar;
  const axis = useMemo(() => axisOf(zone, range), [zone, range]);
  const onKeyDown = useCalendarKeys(calendar, axis, words);
  const lift = useLift(words);
  const surface = useRef<HTMLDivElement>(null);
  const begunIn = useRef<string | null>(null);
  useEffect(() => {
    const element = surface.current;
    const grab = (): void => {
      const id = focusedSession();
      const row = rows.find((one) => one.id === id);
      if (row !== undefined) lift(row);
    };
    element?.addEventListener(GRAB_EVENT, grab);
    return () => element?.removeEventListener(GRAB_EVENT, grab);
  });
  // The keys begin in the calendar; each view has its own way in.
  useEffect(() => {
    if (isPending || begunIn.current === view) return;
    begunIn.current = view;
    if (useGhostStore.getState().ghost === null) focusCalendar();
  }, [view, isPending]);
  useEffect(() => () => drawGhost(null), []);
  if (error !== null && isPending) {
    return <FailureScreen title={words.word('failed')} error={error} retry={refetch} />;
  }
  return (
    // The keys of a calendar: arrows go among slots and sessions.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      id={SURFACE_ID}
      ref={surface}
      className="cal-surface"
      role="application"
      aria-label={words.word('surface')}
      aria-busy={isPending}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onBlur={leaveMove}
      data-view={view}
      data-foreign={calendar.machine === null ? undefined : true}
      data-testid="calendar"
    >
      <p className="sr-only" id="calendar-hint">
        {words.word('hint')}
      </p>
      <p className="sr-only" id="calendar-show-hint">
        {words.word('showHint')}
      </p>
      <p className="sr-only" id="calendar-slot-hint">
        {words.word('slotHint')}
      </p>
      {view === 'month' ? (
        <MonthView calendar={calendar} words={words} />
      ) : view === 'agenda' ? (
        isPending ? null : (
          <AgendaView calendar={calendar} words={words} />
        )
      ) : (
        <TimeGrid key={view} calendar={calendar} axis={axis} words={words} />
      )}
      <MovingBar words={words} />
    </div>
  );
};
