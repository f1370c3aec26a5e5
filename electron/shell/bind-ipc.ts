import { BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { isAbsolute } from 'node:path';
import { contract, notices, type CallName, type NoticeName, type NoticePayload } from '../../shared/ipc/contract.ts';
import { INNER_CALLS } from '../../shared/ipc/people-calls.ts';
import { fail, succeed, type Reply } from '../../shared/ipc/reply.ts';
import type { Log } from '../core/log.ts';
import type { Route } from '../core/router.ts';
import type { CoreHost } from './core-host.ts';
import { isImportable } from './importable.ts';
import { isOurFrame } from './our-frame.ts';
import type { Selections } from './selections.ts';
import type { WhoWorks } from './who-works.ts';

type Parts = {
  readonly core: CoreHost;
  readonly routeShell: (windowId: number) => Route;
  readonly selections: Selections;
  readonly who: WhoWorks;
  /** Runs before an import is passed on: imports go into the user's own queue. */
  readonly beforeImport: () => Promise<void>;
  readonly log: Log;
};

const isCall = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(contract, name);

const isNotice = (name: string): name is NoticeName => Object.hasOwn(notices, name);

/** What the two channels answer. */
export type Ipc = {
  readonly call: (event: IpcMainInvokeEvent, name: unknown, input: unknown) => Promise<Reply<unknown>>;
  readonly offerFiles: (event: IpcMainInvokeEvent, paths: unknown) => Reply<unknown>;
};

/** Answers the windows' calls: only from our own page's main frame, only what the contract names. */
export const createIpc = ({ core, routeShell, selections, who, beforeImport, log }: Parts): Ipc => {
  const refuse = (event: IpcMainInvokeEvent): Reply<never> => {
    log('warn', 'security/refused', { what: 'call', url: event.senderFrame?.url.slice(0, 200) ?? '' });
    return fail('call/refused', 'The call was refused.');
  };

  return {
    call: async (event, name, input) => {
      if (!isOurFrame(event)) return refuse(event);
      if (!isCall(name)) return fail('call/unknown', 'This version of Vigie does not know that command.');
      if (INNER_CALLS.has(name)) return refuse(event);
      const windowId = event.sender.id;
      const caller = () => who.caller(windowId, selections.of(windowId));
      if (name === 'backup:restore' || name === 'fault:export-readable') {
        return routeShell(windowId)(name, input, await who.restorer(windowId, selections.of(windowId)));
      }
      if (contract[name].place === 'shell') return routeShell(windowId)(name, input, caller());
      await who.known();
      // Who may not import stays where they are.
      if (name === 'import:run' && contract[name].roles.includes(caller().actor.role)) await beforeImport();
      return core.call(name, input, caller());
    },
    offerFiles: (event, paths) => {
      if (!isOurFrame(event)) return refuse(event);
      if (!Array.isArray(paths) || paths.length > 100) return fail('call/invalid-input', 'Drop at most 100 files.');
      const real = paths.filter((path): path is string => typeof path === 'string' && isAbsolute(path));
      if (real.length === 0) return fail('import/no-files', 'What was dropped is not a file on this machine.');
      if (!real.every(isImportable)) {
        return fail(
          'import/not-dropped',
          'Only exports (csv, tsv, txt, json) can be dropped. Choose others with Import.',
        );
      }
      return succeed(selections.add(event.sender.id, 'read', real));
    },
  };
};

/** Tells every window. */
export const broadcast = <Name extends NoticeName>(name: Name, payload: NoticePayload<Name>): void => {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send(`vigie:notice:${name}`, payload);
};

/** Passes the core's notices on to the windows, checked. */
export const createNoticeRelay =
  (log: Log) =>
  (name: string, payload: unknown): void => {
    if (!isNotice(name)) return;
    const parsed = notices[name].safeParse(payload);
    if (parsed.success) broadcast(name, parsed.data);
    else log('error', 'core/invalid-notice', { name });
  };
