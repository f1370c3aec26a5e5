import { useElementSize } from '@mantine/hooks';
import { useMemo, useRef, type FocusEvent, type MouseEvent, type PointerEvent } from 'react';
import { useApp } from '../../../app-context.ts';
import { showSession } from '../../../state/coaching-store.ts';
import { getNowMs } from '../../../state/now-store.ts';
import { drawGhost, putCursor, showDay, useCalendarStore, useGhostStore } from './calendar-store.ts';
import { dayAt, dayStart, isSameMonth, keysBegin, type Day } from './days.ts';
import { focusSession } from './focus.ts';
import type { TimedRow } from './layout.ts';
import { heldBecause } from './may-move.ts';
import { onDay, placeOf } from './moving.ts';
import { SessionChip } from './session-chip.tsx';
import { isHoliday } from './shading.ts';
import type { Calendar } from './use-calendar.ts';
import type { CalendarWords } from './use-calendar-words.ts';
import { useEscape } from './use-escape.ts';
import { useMoveSession } from './use-move-session.ts';

type Props = { readonly calendar: Calendar; readonly words: CalendarWords };

const HEAD_PX = 28;
const CHIP_PX = 21;
const FAR_PX = 4;
/** A day so wide has room for the expert’s name. */
const ROOM_PX = 200;
const NONE: readonly TimedRow[] = [];

/** What is moved by keys or pointer, on the day where it would be. */
const DayGhost = ({ calendar: { zone }, day, words }: Props & { readonly day: Day }) => {
  const ghost = useGhostStore(({ ghost: one }) => (one !== null && dayAt(zone, one.startMs) === day ? one : null));
  if (ghost === null) return null;
  return (
    <span className="cal-chip cal-chip-ghost" data-testid="calendar-ghost">
      {words.times(ghost)} <bdi>{ghost.row?.customer}</bdi>
    </span>
  );
};

/** A session is dragged to another day, at its wall time. */
const useMonthPointer = ({ zone, rows }: Calendar) => {
  const { role } = useApp().state.me;
  const move = useMoveSession();
  const drag = useRef<{ row: TimedRow; x: number; y: number } | null>(null);
  const end = (): void => {
    drag.current = null;
    drawGhost(null);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>): void => {
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      // What was moved by keys is put back.
      drawGhost(null);
      const id = event.target.closest<HTMLElement>('[data-session]')?.dataset['session'];
      const row = rows.find((one) => one.id === id);
      if (row !== undefined && heldBecause(row, role, getNowMs()) === null) {
        drag.current = { row, x: event.clientX, y: event.clientY };
      }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>): void => {
      const current = drag.current;
      if (current === null) return;
      const isDrawn = useGhostStore.getState().ghost !== null;
      if (!isDrawn && Math.hypot(event.clientX - current.x, event.clientY - current.y) < FAR_PX) return;
      if (!isDrawn) event.currentTarget.setPointerCapture(event.pointerId);
      const cell = document
        .elementsFromPoint(event.clientX, event.clientY)
        .find((one): one is HTMLElement => one instanceof HTMLElement && one.dataset['day'] !== undefined);
      if (cell === undefined) return;
      const { row } = current;
      const place = onDay(zone, placeOf(row), Number(cell.dataset['day']) - dayAt(zone, row.startMs));
      drawGhost({ kind: 'move', row, isByKeys: false, ...place });
    },
    onPointerUp: (): void => {
      const current = drag.current;
      const { ghost } = useGhostStore.getState();
      drag.current = null;
      if (current === null || ghost === null || ghost.isByKeys || ghost.row?.id !== current.row.id) return;
      drawGhost(null);
      const { expert, startMs, endMs } = ghost;
      focusSession(current.row.id);
      void move(current.row, { expert, startMs, endMs });
    },
    onPointerCancel: end,
    onClick: (event: MouseEvent<HTMLElement>): void => {
      if (!(event.target instanceof Element)) return;
      const id = event.target.closest<HTMLElement>('[data-session]')?.dataset['session'];
      if (id !== undefined) showSession(id);
    },
    /** Escape puts back what the pointer has taken. */
    cancel: (): boolean => {
      if (drag.current === null || useGhostStore.getState().ghost === null) return false;
      end();
      return true;
    },
  };
};

