// Bundles the TypeScript that the bench measures into out/bench/, as the application is bundled: plain Node 20 runs no TypeScript.
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

export const root = join(import.meta.dirname, '../..');
const outDir = join(root, 'out', 'bench');

/** What `loadCore` has built, for a process that does not build. */
export const builtCore = async () => await import(pathToFileURL(join(outDir, 'core.mjs')).href);

/** The exports of `test/bench/core.ts`. */
export const loadCore = async () => {
  const external = ['better-sqlite3', ...builtinModules, /^node:/];
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3'], target: 'node' },
    build: {
      ssr: join(import.meta.dirname, 'core.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node18.15',
      minify: false,
      rollupOptions: { external, output: { format: 'es', entryFileNames: 'core.mjs' } },
    },
  });
  return await builtCore();
};
