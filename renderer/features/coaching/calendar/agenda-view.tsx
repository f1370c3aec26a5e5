import { IconCalendarOff } from '@tabler/icons-react';
import { useMemo } from 'react';
import { showSession, useCoachingStore } from '../../../state/coaching-store.ts';
import { StateScreen } from '../../../ui/state-screen.tsx';
import { dayAt, type Day } from './days.ts';
import type { TimedRow } from './layout.ts';
import { SessionSign } from './session-sign.tsx';
import { isHoliday } from './shading.ts';
import type { Calendar } from './use-calendar.ts';
import type { CalendarWords } from './use-calendar-words.ts';

type Props = { readonly calendar: Calendar; readonly words: CalendarWords };

/** What is to come, day after day. */
export const AgendaView = ({ calendar, words }: Props) => {
  const { zone, rows, today, around, machine } = calendar;
  const shownId = useCoachingStore(({ sessionId }) => sessionId);
  const days = useMemo(() => {
    const byDay = new Map<Day, TimedRow[]>();
    for (const row of rows) {
      const day = dayAt(zone, row.startMs);
      byDay.set(day, [...(byDay.get(day) ?? []), row]);
    }
    return [...byDay].sort(([a], [b]) => a - b);
  }, [zone, rows]);
  if (days.length === 0) {
    return (
      <StateScreen
        icon={<IconCalendarOff size={26} stroke={1.5} />}
        title={words.word('agendaEmpty')}
        text={words.word('agendaEmptyText')}
      />
    );
  }
  const first = days[0]?.[1][0]?.id;
  return (
    <div className="cal-agenda">
      {days.map(([day, own]) => (
        <section key={day} aria-labelledby={`agenda-${day}`}>
          <h2 id={`agenda-${day}`} data-today={day === today || undefined}>
            {words.longDay(day)}
            {day === today ? <em>{words.word('today')}</em> : null}
            {isHoliday(around.holidays, day) ? <em>{words.word('holiday')}</em> : null}
          </h2>
          <ul>
            {own.map((row) => (
              <li key={row.id}>
                <button
                  type="button"
                  className="cal-agenda-row"
                  tabIndex={row.id === first ? 0 : -1}
                  data-home={row.id === first || undefined}
                  data-session={row.id}
                  data-state={row.state}
                  aria-current={row.id === shownId || undefined}
                  aria-describedby="calendar-show-hint"
                  onClick={() => showSession(row.id)}
                  data-testid="calendar-session"
                >
                  <span className="cal-agenda-time">
                    {words.times(row)}
                    {machine === null ? null : <small>{words.ownHours(row)}</small>}
                  </span>
                  <span className="cal-agenda-state">
                    <SessionSign state={row.state} />
                    {words.state(row)}
                  </span>
                  <bdi className="cal-session-customer">{row.customer}</bdi>
                  <span className="quiet">{words.kind(row)}</span>
                  <bdi className="quiet">{row.expert}</bdi>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
};
