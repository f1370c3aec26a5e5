import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { frenchHolidays } from '../../../shared/calendar/french-holidays.ts';
import { END_INSTANT_MS, FIRST_INSTANT_MS } from '../../../shared/time/instant.ts';

type Data = {
  readonly source: string;
  readonly licence: string;
  readonly names: Record<string, { readonly en: string; readonly fr: string }>;
  readonly years: Record<string, Record<string, string>>;
};

const folder = join(import.meta.dirname, '../../../resources/holidays');
const text = readFileSync(join(folder, 'fr.json'), 'utf8');
const data: Data = JSON.parse(text);

describe('resources/holidays/fr.json', () => {
  it('has every year that the clock counts in, and agrees with it in each', () => {
    const years = Object.keys(data.years).map(Number);
    expect(years[0]).toBe(new Date(FIRST_INSTANT_MS).getUTCFullYear());
    expect(years.at(-1)).toBe(new Date(END_INSTANT_MS - 1).getUTCFullYear());
    expect(years).toHaveLength(130);
    for (const year of years) expect(Object.values(data.years[year] ?? {}).sort()).toEqual(frenchHolidays(year));
  });

  it('names each holiday in both languages, and its source', () => {
    const named = new Set(Object.values(data.years).flatMap((year) => Object.keys(year)));
    expect([...named].sort()).toEqual(Object.keys(data.names).sort());
    expect(Object.values(data.names).every(({ en, fr }) => en !== '' && fr !== '')).toBe(true);
    expect(data.source).toContain('L3133-1');
    expect(data.years['2026']?.['easterMonday']).toBe('2026-04-06');
  });

  it('is what its script makes', () => {
    expect(execFileSync(process.execPath, [join(folder, 'make-fr.mjs'), '--print'], { encoding: 'utf8' })).toBe(text);
  });
});
