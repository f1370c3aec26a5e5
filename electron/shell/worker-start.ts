import { app } from 'electron';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Workspace } from '../../shared/ipc/contract.ts';
import type { WorkerStart } from '../core/worker-protocol.ts';
import type { LaunchOptions } from './launch-options.ts';

/** What the core's worker is started with for a workspace. A file named on the command line belongs to the workspace asked for with it. */
export const workerStart = (options: LaunchOptions, userDataPath: string, workspace: Workspace): WorkerStart => {
  const samples = join(userDataPath, 'sample.db');
  const isNamed = options.databasePath !== null && workspace === options.workspace;
  const path = isNamed ? options.databasePath : workspace === 'sample' ? samples : join(userDataPath, 'vigie.db');
  return {
    path: path ?? samples,
    workspace,
    isDisposable: path === samples,
    readOnlyBecause: null,
    actor: userInfo().username,
    workstation: hostname(),
    clockOffsetMs: app.isPackaged ? 0 : options.clockOffsetMs,
  };
};
