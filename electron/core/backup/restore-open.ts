import { basename } from 'node:path';
import type { BackupSource } from '../../../shared/ipc/backup-calls.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { pathOf } from '../chosen-files.ts';
import type { Caller } from '../router.ts';
import { createBackupFolder } from './backup-folder.ts';
import { NO_HOOKS, type Hooks } from './steps.ts';
import type { RunTask } from './task.ts';

type Parts = {
  /** The database of the workspace that is open; null where it is not to be restored. */
  readonly path: () => string | null;
  /** Ends whoever has it open, and begins again. */
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<unknown>;
  readonly run: RunTask;
};

/**
 * Restores the database that is open: whoever works on it is stopped, the file is replaced, and work begins again, on the old database where
 * something failed. The caller is told the name of what was kept, and no folder.
 */
export const createRestore = ({ path: pathNow, stop, start, run }: Parts) => {
  let isRunning = false;
  return async (from: BackupSource, caller: Caller, hooks: Hooks = NO_HOOKS): Promise<{ keptAs: string | null }> => {
    const path = pathNow();
    if (path === null) {
      throw new VigieError('backup/samples', 'Sample data is not restored: open your own queue first.');
    }
    const source =
      from.kind === 'kept' ? createBackupFolder(path).pathOf(from.id) : pathOf(caller, from.selectionId, 'read');
    if (source === undefined) {
      throw new VigieError('backup/unknown', 'This backup is not there any more. Look at the list.');
    }
    if (isRunning) throw new VigieError('backup/under-way', 'A restore is under way. Wait until it is done.');
    isRunning = true;
    try {
      await stop();
      const { keptAs } = await run({ kind: 'restore', path, from: source }, hooks);
      return { keptAs: keptAs === null ? null : basename(keptAs) };
    } finally {
      isRunning = false;
      await start();
    }
  };
};
