import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { MINUTE_MS } from '../../../../shared/time/instant.ts';
import { useApp } from '../../../app-context.ts';
import type { Axis } from './axis.ts';
import { drawGhost, putCursor, showDay, useGhostStore, type Ghost } from './calendar-store.ts';
import { dayAt, isSameMonth, type Day } from './days.ts';
import {
  focusCalendar,
  focusCalendarNow,
  focusCalendarSurface,
  focusDay,
  focusSession,
  focusSessionNow,
  stepSession,
} from './focus.ts';
import { SLOT_MIN, stepFrom, type Arrow, type At } from './grid-steps.ts';
import { lengthened, onDay, shifted, toColumn, type Place } from './moving.ts';
import { planAt } from './plan-at.ts';
import type { Calendar } from './use-calendar.ts';
import type { CalendarWords } from './use-calendar-words.ts';
import { useLift } from './use-lift.ts';
import { useMoveSession } from './use-move-session.ts';

const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Where a key puts a session that is being moved; Shift makes it longer or shorter, Ctrl goes whole days. */
const nextPlace = ({ zone, view, experts }: Calendar, place: Place, arrow: Arrow, event: KeyboardEvent): Place => {
  const step = arrow === 'down' || arrow === 'right' ? 1 : -1;
  const isVertical = arrow === 'up' || arrow === 'down';
  if (event.shiftKey) return isVertical ? lengthened(place, step) : place;
  if (view === 'month') return onDay(zone, place, isVertical ? 7 * step : step);
  if (isVertical) return shifted(place, step);
  const isByDay = event.ctrlKey || event.metaKey || view === 'agenda';
  return isByDay ? onDay(zone, place, step) : toColumn(zone, place, experts, step);
};

/** The keys of the calendar: among slots and sessions, and of a session that is moved or one that is made. */
export const useCalendarKeys = (calendar: Calendar, axis: Axis, words: CalendarWords) => {
  const { role } = useApp().state.me;
  const lift = useLift(words);
  const move = useMoveSession();
  const { zone, view, day, range, rows, experts } = calendar;

  const follow = ({ startMs }: Place): void => {
    const to = dayAt(zone, startMs);
    if (to < range.firstDay || to >= range.firstDay + range.days) showDay(to);
  };

  const onGhost = (event: KeyboardEvent, ghost: Ghost): void => {
    const arrow = ARROWS[event.key];
    event.preventDefault();
    event.stopPropagation();
    if (arrow !== undefined) {
      const next = nextPlace(calendar, ghost, arrow, event);
      drawGhost({ ...ghost, ...next });
      follow(next);
      return;
    }
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    drawGhost(null);
    const { row, expert, startMs, endMs } = ghost;
    if (row === null) {
      focusCalendar();
      if (event.key === 'Enter') planAt(role, { expert, startMs, endMs });
      return;
    }
    focusSession(row.id);
    if (event.key === 'Enter') void move(row, { expert, startMs, endMs });
  };

  const go = (at: At, arrow: Arrow): void => {
    const next = stepFrom({ axis, range, experts, rows }, at, arrow);
    if (next === null) return;
    // It is drawn at once: the next press finds it.
    flushSync(() => putCursor({ expert: next.expert, startMs: next.startMs }));
    if (next.row === null) focusCalendarNow();
    else focusSessionNow(next.row.id);
  };

  const goToDay = (to: Day): void => {
    if (!isSameMonth(to, day)) showDay(to);
    focusDay(to);
  };

  return (event: KeyboardEvent): void => {
    const { ghost } = useGhostStore.getState();
    if (ghost?.isByKeys === true) {
      onGhost(event, ghost);
      return;
    }
    if (!(event.target instanceof HTMLElement)) return;
    const arrow = ARROWS[event.key];
    if (arrow === undefined) return;
    const { session, slot, dayButton } = event.target.dataset;
    const row = session === undefined ? null : (rows.find(({ id }) => id === session) ?? null);
    if (row !== null && event.altKey) {
      event.preventDefault();
      lift(row, nextPlace(calendar, row, arrow, event));
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (dayButton !== undefined) {
      event.preventDefault();
      goToDay(Number(dayButton) + (arrow === 'left' ? -1 : arrow === 'right' ? 1 : arrow === 'up' ? -7 : 7));
      return;
    }
    if (view === 'month' || view === 'agenda') {
      if (row === null) return;
      event.preventDefault();
      stepSession(arrow === 'down' || arrow === 'right' ? 1 : -1);
      return;
    }
    if (row === null && slot === undefined) return;
    event.preventDefault();
    if (row !== null) {
      if (!event.shiftKey) go({ expert: row.expert, startMs: row.startMs, row }, arrow);
      return;
    }
    const startMs = Number(slot);
    const expert = event.target.closest<HTMLElement>('[data-expert]')?.dataset['expert'] ?? experts[0] ?? '';
    if (!event.shiftKey) {
      go({ expert, startMs, row: null }, arrow);
      return;
    }
    const place = lengthened({ expert, startMs, endMs: startMs + SLOT_MIN * MINUTE_MS }, arrow === 'down' ? 2 : 0);
    putCursor({ expert, startMs });
    drawGhost({ kind: 'create', row: null, isByKeys: true, ...place });
    focusCalendarSurface();
  };
};
