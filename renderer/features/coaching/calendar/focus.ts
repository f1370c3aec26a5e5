import { showSession, useCoachingStore } from '../../../state/coaching-store.ts';

/** Sessions of the view, in the order in which they are drawn: by column, then time. */
const sessions = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-testid="calendar"] [data-session]'),
];

const MOST_FRAMES = 20;

const sessionElement = (id: string): HTMLElement | null =>
  sessions().find(({ dataset }) => dataset['session'] === id) ?? null;

type Wish = {
  readonly find: () => HTMLElement | null;
  /** What had the focus when it was wished for. */
  readonly from: Element | null;
  /** Also from something else of the calendar that took the focus since. */
  readonly isFirm: boolean;
};

/** Whoever went elsewhere since has the keys there: on a session, in the panel, on a button of the head. */
const isElsewhere = ({ from, isFirm }: Wish): boolean => {
  const held = document.activeElement;
  if (held === null || held === document.body || held === from) return false;
  return !isFirm || held.closest('[data-testid="calendar"]') === null;
};

/** Focuses what is drawn within the next frames, unless something lies over the window by then, or somebody went elsewhere. */
const focusSoon = (wish: Wish, frames = MOST_FRAMES): void => {
  requestAnimationFrame(() => {
    if (useCoachingStore.getState().dialog !== null || isElsewhere(wish)) return;
    const element = wish.find();
    if (element !== null) element.focus();
    else if (frames > 0) focusSoon(wish, frames - 1);
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
  const wish: Wish = { find: () => sessionElement(id), from: document.activeElement, isFirm: true };
  setTimeout(() => requestAnimationFrame(() => focusSoon(wish)));
};

const home = (): HTMLElement | null => document.querySelector<HTMLElement>('[data-testid="calendar"] [data-home]');

/** Puts the keys on the calendar: its slot, or what it has instead. */
export const focusCalendarNow = (): void => home()?.focus();
export const focusCalendar = (): void => focusSoon({ find: home, from: document.activeElement, isFirm: false });

/** Puts the keys on a day of the month, once it is drawn. */
export const focusDay = (day: number): void =>
  focusSoon({
    find: () => document.querySelector<HTMLElement>(`[data-day-button="${day}"]`),
    from: document.activeElement,
    isFirm: true,
  });

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
