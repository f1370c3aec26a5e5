import { expect, it } from 'vitest';
import { parseDuration } from '../../../shared/time/parse-duration.ts';

it.each([
  ['45', 45],
  ['45m', 45],
  ['45 min', 45],
  ['1h', 60],
  ['1h30', 90],
  ['1:30', 90],
  ['1 h 05 min', 65],
  ['24h', 1440],
])('%s', (text, minutes) => expect(parseDuration(text)).toBe(minutes * 60_000));

it.each(['', '0', 'soon', '-5', '25h', '1h30h', '1.5'])('%j is none', (text) => expect(parseDuration(text)).toBeNull());
