import { showSession } from '../../state/coaching-store.ts';

/** The places of the coaching screen that keys go to. */
export const CALENDAR_ID = 'coaching-calendar';
export const PANEL_ID = 'session-panel';
export const WAITING_ID = 'waiting-list';

const focus = (id: string): boolean => {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  return element !== null;
};

export const focusPanel = (): boolean => focus(PANEL_ID);
const focusWaiting = (): boolean => {
  const list = document.getElementById(WAITING_ID);
  const line = list?.querySelector<HTMLElement>('[data-waiting]') ?? list;
  line?.focus({ preventScroll: true });
  return line !== null;
};

/** The calendar where it is there, else what stands beside it. */
export const focusCalendar = (): boolean => focus(CALENDAR_ID) || focusPanel() || focusWaiting();

/** Where the keys go once a dialog is gone that left them nowhere. */
export const focusBeside = (): void => void (focusPanel() || focusWaiting() || focusCalendar());

/** Leaves the page of a session for the calendar. */
export const closeSession = (): void => {
  showSession(null);
  requestAnimationFrame(() => focusCalendar());
};
