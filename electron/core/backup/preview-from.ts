import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RestorePreview } from '../../../shared/backup/backup.ts';
import type { PresentClock } from '../clock.ts';
import { importExport } from './import-export.ts';
import { previewRestore } from './preview-restore.ts';
import { isExport } from './restore-database.ts';
import { runSteps, type Hooks } from './steps.ts';

/** What restoring a backup, or an export, would change; an export is made a database first, which goes again. */
export const previewFrom = async (
  path: string,
  from: string,
  clock: PresentClock,
  hooks: Hooks,
): Promise<RestorePreview> => {
  if (!isExport(from)) return runSteps(previewRestore(path, from), hooks);
  const folder = mkdtempSync(join(tmpdir(), 'vigie-preview-'));
  try {
    const made = join(folder, 'export.db');
    await runSteps(importExport(from, made, clock), hooks);
    return await runSteps(previewRestore(path, made), hooks);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
