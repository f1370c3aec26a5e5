import { machineClock } from '../clock.ts';
import { openCore, type Core } from '../core.ts';
import { silentLog } from '../log.ts';

const openToRead = (path: string): Core =>
  openCore({
    path,
    mustExist: true,
    clock: machineClock,
    log: silentLog,
    notify: () => {},
    recordedBy: { actor: '', workstation: '' },
  });

/** Opens a database that must be there, reads from it, and closes it whatever happens. */
export const readCore = <Result>(path: string, read: (core: Core) => Result): Result => {
  const core = openToRead(path);
  try {
    return core.database.read(() => read(core));
  } finally {
    core.close();
  }
};

/** The same for what is answered in turns. */
export const askCore = async <Result>(path: string, ask: (core: Core) => Result): Promise<Awaited<Result>> => {
  const core = openToRead(path);
  try {
    return await ask(core);
  } finally {
    core.close();
  }
};
