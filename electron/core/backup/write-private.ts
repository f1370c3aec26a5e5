import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { partialPath, settle } from './whole-file.ts';

/** A small file that only its owner reads, whole or as it was. */
export const writePrivate = (path: string, text: string): void => {
  const partial = partialPath(path);
  try {
    writeFileSync(partial, text, { mode: 0o600, flag: 'wx' });
    settle(partial);
    renameSync(partial, path);
  } finally {
    rmSync(partial, { force: true });
  }
};
