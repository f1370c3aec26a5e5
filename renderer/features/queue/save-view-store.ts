import { create } from 'zustand';

type SaveViewState = { readonly isOpen: boolean; readonly isLoaded: boolean };
export const useSaveViewStore = create<SaveViewState>()(() => ({ isOpen: false, isLoaded: false }));

/** Opens the form that keeps what is shown as a view of one's own, or changes the view that is shown. */
export const openSaveView = (): void => useSaveViewStore.setState({ isOpen: true, isLoaded: true });
export const closeSaveView = (): void => useSaveViewStore.setState({ isOpen: false });
