import { queryOptions } from '@tanstack/react-query';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Timer } from '../../../shared/ipc/desk-schemas.ts';
import { call } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';

/** The caller's timer; null where there is none. Asked again when 'desk:changed' tells of it. */
export const timerQuery = queryOptions({ queryKey: ['timer'], queryFn: () => call('timer:get', {}) });

const show = (timer: Timer | null): void => void queryClient.setQueryData(timerQuery.queryKey, timer);

/** Starts the timer on a ticket or lets it run on; with an instant it counts from then. */
export const startTimer = async (ticketId: number, atMs: InstantMs | null): Promise<void> =>
  show(await call('timer:start', { ticketId, atMs }));

export const pauseTimer = async (): Promise<void> => show(await call('timer:pause', {}));

export const discardTimer = async (): Promise<void> => {
  await call('timer:discard', {});
  show(null);
};

/** Keeps what was measured as time spent; gives the command's id. */
export const keepTimer = async (): Promise<string | null> => {
  const { commandId } = await call('timer:keep', { note: null });
  show(null);
  return commandId;
};

/** Starts it on a ticket, or pauses it where it runs there. */
export const toggleTimer = async (ticketId: number): Promise<void> => {
  const timer = await queryClient.fetchQuery(timerQuery);
  if (timer?.ticketId === ticketId && timer.runningSinceMs !== null) await pauseTimer();
  else await startTimer(ticketId, null);
};
