import { describe, expect, it } from 'vitest';
import { easterSundayUtcMs, frenchHolidays } from '../../../shared/calendar/french-holidays.ts';

describe('easterSundayUtcMs', () => {
  it.each([
    '1970-03-29',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2099-04-12',
  ])('%s', (date) => {
    expect(new Date(easterSundayUtcMs(Number(date.slice(0, 4)))).toISOString().slice(0, 10)).toBe(date);
  });
});

describe('frenchHolidays', () => {
  it.each([
    [2024, ['04-01', '05-09', '05-20']],
    [2025, ['04-21', '05-29', '06-09']],
    [2026, ['04-06', '05-14', '05-25']],
    [2027, ['03-29', '05-06', '05-17']],
  ])('%i has Easter Monday, Ascension and Whit Monday on its own dates', (year, movable) => {
    const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
    expect(frenchHolidays(year)).toEqual([...fixed, ...movable].sort().map((day) => `${year}-${day}`));
  });

  it('has eleven days and none of those that are holidays elsewhere', () => {
    for (let year = 1970; year < 2100; year++) {
      const days = frenchHolidays(year);
      expect(days.length).toBe(11);
      const elsewhere = ['12-26', '12-24', '12-31', '11-02', '10-03'].map((day) => `${year}-${day}`);
      expect(days.filter((day) => elsewhere.includes(day))).toEqual([]);
    }
  });

  it('keeps both days of a year in which two fall together', () => {
    // 2008: Ascension was on 1 May.
    expect(frenchHolidays(2008).filter((day) => day === '2008-05-01').length).toBe(2);
  });
});
