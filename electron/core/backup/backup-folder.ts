import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { z } from 'zod';
import type { BackupFacts, BackupKind } from '../../../shared/backup/backup.ts';
import { backupRow, type BackupRow } from '../../../shared/ipc/backup-calls.ts';
import { HOUR_MS, parseInstant, type InstantMs } from '../../../shared/time/instant.ts';
import { stampOf } from './stamp.ts';
import { PARTIAL, remainsOf } from './whole-file.ts';
import { writePrivate } from './write-private.ts';

const FOLDER = 'backups';
/** Nothing takes this long to be made: what is not whole by then was left by a process that died. */
const LEFT_AFTER_MS = 24 * HOUR_MS;

const note = z.object({ held: backupRow.shape.held });

const readStamp = (text: string): InstantMs | null => {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/.exec(text);
  return parts === null ? null : parseInstant(`${parts.slice(1, 4).join('-')}T${parts.slice(4).join(':')}Z`);
};

const readNote = (path: string): BackupRow['held'] => {
  try {
    return note.parse(JSON.parse(readFileSync(`${path}.json`, 'utf8'))).held;
  } catch {
    return null;
  }
};

export type FoundBackup = BackupRow & { readonly path: string };

/** The backups of one database: a folder beside it, and what restores have put aside. Names alone say when and how each was made. */
export const createBackupFolder = (databasePath: string) => {
  const name = basename(databasePath);
  const beside = dirname(databasePath);
  const folder = join(beside, FOLDER);
  const stem = basename(databasePath, '.db');
  /** Backups once went by the name without its ending: those are its own where no other database would have called its own so. */
  const isStemOurs = (): boolean => stem !== name && extname(stem) === '' && !existsSync(join(beside, stem));

  const list = (path: string): string[] =>
    statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(path) : [];

  const found = (path: string, kind: BackupKind, stamp: string): FoundBackup[] => {
    const madeAtMs = readStamp(stamp);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (madeAtMs === null || stat?.isFile() !== true) return [];
    return [{ id: basename(path), kind, madeAtMs, sizeBytes: stat.size, held: readNote(path), path }];
  };

  const all = (): FoundBackup[] => {
    const prefixes = isStemOurs() ? [name, stem] : [name];
    const made = list(folder).flatMap((file) => {
      const prefix = prefixes.find((one) => file.startsWith(`${one}-`));
      if (prefix === undefined) return [];
      const parts = /^-(automatic|manual)-(\d{8}T\d{6}Z)(-\d+)?\.db$/.exec(file.slice(prefix.length));
      const kind = parts?.[1] === 'manual' ? 'manual' : 'automatic';
      return parts === null ? [] : found(join(folder, file), kind, parts[2] ?? '');
    });
    const replaced = list(beside).flatMap((file) => {
      const parts = file.startsWith(name) ? /^\.replaced-(\d{8}T\d{6}Z)(-\d+)?$/.exec(file.slice(name.length)) : null;
      return parts === null ? [] : found(join(beside, file), 'replaced', parts[1] ?? '');
    });
    return [...made, ...replaced].toSorted((a, b) => b.madeAtMs - a.madeAtMs || (a.id < b.id ? 1 : -1));
  };

  return {
    folder,
    /** The newest first. */
    all,
    /** The path of one that is there: never made of what somebody names. */
    pathOf: (id: string): string | undefined => all().find((one) => one.id === id)?.path,
    /** A name that is free. */
    newPath: (kind: 'automatic' | 'manual', nowMs: InstantMs): string => {
      for (let i = 1; ; i++) {
        const path = join(folder, `${name}-${kind}-${stampOf(nowMs)}${i === 1 ? '' : `-${i}`}.db`);
        if (!existsSync(path) && remainsOf(path).length === 0) return path;
      }
    },
    /** Writes down beside a backup what it held. */
    note: (path: string, { contentSha256, ...held }: BackupFacts): void =>
      writePrivate(`${path}.json`, JSON.stringify({ held, contentSha256 }, null, 2)),
    remove: (path: string): void => {
      for (const suffix of ['', '.json', '-wal', '-shm']) rmSync(path + suffix, { force: true });
    },
    /** Takes away what processes that died have left half made. */
    sweep: (nowMs: InstantMs): void => {
      for (const [where, prefix] of [
        [folder, name],
        [beside, name],
      ] as const) {
        for (const file of list(where)) {
          if (!file.startsWith(prefix) || !/\.[0-9a-f]{8}\.part(-wal|-shm|-journal)?$/.test(file)) continue;
          const path = join(where, file);
          const changedAtMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? nowMs;
          if (file.includes(PARTIAL) && nowMs - changedAtMs > LEFT_AFTER_MS) rmSync(path, { force: true });
        }
      }
    },
  };
};
