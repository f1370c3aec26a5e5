import { VigieError } from '../../shared/ipc/reply.ts';
import type { Caller, Selection } from './router.ts';

/** The files of a selection that was made for this use: what was chosen to be read is never written over. */
export const pathsOf = (caller: Caller, selectionId: string, use: Selection['use']): readonly string[] => {
  const selection = caller.selections[selectionId];
  if (selection === undefined || selection.use !== use) {
    throw new VigieError('import/selection-gone', 'Those files are no longer selected. Choose them again.');
  }
  return selection.paths;
};

/** The one file of such a selection. */
export const pathOf = (caller: Caller, selectionId: string, use: Selection['use']): string => {
  const [path] = pathsOf(caller, selectionId, use);
  if (path === undefined) throw new VigieError('import/selection-gone', 'No file was chosen. Choose one again.');
  return path;
};
