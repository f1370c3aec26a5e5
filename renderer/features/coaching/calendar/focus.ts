import { showSession, useCoachingStore } from '../../../state/coaching-store.ts';

/** Sessions of the view, in the order in which they are drawn: by column, then time. */
const sessions = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-testid="calendar"] [data-session]'),
];

const MOST_FRAMES = 20;

const sessionElement = (id: string): HTMLElement | null =>
  sessions().find(({ dataset }) => dataset['session'] === id) ?? null;

/** Focuses what is drawn within the next frames, unless something lies over the window by then. */
const focusSoon = (find: () => HTMLElement | null, frames = MOST_FRAMES): void => {
  requestAnimationFrame(() => {
    if (useCoachingStore.getState().dialog !== null) return;
    const element = find();
    if (element !== null) element.focus();
    else if (frames > 0) focusSoon(find, frames - 1);
  });
};

/** The page beside the calendar, where one is shown, goes along with the keys. */
const focusShowing = (element: HTMLElement | null | undefined): void => {
  element?.focus();
  const id = element?.dataset['session'];
  if (id !== undefined && useCoachingStore.getState().sessionId !== null) showSession(id);
};

/** Puts the keys on a session that is drawn. */
export const focusSessionNow = (id: string): void => focusShowing(sessionElement(id));

/** Puts the keys on a session once what changed is drawn: lists tell their listeners in a task of their own. */
export const focusSession = (id: string): void => {
  setTimeout(() => requestAnimationFrame(() => focusSoon(() => sessionElement(id))));
};

const home = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-testid="calendar"] [data-home]');

/** Puts the keys on the calendar: its slot, or what it has instead. */
export const focusCalendarNow = (): void => home()?.focus();
export const focusCalendar = (): void => focusSoon(home);

/** Puts the keys on a day of the month, once it is drawn. */
export const focusDay = (day: number): void =>
  focusSoon(() => document.querySelector<HTMLElement>(`[data-day-button="${day}"]`));

/** The session after or before the one that has the keys; the first or last where none has. */
export const stepSession = (step: 1 | -1): void => {
  const all = sessions();
  const at = all.findIndex((one) => one === document.activeElement);
  const next = at === -1 ? (step > 0 ? all[0] : all.at(-1)) : all[at + step];
  focusShowing(next);
};

/** The id of the session that has the keys. */
export const focusedSession = (): string | null =>
  document.activeElement instanceof HTMLElement ? (document.activeElement.dataset['session'] ?? null) : null;

export const SURFACE_ID = 'calendar-surface';

/** The keys go on in the calendar itself while a session is moved: what is drawn comes and goes. */
export const focusCalendarSurface = (): void => document.getElementById(SURFACE_ID)?.focus({ preventScroll: true });

/** Asks the calendar to take up the session that has the keys. */
export const GRAB_EVENT = 'calendar-grab';
export const grabFocused = (): void => {
  document.getElementById(SURFACE_ID)?.dispatchEvent(new CustomEvent(GRAB_EVENT));
};
