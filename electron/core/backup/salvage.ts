import BetterSqlite from 'better-sqlite3';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExportFooter } from '../../../shared/backup/export-format.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { PresentClock } from '../clock.ts';
import { refuseMissing } from './open-read-only.ts';
import type { Steps } from './steps.ts';
import { writeExport } from './write-export.ts';

/** Whether a copy opens as a database at all. */
const opens = (path: string): boolean => {
  try {
    const connection = new BetterSqlite(path);
    try {
      return Number(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()) > 0;
    } finally {
      connection.close();
    }
  } catch {
    return false;
  }
};

/** Copies a database with its last changes; without those, where it opens only so. */
export const copyAside = (path: string, copy: string): boolean => {
  for (const suffixes of [['', '-wal', '-journal'], ['']]) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(copy + suffix, { force: true });
    for (const suffix of suffixes) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix);
    if (opens(copy)) return true;
  }
  return false;
};

/**
 * Exports what can be read of a damaged database: of each table all rows, or those before and after the damage. The database is only copied,
 * and what is opened is the copy: also where its folder cannot be written.
 */
export function* salvage(path: string, to: string, clock: PresentClock): Steps<ExportFooter> {
  refuseMissing(path);
  const folder = mkdtempSync(join(tmpdir(), 'vigie-salvage-'));
  try {
    const copy = join(folder, 'copy.db');
    yield { phase: 'copy', done: 0, total: 0 };
    if (!copyAside(path, copy)) {
      throw new VigieError(
        'export/nothing-readable',
        `Nothing of ${path} can be read as a database. Keep it as it is, and restore a backup.`,
      );
    }
    return yield* writeExport(copy, to, { clock, isSalvaged: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
