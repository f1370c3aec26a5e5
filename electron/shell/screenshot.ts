import type { BrowserWindow, NativeImage } from 'electron';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Milliseconds that fonts and layout may take to settle once the rows came. */
const SETTLES_WITHIN = 500;
/** Milliseconds between two tries, and after which a screen that shows nothing is given up. */
const TRIES_EVERY = 250;
const GIVES_UP_AFTER = 20_000;

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/**
 * What the window shows. A busy machine draws a page well before it puts it on the screen, and until then Electron
 * gives an empty picture and no error.
 */
const shown = async (window: BrowserWindow): Promise<NativeImage> => {
  for (let waited = 0; waited < GIVES_UP_AFTER; waited += TRIES_EVERY) {
    const picture = await window.webContents.capturePage();
    if (!picture.isEmpty()) return picture;
    await pause(TRIES_EVERY);
  }
  throw new Error(`the window has put nothing on the screen within ${GIVES_UP_AFTER / 1000} seconds`);
};

/** Writes a PNG of what the window shows; returns the file's full path. Throws where nothing is shown. */
export const takeScreenshot = async (window: BrowserWindow, path: string): Promise<string> => {
  await pause(SETTLES_WITHIN);
  const picture = await shown(window);
  const file = resolve(path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, picture.toPNG());
  return file;
};
