import { askDate, askWho, goToTodayByKeys, stepViewByKeys } from '../features/coaching/calendar/calendar-steps.ts';
import { showView, toggleCancelled, useCalendarStore } from '../features/coaching/calendar/calendar-store.ts';
import { VIEWS, type CalendarView } from '../features/coaching/calendar/days.ts';
import { focusedSession, grabFocused, stepSession } from '../features/coaching/calendar/focus.ts';
import { goToPlace } from '../features/shell/go-to-place.ts';
import { appStateQuery } from '../ipc/queries.ts';
import { queryClient } from '../ipc/query-client.ts';
import { openPlan } from '../state/coaching-store.ts';
import { MINUTE_MS } from '../../shared/time/instant.ts';
import type { Command } from './command.ts';

const mayPlan = (): boolean => {
  const role = queryClient.getQueryData(appStateQuery.queryKey)?.me.role;
  return role === 'expert' || role === 'lead';
};

const inPlace = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...{ id, keys, run, group: 'coaching', place: 'coaching' },
});
const move = (id: string, keys: readonly string[], run: () => void): Command => ({
  ...inPlace(id, keys, run),
  isMove: true,
});

/** What stands beside the calendar scrolls by the same keys. */
const isOutsideSide = (): boolean => !document.activeElement?.closest('.cal-side');

/** An hour from the slot that has the keys on; all is asked for where none has. */
const plan = (): void => {
  const { cursor } = useCalendarStore.getState();
  openPlan(cursor === null ? {} : { ...cursor, endMs: cursor.startMs + 60 * MINUTE_MS });
};

const VIEW_KEYS: Readonly<Record<CalendarView, string>> = { day: 'd', week: 'w', month: 'm', agenda: 'a' };

/** What is done with coaching sessions, and moving about the calendar. */
export const COACHING_COMMANDS: readonly Command[] = [
  { ...inPlace('coaching', [], () => goToPlace('coaching')), place: 'everywhere' },
  { ...inPlace('planSession', ['p'], plan), isEnabled: mayPlan, isChange: true },
  { ...inPlace('grabSession', ['g'], grabFocused), isEnabled: () => focusedSession() !== null, isMove: true },
  ...VIEWS.map((view) => inPlace(`calendarView.${view}`, [VIEW_KEYS[view]], () => showView(view))),
  inPlace('calendarToday', ['t'], goToTodayByKeys),
  { ...move('calendarBefore', ['PageUp', ','], () => stepViewByKeys(-1)), isEnabled: isOutsideSide },
  { ...move('calendarAfter', ['PageDown', ';'], () => stepViewByKeys(1)), isEnabled: isOutsideSide },
  move('nextSession', ['j'], () => stepSession(1)),
  move('previousSession', ['k'], () => stepSession(-1)),
  inPlace('calendarDate', ['o'], askDate),
  inPlace('calendarWho', ['u'], askWho),
  inPlace('calendarCancelled', ['Shift+H'], toggleCancelled),
];
