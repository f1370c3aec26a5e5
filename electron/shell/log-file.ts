import log from 'electron-log/main';
import { join } from 'node:path';
import { makePrivateFolder } from '../core/backup/whole-file.ts';
import type { Log } from '../core/log.ts';

/** Writes what happened at an instant. */
type LogWriter = (at: Date, ...line: Parameters<Log>) => void;

/** One JSON line an event in `logs/vigie.log` of the profile, kept below 5 MB, for its owner alone; nothing leaves the machine. */
export const createLogFile = (userDataPath: string): LogWriter => {
  log.transports.console.level = false;
  log.transports.ipc.level = false;
  const folder = join(userDataPath, 'logs');
  try {
    makePrivateFolder(folder);
  } catch {
    // A profile that cannot be written to has no log; Vigie says so where it matters.
  }
  log.transports.file.resolvePathFn = () => join(folder, 'vigie.log');
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.file.format = ({ data }) => data.map(String);
  return (at, level, event, facts = {}) => log[level](JSON.stringify({ at: at.toISOString(), level, event, ...facts }));
};
