import type { BackupFacts, RestorePreview } from '../../../shared/backup/backup.ts';
import type { ExportFooter } from '../../../shared/backup/export-format.ts';
import { machineClock } from '../clock.ts';
import { makeBackup } from './make-backup.ts';
import { previewFrom } from './preview-from.ts';
import { restoreDatabase, type Restored } from './restore-database.ts';
import { salvage } from './salvage.ts';
import { runSteps, type Hooks } from './steps.ts';

/** What takes long and reads whole databases: done beside the core, in a thread of its own where there is one. */
export type BackupTask =
  | { readonly kind: 'make'; readonly path: string; readonly to: string }
  | { readonly kind: 'preview'; readonly path: string; readonly from: string }
  | { readonly kind: 'restore'; readonly path: string; readonly from: string }
  | { readonly kind: 'salvage'; readonly path: string; readonly to: string };

export type TaskResults = {
  readonly make: BackupFacts;
  readonly preview: RestorePreview;
  readonly restore: Restored;
  readonly salvage: ExportFooter;
};

export type RunTask = <Task extends BackupTask>(task: Task, hooks: Hooks) => Promise<TaskResults[Task['kind']]>;

const run = (task: BackupTask, hooks: Hooks): Promise<TaskResults[BackupTask['kind']]> => {
  switch (task.kind) {
    case 'make':
      return makeBackup(task.path, task.to, hooks);
    case 'preview':
      return previewFrom(task.path, task.from, machineClock, hooks);
    case 'restore':
      return restoreDatabase(task.path, task.from, machineClock, hooks);
    case 'salvage':
      return runSteps(salvage(task.path, task.to, machineClock), hooks);
  }
};

/** Does it here, in slices. */
export const runTask: RunTask = run as RunTask;
