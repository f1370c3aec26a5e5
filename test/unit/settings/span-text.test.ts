import { describe, expect, it } from 'vitest';
import { parseSpan, parseWall, spanText, wallText } from '../../../renderer/features/settings/span-text.ts';

describe('targets as text', () => {
  it.each([
    ['45', 45],
    ['45 min', 45],
    ['4h', 240],
    ['4 h 30', 270],
    ['4:30', 270],
    ['120 h', 7200],
  ])('%s is %i minutes', (text, minutes) => expect(parseSpan(text)).toBe(minutes));
  it.each(['', '0', 'h', 'soon', '4h75', '-3', '1.5h', '0 h', '99999h'])('%s is none', (text) =>
    expect(parseSpan(text)).toBeNull(),
  );
  it('writes what it reads', () => {
    for (const minutes of [1, 59, 60, 61, 270, 5400]) expect(parseSpan(spanText(minutes))).toBe(minutes);
    for (const minutes of [0, 540, 1439, 1440]) expect(parseWall(wallText(minutes))).toBe(minutes);
  });
  it.each(['24:01', '9:60', 'noon', '', '25'])('%s is no time of a day', (text) => expect(parseWall(text)).toBeNull());
});
