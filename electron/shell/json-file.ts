import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makePrivateFolder } from '../core/backup/whole-file.ts';
import { writePrivate } from '../core/backup/write-private.ts';

/**
 * A small file of settings. `parse` makes a value of the file's JSON, or throws; what is unreadable or wrong in it counts as not there:
 * settings never keep the application from starting.
 */
export const createJsonFile = <Value>(path: string, parse: (json: unknown) => Value, initial: Value) => ({
  read: (): Value => {
    try {
      return parse(JSON.parse(readFileSync(path, 'utf8')));
    } catch {
      return initial;
    }
  },
  /** Written beside and renamed, so that a crash leaves the old one. */
  write: (value: Value): void => {
    makePrivateFolder(dirname(path));
    writePrivate(path, JSON.stringify(value, null, 2));
  },
});
