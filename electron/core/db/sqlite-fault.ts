import { VigieError } from '../../../shared/ipc/reply.ts';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const FAULTS: readonly (readonly [prefix: string, code: string, sentence: (path: string) => string])[] = [
  [
    'SQLITE_FULL',
    'disk/full',
    (path) => `The disk that holds ${path} is full. Free some space and try again; nothing was lost.`,
  ],
  [
    'SQLITE_BUSY',
    'db/locked',
    (path) => `Another program holds ${path} locked. Close it, or wait until it is done, and try again.`,
  ],
  ['SQLITE_LOCKED', 'db/locked', (path) => `${path} is locked. Wait a moment and try again.`],
  [
    'SQLITE_READONLY',
    'db/read-only',
    (path) => `${path} cannot be written. Check its permissions and those of its folder.`,
  ],
  [
    'SQLITE_CANTOPEN',
    'db/cannot-open',
    (path) => `${path} cannot be opened. Check that its folder exists and that you may write in it.`,
  ],
  [
    'SQLITE_NOTADB',
    'db/not-a-database',
    (path) => `${path} is not a database. Choose another file; this one was left as it is.`,
  ],
  [
    'SQLITE_CORRUPT',
    'db/damaged',
    (path) => `${path} is damaged. It was left as it is: restore a backup, or copy it away before anything else.`,
  ],
  ['SQLITE_IOERR', 'disk/failed', (path) => `Reading or writing ${path} failed. Check the disk, then try again.`],
];

/** The sentence for a fault of the environment that SQLite reports; any other error as it is. */
export const asFault = (error: unknown, path: string): unknown => {
  const code = codeOf(error);
  const fault = FAULTS.find(([prefix]) => code.startsWith(prefix));
  return fault === undefined ? error : new VigieError(fault[1], fault[2](path));
};
