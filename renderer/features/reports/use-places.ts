import { useLayoutEffect, type KeyboardEvent, type RefObject } from 'react';
import { useReportStore } from '../../state/report-store.ts';

const placesIn = (element: ParentNode): HTMLElement[] => [...element.querySelectorAll<HTMLElement>('[data-place]')];

/** The element of a place; the first there is where it is gone. */
const elementAt = (root: ParentNode, place: string | null): HTMLElement | undefined => {
  const all = placesIn(root);
  return all.find(({ dataset }) => dataset['place'] === place) ?? all[0];
};

/** Of the numbers of a report one can be reached by Tab: where somebody stood last. Nothing is drawn again for that. */
export const settlePlaces = (root: HTMLElement): void => {
  const chosen = elementAt(root, useReportStore.getState().place);
  for (const one of placesIn(root)) one.tabIndex = one === chosen ? 0 : -1;
};

export const usePlaces = (root: RefObject<HTMLElement | null>): void => {
  useLayoutEffect(() => {
    if (root.current !== null) settlePlaces(root.current);
  });
};

/** Gives the keys back to where somebody stood in the report. */
export const focusPlace = (): void => {
  const root = document.getElementById(REPORT_BODY_ID);
  if (root === null) return;
  (elementAt(root, useReportStore.getState().place) ?? root).focus();
};

/** Brings it in sight. */
export const showPlace = (): void => {
  const { place } = useReportStore.getState();
  const root = document.getElementById(REPORT_BODY_ID);
  if (root !== null && place !== null) elementAt(root, place)?.scrollIntoView({ block: 'center' });
};

export const REPORT_BODY_ID = 'report-body';

/** The rows of numbers, from the top of the report to its end. */
const rowsOf = (root: Element): HTMLElement[][] => {
  const rows = new Map<Element | null, HTMLElement[]>();
  for (const one of placesIn(root)) {
    const row = one.closest('tr, [data-places]');
    rows.set(row, [...(rows.get(row) ?? []), one]);
  }
  return [...rows.values()];
};

const clamp = (index: number, length: number): number => Math.max(0, Math.min(length - 1, index));

const columnOf = (one: HTMLElement): number => one.closest('td')?.cellIndex ?? 0;

/** In another row the number of the same column, or of the nearest that has one. */
const nearest = (row: readonly HTMLElement[], to: HTMLElement): HTMLElement | undefined => {
  const distance = (one: HTMLElement): number => Math.abs(columnOf(one) - columnOf(to));
  return row.toSorted((a, b) => distance(a) - distance(b))[0];
};

const ROW_STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: (_at, count) => count - 1,
};
const COLUMN_STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** The arrows go from number to number, Home and End to the first and the last row. */
export const movePlace = (event: KeyboardEvent<HTMLElement>): void => {
  const { target, key, currentTarget } = event;
  if (!(target instanceof HTMLElement) || target.dataset['place'] === undefined) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const rows = rowsOf(currentTarget);
  const at = rows.findIndex((row) => row.includes(target));
  const row = rows[at] ?? [];
  const aside = COLUMN_STEPS[key];
  const toRow = ROW_STEPS[key];
  if (aside !== undefined) row[clamp(row.indexOf(target) + aside, row.length)]?.focus();
  else if (toRow !== undefined) nearest(rows[clamp(toRow(at, rows.length), rows.length)] ?? [], target)?.focus();
  else return;
  event.preventDefault();
};
