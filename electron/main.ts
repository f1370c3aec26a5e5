import './core/web-crypto.ts';
import { app, BrowserWindow } from 'electron';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorFacts } from './core/log.ts';
import { createRouter } from './core/router.ts';
import { declareAppScheme, serveAppScheme } from './shell/app-scheme.ts';
import { bindIpc, broadcast } from './shell/bind-ipc.ts';
import { createCoreHost } from './shell/core-host.ts';
import { readLaunchOptions } from './shell/launch-options.ts';
import { createLogFile } from './shell/log-file.ts';
import { takeScreenshot } from './shell/screenshot.ts';
import { secure } from './shell/security.ts';
import { createSelections } from './shell/selections.ts';
import { createShellService } from './shell/shell-service.ts';
import { openWindow } from './shell/window.ts';
import { createWindowState } from './shell/window-state.ts';

const startedAtMs = Date.now();
const options = readLaunchOptions(process.argv.slice(app.isPackaged ? 1 : 2));
const isPicture = options.screenshotPath !== null;

app.setName('Vigie');
if (options.userDataPath !== null) app.setPath('userData', options.userDataPath);
// A picture has its own profile, so that a running console does not stand in its way.
else if (isPicture) app.setPath('userData', mkdtempSync(join(tmpdir(), 'vigie-')));

const userDataPath = app.getPath('userData');
const log = createLogFile(userDataPath);
process.on('uncaughtException', (error) => log('error', 'main/uncaught', errorFacts(error)));
process.on('unhandledRejection', (error) => log('error', 'main/unhandled', errorFacts(error)));

const run = (): void => {
  declareAppScheme();
  const core = createCoreHost(join(__dirname, 'worker.js'), log, broadcast);
  const selections = createSelections();
  let window: BrowserWindow | null = null;

  const finishPicture = async (path: string): Promise<void> => {
    if (window === null) return;
    const file = await takeScreenshot(window, path);
    process.stderr.write(`vigie: wrote ${file}\n`);
    app.quit();
  };
  const onReady = (): void => {
    log('info', 'window/ready', { sinceStartMs: Date.now() - startedAtMs });
    if (options.screenshotPath === null) return;
    finishPicture(options.screenshotPath).catch((error: unknown) => {
      process.stderr.write(`vigie: the picture could not be written: ${String(error)}\n`);
      app.exit(1);
    });
  };
  const service = createShellService({ options, core, selections, userDataPath, onReady });
  // The worker opens the database while Chromium and the window start.
  service.startCore();
  void app.whenReady().then(() => {
    secure(log);
    serveAppScheme(join(__dirname, '../renderer'));
    bindIpc({
      core,
      routeShell: (windowId) => createRouter('shell', service.handlers(windowId), log),
      selections,
      beforeImport: async () => void (await service.switchWorkspace('own')),
      log,
    });
    service.applyPreferences();
    window = openWindow({
      preloadPath: join(__dirname, '../preload/preload.js'),
      state: createWindowState(join(userDataPath, 'window.json')),
      fixedSize: options.size ?? (isPicture ? { width: 1440, height: 900 } : null),
      title: 'Vigie',
    });
    const { id } = window.webContents;
    window.on('closed', () => selections.forget(id));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log('error', 'window/gone', { reason });
      if (reason !== 'clean-exit') window?.webContents.reload();
    });
  });
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());

  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void core.stop().then(() => {
      isStopped = true;
      app.quit();
    });
  });
};

if (app.requestSingleInstanceLock()) run();
else {
  process.stderr.write('vigie: it is already running; its window was brought to the front\n');
  app.quit();
}
