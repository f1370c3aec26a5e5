import { app, BrowserWindow, nativeTheme, type Rectangle } from 'electron';
import { APP_ORIGIN } from './app-files.ts';
import type { WindowState } from './window-state.ts';

type Made = {
  readonly preloadPath: string;
  readonly title: string;
  /** After the page's address: which of the windows it is. */
  readonly hash: string;
  readonly bounds: Partial<Rectangle>;
  readonly isFullScreen?: boolean;
  /** Of the page, and not of the window with its frame. */
  readonly isContentSize?: boolean;
  /** All windows have one zoom: only the console's sets it. */
  readonly zoomFactor?: number;
  readonly minimum: { readonly minWidth: number; readonly minHeight: number };
};

type Options = {
  readonly preloadPath: string;
  readonly state: WindowState;
  /** A fixed size for pictures; the window's own is then neither read nor kept. */
  readonly fixedSize: { readonly width: number; readonly height: number } | null;
  readonly title: string;
};

/** The background before the first paint: that of the theme, so that nothing flashes. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#101114' : '#f6f8fa');

/** A window of Vigie: sandboxed, and shown when its first frame is ready. `window-guard.ts` opens it again where its process is gone. */
export const makeWindow = (made: Made): BrowserWindow => {
  const { preloadPath, title, hash, bounds, isFullScreen, isContentSize, zoomFactor, minimum } = made;
  const window = new BrowserWindow({
    ...bounds,
    ...minimum,
    show: false,
    title,
    ...(isFullScreen === true ? { fullscreen: true } : {}),
    useContentSize: isContentSize ?? false,
    backgroundColor: background(),
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      allowRunningInsecureContent: false,
      // Whoever sits at a desk has no use for them; what a page could be told to paste there would be run.
      devTools: !app.isPackaged,
      spellcheck: false,
      ...(zoomFactor === undefined ? {} : { zoomFactor }),
      backgroundThrottling: true,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${APP_ORIGIN}/index.html${hash}`);
  return window;
};

/** Opens the console's window where it stood last. */
export const openWindow = ({ preloadPath, state, fixedSize, title }: Options): BrowserWindow => {
  const kept = fixedSize === null ? state.read() : null;
  const window = makeWindow({
    ...{ preloadPath, title, hash: '', isContentSize: fixedSize !== null, zoomFactor: kept?.zoomFactor ?? 1 },
    bounds: kept?.bounds ?? fixedSize ?? { width: 1440, height: 900 },
    minimum: { minWidth: 900, minHeight: 560 },
  });
  if (kept?.isMaximized === true) window.maximize();
  if (fixedSize === null) window.on('close', () => state.keep(window));
  return window;
};

/** Brings a window to the front, wherever it is. */
export const showWindow = (window: BrowserWindow): void => {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
};
