import { useCallback, useLayoutEffect, useRef } from 'react';
import { MINUTE_MS } from '../../../../shared/time/instant.ts';
import { useNow, wholeMinute } from '../../../state/now-store.ts';
import { toAxis, type Axis } from './axis.ts';
import { useCalendarStore, useGhostStore } from './calendar-store.ts';
import type { Column } from './columns.ts';
import { dayAt, dayStart } from './days.ts';
import { SLOT_MIN } from './grid-steps.ts';
import type { CalendarWords } from './use-calendar-words.ts';

type Props = { readonly axis: Axis; readonly column: Column; readonly words: CalendarWords };

/** The line of the present, in the columns of today; it alone renders as time goes. */
export const NowLine = ({ axis, column }: Omit<Props, 'words'>) => {
  const { day } = column;
  const top = useNow(
    useCallback(
      (nowMs: number) => (dayAt(axis.zone, nowMs) === day ? toAxis(axis, day, wholeMinute(nowMs)) : null),
      [axis, day],
    ),
  );
  if (top === null) return null;
  return <span className="cal-now" style={{ top: `calc(${top} * var(--minute))` }} data-testid="now-line" />;
};

/** What is being moved or made, where it would stand. */
export const GhostBlock = ({ axis, column: { day, expert }, words }: Props) => {
  const ghost = useGhostStore(({ ghost: one }) => {
    if (one === null || one.expert !== expert) return null;
    return one.startMs < dayStart(axis.zone, day + 1) && one.endMs > dayStart(axis.zone, day) ? one : null;
  });
  if (ghost === null) return null;
  const top = toAxis(axis, day, ghost.startMs);
  const length = toAxis(axis, day, ghost.endMs) - top;
  return (
    <span
      className="cal-ghost"
      style={{ top: `calc(${top} * var(--minute))`, height: `calc(${length} * var(--minute) - 2px)` }}
      data-testid="calendar-ghost"
    >
      <span>{words.times(ghost)}</span>
      {ghost.row === null ? null : <bdi>{ghost.row.customer}</bdi>}
    </span>
  );
};

/** The keys were on a slot that is no longer drawn: the next one takes them. */
let isOrphaned = false;

const Slot = ({ axis, column: { day, expert }, words, startMs }: Props & { readonly startMs: number }) => {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = button.current;
    if (isOrphaned) element?.focus();
    isOrphaned = false;
    return () => {
      isOrphaned = element !== null && element === document.activeElement;
    };
  }, []);
  const place = { expert, startMs, endMs: startMs + SLOT_MIN * MINUTE_MS };
  const top = toAxis(axis, day, startMs);
  const length = Math.max(toAxis(axis, day, place.endMs) - top, SLOT_MIN / 2);
  return (
    <button
      type="button"
      ref={button}
      className="cal-slot"
      data-home
      data-slot={startMs}
      aria-label={words.word('slot', { place: words.place(place) })}
      aria-describedby="calendar-slot-hint"
      style={{ top: `calc(${top} * var(--minute))`, height: `calc(${length} * var(--minute))` }}
      data-testid="calendar-slot"
    />
  );
};

/** The slot that has the keys: the one way into the calendar by Tab. */
export const SlotCursor = ({ axis, column, words, home }: Props & { readonly home: number | null }) => {
  const startMs = useCalendarStore(({ cursor }) => {
    if (cursor === null) return home;
    const { expert, startMs: atMs } = cursor;
    return expert === column.expert && dayAt(axis.zone, atMs) === column.day ? atMs : null;
  });
  return startMs === null ? null : <Slot {...{ axis, column, words, startMs }} />;
};
