import { expect, it } from 'vitest';
import { clip } from '../../../shared/text/clip.ts';
import { storable, storableIn } from '../../../shared/text/storable.ts';

it('replaces what no text can hold, and nothing else', () => {
  expect(storable('a\0b\uD800c\uDFFF')).toBe('a\uFFFDb\uFFFDc\uFFFD');
  for (const text of ['', 'é', '👩\u200d🚀', '\u202Ex', '\u0007\u001b', 'e\u0301'.repeat(50)])
    expect(storable(text)).toBe(text);
});

it('does so in lists and records, and leaves their shape alone', () => {
  expect(storableIn({ a: ['x\0', null, 1], b: { 'k\0': undefined, c: true } })).toEqual({
    a: ['x\uFFFD', null, 1],
    b: { 'k\uFFFD': undefined, c: true },
  });
});

it('clips between letters', () => {
  expect([clip('abc', 3), clip('abcd', 3), clip('ab👩', 3)]).toEqual(['abc', 'abc…', 'ab…']);
});
