import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { createJsonFile } from './json-file.ts';

type State = {
  readonly bounds: Rectangle | null;
  readonly isMaximized: boolean;
  readonly isFullScreen: boolean;
  readonly zoomFactor: number;
};

const INITIAL: State = { bounds: null, isMaximized: false, isFullScreen: false, zoomFactor: 1 };

const isRectangle = (value: unknown): value is Rectangle =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'width', 'height'].every((name) => Number.isInteger(Reflect.get(value, name)));

/** Read by hand: the window must not wait until the schemas are loaded. What is wrong in it counts as not there. */
const toState = (value: unknown): State => {
  if (typeof value !== 'object' || value === null) return INITIAL;
  const bounds: unknown = Reflect.get(value, 'bounds');
  const zoomFactor: unknown = Reflect.get(value, 'zoomFactor');
  return {
    bounds: isRectangle(bounds) ? bounds : null,
    isMaximized: Reflect.get(value, 'isMaximized') === true,
    isFullScreen: Reflect.get(value, 'isFullScreen') === true,
    zoomFactor: typeof zoomFactor === 'number' && zoomFactor >= 0.5 && zoomFactor <= 3 ? zoomFactor : 1,
  };
};

const isOnScreen = (bounds: Rectangle): boolean =>
  screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return overlapX >= 200 && overlapY >= 100;
  });

/** Where the window stood, how large it was and how far zoomed, kept from one start to the next. */
export const createWindowState = (path: string) => {
  const file = createJsonFile(path, toState, INITIAL);
  return {
    /** The last state; without bounds where that place is no longer on any screen. */
    read: () => {
      const state = file.read();
      return { ...state, bounds: state.bounds !== null && isOnScreen(state.bounds) ? state.bounds : null };
    },
    keep: (window: BrowserWindow): void =>
      file.write({
        bounds: window.getNormalBounds(),
        isMaximized: window.isMaximized(),
        isFullScreen: window.isFullScreen(),
        zoomFactor: window.webContents.getZoomFactor(),
      }),
  };
};

export type WindowState = ReturnType<typeof createWindowState>;