/** A month in whole weeks: each day's first sessions, and how many more. */
export const MonthView = ({ calendar, words }: Props) => {
  const { zone, range, rows, today, day: shownDay, experts, instants, around } = calendar;
  const { role } = useApp().state.me;
  const { ref, height, width } = useElementSize();
  const { cancel, ...pointer } = useMonthPointer(calendar);
  useEscape(cancel);
  const byDay = useMemo(() => {
    const sorted = new Map<Day, TimedRow[]>();
    for (const row of rows) {
      const day = dayAt(zone, row.startMs);
      const known = sorted.get(day);
      if (known === undefined) sorted.set(day, [row]);
      else known.push(row);
    }
    return sorted;
  }, [zone, rows]);
  const weeks = range.days / 7;
  const most = Math.max(1, Math.floor((height / weeks - HEAD_PX) / CHIP_PX));
  const days = Array.from({ length: range.days }, (_, i) => range.firstDay + i);
  const cursorDay = useCalendarStore(({ cursor }) => (cursor === null ? null : dayAt(zone, cursor.startMs)));
  const isCursorDrawn = cursorDay !== null && cursorDay >= range.firstDay && cursorDay < range.firstDay + range.days;
  const homeDay = isCursorDrawn ? cursorDay : isSameMonth(today, shownDay) ? today : shownDay;
  /** The keys' place is the day that they are on: Tab goes through what is in it, and another view shows it. */
  const onFocus = ({ target }: FocusEvent<HTMLElement>): void => {
    const id = target.dataset['session'];
    const row = rows.find((one) => one.id === id);
    const day = Number(target.closest<HTMLElement>('[data-day]')?.dataset['day'] ?? Number.NaN);
    const [expert] = experts;
    if (Number.isNaN(day) || expert === undefined) return;
    if (row !== undefined) putCursor({ expert: row.expert, startMs: row.startMs });
    else if (day !== cursorDay) putCursor({ expert, startMs: keysBegin(zone, day) });
  };
  const nowMs = getNowMs();
  return (
    <div className="cal-month-view">
      <div className="cal-month-head" aria-hidden="true">
        {days.slice(0, 7).map((day) => (
          <span key={day}>{words.weekday(day)}</span>
        ))}
      </div>
      {/* Keys are those of the surface around it. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div
        className="cal-month"
        ref={ref}
        style={{ gridTemplateRows: `repeat(${weeks}, minmax(0, 1fr))` }}
        {...pointer}
        onFocus={onFocus}
      >
        {days.map((day) => {
          const own = byDay.get(day) ?? NONE;
          const shown = own.length <= most ? own : own.slice(0, most - 1);
          const absent = around.absences.filter(
            ({ expert, fromMs, untilMs }) =>
              experts.includes(expert) && fromMs < dayStart(zone, day + 1) && untilMs > dayStart(zone, day),
          );
          return (
            <div
              className="cal-month-day"
              key={day}
              role="group"
              aria-label={words.longDay(day)}
              data-day={day}
              data-other={!isSameMonth(day, shownDay) || undefined}
              data-today={day === today || undefined}
            >
              <span className="cal-month-top">
                <button
                  type="button"
                  className="cal-month-number"
                  tabIndex={day === homeDay ? 0 : -1}
                  data-home={day === homeDay || undefined}
                  data-day-button={day}
                  onClick={() => showDay(day, 'day')}
                  aria-label={words.word('openDay', { day: words.longDay(day), count: own.length })}
                >
                  {words.dayOfMonth(day)}
                </button>
                {isHoliday(around.holidays, day) ? <em>{words.word('holiday')}</em> : null}
                {absent.length === 0 ? null : (
                  <em
                    className="cal-month-absent"
                    title={absent.map(({ expert, reason }) => `${expert}: ${reason}`).join('\n')}
                  >
                    {words.word('absent', { count: absent.length })}
                  </em>
                )}
              </span>
              <DayGhost calendar={calendar} day={day} words={words} />
              {shown.map((row) => (
                <SessionChip
                  key={row.id}
                  row={row}
                  time={instants.time(row.startMs)}
                  withExpert={experts.length > 1 && width / 7 > ROOM_PX}
                  mayMove={heldBecause(row, role, nowMs) === null}
                  isReached={day === homeDay}
                  words={words}
                />
              ))}
              {own.length === shown.length ? null : (
                <button
                  type="button"
                  className="cal-more"
                  tabIndex={day === homeDay ? 0 : -1}
                  onClick={() => showDay(day, 'day')}
                  data-testid="calendar-more"
                >
                  {words.word('more', { count: own.length - shown.length })}
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
};
