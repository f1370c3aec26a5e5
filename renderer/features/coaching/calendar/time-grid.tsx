import { useElementSize } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useApp } from '../../../app-context.ts';
import { toInstant, type Axis } from './axis.ts';
import { putCursor, useCalendarStore } from './calendar-store.ts';
import { byColumn, columnsOf } from './columns.ts';
import { dayAt } from './days.ts';
import { GridColumn } from './grid-column.tsx';
import { GridHead } from './grid-head.tsx';
import { TimeAxis } from './time-axis.tsx';
import type { Calendar } from './use-calendar.ts';
import type { CalendarWords } from './use-calendar-words.ts';
import { useEscape } from './use-escape.ts';
import { useGridPointer } from './use-grid-pointer.ts';

type Props = { readonly calendar: Calendar; readonly axis: Axis; readonly words: CalendarWords };

/** What is seen first, in minutes along the axis. */
const SEEN_FIRST_MIN = 7 * 60 + 30;
const KEYS_BEGIN_MIN = 9 * 60;
/** Columns so wide have no room for when a session ends. */
const NARROW_PX = 96;

/** Days as columns of hours, with the experts who are shown side by side in each. */
export const TimeGrid = ({ calendar, axis, words }: Props) => {
  const { range, experts, rows, around, today, zone } = calendar;
  const { role } = useApp().state.me;
  const scroller = useRef<HTMLDivElement>(null);
  const columns = useMemo(() => columnsOf(range, experts), [range, experts]);
  const rowsIn = useMemo(() => byColumn(zone, rows), [zone, rows]);
  const { ref: measured, width } = useElementSize();
  const isNarrow = width > 0 && width / columns.length < NARROW_PX;
  const { cancel, ...pointer } = useGridPointer(axis, columns, rows);
  useLayoutEffect(() => {
    const body = scroller.current?.querySelector('.cal-body');
    if (scroller.current === null || body === null || body === undefined) return;
    scroller.current.scrollTop = (SEEN_FIRST_MIN / axis.lengthMin) * body.clientHeight;
    // Once: later it stays where somebody left it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  useEscape(cancel);
  const isCursorLost = useCalendarStore(
    ({ cursor }) =>
      cursor !== null &&
      !columns.some(({ day, expert }) => expert === cursor.expert && day === dayAt(zone, cursor.startMs)),
  );
  // Keys whose column is gone begin anew.
  useEffect(() => {
    if (isCursorLost) putCursor(null);
  }, [isCursorLost]);
  const homeDay = today >= range.firstDay && today < range.firstDay + range.days ? today : range.firstDay;
  return (
    <div className="cal-scroll" ref={scroller}>
      <div className="cal-grid" style={{ minWidth: `${columns.length * 60 + 100}px` }}>
        <GridHead calendar={calendar} words={words} />
        <div className="cal-rows">
          <TimeAxis calendar={calendar} axis={axis} words={words} />
          {/* Keys are those of the surface around it. */}
          {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
          <div
            className="cal-body"
            ref={measured}
            style={{ height: `calc(${axis.lengthMin} * var(--minute))` }}
            {...pointer}
          >
            {columns.map((column) => (
              <GridColumn
                key={column.key}
                {...{ axis, column, around, role, words, isNarrow }}
                rows={rowsIn(column)}
                isFirstOfDay={column.expert === experts[0]}
                home={
                  column.day === homeDay && column.expert === experts[0]
                    ? toInstant(axis, column.day, KEYS_BEGIN_MIN)
                    : null
                }
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
};
