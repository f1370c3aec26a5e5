import type { SavedKind } from '../../shared/ipc/file-calls.ts';

/** What no file system takes in a name, what would lead out of the folder, and what turns the order of letters around: `fdp.exe` for `exe.pdf`. */
const NOT_IN_NAMES =
  /[\\/:*?"<>|\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/gu;

/** Windows takes these for devices, whatever follows their first point. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|[. ])/i;

/** File systems take 255 bytes; what is written beside a file until it is whole has a longer name than that file. */
const MOST_BYTES = 180;

const bytesOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** The first letters, none of them cut. */
const cut = (name: string): string => {
  let kept = '';
  let bytes = 0;
  for (const char of name) {
    bytes += bytesOf(char);
    if (bytes > MOST_BYTES) break;
    kept += char;
  }
  return kept;
};

/** A file's name of one that people gave. */
export const toFileName = (name: string, kind: SavedKind): string => {
  const plain = cut(
    name
      .replaceAll(NOT_IN_NAMES, ' ')
      .replaceAll(/\s+/g, ' ')
      .replace(/^[. ]+/, ''),
  ).replace(/[. ]+$/, '');
  return `${plain === '' ? 'vigie' : DEVICE.test(plain) ? `_${plain}` : plain}.${kind}`;
};
