import { openCore } from '../../electron/core/core.ts';
import type { Log, LogFacts } from '../../electron/core/log.ts';
import { createRouter } from '../../electron/core/router.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import type { Reply } from '../../shared/ipc/reply.ts';

export const NOW_MS = Date.UTC(2026, 10, 23, 9);

type Fault = LogFacts & { readonly event: string };

/** A core on a file of its own, asked through its router, with what it logged as a fault. */
export const openFuzzWorld = (path: string) => {
  const faults: Fault[] = [];
  const log: Log = (level, event, facts = {}) => {
    if (level === 'error') faults.push({ ...facts, event });
  };
  const core = openCore({
    ...{ path, log, clock: { nowMs: () => NOW_MS }, notify: () => {} },
    recordedBy: { actor: 'fuzz', workstation: 'bench' },
    scheduler: { after: () => () => {}, monotonicMs: () => performance.now(), uptimeMs: () => performance.now() },
  });
  // Thousands of small imports, and nothing that has to outlive the machine.
  core.database.connection.pragma('synchronous = OFF');
  const route = createRouter('core', core.handlers, log);
  let selections: Record<string, { use: 'read'; paths: readonly string[] }> = {};
  return {
    core,
    faults,
    choose: (...paths: readonly string[]): string => {
      const id = crypto.randomUUID();
      selections = { ...selections, [id]: { use: 'read', paths } };
      return id;
    },
    ask: async <Name extends CallName>(name: Name, input: CallInput<Name>, actor: 'agent' | 'expert' = 'agent') => {
      const caller = { actor: { name: 'Eva', role: actor, level: 'L1' as const }, windowId: 1, selections };
      const reply = (await route(name, input, caller)) as Reply<CallOutput<Name>>;
      selections = {};
      return reply;
    },
    close: core.close,
  };
};

export type FuzzWorld = ReturnType<typeof openFuzzWorld>;
