/** What MacRoman has from 80 to ff (Unicode's ROMAN.TXT). */
const LETTERS =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø' +
  '¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';
const FIRST = 0x80;
const HIGH = /[\u0080-\u00ff]/g;

export const decodeMacRoman = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(HIGH, (byte) => LETTERS.charAt(byte.charCodeAt(0) - FIRST));

const bytes = (list: string): ReadonlySet<number> => new Set(list.split(' ').map((byte) => parseInt(byte, 16)));

/** The accented letters of French, Spanish and German, small ones and É, in each of the two. */
const MAC_LETTERS = bytes('83 87 88 89 8a 8d 8e 8f 90 91 94 95 96 97 99 9a 9c 9d 9e 9f');
const WINDOWS_LETTERS = bytes('c9 c0 c7 e0 e1 e2 e4 e7 e8 e9 ea eb ed ee ef f1 f3 f4 f6 f9 fa fb fc');

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;

export type LetterTally = { mac: number; windows: number };

/** Counts bytes within words that are a usual letter in one of the two encodings. */
export const countLetters = (block: Buffer, tally: LetterTally): void => {
  for (let at = 0; at < block.length; at++) {
    const byte = block[at] ?? 0;
    if (byte < 0x80 || !(isLetter(block[at - 1]) || isLetter(block[at + 1]))) continue;
    if (MAC_LETTERS.has(byte)) tally.mac++;
    if (WINDOWS_LETTERS.has(byte)) tally.windows++;
  }
};

/** Whether the letters make sense as MacRoman alone: what is not obvious is windows-1252. */
export const isMacRoman = ({ mac, windows }: LetterTally): boolean => mac >= 2 && mac >= windows * 5;
