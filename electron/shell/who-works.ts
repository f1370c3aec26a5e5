import { app, webContents, type WebContents } from 'electron';
import { actingAs, type Acting } from '../../shared/access/acting.ts';
import type { CallInput, CallOutput, Workspace } from '../../shared/ipc/contract.ts';
import { contract } from '../../shared/ipc/contract.ts';
import type { AccessStanding } from '../../shared/ipc/people-calls.ts';
import { VigieError } from '../../shared/ipc/reply.ts';
import type { Log } from '../core/log.ts';
import type { Caller } from '../core/router.ts';
import type { CoreHost } from './core-host.ts';
import { createLeadSession } from './lead-session.ts';

type Parts = {
  readonly core: CoreHost;
  readonly workspace: () => Workspace;
  /** Who works here by the preferences. */
  readonly told: () => Acting['actor'];
  readonly lockAfterMin: () => number;
  /** Who works here, or what it opens, has changed otherwise than by a call of the shell's. */
  readonly onChanged: () => void;
  readonly log: Log;
};

type InnerCall = 'access:get-standing' | 'access:check-passphrase' | 'access:keep-passphrase';

/** What is answered where the file holds no queue any more. */
const LOST: ReadonlySet<string> = new Set([
  'db/damaged',
  'db/not-a-database',
  'db/emptied',
  'db/main-file-gone',
  'db/restore-cut-off',
  'db/migration-failed',
  'disk/failed',
]);

const MINUTE_MS = 60_000;
/** Timers of Node hold no more. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Who works at this workstation, and whether a passphrase has opened a lead's rights: known here alone, never taken from a window. */
export const createWhoWorks = ({ core, workspace, told, lockAfterMin, onChanged, log }: Parts) => {
  const session = createLeadSession({ nowMs: Date.now }, () => lockAfterMin() * MINUTE_MS);
  let standing: AccessStanding | null = null;
  let asking: Promise<void> | null = null;
  /** The queue cannot be read at all: there is nothing in it to ask. */
  let isLost = false;
  let isOpening = false;

  const acting = (): Acting => {
    const isSample = workspace() === 'sample';
    const person = standing?.person ?? null;
    const { name } = person ?? told();
    const isUnlocked = standing !== null && session.isOpen(standing.passphraseSeq, name);
    return actingAs({ isSample, told: told(), person, isUnlocked });
  };

  const caller = (windowId = 0, selections: Caller['selections'] = {}): Caller => {
    const { actor, isLeadLocked } = acting();
    return { actor, isLeadLocked, windowId, selections };
  };

  const ask = async <Name extends InnerCall>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
    const reply = await core.call(name, input, caller());
    if (!reply.ok) throw new VigieError(reply.error.code, reply.error.message, reply.error.values);
    return contract[name].output.parse(reply.value) as CallOutput<Name>;
  };

  const identify = (): Promise<void> => {
    if (workspace() === 'sample') return Promise.resolve();
    const askedFor = workspace();
    asking = ask('access:get-standing', {}).then(
      (answer) => {
        if (workspace() === askedFor) standing = answer;
        isLost = false;
      },
      (error: unknown) => {
        const code = error instanceof VigieError ? error.code : 'bug';
        isLost = LOST.has(code);
        log('warn', 'access/unknown', { code });
      },
    );
    return asking;
  };

  /** Once somebody was asked in one's own queue who that is; what cannot be asked is asked again. */
  const known = async (): Promise<void> => {
    if (standing !== null || workspace() === 'sample') return;
    await (asking ?? identify());
    asking = null;
  };

  /** Who restores: where the queue is lost, its passphrase cannot be asked for either, and whoever says to be a lead gets it back. */
  const restorer = async (windowId: number, selections: Caller['selections']): Promise<Caller> => {
    await identify();
    const isTheirs = isLost && told().role === 'lead';
    return isTheirs ? { actor: told(), isLeadLocked: false, windowId, selections } : caller(windowId, selections);
  };

  let lockTimer: NodeJS.Timeout | null = null;
  const lockInTime = (): void => {
    if (lockTimer !== null) clearTimeout(lockTimer);
    lockTimer = null;
    const leftMs = session.leftMs();
    if (leftMs === null) return;
    if (leftMs > 0) {
      lockTimer = setTimeout(lockInTime, Math.min(leftMs + 1, LONGEST_TIMER_MS));
      lockTimer.unref();
      return;
    }
    session.lock();
    log('info', 'access/lapsed');
    onChanged();
  };

  const follow = (contents: WebContents): void => {
    contents.on('before-input-event', session.use);
    contents.on('input-event', session.use);
  };
  webContents.getAllWebContents().forEach(follow);
  app.on('web-contents-created', (_event, contents) => follow(contents));

  /** Lets a passphrase open the rights of whoever is a lead here. */
  const openWith = async (keep: () => Promise<{ readonly passphraseSeq: number }>): Promise<void> => {
    await known();
    if (workspace() === 'sample') {
      throw new VigieError('access/sample', 'Sample data is nobody’s: a lead’s rights need no passphrase there.');
    }
    const { isLeadLocked, actor } = acting();
    if (!isLeadLocked && actor.role !== 'lead') {
      throw new VigieError('access/not-lead', 'Whoever works here is no lead. Say so first under your name.');
    }
    isOpening = true;
    try {
      const { passphraseSeq } = await keep();
      await identify();
      session.open({ passphraseSeq, name: acting().actor.name });
      log('info', 'access/unlocked');
    } finally {
      isOpening = false;
    }
    lockInTime();
  };

  const lookAgain = async (): Promise<void> => {
    const before = JSON.stringify([acting(), standing]);
    await identify();
    if (!isOpening && JSON.stringify([acting(), standing]) !== before) onChanged();
  };

  return {
    acting,
    caller,
    restorer,
    known,
    identify,
    isPassphraseSet: (): boolean | null => (standing === null ? null : standing.passphraseSeq !== null),
    unlock: (passphrase: string): Promise<void> => openWith(() => ask('access:check-passphrase', { passphrase })),
    setPassphrase: (passphrase: string, old: string | null): Promise<void> =>
      openWith(() => ask('access:keep-passphrase', { passphrase, old })),
    lock: (): void => {
      session.lock();
      lockInTime();
    },
    /** The time after which it locks has changed. */
    lockInTime,
    /** Another database: nobody is known there yet. */
    forget: (): void => {
      session.lock();
      standing = null;
      asking = null;
      isLost = false;
      lockInTime();
    },
    /** A notice of the core's: people or the passphrase may be otherwise, by a call or by the command line. */
    hear: (name: string, payload: unknown): void => {
      if (workspace() === 'sample') return;
      const isForeign =
        name === 'data:changed' &&
        typeof payload === 'object' &&
        payload !== null &&
        Reflect.get(payload, 'ticketIds') === null;
      if (name === 'people:changed' || isForeign) void lookAgain();
    },
  };
};

export type WhoWorks = ReturnType<typeof createWhoWorks>;
