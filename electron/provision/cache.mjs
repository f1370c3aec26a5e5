import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir, hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ProvisionFailure, tell } from './terminal.mjs';

const HEARTBEAT_MS = 5_000;
const STALE_AFTER_MS = 30_000;

/** Where what was fetched or built is kept; outside node_modules, which `npm ci` wipes. */
export function cacheDirectory(env = process.env) {
  if (env.VIGIE_CACHE_DIR) return resolve(env.VIGIE_CACHE_DIR);
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'vigie');
  if (process.platform === 'win32') return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'vigie');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'vigie');
  return join(homedir(), '.cache', 'vigie');
}

/**
 * The folder of that name in the cache, made by `build(folder)` if it is not there. It is built beside
 * and renamed, so it is whole or absent; two processes at once wait for each other.
 */
export async function cachedFolder(name, build) {
  const target = join(cacheDirectory(), name);
  if (existsSync(target)) return target;
  return await withLock(`${target}.lock`, async () => {
    if (existsSync(target)) return target;
    removeUnfinished(target);
    const building = `${target}.building-${process.pid}-${Date.now()}`;
    try {
      mkdirSync(building);
      await build(building);
      renameSync(building, target);
    } catch (error) {
      rmSync(building, { recursive: true, force: true });
      throw explained(error);
    }
    return target;
  });
}

/** Runs `action` while no other process holds the lock, a folder; a lock whose holder died is taken over. */
export async function withLock(lock, action) {
  await takeLock(lock);
  const heartbeat = setInterval(() => utimesSync(lock, new Date(), new Date()), HEARTBEAT_MS);
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    return await action();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

async function takeLock(lock) {
  for (let isFirstTry = true; ; isFirstTry = false) {
    try {
      mkdirSync(dirname(lock), { recursive: true });
      mkdirSync(lock);
      writeFileSync(join(lock, 'owner'), `${process.pid} ${hostname()}`);
      return;
    } catch (error) {
      if (error.code !== 'EEXIST' || !isDirectory(lock)) throw explained(error);
    }
    if (isStale(lock)) removeStale(lock);
    else {
      if (isFirstTry) tell(`Waiting for another process that prepares ${basename(lock, '.lock')}.`);
      await wait(300);
    }
  }
}

function isStale(lock) {
  try {
    const [pid, host] = readFileSync(join(lock, 'owner'), 'utf8').split(' ');
    if (host === hostname() && !isAlive(Number(pid))) return true;
  } catch {
    // The owner is being written, or the lock was given back: its age decides.
  }
  try {
    return Date.now() - statSync(lock).mtimeMs > STALE_AFTER_MS;
  } catch {
    return false;
  }
}

function removeStale(lock) {
  const aside = `${lock}.stale-${process.pid}`;
  try {
    renameSync(lock, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch {
    // Another process was quicker.
  }
}

function removeUnfinished(target) {
  for (const entry of readdirSync(dirname(target))) {
    if (entry.startsWith(`${basename(target)}.building-`)) {
      rmSync(join(dirname(target), entry), { recursive: true, force: true });
    }
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function isDirectory(path) {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    return error.code === 'ENOENT';
  }
}

function explained(error) {
  if (error.code === 'ENOSPC')
    return new ProvisionFailure('The disk is full: free some space and run the command again.');
  if (['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(error.code) && error.path) {
    return new ProvisionFailure(
      `${error.path} cannot be written (${error.code}): make it writable (VIGIE_CACHE_DIR may name another cache), and run the command again.`,
    );
  }
  return error;
}
