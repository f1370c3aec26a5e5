import { powerSaveBlocker, screen, type BrowserWindow, type Rectangle } from 'electron';
import { join } from 'node:path';
import type { WallTarget } from '../../shared/ipc/wall-calls.ts';
import { broadcast } from './bind-ipc.ts';
import type { WindowGuard } from './window-guard.ts';
import { makeWindow, showWindow } from './window.ts';
import { createWindowState } from './window-state.ts';

type Parts = {
  readonly console: BrowserWindow;
  readonly userDataPath: string;
  readonly preloadPath: string;
  readonly title: () => string;
  /** Whether the screen stays on while the wall fills it. */
  readonly keepsAwake: () => boolean;
  readonly onClosed: (windowId: number) => void;
  readonly guard: WindowGuard;
};

/** Which page of the window it is: read in `renderer/app.tsx`. */
const WALL_HASH = '#wall';
const ALONE = { width: 1280, height: 720 };

/** Another screen than the console's; null where there is none. */
const otherScreen = (console: BrowserWindow): Rectangle | null => {
  const { id } = screen.getDisplayMatching(console.getBounds());
  return screen.getAllDisplays().find((display) => display.id !== id)?.bounds ?? null;
};

/** The wall's own window, for a big screen: one at most, and none without the console. */
export const createWallWindow = (parts: Parts) => {
  const { console, userDataPath, preloadPath, title, keepsAwake, onClosed, guard } = parts;
  const state = createWindowState(join(userDataPath, 'wall-window.json'));
  let window: BrowserWindow | null = null;
  let blocker: number | null = null;

  const follow = (): void => {
    const isWanted = keepsAwake() && window?.isFullScreen() === true;
    if (isWanted === (blocker !== null)) return;
    if (blocker === null) blocker = powerSaveBlocker.start('prevent-display-sleep');
    else {
      powerSaveBlocker.stop(blocker);
      blocker = null;
    }
  };

  const make = (): BrowserWindow => {
    const kept = state.read();
    const other = kept.bounds === null ? otherScreen(console) : null;
    const made = makeWindow({
      ...{ preloadPath, title: title(), hash: WALL_HASH },
      bounds: kept.bounds ?? other ?? ALONE,
      isFullScreen: kept.bounds === null ? other !== null : kept.isFullScreen,
      minimum: { minWidth: 640, minHeight: 360 },
    });
    guard.guard(made, WALL_HASH);
    // The native menu's commands are the console's.
    if (process.platform !== 'darwin') made.removeMenu();
    if (kept.isMaximized) made.maximize();
    const { id } = made.webContents;
    made.on('enter-full-screen', follow);
    made.on('leave-full-screen', follow);
    made.on('close', () => state.keep(made));
    made.on('closed', () => {
      window = null;
      follow();
      onClosed(id);
    });
    return made;
  };

  // Also where the console only goes into the tray: nobody is left to look after what the wall shows.
  console.on('close', () => window?.close());

  return {
    open: (): void => {
      if (window === null) window = make();
      else showWindow(window);
    },
    /** Null: the other way. Gives what was asked for: some systems take a moment. */
    fillScreen: (isFull: boolean | null): boolean => {
      if (window === null) return false;
      const next = isFull ?? !window.isFullScreen();
      window.setFullScreen(next);
      return next;
    },
    /** Brings the console to the front with what was chosen on the wall. */
    show: (target: WallTarget): void => {
      showWindow(console);
      broadcast('wall:chosen', target);
    },
    /** The preferences have changed, or how the window stands. */
    follow,
  };
};

export type WallWindow = ReturnType<typeof createWallWindow>;
