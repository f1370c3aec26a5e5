// Bundles the process that is killed into out/faults/, as the application is bundled: plain Node 20 runs no TypeScript.
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

await build({
  root,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  ssr: { noExternal: true, external: ['better-sqlite3'], target: 'node' },
  build: {
    ssr: join(import.meta.dirname, 'victim.ts'),
    outDir: join(root, 'out', 'faults'),
    emptyOutDir: true,
    target: 'node18.15',
    minify: false,
    rollupOptions: {
      external: ['better-sqlite3', ...builtinModules, /^node:/],
      output: { format: 'es', entryFileNames: 'victim.mjs', chunkFileNames: '[name].mjs' },
    },
  },
});
