import { app, BrowserWindow, dialog, webContents } from 'electron';
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Language } from '../../shared/i18n/language.ts';
import type { SavedKind } from '../../shared/ipc/file-calls.ts';
import { VigieError } from '../../shared/ipc/reply.ts';
import type { Caller, Handlers } from '../core/router.ts';
import { toFileName } from './file-name.ts';
import type { Selections } from './selections.ts';
import { menuTexts } from './texts.ts';

/** The chosen file; what was chosen to be read is never written over. */
const targetOf = ({ selections }: Caller, selectionId: string): string => {
  const selection = selections[selectionId];
  const [path] = selection?.use === 'write' ? selection.paths : [];
  if (path === undefined) {
    throw new VigieError('file/not-chosen', 'No file was chosen to write to. Choose one again.');
  }
  return path;
};

/** Writes beside the file and puts it in its place, so that a file is whole or as it was. */
const writeWhole = async (path: string, content: string | Uint8Array): Promise<void> => {
  const partial = `${path}.${randomUUID()}.part`;
  try {
    await writeFile(partial, content);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    // The code alone: the sentence of the system names the folder, which no window learns.
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new VigieError('file/unwritable', `The file could not be written (${reason}). Choose another place.`, {
      reason,
    });
  }
};

type Asked = { readonly title: string; readonly name: string; readonly kind: SavedKind | 'jsonl' };

/** Asks a window's user where a file goes. */
export const askForTarget = async (windowId: number, selections: Selections, { title, name, kind }: Asked) => {
  const contents = webContents.fromId(windowId);
  const window = contents === undefined ? null : BrowserWindow.fromWebContents(contents);
  const dialogOptions: Electron.SaveDialogOptions = {
    title,
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: kind.toUpperCase(), extensions: [kind] }],
  };
  const { canceled, filePath } = await (window === null
    ? dialog.showSaveDialog(dialogOptions)
    : dialog.showSaveDialog(window, dialogOptions));
  return canceled || filePath === undefined || filePath === '' ? null : selections.add(windowId, 'write', [filePath]);
};

type Parts = { readonly windowId: number; readonly selections: Selections; readonly language: () => Language };

/** Answers the calls that save what a window shows. */
export const saveHandlers = ({
  windowId,
  selections,
  language,
}: Parts): Pick<Handlers<'shell'>, Extract<keyof Handlers<'shell'>, `file:${string}`>> => ({
  'file:choose-target': ({ kind, name }) =>
    askForTarget(windowId, selections, {
      ...{ kind, name: toFileName(name, kind) },
      title: menuTexts(language())['dialog.choose-target'],
    }),
  'file:export-text': async ({ selectionId, text }, caller) => {
    await writeWhole(targetOf(caller, selectionId), text);
    return {};
  },
  'file:export-pages': async ({ selectionId }, caller) => {
    const path = targetOf(caller, selectionId);
    const contents = webContents.fromId(windowId);
    if (contents === undefined) throw new VigieError('file/not-chosen', 'The window is gone. Open it again.');
    // Pages have margins, heads and numbers of their own: the window shows them as they are printed.
    const margins = { top: 0, bottom: 0, left: 0, right: 0 };
    await writeWhole(path, await contents.printToPDF({ preferCSSPageSize: true, printBackground: true, margins }));
    return {};
  },
});
