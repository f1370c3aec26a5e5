import { hostname, userInfo } from 'node:os';
import { machineClock } from '../clock.ts';
import { openCore } from '../core.ts';
import { silentLog } from '../log.ts';
import { readArguments, required, type Command } from './arguments.ts';

/**
 * `lead-passphrase --db FILE`: whether a lead's passphrase is set; with `--reset` it is taken back, and the next lead sets one. Who may write
 * the file owns the queue: nothing is asked, and it is recorded.
 */
export const leadPassphraseCommand: Command = async (args, { out }) => {
  const { values } = readArguments({
    args: [...args],
    options: { db: { type: 'string' }, reset: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const path = required(values.db, 'db');
  const recordedBy = { actor: userInfo().username, workstation: hostname() };
  const core = openCore({ path, mustExist: true, clock: machineClock, log: silentLog, notify: () => {}, recordedBy });
  try {
    const { passphrase } = core.access;
    const by = { ...recordedBy, recordedAtMs: machineClock.nowMs() };
    const isReset = values.reset === true && passphrase.reset(by);
    const isSet = passphrase.seq() !== null;
    if (values.json === true) out(`${JSON.stringify({ isSet, isReset })}\n`);
    else if (isReset) out("The lead's passphrase is taken back: whoever takes the lead's role next sets another.\n");
    else out(isSet ? "A lead's passphrase is set.\n" : "No lead's passphrase is set.\n");
    return 0;
  } finally {
    core.close();
  }
};
