import '../../styles/calendar.css';
import '../../styles/calendar-grid.css';
import '../../styles/calendar-session.css';
import '../../styles/calendar-lists.css';
import { useEffect, useLayoutEffect, type KeyboardEvent } from 'react';
import { useApp } from '../../app-context.ts';
import { showSession, useCoachingStore } from '../../state/coaching-store.ts';
import { goTo } from '../../state/desk-store.ts';
import { focusQueueSoon } from '../queue/focus.ts';
import { CalendarHeader } from './calendar/calendar-header.tsx';
import { openCalendarOf } from './calendar/calendar-store.ts';
import { CalendarSurface } from './calendar/calendar-surface.tsx';
import { focusCalendar, focusSession } from './calendar/focus.ts';
import { useCalendar } from './calendar/use-calendar.ts';
import { useCalendarWords } from './calendar/use-calendar-words.ts';
import { SessionPanel } from './session-panel.tsx';
import { useSoughtSession } from './use-sought-session.ts';
import { WaitingList } from './waiting-list.tsx';

/** Leaves what was entered last: the panel, the shown session, the place. */
const onKeyDown = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.defaultPrevented || !(event.target instanceof Element)) return;
  if (event.target.closest('[role="dialog"], [role="menu"]') !== null) return;
  event.preventDefault();
  const { sessionId } = useCoachingStore.getState();
  if (sessionId !== null) {
    showSession(null);
    focusSession(sessionId);
  } else if (event.target.closest('.cal-side') !== null) focusCalendar();
  else {
    goTo('queue');
    focusQueueSoon();
  }
};

/** The calendar of the cell; beside it a session, or those that wait for a time. */
export const CoachingScreen = () => {
  const { workspace, me } = useApp().state;
  useLayoutEffect(() => openCalendarOf(`${workspace} ${me.name}`), [workspace, me.name]);
  const reading = useCalendar();
  const { calendar, leftOut } = reading;
  const words = useCalendarWords(calendar);
  useSoughtSession(calendar);
  const sessionId = useCoachingStore((state) => state.sessionId);
  useEffect(() => () => showSession(null), []);
  return (
    // Escape has one meaning in all of it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <main className="coaching" aria-labelledby="coaching-title" onKeyDown={onKeyDown} data-testid="coaching-screen">
      <div className="cal-main">
        <CalendarHeader calendar={calendar} words={words} />
        {leftOut === 0 ? null : (
          <p className="cal-left-out" role="status">
            {words.word('leftOut', { count: leftOut })}
          </p>
        )}
        <CalendarSurface reading={reading} words={words} />
      </div>
      <aside className="cal-side" aria-label={words.word(sessionId === null ? 'sideWaiting' : 'sideSession')}>
        {sessionId === null ? <WaitingList /> : <SessionPanel />}
      </aside>
    </main>
  );
};
