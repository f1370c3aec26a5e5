import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';

/** A call to the core; null where it failed. */
export type Ask = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name> | null>;

export type WatchCounts = { readonly breached: number; readonly atRisk: number; readonly unseen: number };

/**
 * What the tray and the badge show; null where the core does not answer. It is asked once then: each question starts a core that died, and
 * one that dies of its start would be started for ever.
 */
export const askCounts = async (ask: Ask): Promise<WatchCounts | null> => {
  const filters = (['breached', 'atRisk'] as const).map((view) => ({ ...EMPTY_FILTER, view }));
  const counted = await ask('queue:count-filters', { filters });
  if (counted === null) return null;
  const listed = await ask('watch:list', {});
  if (listed === null) return null;
  const [breached = 0, atRisk = 0] = counted.counts;
  return { breached, atRisk, unseen: listed.unseenCount };
};
