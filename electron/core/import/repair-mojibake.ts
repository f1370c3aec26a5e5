import { isUtf8 } from 'node:buffer';
import { BYTE_BY_LETTER } from './windows-1252.ts';

/** What two bytes of UTF-8 look like, read as windows-1252: `Ã©`. */
const SUSPICIOUS =
  /[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]/;

export const looksLikeMojibake = (text: string): boolean => SUSPICIOUS.test(text);

/** A text that was UTF-8 and was once read as windows-1252, put right; the text itself where it is not wholly such a one. */
export const repairMojibake = (text: string): string => {
  if (!looksLikeMojibake(text)) return text;
  const bytes = Buffer.alloc(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x100 ? code : BYTE_BY_LETTER.get(text.charAt(i));
    if (byte === undefined) return text;
    bytes[i] = byte;
  }
  return isUtf8(bytes) ? bytes.toString('utf8') : text;
};
