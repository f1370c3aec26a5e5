import { machineClock } from '../clock.ts';
import { openCore, type Core } from '../core.ts';
import { silentLog } from '../log.ts';

/** Opens a database that must be there, reads from it, and closes it whatever happens. */
export const readCore = <Result>(path: string, read: (core: Core) => Result): Result => {
  const core = openCore({
    path,
    mustExist: true,
    clock: machineClock,
    log: silentLog,
    notify: () => {},
    recordedBy: { actor: '', workstation: '' },
  });
  try {
    return core.database.read(() => read(core));
  } finally {
    core.close();
  }
};
