import { app, type BrowserWindow } from 'electron';
import { runInThread } from '../core/backup/run-in-thread.ts';
import { createRouter } from '../core/router.ts';
import { errorFacts, type Log } from '../core/log.ts';
import { broadcast, createIpc, createNoticeRelay, type Ipc } from './bind-ipc.ts';
import type { CoreHost } from './core-host.ts';
import type { FirstAnswers } from './first-answers.ts';
import type { LaunchOptions } from './launch-options.ts';
import { takeScreenshot } from './screenshot.ts';
import { createSelections } from './selections.ts';
import { createShellService } from './shell-service.ts';
import { menuTexts } from './texts.ts';
import { tightenAll } from './tighten-profile.ts';
import { createWallWindow } from './wall-window.ts';
import type { Watch } from './watch.ts';
import { AGAIN, createWindowGuard } from './window-guard.ts';

type Parts = {
  readonly options: LaunchOptions;
  readonly userDataPath: string;
  /** Whether that folder is Vigie's alone. */
  readonly hasOwnProfile: boolean;
  readonly preloadPath: string;
  readonly core: CoreHost;
  readonly window: BrowserWindow;
  readonly firstAnswers: FirstAnswers;
  readonly startedAtMs: number;
  /** When the window said that its first picture is there. */
  readonly drawnAtMs: () => number;
  /** The built file of the thread that replaces a database. */
  readonly backupThread: string;
  readonly log: Log;
};

/** Everything behind the window: what the shell answers, the menu, the way to the core. Loaded while the window reads its own files. */
export const startConsole = (parts: Parts): Ipc => {
  const { options, userDataPath, preloadPath, core, window, firstAnswers, startedAtMs, drawnAtMs, backupThread, log } =
    parts;
  const relay = createNoticeRelay(log);
  let watch: Watch | null = null;
  core.hearWith((name, payload) => {
    relay(name, payload);
    watch?.hear(name, payload);
    service.who.hear(name, payload);
  });
  const selections = createSelections();

  const finishPicture = async (path: string): Promise<void> => {
    const file = await takeScreenshot(window, path);
    process.stderr.write(`vigie: wrote ${file}\n`);
    app.quit();
  };
  let isWatching = false;
  const startWatch = async (): Promise<void> => {
    if (isWatching) return;
    isWatching = true;
    const module = await import('./watch.ts');
    const { who, language, preferences } = service;
    await who.known();
    watch = module.startWatch({ core, window, userDataPath, caller: () => who.caller(), language, preferences, log });
  };
  /** Where the core cannot answer, rules that were kept must not hide that. */
  const replaceKept = async (): Promise<void> => {
    await service.who.known();
    service.tellAll();
    const { ok } = await core.call('clock:get-rules', {}, service.who.caller());
    if (!ok) broadcast('policy:changed', {});
  };
  let isReady = false;
  const onReady = (): void => {
    const atMs = drawnAtMs();
    log('info', 'window/ready', { atMs, sinceStartMs: atMs - startedAtMs, isFromKept: firstAnswers.areKept });
    // From here on it shows what the core says: that of last time was for the first picture.
    if (!isReady && firstAnswers.areKept) void replaceKept();
    if (!isReady && parts.hasOwnProfile) setImmediate(tightenAll, userDataPath);
    isReady = true;
    if (options.screenshotPath === null) {
      void startWatch();
      return;
    }
    finishPicture(options.screenshotPath).catch((error: unknown) => {
      process.stderr.write(`vigie: the picture could not be written: ${String(error)}\n`);
      app.exit(1);
    });
  };
  const guard = createWindowGuard({ texts: () => menuTexts(service.language()), log });
  const wall = createWallWindow({
    ...{ console: window, userDataPath, preloadPath, guard },
    title: () => menuTexts(service.language())['wall.title'],
    keepsAwake: () => service.preferences().wall.keepsAwake,
    onClosed: (windowId) => selections.forget(windowId),
  });
  const onPreferences = (): void => {
    watch?.follow();
    wall.follow();
  };
  const runBackup = runInThread(backupThread, log);
  const service = createShellService({
    ...{ options, core, selections, userDataPath, wall, guard, onReady, onPreferences, runBackup, log },
  });
  guard.guard(window, AGAIN);
  service.applyPreferences();

  const { id } = window.webContents;
  window.on('closed', () => selections.forget(id));

  /** Ends the core; what the window asks first is kept for the next start, unless something changes while it is asked. */
  const end = async (): Promise<void> => {
    const isKept = options.screenshotPath === null && core.isUp() && service.isOwnFromStart();
    let hasChanged = false;
    core.hearWith(() => (hasChanged = true));
    // A lead's rights are locked at each start.
    service.who.lock();
    const caller = service.who.caller(id, selections.of(id));
    const routeShell = createRouter('shell', service.handlers(id), log);
    const keep = isKept
      ? await firstAnswers.collect((name, input) =>
          name === 'app:get-state' ? routeShell(name, input, caller) : core.call(name, input, caller),
        )
      : null;
    await core.stop();
    if (!hasChanged) keep?.();
  };
  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void end()
      .catch((fault: unknown) => log('warn', 'answers/not-kept', errorFacts(fault)))
      .then(() => {
        isStopped = true;
        app.quit();
      });
  });

  return createIpc({
    core,
    routeShell: (windowId) => createRouter('shell', service.handlers(windowId), log),
    selections,
    who: service.who,
    beforeImport: async () => void (await service.switchWorkspace('own')),
    log,
  });
};
