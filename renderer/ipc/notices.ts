import type { AppState } from '../../shared/ipc/contract.ts';
import { checkTickets, closeForm } from '../state/desk-store.ts';
import { backToNow } from '../state/replay-store.ts';
import { clearSelection } from '../state/ui-store.ts';
import { listen } from './client.ts';
import { appStateQuery } from './queries.ts';
import { queryClient } from './query-client.ts';

/** Takes over an application state that a call returned or a notice brought. Another workspace is another database: nothing of the old one stays. */
export const adoptAppState = (state: AppState): void => {
  const before = queryClient.getQueryData(appStateQuery.queryKey);
  queryClient.setQueryData(appStateQuery.queryKey, state);
  if (before === undefined || before.workspace === state.workspace) return;
  clearSelection();
  backToNow();
  checkTickets([]);
  closeForm();
  queryClient.removeQueries({ queryKey: ['ticket'] });
  for (const kind of ['queue', 'draft', 'timer', 'view', 'reply', 'macro', 'alarm', 'audit']) {
    void queryClient.resetQueries({ queryKey: [kind] });
  }
  void queryClient.invalidateQueries({ queryKey: ['rules'] });
};

/** An import commits many times a second; the window asks again this often at most. */
const ASK_AGAIN_MS = 300;

/** A command's own reply follows the notice of its commit, and is drawn first. */
const REPLY_FIRST_MS = 30;

type TicketIds = readonly number[] | null;

/** What changed since the window last asked; a null among them stands for any ticket. */
let told: TicketIds[] = [];
let isWaiting = false;

const askAgain = (): void => {
  isWaiting = told.length > 0;
  if (!isWaiting) return;
  const ids = told.includes(null) ? null : new Set(told.flatMap((ticketIds) => ticketIds ?? []));
  told = [];
  setTimeout(askAgain, ASK_AGAIN_MS);
  void queryClient.invalidateQueries({ queryKey: ['queue'] });
  void queryClient.invalidateQueries({ queryKey: ['audit'] });
  void queryClient.invalidateQueries({
    queryKey: ['ticket'],
    predicate: ({ queryKey: [, id] }) => ids === null || (typeof id === 'number' && ids.has(id)),
  });
};

const onDataChanged = ({ ticketIds }: { readonly ticketIds: TicketIds }): void => {
  told.push(ticketIds);
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(askAgain, REPLY_FIRST_MS);
};

/** Keeps what the window shows in step with what the core and the shell tell; the result stops that. */
export const followNotices = (): (() => void) => {
  const stops = [
    listen('data:changed', onDataChanged),
    listen('app:state-changed', adoptAppState),
    listen('policy:changed', () => void queryClient.invalidateQueries({ queryKey: ['rules'] })),
    listen('desk:changed', ({ what }) => void queryClient.invalidateQueries({ queryKey: [what] })),
  ];
  return () => stops.forEach((stop) => stop());
};
