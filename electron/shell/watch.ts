import { app, powerMonitor, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import { contract, notices, type CallInput, type CallName, type CallOutput } from '../../shared/ipc/contract.ts';
import type { Language } from '../../shared/i18n/language.ts';
import type { NoticePayload, Preferences } from '../../shared/ipc/contract.ts';
import type { Alarmed } from '../../shared/ipc/watch-schemas.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/time/instant.ts';
import { errorFacts, type Log } from '../core/log.ts';
import type { Caller } from '../core/router.ts';
import { broadcast } from './bind-ipc.ts';
import type { CoreHost } from './core-host.ts';
import { askCounts, type Ask } from './ask-counts.ts';
import { createJsonFile } from './json-file.ts';
import { createNotifier } from './notify.ts';
import { createTray, type TrayEntry } from './tray.ts';
import { showWindow } from './window.ts';

type Parts = {
  readonly core: CoreHost;
  readonly window: BrowserWindow;
  readonly userDataPath: string;
  readonly caller: () => Caller;
  readonly language: () => Language;
  readonly preferences: () => Preferences;
  readonly log: Log;
};

const APP_ID = 'net.vigie.console';
const SNOOZE_MS = 15 * MINUTE_MS;
/** An import commits many times a second; the tray counts this often at most. */
const COUNT_EVERY_MS = 3 * SECOND_MS;
/** Whether a closed window leaves Vigie in the tray, where nobody chose: only where there is a tray for sure. */
const HAS_TRAY = process.platform === 'win32' || process.platform === 'darwin';

/** Follows what falls due with the window open, hidden or closed: notifications, the tray, the badge. */
export const startWatch = ({ core, window, userDataPath, caller, language, preferences, log }: Parts) => {
  const told = createJsonFile(join(userDataPath, 'watch.json'), (json) => ({ isExplained: json !== null }), {
    isExplained: false,
  });

  const ask: Ask = async <Name extends CallName>(name: Name, input: CallInput<Name>) => {
    const reply = await core.call(name, input, caller());
    if (!reply.ok) {
      log('warn', 'watch/call-failed', { name, code: reply.error.code });
      return null;
    }
    return contract[name].output.parse(reply.value) as CallOutput<Name>;
  };

  const showConsole = (): void => showWindow(window);
  const choose = (chosen: NoticePayload<'watch:chosen'>): void => {
    showConsole();
    broadcast('watch:chosen', chosen);
  };

  const notifier = createNotifier({
    language,
    log,
    onChosen: ({ alarms, total }) =>
      choose({ ticketId: total === 1 ? (alarms[0]?.ticketId ?? null) : null, view: null }),
    onSnooze: ({ ids }) => void ask('watch:snooze', { alarmIds: ids, untilMs: Date.now() + SNOOZE_MS }),
  });

  const ENTRIES: Readonly<Record<TrayEntry, () => void>> = {
    show: showConsole,
    breached: () => choose({ ticketId: null, view: 'breached' }),
    atRisk: () => choose({ ticketId: null, view: 'atRisk' }),
    alarms: () => choose({ ticketId: null, view: null }),
    next: () => {
      showConsole();
      broadcast('menu:command-chosen', { command: 'takeNext' });
    },
    quit: () => app.quit(),
  };
  const makeTray = (): ReturnType<typeof createTray> | null => {
    try {
      return createTray((entry) => ENTRIES[entry]());
    } catch (error) {
      log('warn', 'watch/no-tray', errorFacts(error));
      return null;
    }
  };
  const tray = makeTray();

  let countTimer: NodeJS.Timeout | null = null;
  const count = async (): Promise<void> => {
    const counts = await askCounts(ask);
    if (counts === null) return;
    tray?.show(counts, language());
    app.setBadgeCount(counts.unseen);
  };
  const countSoon = (delayMs = COUNT_EVERY_MS): void => {
    countTimer ??= setTimeout(() => {
      countTimer = null;
      void count();
    }, delayMs);
  };

  const follow = (): void => {
    const { keepRunning: _keepRunning, ...rules } = preferences().watch;
    void ask('watch:follow', { rules });
    countSoon(0);
  };

  const keepsRunning = (): boolean => tray !== null && (preferences().watch.keepRunning ?? HAS_TRAY);
  let isQuitting = false;
  app.on('before-quit', () => (isQuitting = true));
  window.on('close', (event) => {
    if (isQuitting || !keepsRunning()) return;
    event.preventDefault();
    window.hide();
    if (told.read().isExplained) return;
    told.write({ isExplained: true });
    notifier.stillRunning(showConsole);
  });
  app.on('activate', showConsole);
  app.on('will-quit', () => {
    if (countTimer !== null) clearTimeout(countTimer);
    powerMonitor.removeListener('resume', follow);
  });
  // The core notices by its own clocks; this is sooner.
  powerMonitor.on('resume', follow);
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  core.onStart(follow);
  follow();

  return {
    /** The preferences, or who works here, have changed. */
    follow,
    /** A notice of the core's. */
    hear: (name: string, payload: unknown): void => {
      if (name === 'data:changed' || name === 'desk:changed') countSoon();
      if (name !== 'watch:alarmed') return;
      const parsed = notices['watch:alarmed'].safeParse(payload);
      if (!parsed.success) return;
      const alarmed: Alarmed = parsed.data;
      log('info', 'watch/alarmed', { total: alarmed.total });
      notifier.alarm(alarmed);
    },
  };
};

export type Watch = ReturnType<typeof startWatch>;
