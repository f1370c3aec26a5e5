import { create } from 'zustand';

type HandoverState = {
  /** The handover that is shown; null for the first of the list. */
  readonly shownId: string | null;
  /** What a new one would begin with is shown instead. */
  readonly isBeginning: boolean;
  /** The item that has the keys, also when one comes back from its ticket. */
  readonly cursor: string | null;
  readonly checked: ReadonlySet<string>;
  /** The item whose words are written. */
  readonly editing: string | null;
  readonly isNoting: boolean;
  readonly dialog: 'sign' | 'paper' | null;
};

const NOTHING: ReadonlySet<string> = new Set();

const FIRST: HandoverState = {
  ...{ shownId: null, isBeginning: false, cursor: null, checked: NOTHING },
  ...{ editing: null, isNoting: false, dialog: null },
};

/** What somebody is doing at the place of handovers; what was typed outlives it in `left-form`. */
export const useHandoverStore = create<HandoverState>()(() => FIRST);

const { setState } = useHandoverStore;

export const forgetHandover = (): void => setState(FIRST);
/** Somebody else has the keys: the handover stays, what was being done with it does not. */
export const putDownHandover = (): void =>
  setState({ isBeginning: false, checked: NOTHING, editing: null, isNoting: false, dialog: null });
export const showHandover = (shownId: string, cursor: string | null = null): void =>
  setState({ ...FIRST, shownId, cursor });
export const beginHandover = (): void => setState({ isBeginning: true, editing: null, dialog: null });
export const leaveBeginning = (): void => setState({ isBeginning: false });
export const putCursor = (cursor: string): void => setState({ cursor });
export const checkItems = (ids: Iterable<string>): void => setState({ checked: new Set(ids) });
export const editItem = (editing: string | null): void => setState({ editing });
export const setNoting = (isNoting: boolean): void => setState({ isNoting });
export const openHandoverDialog = (dialog: 'sign' | 'paper'): void => setState({ dialog });
export const closeHandoverDialog = (): void => setState({ dialog: null });
