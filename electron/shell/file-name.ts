import type { SavedKind } from '../../shared/ipc/file-calls.ts';

/** What no file system takes in a name, and what would lead out of the folder. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}]+/gu;

/** A file's name of one that people gave. */
export const toFileName = (name: string, kind: SavedKind): string => {
  const plain = name
    .replaceAll(NOT_IN_NAMES, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .trim();
  return `${plain === '' ? 'vigie' : plain}.${kind}`;
};
