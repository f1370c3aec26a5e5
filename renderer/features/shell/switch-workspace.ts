import type { Workspace } from '../../../shared/ipc/contract.ts';
import { call } from '../../ipc/client.ts';
import { adoptAppState } from '../../ipc/notices.ts';
import { reportFailure } from '../../ui/report-failure.ts';

/** Opens the user's own queue or the sample data. */
export const switchWorkspace = (workspace: Workspace): void =>
  void call('app:switch-workspace', { workspace }).then(adoptAppState, reportFailure);
