import type { CallInput } from '../../shared/ipc/contract.ts';
import type { SavedKind } from '../../shared/ipc/file-calls.ts';
import { call } from './client.ts';

const save = async <Told>(kind: SavedKind, name: string, write: (selectionId: string) => Promise<Told>) => {
  const selection = await call('file:choose-target', { kind, name: name.slice(0, 200) });
  if (selection === null) return null;
  const told = await write(selection.selectionId);
  return { file: selection.files[0]?.name ?? '', told };
};

/** Saves a text where the user says; gives the file's name, null where nobody wants one. Throws a CallFailure where it cannot be written. */
export const saveCsv = async (name: string, text: string): Promise<string | null> =>
  (await save('csv', name, (selectionId) => call('file:export-text', { selectionId, text })))?.file ?? null;

/** Saves what the window prints as PDF, in the same way. */
export const savePages = async (name: string): Promise<string | null> =>
  (await save('pdf', name, (selectionId) => call('file:export-pages', { selectionId })))?.file ?? null;

/** Saves sessions as a calendar file, in the same way; `events` is how many it holds. */
export const saveCalendar = async (
  name: string,
  what: CallInput<'calendar:export'>['what'],
): Promise<{ readonly file: string; readonly events: number } | null> => {
  const saved = await save('ics', name, (selectionId) => call('calendar:export', { what, selectionId }));
  return saved === null ? null : { file: saved.file, events: saved.told.events };
};

/** Saves what is recorded of somebody, in the same way; `lines` is how many it holds. */
export const savePersonalData = async (
  name: string,
  target: CallInput<'privacy:export'>['target'],
): Promise<{ readonly file: string; readonly lines: number } | null> => {
  const saved = await save('jsonl', name, (selectionId) => call('privacy:export', { target, selectionId }));
  return saved === null ? null : { file: saved.file, lines: saved.told.lines };
};
