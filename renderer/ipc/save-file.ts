import type { SavedKind } from '../../shared/ipc/file-calls.ts';
import { call } from './client.ts';

const save = async (kind: SavedKind, name: string, write: (selectionId: string) => Promise<unknown>) => {
  const selection = await call('file:choose-target', { kind, name });
  if (selection === null) return null;
  await write(selection.selectionId);
  return selection.files[0]?.name ?? '';
};

/** Saves a text where the user says; gives the file's name, null where nobody wants one. Throws a CallFailure where it cannot be written. */
export const saveCsv = (name: string, text: string): Promise<string | null> =>
  save('csv', name, (selectionId) => call('file:export-text', { selectionId, text }));

/** Saves what the window prints as PDF, in the same way. */
export const savePages = (name: string): Promise<string | null> =>
  save('pdf', name, (selectionId) => call('file:export-pages', { selectionId }));
