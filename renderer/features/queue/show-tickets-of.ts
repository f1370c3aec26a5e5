import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';
import { goTo, useDeskStore } from '../../state/desk-store.ts';
import { adoptView, setFilter } from '../../state/ui-store.ts';

/** Shows the tickets of a customer or person: the open ones, all where none is open. */
export const showTicketsOf = (
  change: { readonly customers: string[] } | { readonly assignees: string[]; readonly levels?: Level[] },
  openTickets: number,
): void => {
  if (useDeskStore.getState().place !== 'queue') goTo('queue');
  setFilter({ ...EMPTY_FILTER, view: openTickets > 0 ? 'open' : 'all', ...change });
  adoptView(null);
};
