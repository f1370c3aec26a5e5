/** The two places of the queue that keys go to. */
export const SEARCH_ID = 'queue-search';
export const GRID_ID = 'queue-grid';

export const focusQueue = (): void => {
  const grid = document.getElementById(GRID_ID);
  if (grid !== document.activeElement) grid?.focus({ preventScroll: true });
};

export const focusSearch = (): void => {
  const search = document.getElementById(SEARCH_ID);
  if (!(search instanceof HTMLInputElement)) return;
  search.focus();
  search.select();
};
