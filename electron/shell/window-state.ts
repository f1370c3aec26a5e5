import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';
import { createJsonFile } from './json-file.ts';

const windowState = z.object({
  bounds: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }).nullable(),
  isMaximized: z.boolean(),
  zoomFactor: z.number().min(0.5).max(3),
});

const isOnScreen = (bounds: Rectangle): boolean =>
  screen.getAllDisplays().some(({ workArea }) => {
    const overlapX = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
    const overlapY = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y);
    return overlapX >= 200 && overlapY >= 100;
  });

/** Where the window stood, how large it was and how far zoomed, kept from one start to the next. */
export const createWindowState = (path: string) => {
  const file = createJsonFile(path, windowState, { bounds: null, isMaximized: false, zoomFactor: 1 });
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
        zoomFactor: window.webContents.getZoomFactor(),
      }),
  };
};

export type WindowState = ReturnType<typeof createWindowState>;
