import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentile, sortSamples } from '../../../shared/report/samples.ts';

it('a percentile is the smallest value that so many do not exceed', () => {
  const sorted = Float64Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect([50, 90, 95, 100].map((percent) => percentile(sorted, percent))).toEqual([5, 9, 10, 10]);
  expect(percentile(Float64Array.from([7]), 50)).toBe(7);
});

it('samples of any of the groups come sorted', () => {
  const samples = fc.array(fc.integer({ min: 0, max: 320_000_000_000 }), { maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.tuple(samples, fc.boolean()), { maxLength: 40 }), (groups) => {
      const wanted = new Set(groups.flatMap(([, isWanted], i) => (isWanted ? i : [])));
      const expected = groups.flatMap(([own, isWanted]) => (isWanted ? own : [])).toSorted((a, b) => a - b);
      expect([...sortSamples(groups.map(([own]) => own)).of(wanted)]).toEqual(expected);
    }),
  );
});
