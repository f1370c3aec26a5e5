import { call } from '../../ipc/client.ts';
import { adoptAppState } from '../../ipc/notices.ts';
import { reportFailure } from '../../ui/report-failure.ts';

/** Locks a lead's rights: the passphrase opens them again. */
export const lockLead = (): void => void call('access:lock', {}).then(adoptAppState, reportFailure);
