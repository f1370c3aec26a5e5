import { expect, it } from 'vitest';
import { paragraphsOf } from '../../../shared/coaching/report-text.ts';
import { scanTime } from '../../../shared/import/scan-time.ts';

// With a pattern that goes back over blanks, each of these takes minutes: the run's own limit of time is what fails.
const BLANKS = ' '.repeat(1_000_000);

it('a megabyte of blanks after a time is no time, at once', () => {
  expect(scanTime(`2026-11-23 10:00${BLANKS}x`)).toBe(null);
  expect(scanTime('2026-11-23 10:00')).not.toBe(null);
});

it('a megabyte of blanks in a point of a report is a point, at once', () => {
  expect(paragraphsOf(`- ${BLANKS}\u2028x`)).toHaveLength(1);
});
