import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { HeldCopy } from '../../../shared/ipc/privacy-calls.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { createBackupFolder } from '../backup/backup-folder.ts';

type Copy = HeldCopy & { readonly path: string };

/** Copies from before migrations lie beside their database. */
const migrationCopies = (databasePath: string): Copy[] => {
  const folder = dirname(databasePath);
  const stem = `${basename(databasePath)}.before-`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    if (!name.startsWith(stem) || !/^\d+(-\d+)?\.bak$/.test(name.slice(stem.length))) return [];
    const path = join(folder, name);
    const { mtimeMs, size } = statSync(path);
    return [{ id: name, kind: 'migration' as const, madeAtMs: Math.floor(mtimeMs), sizeBytes: size, path }];
  });
};

/** Copies of a database that are older than an instant: what was erased then is still in them. */
export const heldCopiesBefore = (databasePath: string, atMs: InstantMs): Copy[] =>
  [...createBackupFolder(databasePath).all(), ...migrationCopies(databasePath)]
    .filter(({ madeAtMs }) => madeAtMs <= atMs)
    .map(({ id, kind, madeAtMs, sizeBytes, path }) => ({ id, kind, madeAtMs, sizeBytes, path }));

export const toHeldCopy = ({ path: _path, ...copy }: Copy): HeldCopy => copy;

export const removeCopy = ({ path, kind }: Copy): void => {
  for (const suffix of ['', '.json', '-wal', '-shm']) {
    if (suffix === '' || kind !== 'migration') rmSync(path + suffix, { force: true });
  }
};
