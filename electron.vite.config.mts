import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { thirdParty } from './electron/provision/third-party.mjs';
import { contract, notices } from './shared/ipc/contract.ts';

const root = import.meta.dirname ?? process.cwd();
const native = ['electron', 'better-sqlite3'];
const { noted, listed } = thirdParty();

const ALLOWLIST = 'virtual:vigie-allowlist';

/** Writes the names of the contract into the preload bundle: a new call needs no edit there, and zod stays out of it. */
const allowlist = (): Plugin => ({
  name: 'vigie-allowlist',
  resolveId: (id) => (id === ALLOWLIST ? `\0${ALLOWLIST}` : null),
  load: (id) =>
    id === `\0${ALLOWLIST}`
      ? `export const CALLS = ${JSON.stringify(Object.keys(contract))};
export const NOTICES = ${JSON.stringify(Object.keys(notices))};`
      : null,
});

/**
 * Has the window fetch its font beside its script: the first layout then measures text in it, where it would else set up the system's
 * fonts to measure text that nobody sees, and do it all again.
 */
const preloadFont = (): Plugin => ({
  name: 'vigie-preload-font',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /inter-latin-wght-normal.*\.woff2$/.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `./${file}`, crossorigin: '' },
          injectTo: 'head-prepend',
        })),
  },
});

/** Everything but Electron and the native module is bundled, to CommonJS, for the oldest runtime we run on (PLATFORM: Node 18.15, Chromium 114). */
export default defineConfig({
  main: {
    plugins: [noted()],
    build: {
      externalizeDeps: false,
      outDir: 'out/main',
      target: 'node18.15',
      rollupOptions: {
        input: {
          main: resolve(root, 'electron/main.ts'),
          worker: resolve(root, 'electron/core/worker.ts'),
          backup: resolve(root, 'electron/core/backup/thread.ts'),
        },
        external: native,
        output: { format: 'cjs', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    plugins: [allowlist(), noted()],
    build: {
      externalizeDeps: false,
      outDir: 'out/preload',
      target: 'node18.15',
      rollupOptions: {
        input: { preload: resolve(root, 'electron/preload/preload.ts') },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), preloadFont(), listed()],
    build: {
      outDir: 'out/renderer',
      minify: true,
      target: 'chrome114',
      cssTarget: 'chrome114',
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: resolve(root, 'renderer/index.html') },
        // What the first picture needs is one file: shared with what loads later, it would be cut into dozens, each a request.
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
      },
    },
  },
});
