import log from 'electron-log/main';
import { join } from 'node:path';
import type { Log } from '../core/log.ts';

/** Writes what happened at an instant. */
type LogWriter = (at: Date, ...line: Parameters<Log>) => void;

/** One JSON line an event in `logs/vigie.log` of the profile, kept below 5 MB; nothing leaves the machine. */
export const createLogFile = (userDataPath: string): LogWriter => {
  log.transports.console.level = false;
  log.transports.ipc.level = false;
  log.transports.file.resolvePathFn = () => join(userDataPath, 'logs', 'vigie.log');
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.file.format = ({ data }) => data.map(String);
  return (at, level, event, facts = {}) => log[level](JSON.stringify({ at: at.toISOString(), level, event, ...facts }));
};
