import { app, dialog, nativeTheme, webContents, BrowserWindow } from 'electron';
import { userInfo } from 'node:os';
import { setTimeout as later } from 'node:timers/promises';
import { join } from 'node:path';
import type { Actor } from '../../shared/access/actor.ts';
import type { Language } from '../../shared/i18n/language.ts';
import {
  preferences as preferencesSchema,
  type AppState,
  type Preferences,
  type Workspace,
} from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/reply.ts';
import type { Log } from '../core/log.ts';
import { createRestore } from '../core/backup/restore-open.ts';
import type { RunTask } from '../core/backup/task.ts';
import type { Handlers } from '../core/router.ts';
import { sampleNotice } from '../core/sample/sample-notice.ts';
import { broadcast } from './bind-ipc.ts';
import type { CoreHost } from './core-host.ts';
import { DEFAULT_PREFERENCES, withDefaults } from './default-preferences.ts';
import { createFaultService, REPLACING } from './fault-service.ts';
import { EXPORT_EXTENSIONS } from './importable.ts';
import { createJsonFile } from './json-file.ts';
import type { LaunchOptions } from './launch-options.ts';
import { composeMail } from './mail.ts';
import { setMenu } from './menu.ts';
import { askForTarget, saveHandlers } from './save-file.ts';
import type { Selections } from './selections.ts';
import { menuTexts } from './texts.ts';
import type { WallWindow } from './wall-window.ts';
import type { WindowGuard } from './window-guard.ts';
import { createWhoWorks } from './who-works.ts';
import { workerStart } from './worker-start.ts';

/** The release runs on Electron 45; anything older is the runtime for development and tests. */
const OLDEST_SUPPORTED_ELECTRON = 45;

type Parts = {
  readonly options: LaunchOptions;
  readonly core: CoreHost;
  readonly selections: Selections;
  readonly userDataPath: string;
  readonly wall: WallWindow;
  readonly guard: WindowGuard;
  readonly onReady: () => void;
  /** The preferences have changed. */
  readonly onPreferences: () => void;
  readonly log: Log;
  /** Runs what replaces a database. */
  readonly runBackup: RunTask;
};

/** So long the first picture waits to know who works here. */
const KNOWN_WITHIN_MS = 250;

/** What is answered between two cores. */
const OPENING: Failure = { code: 'core/opening', message: 'The queue is being opened. Wait a moment.' };

