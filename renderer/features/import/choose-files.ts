import { call, offerFiles } from '../../ipc/client.ts';
import { openImport, useUiStore } from '../../state/ui-store.ts';
import { reportFailure } from '../../ui/report-failure.ts';

/** Asks for files to import; choosing none changes nothing. */
export const chooseImportFiles = (): void => {
  if (useUiStore.getState().importSelection !== null) return;
  call('import:choose-files', { purpose: 'export' }).then((selection) => {
    if (selection !== null) openImport(selection);
  }, reportFailure);
};

/** Takes files that were dropped on the window. */
export const importDroppedFiles = (files: readonly File[]): void => {
  if (files.length > 0) offerFiles(files).then(openImport, reportFailure);
};
