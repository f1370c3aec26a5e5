import BetterSqlite from 'better-sqlite3';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { HOUR_MS } from '../../../shared/time/instant.ts';
import { refuseMissing } from '../backup/open-read-only.ts';
import { copyAside } from '../backup/salvage.ts';
import { asFileFault } from '../backup/whole-file.ts';
import { asFault } from './sqlite-fault.ts';

const PREFIX = 'vigie-read-only-';
/** Nobody reads a copy for this long: who made it has died. */
const LEFT_AFTER_MS = 24 * HOUR_MS;

const sweep = (): void => {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const path = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(path).mtimeMs > LEFT_AFTER_MS) rmSync(path, { recursive: true, force: true });
    } catch {
      // Another user's of this machine, or gone meanwhile.
    }
  }
};

/** What another program was writing meanwhile may have come over torn. */
const refuseTorn = (path: string, copy: string): void => {
  const connection = new BetterSqlite(copy);
  try {
    if (connection.pragma('quick_check(1)', { simple: true }) === 'ok') return;
  } finally {
    connection.close();
  }
  throw new VigieError('db/locked', `Another program is writing ${path}. Wait until it is done, and try again.`);
};

export type ReadOnlyCopy = { readonly path: string; readonly remove: () => void };

/**
 * Copies a database that cannot be used as always, with its last changes, to where it can be read. A copy because SQLite writes beside what it
 * reads, and because nothing that the core notes while it looks must reach the file. `because` is the code of the fault.
 */
export const makeReadOnlyCopy = (path: string, because: string): ReadOnlyCopy => {
  refuseMissing(path);
  let folder: string | null = null;
  const remove = (): void => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  };
  try {
    sweep();
    folder = mkdtempSync(join(tmpdir(), PREFIX));
    const copy = join(folder, 'copy.db');
    if (!copyAside(path, copy)) {
      throw new VigieError('db/damaged', `${path} is damaged: nothing of it can be read. Restore a backup.`);
    }
    if (because === 'db/locked') refuseTorn(path, copy);
    return { path: copy, remove };
  } catch (error) {
    remove();
    throw asFault(asFileFault(error, path), path);
  }
};
