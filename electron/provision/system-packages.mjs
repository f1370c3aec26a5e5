import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { lastLines, runQuietly } from './child.mjs';
import { ProvisionFailure, tell } from './terminal.mjs';

/** What Electron links, by its Debian name; where a newer release renamed one, it added `t64`. */
const ELECTRON_LIBRARIES = [
  ...['libasound2', 'libatk-bridge2.0-0', 'libatk1.0-0', 'libatspi2.0-0', 'libcairo2', 'libcups2', 'libdbus-1-3'],
  ...['libdrm2', 'libexpat1', 'libgbm1', 'libglib2.0-0', 'libgtk-3-0', 'libnspr4', 'libnss3', 'libpango-1.0-0'],
  ...['libx11-6', 'libxcb1', 'libxcomposite1', 'libxdamage1', 'libxext6', 'libxfixes3', 'libxkbcommon0', 'libxrandr2'],
];

let isListFresh = false;

/** True on Linux where no screen can be drawn on. */
export function isDisplayMissing(env = process.env) {
  return process.platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/** Installs the system libraries that this Electron lacks and, where there is no display, a virtual one. */
export async function provideDisplayPackages(executable) {
  if (process.platform !== 'linux') return;
  const isLibraryMissing = (await missingLibraries(executable)).length > 0;
  const isServerMissing = isDisplayMissing() && !isOnPath('Xvfb');
  const names = [...(isLibraryMissing ? ELECTRON_LIBRARIES : []), ...(isServerMissing ? ['xvfb', 'xauth'] : [])];
  if (names.length === 0) return;
  await install(names, isLibraryMissing ? 'Electron lacks system libraries' : 'There is no display');

  const libraries = await missingLibraries(executable);
  if (libraries.length > 0) {
    throw new ProvisionFailure(
      `Electron lacks ${libraries.join(', ')}: install the packages that bring them, and run the command again.`,
    );
  }
}

async function missingLibraries(executable) {
  const { stdout } = await runQuietly('ldd', [executable]);
  return [...stdout.matchAll(/^\s*(\S+) => not found/gm)].map(([, library]) => library);
}

/** Installs what compiling a native module takes, if it is not there. */
export async function provideBuildTools() {
  await provideCommands(['python3', 'make', ...(process.env.CXX ? [] : ['g++'])], 'better-sqlite3 must be built');
}

/** Installs commands whose Debian package bears their name, on Linux; `reason` says what for. */
export async function provideCommands(commands, reason) {
  const missing = commands.filter((command) => !isOnPath(command));
  if (process.platform === 'linux' && missing.length > 0) await install(missing, reason);
}

async function install(names, reason) {
  if (!isOnPath('apt-get') || !isOnPath('dpkg-query')) {
    throw new ProvisionFailure(
      `${reason}: install what your system calls these Debian packages, and run the command again: ${names.join(' ')}`,
    );
  }
  const missing = [];
  for (const name of names) if (!(await isInstalled(name))) missing.push(name);
  if (missing.length === 0) return;

  const sudo = await rootPrefix();
  if (sudo === null) throw byHand(reason, await availableNames(missing));
  tell(
    `${reason}: installing ${missing.length} system packages (${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ', ...' : ''}).`,
  );
  const run = (args) => {
    const [command, ...rest] = [
      ...sudo,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=120',
      ...args,
    ];
    return runQuietly(command, rest);
  };
  if (!isListFresh) await run(['update', '-qq']);
  isListFresh = true;
  const available = await availableNames(missing);
  const { status, output } = await run(['install', '-y', '-qq', '--no-install-recommends', ...available]);
  if (status !== 0) throw byHand(`apt-get failed:\n${lastLines(output, 6)}\n${reason}`, available);
}

function byHand(reason, names) {
  return new ProvisionFailure(
    `${reason}. Run this, and the command again: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
  );
}

async function isInstalled(name) {
  const { stdout } = await runQuietly('dpkg-query', ['-W', '-f=${db:Status-Status}\n', name, `${name}t64`]);
  return stdout.split('\n').includes('installed');
}

/** The names that this release knows: the plain one, or the one with `t64`. */
async function availableNames(names) {
  const available = [];
  for (const name of names) {
    const { stdout } = await runQuietly('apt-cache', ['policy', name]);
    const isKnown = /Candidate: (?!\(none\))/.test(stdout);
    const renamed = isKnown ? '' : (await runQuietly('apt-cache', ['policy', `${name}t64`])).stdout;
    available.push(/Candidate: (?!\(none\))/.test(renamed) ? `${name}t64` : name);
  }
  return available;
}

/** How to run a command as root: nothing before it, sudo that asks for no password, or null. */
async function rootPrefix() {
  if (process.getuid() === 0) return [];
  const { status } = await runQuietly('sudo', ['-n', 'true']);
  return status === 0 ? ['sudo', '-n'] : null;
}

function isOnPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder && existsSync(join(folder, command)));
}
