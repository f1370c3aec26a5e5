import { call } from './ipc/client.ts';
import { useCustomerStore } from './state/customer-store.ts';
import { useDeskStore } from './state/desk-store.ts';
import { tellOnce, useToldStore, type Told } from './state/told-store.ts';
import { useUiStore } from './state/ui-store.ts';
import { leftEntries, onLeft, putLeftBack, type LeftEntry } from './ui/left-form.ts';

/** Where somebody is in the window: what is opened again when its process ends. Drafts of tickets are kept by the core. */
type Memory = {
  readonly desk: Pick<ReturnType<typeof useDeskStore.getState>, 'place' | 'form' | 'isExplaining'> & {
    /** Other overlays are about what the window no longer knows. */
    readonly overlay: 'create' | null;
  };
  readonly ui: Pick<
    ReturnType<typeof useUiStore.getState>,
    'filter' | 'sort' | 'sortBesideSearch' | 'columns' | 'viewId' | 'selectedId' | 'selectedIndex' | 'isDetailOpen'
  >;
  readonly customers: Pick<ReturnType<typeof useCustomerStore.getState>, 'customerId' | 'tab' | 'search' | 'tier'>;
  readonly left: readonly LeftEntry[];
  readonly told: Told | null;
};

const memory = (): Memory => {
  const { place, form, isExplaining, overlay } = useDeskStore.getState();
  const ui = useUiStore.getState();
  const { filter, sort, sortBesideSearch, columns, viewId, selectedId, selectedIndex, isDetailOpen } = ui;
  const { customerId, tab, search, tier } = useCustomerStore.getState();
  return {
    desk: { place, form, isExplaining, overlay: overlay === 'create' ? overlay : null },
    ui: { filter, sort, sortBesideSearch, columns, viewId, selectedId, selectedIndex, isDetailOpen },
    customers: { customerId, tab, search, tier },
    left: leftEntries(),
    told: useToldStore.getState().told,
  };
};

const keep = (kept: Memory): Promise<unknown> =>
  call('app:remember', { memory: JSON.stringify(kept) }).catch(() => undefined);

/** A crash costs no more of where somebody was than this. */
const REST_MS = 150;
let timer: ReturnType<typeof setTimeout> | undefined;

const keepSoon = (): void => {
  clearTimeout(timer);
  timer = setTimeout(() => void keep(memory()), REST_MS);
};

/** Tells the shell where the window is, whenever that changes; the result stops it. */
export const keepMemory = (): (() => void) => {
  const stops = [useDeskStore, useUiStore, useCustomerStore, useToldStore].map((store) => store.subscribe(keepSoon));
  stops.push(onLeft(keepSoon));
  keepSoon();
  return () => stops.forEach((stop) => stop());
};

/** Goes back to where the window was, and says once why it was opened again. */
export const putMemoryBack = async (): Promise<void> => {
  // Read again by hand, it begins anew.
  window.history.replaceState(null, '', window.location.pathname);
  const kept = await call('app:get-memory', {}).catch(() => null);
  if (kept === null) return;
  if (kept.memory !== null) {
    // Written by `keep` in this same program.
    const { desk, ui, customers, left, told }: Memory = JSON.parse(kept.memory);
    useDeskStore.setState(desk);
    useUiStore.setState(ui);
    useCustomerStore.setState(customers);
    putLeftBack(left);
    if (told?.kind === 'restored') {
      tellOnce(told);
      return;
    }
  }
  tellOnce({ kind: 'window' });
};

/** Opens the window anew on another database: nothing of the old one stays but what is to be said of it. */
export const openAnew = async (told: Told): Promise<void> => {
  clearTimeout(timer);
  const { desk, ui, customers } = FIRST;
  await keep({ desk, ui, customers, left: [], told });
  window.location.hash = '#again';
  window.location.reload();
};

const FIRST = memory();
