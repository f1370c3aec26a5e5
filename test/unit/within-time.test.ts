import { expect, it } from 'vitest';
import { withinTime } from '../../electron/core/within-time.ts';

it('gives what a function gives, and what it throws', () => {
  expect(withinTime(1_000, () => ({ a: [1] }))).toEqual({ value: { a: [1] } });
  const fail = (): never => {
    throw new RangeError('no');
  };
  expect(() => withinTime(1_000, fail)).toThrow(RangeError);
});

it('breaks off what never ends, and the next one runs', () => {
  let turns = 0;
  const endless = (): void => {
    for (;;) turns++;
  };
  expect(withinTime(20, endless)).toBeNull();
  expect(turns).toBeGreaterThan(0);
  expect(withinTime(1_000, () => 1)).toEqual({ value: 1 });
});
