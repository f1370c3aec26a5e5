import { describe, expect, it } from 'vitest';
import { passphraseFault, strengthOf, waitAfter } from '../../../shared/access/passphrase.ts';

describe('a passphrase', () => {
  it.each([
    ['short one', 'short'],
    ['aaaaaaaaaaaaaaaa', 'monotonous'],
    [' four words in here', 'edges'],
    ['four words in here', null],
    ['été à la plage', null],
  ])('%s is taken, or told why not', (passphrase, fault) => {
    expect(passphraseFault(passphrase)).toBe(fault);
  });

  it.each([
    ['abcdefghijklmnop', 'weak'],
    ['123456789012345', 'weak'],
    ['password password password', 'weak'],
    ['four words in here', 'fair'],
    ['cerise wagon lundi tuyau brume', 'good'],
    ['x7!Kq2#mPz9&', 'good'],
  ])('%s is %s', (passphrase, strength) => {
    expect(strengthOf(passphrase)).toBe(strength);
  });

  it('keeps whoever guesses waiting twice as long each time, five minutes at most', () => {
    expect([0, 1, 2, 3, 9, 10, 1_000].map(waitAfter)).toEqual([0, 1_000, 2_000, 4_000, 256_000, 300_000, 300_000]);
  });
});
