import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './cache.mjs';
import { lastLines, runQuietly } from './child.mjs';
import { modulePath, root } from './project.mjs';
import { ProvisionFailure, tell } from './terminal.mjs';

const CORE_SOURCES = ['electron', 'shared', 'resources', 'package.json', 'package-lock.json', 'tsconfig.json'];
const APP_SOURCES = [...CORE_SOURCES, 'renderer', 'electron.vite.config.mts'];
const BUNDLE_CLI = fileURLToPath(new URL('bundle-cli.mjs', import.meta.url));

/** Builds the application into out/, unless what is there was built from these very sources. */
export async function buildApp() {
  await buildOnce({
    what: 'the application',
    sources: APP_SOURCES,
    product: 'out/main/main.js',
    stamp: 'out/.app-stamp',
    args: [modulePath('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
  });
}

/** Builds the command line into out/cli/cli.js, unless it is up to date; gives its path. */
export async function buildCli() {
  await buildOnce({
    what: 'the command line',
    sources: CORE_SOURCES,
    product: 'out/cli/cli.js',
    stamp: 'out/.cli-stamp',
    args: [BUNDLE_CLI],
  });
  return join(root, 'out', 'cli', 'cli.js');
}

async function buildOnce({ what, sources, product, stamp, args }) {
  if (isFresh(sources, product, stamp)) return;
  mkdirSync(join(root, 'out'), { recursive: true });
  await withLock(join(root, 'out', `${what.replaceAll(' ', '-')}.lock`), async () => {
    const fingerprint = fingerprintOf(sources);
    if (isFresh(sources, product, stamp)) return;
    tell(`Building ${what}.`);
    const { status, output } = await runQuietly(process.execPath, args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1' },
    });
    if (status !== 0 || !existsSync(join(root, product))) {
      throw new ProvisionFailure(`${what} could not be built:\n${lastLines(output, 30)}`.replace(/^t/, 'T'));
    }
    writeFileSync(join(root, stamp), fingerprint);
  });
}

function isFresh(sources, product, stamp) {
  if (!existsSync(join(root, product)) || !existsSync(join(root, stamp))) return false;
  return readFileSync(join(root, stamp), 'utf8') === fingerprintOf(sources);
}

/** Changes when a source file is changed, added or taken away: names, sizes and times, not contents. */
function fingerprintOf(sources) {
  const hash = createHash('sha256').update(process.version);
  const add = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) for (const entry of readdirSync(join(root, path)).sort()) add(join(path, entry));
    else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
  };
  sources.forEach(add);
  return hash.digest('hex');
}
