import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { createTimeReader } from '../../../shared/import/read-time.ts';
import { scanTime } from '../../../shared/import/scan-time.ts';

const PARIS = compileZone('Europe/Paris');
const UTC = compileZone('UTC');

const read = (text: string, zone = UTC): string | null => {
  const reader = createTimeReader(zone);
  reader.note('x', text);
  const ms = reader.read('x', text);
  return ms === null ? null : new Date(ms).toISOString();
};

describe('one text', () => {
  it.each([
    ['29/2/2016 01:16', '2016-02-29T01:16:00.000Z'],
    ['29/02/2016', '2016-02-29T00:00:00.000Z'],
    ['03/02/2026 8:15', '2026-02-03T08:15:00.000Z'],
    ['3.2.2026 08:15', '2026-02-03T08:15:00.000Z'],
    ['03-02-2026 08:15:30', '2026-02-03T08:15:30.000Z'],
    ['29/02/2016 à 01h16', '2016-02-29T01:16:00.000Z'],
    ['2/13/2026 1:30 PM', '2026-02-13T13:30:00.000Z'],
    ['2/13/2026 12:00 AM', '2026-02-13T00:00:00.000Z'],
    ['2/13/2026 12:00 PM', '2026-02-13T12:00:00.000Z'],
    ['18/jul/26 9:10 AM', '2026-07-18T09:10:00.000Z'],
    ['18-Jul-2026 09:10:11', '2026-07-18T09:10:11.000Z'],
    ['18/juil./26 9:10 PM', '2026-07-18T21:10:00.000Z'],
    ['18 juillet 2026 09:10', '2026-07-18T09:10:00.000Z'],
    ['18 août 2026 à 09:10', '2026-08-18T09:10:00.000Z'],
    ['1er février 2026', '2026-02-01T00:00:00.000Z'],
    ['18 de julio de 2026 09:10', '2026-07-18T09:10:00.000Z'],
    ['18/ago/2026 09:10', '2026-08-18T09:10:00.000Z'],
    ['Jul 18, 2026 9:10 AM', '2026-07-18T09:10:00.000Z'],
    ['Sat, 18 Jul 2026 09:10:00 +0200', '2026-07-18T07:10:00.000Z'],
    ['mardi 3 mars 2026 08:15', '2026-03-03T08:15:00.000Z'],
    ['2026-02-03 08:15', '2026-02-03T08:15:00.000Z'],
    ['2026-02-03 08:15:30', '2026-02-03T08:15:30.000Z'],
    ['2026-02-03 08:15:30.256', '2026-02-03T08:15:30.256Z'],
    ['2026-02-03T08:15:30.123456Z', '2026-02-03T08:15:30.123Z'],
    ['2012/10/09 14:50:17.000', '2012-10-09T14:50:17.000Z'],
    ['2026-02-03T08:15:30+01:00', '2026-02-03T07:15:30.000Z'],
    ['2026-02-03T08:15:30+0000', '2026-02-03T08:15:30.000Z'],
    ['2026-02-03 08:15:30 -0530', '2026-02-03T13:45:30.000Z'],
    ['2026-02-03 08:15:30+01', '2026-02-03T07:15:30.000Z'],
    ['2026-02-03 08:15 UTC', '2026-02-03T08:15:00.000Z'],
    ['2026-02-03', '2026-02-03T00:00:00.000Z'],
    ['20260203T081530Z', '2026-02-03T08:15:30.000Z'],
    ['@1770106500', '2026-02-03T08:15:00.000Z'],
    ['@1770106500250', '2026-02-03T08:15:00.250Z'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ...[
      '',
      'yesterday',
      '1770106500',
      '30/2/2026',
      '2026-13-01',
      '2026-02-30 08:15',
      '03/02/2026 25:00',
      '03/02/2026 08:61',
    ],
    ...[
      '18/jui/26',
      '13:30 PM 3/2/2026',
      '3/2/2026 13:30 PM',
      '1/2/3',
      '2026-02-03 08:15 CETX',
      '2026-02-03x',
      '12-34',
      '5/2026',
    ],
    ...['1969-12-31 23:59', '2100-01-01 00:00', '0000-00-00 00:00:00', '31/31/2026', '2026/02-03'],
  ])('%j is no time', (text) => {
    expect(read(text)).toBeNull();
  });

  it('stands in the zone where it names none, and only there', () => {
    expect(read('03/07/2026 08:15', PARIS)).toBe('2026-07-03T06:15:00.000Z');
    expect(read('2026-07-03T08:15:00Z', PARIS)).toBe('2026-07-03T08:15:00.000Z');
  });
});

describe('day and month', () => {
  const readColumn = (texts: readonly string[]) => {
    const reader = createTimeReader(UTC);
    for (const text of texts) reader.note('a', text);
    const dates = texts.map((text) => new Date(reader.read('a', text) ?? NaN).toISOString().slice(0, 10));
    return { dates, doubts: reader.doubts() };
  };

  it('come in the order that the column tells', () => {
    expect(readColumn(['3/4/2026', '25/4/2026'])).toEqual({ dates: ['2026-04-03', '2026-04-25'], doubts: [] });
    expect(readColumn(['3/4/2026', '4/25/2026'])).toEqual({ dates: ['2026-03-04', '2026-04-25'], doubts: [] });
  });

  it('come day first where nothing tells, and that is said', () => {
    expect(readColumn(['3/4/2026', '5/6/2026'])).toEqual({
      dates: ['2026-04-03', '2026-06-05'],
      doubts: [{ column: 'a', kind: 'untold' }],
    });
  });

  it('are nobody’s doubt where they are equal or spelt out', () => {
    expect(readColumn(['3/3/2026', '2026-04-05', '5 avril 2026']).doubts).toEqual([]);
  });

  it('are each read as they can be where a column mixes them, and that is said', () => {
    expect(readColumn(['3/4/2026', '25/4/2026', '4/25/2026'])).toEqual({
      dates: ['2026-04-03', '2026-04-25', '2026-04-25'],
      doubts: [{ column: 'a', kind: 'mixed' }],
    });
  });

  it('come as in another column of the file, where their own tells nothing', () => {
    const reader = createTimeReader(UTC);
    reader.note('a', '3/4/2026');
    reader.note('b', '4/25/2026');
    expect(new Date(reader.read('a', '3/4/2026') ?? NaN).toISOString()).toMatch(/^2026-03-04/);
    expect(reader.doubts()).toEqual([]);
  });

  it('come day first without a look where the format fixes it', () => {
    const reader = createTimeReader(UTC, 'dayFirst');
    reader.note('a', '4/25/2026');
    expect(reader.read('a', '4/25/2026')).toBeNull();
    expect(new Date(reader.read('a', '3/4/2026') ?? NaN).toISOString()).toMatch(/^2026-04-03/);
  });
});

it('scans what it cannot place: both readings of a day', () => {
  expect(scanTime('3/4/2026')).toEqual({
    dayFirstMs: Date.UTC(2026, 3, 3),
    monthFirstMs: Date.UTC(2026, 2, 4),
    offsetMs: null,
  });
});
