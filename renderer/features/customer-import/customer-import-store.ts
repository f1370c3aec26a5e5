import { create } from 'zustand';
import type { FileSelection } from '../../../shared/ipc/import-schemas.ts';

/** The lists of customers that were chosen; null while none are. */
export const useCustomerImportStore = create<{ readonly selection: FileSelection | null }>()(() => ({
  selection: null,
}));

export const openCustomerImport = (selection: FileSelection): void => useCustomerImportStore.setState({ selection });
export const closeCustomerImport = (): void => useCustomerImportStore.setState({ selection: null });
