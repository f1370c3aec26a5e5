import type { BrowserWindow } from 'electron';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Writes a PNG of what the window shows; returns the file's full path. */
export const takeScreenshot = async (window: BrowserWindow, path: string): Promise<string> => {
  // Two frames: the first after the rows came, the second after fonts and layout settled.
  await new Promise((done) => setTimeout(done, 500));
  const picture = await window.webContents.capturePage();
  const file = resolve(path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture.toPNG());
  return file;
};
