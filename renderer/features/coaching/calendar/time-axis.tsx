import { axisHours, toInstant, type Axis } from './axis.ts';
import type { Calendar } from './use-calendar.ts';
import type { CalendarWords } from './use-calendar-words.ts';

type Props = { readonly calendar: Calendar; readonly axis: Axis; readonly words: CalendarWords };

/** The hours beside the grid: those of Paris, and the machine's where they are others. */
export const TimeAxis = ({ calendar: { machine, range, instants }, axis, words }: Props) => (
  <div className="cal-axis" aria-hidden="true" data-testid="time-axis">
    {axisHours(axis).map(({ axisMin, hour, isAgain }) => {
      const atMs = toInstant(axis, axis.repeat?.day ?? range.firstDay, axisMin);
      return (
        <div className="cal-hour" key={axisMin} style={{ top: `calc(${axisMin} * var(--minute))` }}>
          {machine === null ? null : <span className="cal-hour-own">{machine.time(atMs)}</span>}
          <span title={isAgain ? words.word('again', { zone: instants.zoneName(atMs) }) : undefined}>
            {String(hour).padStart(2, '0')}:00
            {isAgain ? <em>{instants.zoneName(atMs)}</em> : null}
          </span>
        </div>
      );
    })}
  </div>
);
