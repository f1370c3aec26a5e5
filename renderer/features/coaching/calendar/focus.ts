/** Sessions of the view, in the order in which they are drawn: by column, then time. */
const sessions = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-testid="calendar"] [data-session]'),
];

const MOST_FRAMES = 20;

/** Does something once what was asked for is drawn. */
const soon = (find: () => HTMLElement | null, frames = MOST_FRAMES): void => {
  const element = find();
  if (element !== null) element.focus();
  else if (frames > 0) requestAnimationFrame(() => soon(find, frames - 1));
};

const sessionElement = (id: string): HTMLElement | null =>
  sessions().find(({ dataset }) => dataset['session'] === id) ?? null;

/** Puts the keys on a session, where it is drawn or will be in a moment: lists tell their listeners in a task of their own. */
export const focusSession = (id: string): void => {
  setTimeout(() => soon(() => sessionElement(id)));
};

/** Puts the keys on the calendar: its slot, or what it has instead. */
export const focusCalendar = (): void =>
  soon(() => document.querySelector<HTMLElement>('[data-testid="calendar"] [data-home]'));

/** The session after or before the one that has the keys; the first or last where none has. */
export const stepSession = (step: 1 | -1): void => {
  const all = sessions();
  const at = all.findIndex((one) => one === document.activeElement);
  const next = at === -1 ? (step > 0 ? all[0] : all.at(-1)) : all[at + step];
  next?.focus();
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