/** What the shell answers itself: preferences, workspaces, dialogs. */
export const createShellService = (parts: Parts) => {
  const { options, core, selections, userDataPath, wall, guard, onReady, onPreferences, runBackup, log } = parts;
  const parse = (value: unknown): Preferences => preferencesSchema.parse(withDefaults(value));
  const file = createJsonFile<Preferences>(join(userDataPath, 'preferences.json'), parse, DEFAULT_PREFERENCES);
  let kept: Preferences = file.read();
  let workspace: Workspace = options.workspace;

  /** What the command line asked for goes before what is kept, until the user chooses. */
  let asked: Partial<Preferences> = {
    ...(options.language === null ? {} : { language: options.language }),
    ...(options.theme === null ? {} : { theme: options.theme }),
  };
  const inForce = (): Preferences => ({ ...kept, ...asked });

  const language = (): Language => {
    const chosen = inForce().language;
    if (chosen !== 'system') return chosen;
    return app.getPreferredSystemLanguages()[0]?.toLowerCase().startsWith('fr') === true ? 'fr' : 'en';
  };

  const told = (): Actor => {
    const { name, role, level } = inForce().me;
    return { name: name ?? userInfo().username, role, level };
  };
  const who = createWhoWorks({
    ...{ core, told, log, lockAfterMin: () => inForce().lockAfterMin },
    // A file that somebody named is somebody's, whatever it is opened as.
    workspace: () => (workerStart(options, userDataPath, workspace).isDisposable ? 'sample' : 'own'),
    onChanged: () => {
      onPreferences();
      tell();
    },
  });
  const access = (): AppState['access'] => {
    const { by, isLeadLocked } = who.acting();
    return { by, isLeadLocked, isPassphraseSet: who.isPassphraseSet() };
  };

  const state = (): AppState => ({
    version: app.getVersion(),
    runtime: {
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
      isFallback: Number.parseInt(process.versions.electron, 10) < OLDEST_SUPPORTED_ELECTRON,
    },
    workspace,
    preferences: inForce(),
    me: who.acting().actor,
    access: access(),
    language: language(),
    sampleNotice: workspace === 'sample' ? sampleNotice(language()) : null,
  });

  const applyPreferences = (): void => {
    nativeTheme.themeSource = inForce().theme;
    setMenu(language(), (command) => broadcast('menu:command-chosen', { command }));
  };

  const tell = (): AppState => {
    const now = state();
    broadcast('app:state-changed', now);
    return now;
  };

  const changed = (): AppState => {
    onPreferences();
    return tell();
  };

  /** Windows ask again for everything that they show. */
  const tellAll = (): AppState => {
    const now = changed();
    broadcast('data:changed', { ticketIds: null });
    return now;
  };

  /** Opens the workspace's database, and has every window ask again. */
  const startCore = async (readOnlyBecause: string | null = null): Promise<AppState> => {
    who.forget();
    core.start({ ...workerStart(options, userDataPath, workspace), readOnlyBecause });
    await who.known();
    return tellAll();
  };

  /** What stops the core and starts another waits for what does so already. */
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(act: () => Promise<Value>): Promise<Value> => {
    const done = turn.then(act);
    turn = done.catch(() => undefined);
    return done;
  };

  const switchWorkspace = (wanted: Workspace): Promise<AppState> =>
    inTurn(async () => {
      if (wanted === workspace) return state();
      await core.stop();
      workspace = wanted;
      faults.opened();
      return startCore();
    });

  const faults = createFaultService({
    path: () => workerStart(options, userDataPath, workspace).path,
    reopen: (because) =>
      inTurn(async () => {
        await core.stop(OPENING);
        await startCore(because);
      }),
    askCore: async () => {
      const reply = await core.call('clock:get-rules', {}, who.caller());
      return reply.ok ? null : reply.error;
    },
    ...{ run: runBackup, selections, language },
  });

  const restore = createRestore({
    path: () => (workspace === 'own' ? workerStart(options, userDataPath, workspace).path : null),
    stop: () => core.stop(REPLACING),
    start: async () => {
      faults.opened();
      await startCore();
      // The same workspace, and another database: nothing that was shown of the old one stays.
      broadcast('workspace:replaced', {});
    },
    run: runBackup,
  });

  type Purpose = 'export' | 'tier-map' | 'level-map' | 'customers' | 'calendar' | 'backup';
  const extensionsOf = (purpose: Purpose): Electron.FileFilter | null => {
    if (purpose === 'customers') return { name: 'CSV', extensions: ['csv', 'tsv', 'txt'] };
    if (purpose === 'backup') return { name: 'Vigie', extensions: ['db', 'jsonl', 'bak'] };
    return purpose === 'calendar' ? { name: 'iCalendar', extensions: ['ics', 'ical', 'ifb'] } : null;
  };

  const choose = async (windowId: number, purpose: Purpose) => {
    const text = menuTexts(language());
    const contents = webContents.fromId(windowId);
    const window = contents === undefined ? null : BrowserWindow.fromWebContents(contents);
    const dialogOptions: Electron.OpenDialogOptions = {
      title: text[`dialog.choose-${purpose}`],
      properties: purpose === 'export' || purpose === 'customers' ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: [
        extensionsOf(purpose) ?? { name: text['dialog.exports'], extensions: EXPORT_EXTENSIONS },
        { name: text['dialog.all-files'], extensions: ['*'] },
      ],
    };
    const { canceled, filePaths } = await (window === null
      ? dialog.showOpenDialog(dialogOptions)
      : dialog.showOpenDialog(window, dialogOptions));
    return canceled || filePaths.length === 0 ? null : selections.add(windowId, 'read', filePaths);
  };

  const chooseAuditFile = (windowId: number) =>
    askForTarget(windowId, selections, {
      ...{ kind: 'csv', name: `vigie-audit-${new Date().toISOString().slice(0, 10)}.csv` },
      title: menuTexts(language())['dialog.choose-audit'],
    });

  const handlers = (windowId: number): Handlers<'shell'> => ({
    'app:get-state': async () => {
      // A database that takes its time keeps no window empty: what it says of who works here follows.
      const known = who.known().then(() => true);
      const isKnown = await Promise.race([known, later(KNOWN_WITHIN_MS, false)]);
      if (!isKnown) void known.then(changed);
      return state();
    },
    'access:unlock': async ({ passphrase }) => {
      await who.unlock(passphrase);
      return changed();
    },
    'access:lock': () => {
      who.lock();
      return changed();
    },
    'access:set-passphrase': async ({ passphrase, old }) => {
      await who.setPassphrase(passphrase, old);
      return changed();
    },
    'app:report-ready': () => {
      onReady();
      return {};
    },
    'app:set-preferences': (wanted) => {
      const before = told();
      const now = inForce();
      kept = { ...now, ...wanted, watch: { ...now.watch, ...wanted.watch } };
      asked = {};
      file.write(kept);
      // Rights that a passphrase opened are of whoever worked here then.
      const { name, role } = told();
      if (before.name !== name || before.role !== role) who.lock();
      who.lockInTime();
      applyPreferences();
      return changed();
    },
    'app:remember': ({ memory }) => {
      guard.remember(windowId, memory);
      return {};
    },
    'app:get-memory': () => ({ memory: guard.memoryOf(windowId) }),
    'wall:open-window': () => {
      wall.open();
      return {};
    },
    'wall:fill-screen': ({ isFull }) => ({ isFull: wall.fillScreen(isFull) }),
    'wall:show': (target) => {
      wall.show(target);
      return {};
    },
    'mail:compose': composeMail,
    'app:switch-workspace': ({ workspace: wanted }) => switchWorkspace(wanted),
    'audit:choose-file': () => chooseAuditFile(windowId),
    'backup:choose-file': () => choose(windowId, 'backup'),
    'backup:restore': ({ from }, caller) => inTurn(() => faults.replacing((hooks) => restore(from, caller, hooks))),
    ...faults.handlers(windowId),
    ...saveHandlers({ windowId, selections, language }),
    'customer:choose-file': () => choose(windowId, 'customers'),
    'calendar:choose-file': () => choose(windowId, 'calendar'),
    'import:choose-files': ({ purpose }) => choose(windowId, purpose),
  });

  return {
    handlers,
    who,
    language,
    preferences: inForce,
    applyPreferences,
    switchWorkspace,
    tellAll,
    /** Whether the workspace is the user's own, as it was at the start. */
    isOwnFromStart: (): boolean => workspace === 'own' && options.workspace === 'own' && !faults.isReadOnly(),
  };
};
