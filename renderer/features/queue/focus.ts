/** The two places of the queue that keys go to. */
export const SEARCH_ID = 'queue-search';
export const GRID_ID = 'queue-grid';

export const focusQueue = (): void => {
  const grid = document.getElementById(GRID_ID);
  if (grid !== document.activeElement) grid?.focus({ preventScroll: true });
};

/** A list under another filter is on its way for longer than a frame; who meanwhile goes elsewhere stays there. */
const WAITED_FRAMES = 60;

/** Gives the list the focus as soon as it is drawn, as when the queue is gone to from another place. */
export const focusQueueSoon = (framesLeft = WAITED_FRAMES): void => {
  requestAnimationFrame(() => {
    const held = document.activeElement;
    if (held !== null && held !== document.body) return;
    focusQueue();
    if (document.activeElement?.id !== GRID_ID && framesLeft > 0) focusQueueSoon(framesLeft - 1);
  });
};

export const focusSearch = (): void => {
  const search = document.getElementById(SEARCH_ID);
  if (!(search instanceof HTMLInputElement)) return;
  search.focus();
  search.select();
};
