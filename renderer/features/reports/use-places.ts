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

/** The arrows go from number to number, Home and End to the first and the last row. */
export const movePlace = (event: KeyboardEvent<HTMLElement>): void => {
  const { target, key, currentTarget } = event;
  if (!(target instanceof HTMLElement) || target.dataset['place'] === undefined) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const rows = rowsOf(currentTarget);
  const at = rows.findIndex((row) => row.includes(target));
  const column = rows[at]?.indexOf(target) ?? 0;
  const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowDown: [at + 1, column],
    ArrowUp: [at - 1, column],
    ArrowLeft: [at, column - 1],
    ArrowRight: [at, column + 1],
    Home: [0, 0],
    End: [rows.length - 1, column],
  };
  const step = steps[key];
  if (step === undefined) return;
  event.preventDefault();
  const row = rows[clamp(step[0], rows.length)] ?? [];
  row[clamp(step[1], row.length)]?.focus();
};
