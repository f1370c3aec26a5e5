import { create } from 'zustand';

/** What is asked about the lead's passphrase: to open the rights (or set the first one), or another one in the place of the present one. */
export type AccessDialog = 'unlock' | 'change';

type State = {
  /** It may lie over another dialog: what was typed there stays. */
  readonly dialog: AccessDialog | null;
  /** The line that says the rights are locked is put away until they are locked again. */
  readonly isBandAway: boolean;
};

export const useAccessStore = create<State>()(() => ({ dialog: null, isBandAway: false }));

const { setState } = useAccessStore;

export const openAccessDialog = (dialog: AccessDialog): void => setState({ dialog });
export const closeAccessDialog = (): void => setState({ dialog: null });
export const putBandAway = (isBandAway: boolean): void => setState({ isBandAway });
