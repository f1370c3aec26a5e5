import { app, dialog, type BrowserWindow, type WebContents } from 'electron';
import type { Log } from '../core/log.ts';
import { APP_ORIGIN } from './app-files.ts';
import { broadcast } from './bind-ipc.ts';
import type { ShellTexts } from './texts.ts';

/** Whoever opens a window that often within this time is asked what to do: what was open may be what ends it. */
const MOST_ENDS = 3;
const WITHIN_MS = 60_000;

type Parts = { readonly texts: () => ShellTexts; readonly log: Log };

/** Opens windows again whose process has ended, where they were; and keeps, as long as Vigie runs, what each says of where it is. */
export const createWindowGuard = ({ texts, log }: Parts) => {
  const memories = new Map<number, string>();

  const open = (contents: WebContents, hash: string): void => void contents.loadURL(`${APP_ORIGIN}/index.html${hash}`);

  const askWhatToDo = async (window: BrowserWindow, hash: string): Promise<void> => {
    const text = texts();
    const { response } = await dialog.showMessageBox(window, {
      ...{ type: 'error', title: 'Vigie', noLink: true, defaultId: 0, cancelId: 0 },
      message: text['gone.title'],
      detail: text['gone.text'],
      buttons: [text['gone.anew'], text['gone.again'], text['menu.quit']],
    });
    if (window.isDestroyed()) return;
    if (response === 2) {
      app.quit();
      return;
    }
    const { id } = window.webContents;
    if (response === 0) memories.delete(id);
    open(window.webContents, hash);
  };

  return {
    memoryOf: (windowId: number): string | null => memories.get(windowId) ?? null,
    remember: (windowId: number, memory: string): void => void memories.set(windowId, memory),
    /** `hash` tells the page which window it is, and that it is opened again. */
    guard: (window: BrowserWindow, hash: string): void => {
      const { webContents: contents } = window;
      const { id } = contents;
      let endedAtMs: readonly number[] = [];
      const reopen = (reason: string): void => {
        const nowMs = Date.now();
        endedAtMs = [...endedAtMs, nowMs].filter((ms) => ms > nowMs - WITHIN_MS);
        log('error', 'window/gone', { reason, hash, times: endedAtMs.length });
        if (endedAtMs.length < MOST_ENDS) {
          open(contents, hash);
          if (hash !== AGAIN) broadcast('wall:reopened', {});
          return;
        }
        endedAtMs = [];
        void askWhatToDo(window, hash);
      };
      contents.on('render-process-gone', (_event, { reason }) => {
        if (reason !== 'clean-exit') reopen(reason);
      });
      window.on('closed', () => memories.delete(id));
      // It may have gone before anybody looked after it.
      if (contents.isCrashed()) reopen('crashed');
    },
  };
};

export type WindowGuard = ReturnType<typeof createWindowGuard>;

/** The console, opened again after its process has ended: read in `renderer/which-window.ts`. */
export const AGAIN = '#again';
