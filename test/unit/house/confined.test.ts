import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');

const sourcesOf = (...folders: readonly string[]): { readonly name: string; readonly text: string }[] =>
  folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({
        name: `${folder}/${name}`.replaceAll('\\', '/'),
        text: readFileSync(join(root, folder, name), 'utf8'),
      })),
  );

const shell = [
  ...sourcesOf('electron/shell', 'electron/preload'),
  { name: 'electron/main.ts', text: readFileSync(join(root, 'electron/main.ts'), 'utf8') },
];
const renderer = sourcesOf('renderer', 'shared');

const namesWith = (pattern: RegExp, among: typeof shell): string[] =>
  among.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

it('what opens windows, leaves for the system and hears windows stands where it is guarded', () => {
  expect(namesWith(/new BrowserWindow\(|new WebContentsView\(/, shell)).toEqual(['electron/shell/window.ts']);
  expect(namesWith(/openExternal\(/, shell).toSorted()).toEqual([
    'electron/shell/mail.ts',
    'electron/shell/security.ts',
  ]);
  expect(namesWith(/ipcMain\.(?:handle|on)/, shell)).toEqual(['electron/main.ts']);
  expect(namesWith(/exposeInMainWorld/, shell)).toEqual(['electron/preload/preload.ts']);
});

it('nothing registers a link, opens a path, or loads what is not the window’s own', () => {
  const refused =
    /setAsDefaultProtocolClient|open-url|shell\.openPath|loadFile\(|fromPartition|allowServiceWorkers|bypassCSP|executeJavaScript/;
  expect(namesWith(refused, shell)).toEqual([]);
  expect(readFileSync(join(root, 'electron-builder.yml'), 'utf8')).not.toMatch(/^\s*(?:protocols|fileAssociations):/m);
});

it('text becomes no markup and no script', () => {
  const markup =
    /dangerouslySetInnerHTML|\.innerHTML|\.outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\(|srcDoc/;
  expect(renderer.length).toBeGreaterThan(300);
  expect(namesWith(markup, renderer)).toEqual([]);
});
