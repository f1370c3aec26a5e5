import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { VigieError } from '../../../shared/ipc/reply.ts';

/** What is not whole yet has this ending; whoever finds one may delete it. */
export const PARTIAL = '.part';

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const NO_SPACE: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const NOT_ALLOWED: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS']);

const exists = (path: string): VigieError =>
  new VigieError('file/exists', `${path} is there already. Name another file: nothing is ever written over.`);

/** The sentence for a fault of the file system; any other error as it is. */
export const asFileFault = (error: unknown, path: string): unknown => {
  const code = codeOf(error);
  if (NO_SPACE.has(code)) {
    return new VigieError('disk/full', `The disk that holds ${path} is full. Free some space and try again.`);
  }
  if (NOT_ALLOWED.has(code)) {
    return new VigieError('file/no-permission', `${path} cannot be written. Check its permissions, or choose another.`);
  }
  if (code === 'EEXIST') return exists(path);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new VigieError(
      'file/no-folder',
      `${path} cannot be made: its folder does not exist. Make the folder first.`,
    );
  }
  return error;
};

export const partialPath = (path: string): string => `${path}.${randomUUID().slice(0, 8)}${PARTIAL}`;

const STAGED = '.restored';

/** Where a restore makes what takes a database's place: told from a database that is being made for the first time. */
export const stagedPath = (path: string): string => partialPath(path + STAGED);

/** Whether a file is what a restore has made for the database of a name, whole or not. */
export const isStaged = (file: string, name: string): boolean =>
  file.startsWith(`${name}${STAGED}.`) && file.endsWith(PARTIAL);

/** Makes an empty file that only its owner reads. */
export const makePrivate = (path: string): void =>
  closeSync(openSync(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600));

export const makePrivateFolder = (path: string): void => void mkdirSync(path, { recursive: true, mode: 0o700 });

/** On disk, whatever happens to the machine; a file system that cannot promise it is left to itself. */
export const settle = (path: string): void => {
  try {
    const handle = openSync(path, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'EBADF', 'ENOTSUP'].includes(codeOf(error))) throw error;
  }
};

/** What SQLite keeps beside a database. */
const REMAINS = ['-wal', '-journal', '-shm'] as const;

/** Those that lie beside a path, whether or not its main file is there. */
export const remainsOf = (path: string): string[] => REMAINS.filter((suffix) => existsSync(path + suffix));

/** Takes a database away with what SQLite keeps beside it. */
export const removeDatabase = (path: string): void => {
  for (const suffix of ['', ...REMAINS]) rmSync(path + suffix, { force: true });
};

export const refuseExisting = (path: string): void => {
  if (existsSync(path)) throw exists(path);
};

/** Nothing under this name, nor what SQLite would take for the last changes of a database that gets it. */
export const refuseExistingDatabase = (path: string): void => {
  refuseExisting(path);
  const [remains] = remainsOf(path);
  if (remains !== undefined) throw exists(path + remains);
};

/** Gives a whole file its name, which no other file has: whoever looks sees all of it or nothing. */
export const placeNew = (partial: string, path: string): void => {
  settle(partial);
  try {
    linkSync(partial, path);
    rmSync(partial, { force: true });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw exists(path);
    // A file system without links: the name is looked for, then taken.
    refuseExisting(path);
    renameSync(partial, path);
  }
  settle(dirname(path));
};

/** Puts a whole file in the place of another, at once. */
export const placeOver = (partial: string, path: string): void => {
  settle(partial);
  renameSync(partial, path);
  settle(dirname(path));
};

/** Only its owner reads it; where a file system knows no owners, that is all that can be done. */
export const keepPrivate = (path: string): void => {
  try {
    chmodSync(path, 0o600);
  } catch {
    // Not ours to change: it is used as it is.
  }
};
