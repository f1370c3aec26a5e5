import { expect, it } from 'vitest';
import { BYTE_BY_LETTER, decodeWindows1252 } from '../../../electron/core/import/windows-1252.ts';

it('reads every byte of windows-1252, and knows the bytes of its letters', () => {
  const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
  const text = decodeWindows1252(all);
  expect(text).toHaveLength(256);
  expect(text.slice(0x80, 0xa0)).toBe('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');
  expect(text.slice(0, 0x80) + text.slice(0xa0)).toBe(
    Buffer.concat([all.subarray(0, 0x80), all.subarray(0xa0)]).toString('latin1'),
  );
  for (const [letter, byte] of BYTE_BY_LETTER) expect(decodeWindows1252(Buffer.of(byte))).toBe(letter);
  expect(decodeWindows1252(Buffer.from([0x44, 0x92, 0xe9, 0x74, 0xe9]))).toBe('D’été');
});
