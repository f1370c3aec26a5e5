import { lazy, Suspense, useDeferredValue, useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { closeForm, useDeskStore } from '../../state/desk-store.ts';
import { useUiStore } from '../../state/ui-store.ts';
import { selectedRow } from '../queue/selection.ts';
import { TypedAhead } from './forms/typed-ahead.ts';

const loadPage = () => import('./ticket-page.tsx');
const TicketPage = lazy(async () => ({ default: (await loadPage()).TicketPage }));

/** Time for the first picture; then the page comes before it is wanted. */
const PRELOAD_MS = 1_000;

/** A form is about the ticket that it was opened for: another ticket closes it, and its draft stays. */
const closeFormWithTicket = (): (() => void) =>
  useUiStore.subscribe(({ selectedId }, before) => {
    if (selectedId !== before.selectedId && useDeskStore.getState().form !== null) closeForm();
  });

const useHasForm = (): boolean => useDeskStore((desk) => desk.form !== null);

const useShownId = (): number | null => {
  const isOpen = useUiStore((ui) => ui.isDetailOpen);
  const hasForm = useHasForm();
  const id = useUiStore((ui) => ui.selectedId);
  const [lastId, setLastId] = useState(id);
  if (id !== null && id !== lastId) setLastId(id);
  // While the list jumps to a row that is on its way, the last ticket stays.
  const shownId = useDeferredValue(id ?? lastId);
  return isOpen || hasForm ? shownId : null;
};

/** The selected ticket beside the list. The list moves at once; this follows as soon as it can. */
export const TicketDetail = () => {
  const intl = useIntl();
  const shownId = useShownId();
  const hasForm = useHasForm();
  useEffect(closeFormWithTicket, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      void loadPage();
      void import('./forms/form-body.tsx');
    }, PRELOAD_MS);
    return () => clearTimeout(timer);
  }, []);
  if (shownId === null) return null;
  const row = selectedRow();
  return (
    <aside
      className="ticket"
      // It scrolls, so keys must be able to reach it.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={intl.formatMessage({ id: 'ticket.detail' })}
      data-testid="ticket-detail"
    >
      <Suspense fallback={hasForm ? <TypedAhead /> : null}>
        <TicketPage id={shownId} known={row?.id === shownId ? row : undefined} />
      </Suspense>
    </aside>
  );
};
