import { localToInstant } from '../../../../shared/calendar/zone.ts';
import { DAY_MS, HOUR_MS } from '../../../../shared/time/instant.ts';
import { showDay } from './calendar-store.ts';
import { dayStart, type Day } from './days.ts';
import { isHoliday } from './shading.ts';
import type { Calendar } from './use-calendar.ts';
import type { CalendarWords } from './use-calendar-words.ts';

type Props = { readonly calendar: Calendar; readonly words: CalendarWords };

/** What the machine's clock says at noon of a day in Paris: it changes where one of the two puts its clock on. */
const machineNoon = ({ zone, machine }: Calendar, day: Day): string | null =>
  machine === null ? null : machine.time(localToInstant(zone, day * DAY_MS + 12 * HOUR_MS));

/** The days above the grid, and under each the experts who are shown side by side. */
export const GridHead = ({ calendar, words }: Props) => {
  const { range, experts, today, around, machine, instants } = calendar;
  const days = Array.from({ length: range.days }, (_, i) => range.firstDay + i);
  const fromMs = dayStart(calendar.zone, range.firstDay);
  const usual = machineNoon(calendar, range.firstDay);
  return (
    <div className="cal-head">
      <div className="cal-corner" aria-hidden="true">
        {machine === null ? null : <span title={machine.zone}>{machine.zoneName(fromMs)}</span>}
        <span title={instants.zone}>{instants.zoneName(fromMs)}</span>
      </div>
      {days.map((day) => (
        <div
          className="cal-day-head"
          key={day}
          data-today={day === today || undefined}
          style={{ flexGrow: experts.length }}
        >
          <button type="button" className="cal-day-name" onClick={() => showDay(day, 'day')} title={words.longDay(day)}>
            <span>{words.weekday(day)}</span> <strong>{words.dayOfMonth(day)}</strong>
            {isHoliday(around.holidays, day) ? <em>{words.word('holiday')}</em> : null}
            {machineNoon(calendar, day) === usual ? null : <em>{words.word('otherApart')}</em>}
          </button>
          <div className="cal-expert-heads">
            {experts.map((expert) => (
              <bdi key={expert} title={expert}>
                {expert}
              </bdi>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
};
