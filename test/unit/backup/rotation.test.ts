import { describe, expect, it } from 'vitest';
import { keptBackups, nextBackupAtMs } from '../../../shared/backup/rotation.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { DAY_MS, HOUR_MS } from '../../../shared/time/instant.ts';

const paris = compileZone('Europe/Paris');
const at = (text: string): number => Date.parse(text);
const texts = (kept: ReadonlySet<number>): string[] =>
  [...kept].toSorted((a, b) => b - a).map((ms) => new Date(ms).toISOString().slice(0, 10));

describe('which backups stay', () => {
  it('the last of seven days, four weeks and six months, as a year of daily backups goes by', () => {
    let all: number[] = [];
    for (let day = 0; day < 365; day++) {
      all.push(at('2026-01-01T12:00:00Z') + day * DAY_MS);
      const kept = keptBackups(all, paris);
      all = all.filter((ms) => kept.has(ms));
      expect(all.length).toBeLessThanOrEqual(17);
    }
    expect(texts(new Set(all))).toEqual([
      ...['2026-12-31', '2026-12-30', '2026-12-29', '2026-12-28', '2026-12-27', '2026-12-26', '2026-12-25'],
      ...['2026-12-20', '2026-12-13', '2026-11-30', '2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31'],
    ]);
  });

  it('of a day the last, by the days of the zone', () => {
    const [evening, night, next] = [at('2026-06-01T21:30:00Z'), at('2026-06-01T22:30:00Z'), at('2026-06-02T10:00:00Z')];
    expect(keptBackups([evening, night, next], paris, { days: 7, weeks: 1, months: 1 })).toEqual(
      new Set([evening, next]),
    );
  });

  it('a week begins on Monday', () => {
    const [sunday, monday] = [at('2026-06-07T10:00:00Z'), at('2026-06-08T10:00:00Z')];
    expect(keptBackups([sunday, monday], paris, { days: 1, weeks: 2, months: 1 })).toEqual(new Set([sunday, monday]));
    expect(keptBackups([sunday, monday], paris, { days: 1, weeks: 1, months: 1 })).toEqual(new Set([monday]));
  });

  it('days without a backup do not count: who was away for a month keeps those from before', () => {
    const before = Array.from({ length: 7 }, (_, day) => at('2026-03-01T10:00:00Z') + day * DAY_MS);
    const back = at('2026-06-01T10:00:00Z');
    // Seven days, and the Sunday as the last day of its week.
    expect(keptBackups([...before, back], paris).size).toBe(8);
    expect(keptBackups([], paris).size).toBe(0);
  });
});

describe('when the next is due', () => {
  const now = at('2026-06-01T10:00:00Z');
  it.each([
    ['none was made', null, now],
    ['the last is an hour old', now - HOUR_MS, now + 23 * HOUR_MS],
    ['the last is two days old', now - 2 * DAY_MS, now],
    ['the clock was set back', now + HOUR_MS, now],
  ])('%s', (_name, last, due) => expect(nextBackupAtMs(last, now)).toBe(due));
});
