import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { knownRow } from '../../ipc/known-facts.ts';
import { useDeskStore } from '../../state/desk-store.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { openTicket } from '../queue/open-ticket.ts';

/** What commands are about at this moment: the checked tickets, or the selected one where none is. */
export type Targets =
  | { readonly kind: 'none' }
  | { readonly kind: 'one'; readonly row: QueueRow }
  | { readonly kind: 'many'; readonly ids: readonly number[] };

export const presentTargets = (): Targets => {
  const ids = [...useDeskStore.getState().checkedIds];
  if (ids.length > 1) return { kind: 'many', ids };
  const id = ids[0] ?? useUiStore.getState().selectedId;
  const row = id === null ? null : knownRow(id);
  return row === null ? { kind: 'none' } : { kind: 'one', row };
};

/** Shows the one ticket that a form is about. */
export const showTarget = (row: QueueRow): void => {
  const { selectedId, isDetailOpen } = useUiStore.getState();
  if (selectedId !== row.id || !isDetailOpen) openTicket(row.id);
};
