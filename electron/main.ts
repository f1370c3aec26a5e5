import './core/web-crypto.ts';
import { app, ipcMain, type BrowserWindow } from 'electron';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorFacts, type Log } from './core/log.ts';
import { declareAppScheme, serveAppScheme } from './shell/app-scheme.ts';
import { CALL_CHANNEL, OFFER_CHANNEL } from './shell/channels.ts';
import { readLaunchOptions } from './shell/launch-options.ts';
import { createCoreHost } from './shell/core-host.ts';
import { createFirstAnswers } from './shell/first-answers.ts';
import { isOurFrame } from './shell/our-frame.ts';
import { refusedSwitch } from './shell/refused-switches.ts';
import { closeNetwork, secure } from './shell/security.ts';
import { tightenProfile } from './shell/tighten-profile.ts';
import { openWindow, showWindow } from './shell/window.ts';
import { createWindowState } from './shell/window-state.ts';
import { workerStart } from './shell/worker-start.ts';

// What the first picture does not need is loaded after the window has been asked for: the console behind it, and the log's writer.

const startedAtMs = Date.now();
const options = readLaunchOptions(process.argv.slice(app.isPackaged ? 1 : 2));
const isPicture = options.screenshotPath !== null;
/** The system's folder for Vigie, which holds nothing else. */
const hasOwnProfile = options.userDataPath === null && !isPicture;

app.setName('Vigie');
if (options.userDataPath !== null) app.setPath('userData', options.userDataPath);
// A picture has its own profile, so that a running console does not stand in its way.
else if (isPicture) app.setPath('userData', mkdtempSync(join(tmpdir(), 'vigie-')));

const userDataPath = app.getPath('userData');
const preloadPath = join(__dirname, '../preload/preload.js');
let openLog = (): void => {};
const writer = new Promise<void>((resolve) => {
  openLog = resolve;
}).then(async () => (await import('./shell/log-file.ts')).createLogFile(userDataPath));
/** Lines keep their order, and tell when it happened: they wait for the writer together. */
const log: Log = (level, event, facts) => {
  const at = new Date();
  void writer.then((write) => write(at, level, event, facts));
};
const logFault = (event: string, fault: unknown): void => {
  openLog();
  log('error', event, errorFacts(fault));
};
process.on('uncaughtException', (error) => logFault('main/uncaught', error));
process.on('unhandledRejection', (error) => logFault('main/unhandled', error));

const open = (): BrowserWindow => {
  secure(log);
  const window = openWindow({
    preloadPath,
    state: createWindowState(join(userDataPath, 'window.json')),
    fixedSize: options.size ?? (isPicture ? { width: 1440, height: 900 } : null),
    title: 'Vigie',
  });
  app.on('second-instance', () => showWindow(window));
  return window;
};

/** How long no file is asked for, after a script was, before the window is taken to have all that it starts with. */
const QUIET_MS = 10;

/** A window that asks for nothing is written about all the same. */
const LOG_AFTER_MS = 2_000;

/** Serves the window's files; resolves once it has those that it starts with. */
const serveWindow = (): Promise<void> =>
  new Promise((resolve) => {
    let hasScript = false;
    let timer: NodeJS.Timeout | undefined;
    serveAppScheme(join(__dirname, '../renderer'), (extension) => {
      hasScript ||= extension === '.js';
      clearTimeout(timer);
      if (hasScript) timer = setTimeout(resolve, QUIET_MS);
    });
  });

/** A window that draws nothing does not keep the core waiting. */
const DRAWN_WITHIN_MS = 800;

const run = (): void => {
  declareAppScheme();
  closeNetwork();
  let onDrawn = (): void => {};
  const drawn = new Promise<void>((resolve) => {
    onDrawn = resolve;
    setTimeout(resolve, DRAWN_WITHIN_MS);
  });
  let drawnAtMs: number | null = null;
  tightenProfile(userDataPath, { isOwn: hasOwnProfile });
  const start = workerStart(options, userDataPath, options.workspace);
  const firstAnswers = createFirstAnswers({
    path: join(userDataPath, 'first-answers.json'),
    databasePath: start.path,
    preferencesPath: join(userDataPath, 'preferences.json'),
    circumstances: [app.getVersion(), process.versions.electron, start.actor, ...process.argv],
  });
  const ipc = app.whenReady().then(async () => {
    const served = serveWindow();
    const window = open();
    const core = createCoreHost(join(__dirname, 'worker.js'), log);
    if (!firstAnswers.areKept) core.start(start);
    // The window has work of its own once it has its files; loading the console before would keep it waiting for them.
    await served;
    if (firstAnswers.areKept) {
      // Until the first picture is drawn from what was kept, the window has the machine for itself.
      await drawn;
      core.start(start);
    }
    const { startConsole } = await import('./shell/console.ts');
    const backupThread = join(__dirname, 'backup.js');
    return startConsole({
      ...{
        options,
        userDataPath,
        hasOwnProfile,
        preloadPath,
        core,
        window,
        firstAnswers,
        startedAtMs,
        backupThread,
        log,
      },
      drawnAtMs: () => drawnAtMs ?? Date.now(),
    });
  });
  // Loading the writer takes longer than all that the window asks first: it is loaded while the window draws the answers.
  setTimeout(openLog, LOG_AFTER_MS);
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown) => {
    const known = isOurFrame(event) ? firstAnswers.answer(name, input) : null;
    if (known === null) onDrawn();
    if (name === 'app:report-ready') drawnAtMs ??= Date.now();
    const reply = known ?? (await (await ipc).call(event, name, input));
    if (name === 'queue:get-page' && known === null) setImmediate(openLog);
    return reply;
  });
  ipcMain.handle(OFFER_CHANNEL, async (event, paths: unknown) => (await ipc).offerFiles(event, paths));
  app.on('window-all-closed', () => app.quit());
};

const refused = app.isPackaged ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null;
if (refused !== null) {
  process.stderr.write(`vigie: --${refused} is not for this program\n`);
  app.exit(2);
} else if (app.requestSingleInstanceLock()) run();
else {
  process.stderr.write('vigie: it is already running; its window was brought to the front\n');
  app.quit();
}
