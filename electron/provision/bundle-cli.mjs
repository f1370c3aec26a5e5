// Bundles electron/core/cli.ts into out/cli/cli.js: one CommonJS program for plain Node with everything in it but better-sqlite3.
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './project.mjs';

/** A reader that closes the pipe early (`vigie queue ... | head`) is no error. */
const QUIET_ON_CLOSED_PIPE =
  "process.stdout.on('error', (error) => { if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0); throw error; });";

const bundled = build({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  ssr: { noExternal: true, external: ['better-sqlite3'], target: 'node' },
  build: {
    ssr: join(root, 'electron', 'core', 'cli.ts'),
    outDir: join(root, 'out', 'cli'),
    emptyOutDir: true,
    target: 'node18.15',
    minify: false,
    rollupOptions: {
      external: ['better-sqlite3', ...builtinModules, /^node:/],
      output: {
        format: 'cjs',
        entryFileNames: 'cli.js',
        chunkFileNames: 'chunks/[name]-[hash].js',
        banner: (chunk) => (chunk.isEntry ? QUIET_ON_CLOSED_PIPE : ''),
      },
    },
  },
});

await bundled.catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
