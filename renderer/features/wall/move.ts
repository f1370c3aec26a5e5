import { flushSync } from 'react-dom';
import { nextStop, type Direction } from './next-stop.ts';
import { turnPage, useWallStore } from './wall-store.ts';

/** What on the wall can be pressed bears this. */
const STOP = '[data-wall-stop]';
const BOARD = '[data-wall-board]';

const stops = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(STOP)];

const held = (): HTMLElement | null => {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement && activeElement.matches(STOP) ? activeElement : null;
};

/** Somebody goes about the wall by keys: nothing may turn under them. */
export const isWallHeld = (): boolean => document.hasFocus() && held()?.matches(':focus-visible') === true;

export const leaveStop = (): void => held()?.blur();
export const hasStop = (): boolean => held() !== null;

type Kept = { readonly element: HTMLElement; readonly panel: string | undefined; readonly index: number };

/** Where somebody who goes about the wall by keys stands. */
let kept: Kept | null = null;

const inPanel = (panel: string | undefined): HTMLElement[] =>
  panel === undefined ? stops() : [...document.querySelectorAll<HTMLElement>(`[data-panel='${panel}'] ${STOP}`)];

/** Remembers what has the keys, where they came to it by keys. */
export const keepStop = (): void => {
  const element = held();
  const panel = element?.closest<HTMLElement>('[data-panel]')?.dataset['panel'];
  kept =
    element?.matches(':focus-visible') === true ? { element, panel, index: inPanel(panel).indexOf(element) } : null;
};

/** They were left on purpose. */
export const forgetStop = (): void => {
  kept = null;
};

/** What had the keys has gone with what changed: what stands in its place has them. */
export const holdPlace = (): void => {
  if (kept === null) return;
  const { element, panel, index } = kept;
  if (element.isConnected) {
    if (element === document.activeElement) kept = { element, panel, index: inPanel(panel).indexOf(element) };
    return;
  }
  kept = null;
  if (document.activeElement !== document.body) return;
  const there = inPanel(panel);
  const all = there.length > 0 ? there : stops();
  all[Math.min(index, all.length - 1)]?.focus();
};

/** Turns the page; who stood on the old one stands at the begin of the new one, or at its end. */
export const turnByKeys = (by: 1 | -1): void => {
  const wasOnBoard = held()?.closest(BOARD) != null;
  flushSync(() => turnPage(by));
  if (!wasOnBoard) return;
  const all = [...document.querySelectorAll<HTMLElement>(`${BOARD} ${STOP}`)];
  all.at(by === 1 ? 0 : -1)?.focus();
};

/** An arrow goes to what lies that way; from the edge, and from nowhere, to another page. */
export const moveByKeys = (direction: Direction): void => {
  const all = stops();
  const from = held();
  const isAcross = direction === 'left' || direction === 'right';
  if (from === null) {
    if (isAcross) turnByKeys(direction === 'right' ? 1 : -1);
    else all.at(direction === 'down' ? 0 : -1)?.focus();
    return;
  }
  const boxes = all.map((one) => one.getBoundingClientRect());
  const next = nextStop(boxes, all.indexOf(from), direction);
  if (next !== null) all[next]?.focus();
  else if (isAcross && useWallStore.getState().pages.length > 1) turnByKeys(direction === 'right' ? 1 : -1);
};
