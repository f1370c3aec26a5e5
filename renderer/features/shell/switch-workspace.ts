import type { Workspace } from '../../../shared/ipc/contract.ts';
import { call } from '../../ipc/client.ts';
import { flushDrafts } from '../../ipc/kept-draft.ts';
import { adoptAppState } from '../../ipc/notices.ts';
import { reportFailure } from '../../ui/report-failure.ts';

/** Opens the user's own queue or the sample data. */
export const switchWorkspace = (workspace: Workspace): void => {
  // What was typed up to now is kept where it was typed.
  flushDrafts();
  call('app:switch-workspace', { workspace }).then(adoptAppState, reportFailure);
};
