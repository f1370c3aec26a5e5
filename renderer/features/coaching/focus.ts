import { focusPage } from '../customers/focus.ts';
import { focusQueue } from '../queue/focus.ts';
import { showSession, useCoachingStore } from '../../state/coaching-store.ts';

/** The places beside the calendar that keys go to. */
export const PANEL_ID = 'session-panel';
export const WAITING_ID = 'waiting-list';

const CALENDAR = '[data-testid="calendar"]';

const focus = (element: HTMLElement | null): boolean => {
  element?.focus({ preventScroll: true });
  return element !== null;
};

export const focusPanel = (): boolean => focus(document.getElementById(PANEL_ID));

const focusWaiting = (): boolean => {
  const list = document.getElementById(WAITING_ID);
  return focus(list?.querySelector<HTMLElement>('[data-waiting]') ?? list);
};

/** Where the keys go once a dialog is gone that left them nowhere: beside the calendar, to the customer's page, or to the list. */
export const focusLeft = (): void => {
  if (!focusPanel() && !focusWaiting() && !focusPage()) focusQueue();
};

/** The session in the calendar, else the calendar itself; what waits where neither is there. */
const focusCalendar = (id: string | null): void => {
  const drawn = [...document.querySelectorAll<HTMLElement>(`${CALENDAR} [data-session]`)];
  const session = drawn.find(({ dataset }) => dataset['session'] === id) ?? null;
  if (focus(session) || focus(document.querySelector<HTMLElement>(`${CALENDAR} [data-home]`))) return;
  focusWaiting();
};

/** Leaves the page of a session for the calendar. */
export const closeSession = (): void => {
  const { sessionId } = useCoachingStore.getState();
  showSession(null);
  requestAnimationFrame(() => focusCalendar(sessionId));
};
