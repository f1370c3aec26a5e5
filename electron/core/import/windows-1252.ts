/** What windows-1252 has in place of the control characters 80 to 9f (WHATWG encoding standard); the five that it leaves free stand for themselves. */
const LETTERS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const FIRST = 0x80;
// oxlint-disable-next-line no-control-regex
const CONTROLS = /[\u0080-\u009f]/g;

/** Not left to `TextDecoder`: some releases of Node read this encoding as ISO-8859-1. */
export const decodeWindows1252 = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(CONTROLS, (control) => LETTERS.charAt(control.charCodeAt(0) - FIRST));

/** The bytes of letters beyond ISO-8859-1. */
export const BYTE_BY_LETTER: ReadonlyMap<string, number> = new Map(
  Array.from(LETTERS, (letter, index) => [letter, FIRST + index]),
);
