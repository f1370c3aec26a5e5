import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cacheDirectory } from './cache.mjs';
import { lastLines, runQuietly } from './child.mjs';
import { installedVersion, modulePath } from './project.mjs';
import { tell } from './terminal.mjs';

const PROBE_MS = 3_000;
const REMEMBER_MS = 24 * 60 * 60 * 1000;

const EXECUTABLES = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/** Where the official package puts its executable, there or not. */
export function officialExecutable() {
  return modulePath('electron', 'dist', EXECUTABLES[process.platform] ?? 'electron');
}

/**
 * Sees to it that the official Electron is in node_modules, by its own installer. Null when it is there;
 * otherwise why it is not, in a few words. A release host that does not answer costs three seconds once a day.
 */
export async function installOfficialElectron() {
  if (isInstalled()) return null;
  const problem = await probe();
  if (problem !== null) return problem;
  tell(`Fetching Electron ${installedVersion('electron')}.`);
  const installed = await runQuietly(process.execPath, [modulePath('electron', 'install.js')]);
  if (installed.status === 0 && isInstalled()) return null;
  return `its installer failed: ${lastLines(installed.output, 1)}`;
}

function isInstalled() {
  try {
    const version = readFileSync(modulePath('electron', 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return version === installedVersion('electron') && existsSync(officialExecutable());
  } catch {
    return false;
  }
}

/** Asks for the archive the way the installer will, mirrors and download cache included, but only for its head. */
async function probe() {
  const version = installedVersion('electron');
  const { downloadArtifact } = createRequire(modulePath('electron', 'package.json'))('@electron/get');
  let answer = null;
  const downloader = {
    download: async (url) => {
      answer = await askForHead(url);
      throw new Error('only a probe');
    },
  };
  try {
    const checksums = JSON.parse(readFileSync(modulePath('electron', 'checksums.json'), 'utf8'));
    const cacheRoot = process.env.electron_config_cache;
    const wanted = { version, artifactName: 'electron', platform: process.platform, arch: process.arch };
    await downloadArtifact({ ...wanted, cacheRoot, checksums, downloader });
    return null;
  } catch (error) {
    return answer === null ? error.message : answer.problem;
  }
}

async function askForHead(url) {
  const memory = join(cacheDirectory(), `electron-${installedVersion('electron')}.unreachable`);
  if (isRemembered(memory, url)) return { problem: 'its release host did not answer within the last day' };
  try {
    const { ok, status } = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) });
    return { problem: ok ? null : `its release host answered ${status}` };
  } catch {
    mkdirSync(cacheDirectory(), { recursive: true });
    writeFileSync(memory, url);
    return { problem: 'its release host does not answer' };
  }
}

function isRemembered(memory, url) {
  try {
    return readFileSync(memory, 'utf8') === url && Date.now() - statSync(memory).mtimeMs < REMEMBER_MS;
  } catch {
    return false;
  }
}
