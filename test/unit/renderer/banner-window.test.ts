import { expect, it } from 'vitest';
import { bannerWindows } from '../../../renderer/features/maintenance/banner-window.ts';
import { heldLines } from '../../../renderer/features/maintenance/window-lines.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { rulesWindows } from '../../../renderer/features/maintenance/rules-windows.ts';
import { DEFAULT_MAINTENANCE } from '../../../shared/maintenance/maintenance-rule.ts';

const at = (text: string): number => Date.parse(text);
const zone = compileZone('Europe/Paris');
const lines = heldLines(
  rulesWindows(DEFAULT_MAINTENANCE, zone, at('2026-11-20T00:00:00Z'), at('2026-12-10T00:00:00Z')),
  [],
);
const NONE: ReadonlySet<string> = new Set();
const told = (now: string, putAway = NONE): string[] =>
  bannerWindows(lines, at(now), putAway).map(({ kind, line }) => `${kind} ${line.platforms.toSorted().join('+')}`);

it('tells of a window from 24 hours before it begins until it ends', () => {
  expect(told('2026-11-23T22:59:59Z')).toEqual([]);
  expect(told('2026-11-23T23:00:00Z')).toEqual(['before NGP+NUP']);
  expect(told('2026-11-24T22:59:59Z')).toEqual(['before NGP+NUP']);
  expect(told('2026-11-24T23:00:00Z')).toEqual(['during NGP+NUP']);
  expect(told('2026-11-25T04:59:59Z')).toEqual(['during NGP+NUP']);
  expect(told('2026-11-25T05:00:00Z')).toEqual([]);
});

it('one that was put away comes back when it begins', () => {
  const putAway = new Set(lines.map(({ key }) => key));
  expect(told('2026-11-24T12:00:00Z', putAway)).toEqual([]);
  expect(told('2026-11-24T23:00:00Z', putAway)).toEqual(['during NGP+NUP']);
});

it('tells of all that are held, and of the next one alone of those to come', () => {
  const [first] = lines;
  if (first === undefined) throw new Error('no window');
  const more = (key: string, startMs: number) => ({ ...first, key, startMs, endMs: startMs + 3_600_000 });
  const nowMs = first.startMs + 1_000;
  const all = [...lines, more('a', nowMs + 7_200_000), more('b', nowMs + 7_200_000), more('c', nowMs + 10_800_000)];
  expect(bannerWindows(all, nowMs, NONE).map(({ kind, line }) => `${kind} ${line.key}`)).toEqual([
    `during ${first.key}`,
    'before a',
    'before b',
  ]);
});
