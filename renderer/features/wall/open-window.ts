import { call } from '../../ipc/client.ts';
import { reportFailure } from '../../ui/report-failure.ts';

/** Opens the wall in a window of its own, for a big screen. */
export const openWallWindow = (): void => void call('wall:open-window', {}).then(() => undefined, reportFailure);
