import { BrowserWindow, nativeTheme } from 'electron';
import { APP_ORIGIN } from './app-scheme.ts';
import type { WindowState } from './window-state.ts';

type Options = {
  readonly preloadPath: string;
  readonly state: WindowState;
  /** A fixed size for pictures; the window's own is then neither read nor kept. */
  readonly fixedSize: { readonly width: number; readonly height: number } | null;
  readonly title: string;
};

/** The background before the first paint: that of the theme, so that nothing flashes. */
const background = (): string => (nativeTheme.shouldUseDarkColors ? '#101114' : '#f6f8fa');

/** Opens the console's window, sandboxed, shown when its first frame is ready. */
export const openWindow = ({ preloadPath, state, fixedSize, title }: Options): BrowserWindow => {
  const kept = fixedSize === null ? state.read() : { bounds: null, isMaximized: false, zoomFactor: 1 };
  const window = new BrowserWindow({
    ...(kept.bounds ?? fixedSize ?? { width: 1440, height: 900 }),
    minWidth: 900,
    minHeight: 560,
    show: false,
    title,
    useContentSize: fixedSize !== null,
    backgroundColor: background(),
    webPreferences: {
      preload: preloadPath,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      zoomFactor: kept.zoomFactor,
      backgroundThrottling: true,
    },
  });
  if (kept.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  if (fixedSize === null) window.on('close', () => state.keep(window));
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
};
