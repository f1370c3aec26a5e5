import { chmodSync, lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** What Vigie itself writes into a profile, with what SQLite and a write that was cut off leave beside it. */
const OURS =
  /^(?:(?:vigie|sample)\.db|(?:preferences|window|wall-window|watch|first-answers)\.json|vigie(?:\.old)?\.log)(?:[.-].*)?$/;
const OUR_FOLDERS: ReadonlySet<string> = new Set(['backups', 'logs']);

/** Group and others. */
const NOT_THE_OWNER = 0o077;

const look = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });

/** A link is not followed: what it leads to is not the profile's. */
const tighten = (path: string): void => {
  try {
    const facts = look(path);
    if (facts === undefined || !(facts.isFile() || facts.isDirectory())) return;
    if ((facts.mode & NOT_THE_OWNER) !== 0) chmodSync(path, facts.mode & 0o700);
  } catch {
    // Somebody else's, or a file system without owners: it is used as it is.
  }
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return look(folder)?.isDirectory() === true ? readdirSync(folder) : [];
  } catch {
    return [];
  }
};

const tightenOurs = (folder: string): void => {
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    if (OUR_FOLDERS.has(name)) {
      if (namesIn(path).some((one) => OURS.test(one))) tighten(path);
      tightenOurs(path);
    } else if (OURS.test(name)) tighten(path);
  }
};

/** All that is in Vigie's own folder, Chromium's files too: they are behind a folder that is closed, and need not be read at once. */
export const tightenAll = (path: string): void => {
  tighten(path);
  for (const name of namesIn(path)) tightenAll(join(path, name));
};

/**
 * Takes from everybody but their owner what an older Vigie, a copy or a wide `umask` gave to the files that Vigie writes, and to its folder:
 * one that was named with `--user-data` may hold other things, and stays as it is.
 */
export const tightenProfile = (folder: string, { isOwn }: { readonly isOwn: boolean }): void => {
  if (isOwn) tighten(folder);
  tightenOurs(folder);
};
