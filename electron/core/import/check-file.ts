import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { VigieError } from '../../../shared/ipc/reply.ts';

/** The largest file that is read, in bytes. */
export const LARGEST_FILE_BYTES = 268_435_456;

export type CheckedFile = { readonly path: string; readonly name: string; readonly sizeBytes: number };

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** A file that cannot be opened, as a sentence with a way on; anything else is thrown on as it is. */
export const unreadable = (name: string, error: unknown): unknown => {
  switch (codeOf(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new VigieError('import/unreadable', `There is no file '${name}'; check its name and its folder.`);
    case 'EACCES':
    case 'EPERM':
      return new VigieError(
        'import/unreadable',
        `'${name}' may not be read; ask for the right to read it, or copy it elsewhere.`,
      );
    case 'EBUSY':
      return new VigieError('import/unreadable', `'${name}' is open in another program; close it there and try again.`);
    case 'EIO':
    case 'EMFILE':
    case 'ENFILE':
      return new VigieError(
        'import/unreadable',
        `'${name}' cannot be read (${codeOf(error)}); copy it to a local disk and try again.`,
      );
    default:
      return error;
  }
};

/** A file that can be read and has a size that can; a VigieError with a sentence where it is not. */
export const checkFile = async (path: string): Promise<CheckedFile> => {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      throw new VigieError('import/is-directory', `'${name}' is a folder; choose the files in it.`);
    }
    if (!found.isFile())
      throw new VigieError('import/unreadable', `'${name}' is not a file; save the export to a file first.`);
    if (found.size === 0) {
      throw new VigieError('import/empty-file', `'${name}' is empty; export it again.`);
    }
    if (found.size > LARGEST_FILE_BYTES) {
      const megabytes = Math.ceil(found.size / 1_048_576);
      throw new VigieError(
        'import/too-large',
        `'${name}' has ${megabytes} MB, and 256 MB is the most; split the export by date and import the parts one after another: ` +
          'nothing is doubled.',
      );
    }
    await (await open(path, 'r')).close();
    return { path, name, sizeBytes: found.size };
  } catch (error) {
    throw unreadable(name, error);
  }
};
