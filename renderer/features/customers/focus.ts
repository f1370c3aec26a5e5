/** The places of the customers that keys go to. */
export const SEARCH_ID = 'customers-search';
export const LIST_ID = 'customers-list';
export const PAGE_ID = 'customer-page';

const focus = (id: string): boolean => {
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  return element !== null;
};

export const focusList = (): void => void focus(LIST_ID);
export const focusPage = (): boolean => focus(PAGE_ID);
export const focusSearch = (): void => {
  const search = document.getElementById(SEARCH_ID);
  if (!(search instanceof HTMLInputElement)) return;
  search.focus();
  search.select();
};
