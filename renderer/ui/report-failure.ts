import { create } from 'zustand';

/** The failure of the last action, until it is dismissed or another action fails. */
export const useFailureStore = create<{ readonly failure: unknown }>()(() => ({ failure: null }));

/** Shows that an action failed. Failures of what a screen shows belong in that screen instead. */
export const reportFailure = (failure: unknown): void => useFailureStore.setState({ failure });
export const dismissFailure = (): void => useFailureStore.setState({ failure: null });
