import type { BackupOptions } from '../../electron/core/backup/backup-service.ts';
import { runTask } from '../../electron/core/backup/task.ts';
import { openCore, type Core } from '../../electron/core/core.ts';
import { createRouter, type Caller, type Selection } from '../../electron/core/router.ts';
import type { Scheduler } from '../../electron/core/watch/scheduler.ts';
import type { Actor } from '../../shared/access/actor.ts';
import type { Log } from '../../electron/core/log.ts';
import type { CallInput, CallName, CallOutput, NoticeName } from '../../shared/ipc/contract.ts';
import type { Reply } from '../../shared/ipc/reply.ts';
import { parseInstant, type InstantMs } from '../../shared/time/instant.ts';

type Heard = { readonly name: NoticeName; readonly payload: unknown };
type Logged = { readonly level: string; readonly event: string };

export const instant = (text: string): InstantMs => {
  const ms = parseInstant(text);
  if (ms === null) throw new Error(`${text} is not an instant`);
  return ms;
};

type Options = {
  readonly now?: string;
  readonly path?: string;
  /** Takes the place of `now` and `setNow`: the test lets time pass. */
  readonly time?: { readonly nowMs: () => InstantMs; readonly scheduler: Scheduler };
  readonly backups?: Partial<BackupOptions>;
};

/** A real core on a database in memory, with a clock that the test sets and everything that it says kept. */
export const createWorld = ({ now = '2026-11-23T09:00:00Z', path = ':memory:', time, backups }: Options = {}) => {
  let nowMs = instant(now);
  const heard: Heard[] = [];
  const logged: Logged[] = [];
  const log: Log = (level, event) => void logged.push({ level, event });
  const core: Core = openCore({
    path,
    clock: { nowMs: time?.nowMs ?? (() => nowMs) },
    ...(time === undefined ? {} : { scheduler: time.scheduler }),
    backups: { isAutomatic: false, run: runTask, ...backups },
    log,
    notify: (name, payload) => void heard.push({ name, payload }),
    recordedBy: { actor: 'tester', workstation: 'bench' },
  });
  const route = createRouter('core', core.handlers, log);
  let actor: Actor = { name: 'tester', role: 'agent', level: 'L1' };
  const selections: Record<string, Selection> = {};
  const select = (use: Selection['use'], paths: readonly string[]): string => {
    const selectionId = crypto.randomUUID();
    selections[selectionId] = { use, paths };
    return selectionId;
  };

  const reply = async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Reply<CallOutput<Name>>> =>
    (await route(name, input, { actor, windowId: 1, selections } satisfies Caller)) as Reply<CallOutput<Name>>;

  return {
    core,
    heard,
    logged,
    route,
    setNow: (text: string): void => {
      nowMs = instant(text);
    },
    /** Whoever calls from now on. */
    become: (next: Partial<Actor>): void => {
      actor = { ...actor, ...next };
    },
    /** The reply as a window gets it. */
    reply,
    /** The value of a call that must succeed. */
    call: async <Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>> => {
      const answer = await reply(name, input);
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`);
      return answer.value;
    },
    /** As if the user had chosen these files; the id to import them by. */
    choose: (...paths: readonly string[]): string => select('read', paths),
    /** As if the user had chosen where to write a file. */
    chooseToWrite: (path: string): string => select('write', [path]),
    close: core.close,
  };
};

export type World = ReturnType<typeof createWorld>;
