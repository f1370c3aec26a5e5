import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { localToInstant, offsetAt } from '../../../shared/calendar/zone.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time/instant.ts';

const utc = (text: string): number => Date.parse(`${text}Z`);
const hoursAt = (id: string, text: string): number => offsetAt(compileZone(id), utc(text)) / HOUR_MS;

describe('offsetAt', () => {
  it('changes in Paris at 01:00 UTC on the last Sundays of March and October', () => {
    expect(hoursAt('Europe/Paris', '2026-03-29T00:59:59.999')).toBe(1);
    expect(hoursAt('Europe/Paris', '2026-03-29T01:00')).toBe(2);
    expect(hoursAt('Europe/Paris', '2026-10-25T00:59:59.999')).toBe(2);
    expect(hoursAt('Europe/Paris', '2026-10-25T01:00')).toBe(1);
  });

  it('knows the last year too', () => {
    expect(hoursAt('Europe/Paris', '2099-07-01T00:00')).toBe(2);
    expect(hoursAt('Europe/Paris', '2099-12-31T23:59')).toBe(1);
  });

  it('is 0 in UTC, which never changes', () => {
    const zone = compileZone('UTC');
    expect(zone.changesAtMs).toEqual([]);
    expect(offsetAt(zone, utc('2026-03-29T01:00'))).toBe(0);
  });
});

describe('localToInstant', () => {
  const paris = compileZone('Europe/Paris');
  const local = (text: string): string => new Date(localToInstant(paris, utc(text))).toISOString();

  it('reads winter and summer times', () => {
    expect(local('2026-01-15T12:00')).toBe('2026-01-15T11:00:00.000Z');
    expect(local('2026-07-15T12:00')).toBe('2026-07-15T10:00:00.000Z');
  });

  it('moves a time in the spring gap on by the gap', () => {
    expect(local('2026-03-29T01:59:59')).toBe('2026-03-29T00:59:59.000Z');
    expect(local('2026-03-29T02:00')).toBe('2026-03-29T01:00:00.000Z');
    expect(local('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(local('2026-03-29T03:00')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('takes the earlier of a time that the autumn has twice', () => {
    expect(local('2026-10-25T01:59:59')).toBe('2026-10-24T23:59:59.000Z');
    expect(local('2026-10-25T02:00')).toBe('2026-10-25T00:00:00.000Z');
    expect(local('2026-10-25T02:59:59')).toBe('2026-10-25T00:59:59.000Z');
    expect(local('2026-10-25T03:00')).toBe('2026-10-25T02:00:00.000Z');
  });

  it('handles a change of half an hour', () => {
    const lordHowe = compileZone('Australia/Lord_Howe');
    const spring = localToInstant(lordHowe, utc('2026-10-04T02:15'));
    expect(new Date(spring).toISOString()).toBe('2026-10-03T15:45:00.000Z');
    expect(new Date(localToInstant(lordHowe, utc('2026-04-05T01:45'))).toISOString()).toBe('2026-04-04T14:45:00.000Z');
  });
});

describe('compileZone', () => {
  it('says which zone it does not know', () => {
    expect(() => compileZone('Europe/Vigie')).toThrow(RangeError);
    expect(() => compileZone('Europe/Vigie')).toThrow("'Europe/Vigie' is not a time zone that this system knows");
  });

  const FIELDS = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const formattedOffset = (id: string): ((ms: number) => number) => {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: id, hourCycle: 'h23', second: 'numeric', ...FIELDS });
    return (ms) => {
      const parts = format.formatToParts(ms);
      const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
      const [year, month, day] = [part('year'), part('month'), part('day')];
      return Date.UTC(year, month - 1, day, part('hour'), part('minute'), part('second')) - ms;
    };
  };

  it.each([
    'Europe/Paris',
    'Europe/London',
    'America/Sao_Paulo',
    'America/New_York',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Africa/Casablanca',
    'UTC',
  ])('%s agrees with what the runtime formats, at many instants and around every change', (id) => {
    const zone = compileZone(id);
    const formatted = formattedOffset(id);
    const instants = zone.changesAtMs
      .flatMap((ms) => [ms - MINUTE_MS, ms, ms + MINUTE_MS])
      .filter((ms) => ms > 0 && ms < Date.UTC(2050, 0, 1));
    for (let ms = 0; ms < Date.UTC(2050, 0, 1); ms += 37 * 24 * HOUR_MS + 5 * HOUR_MS) instants.push(ms);
    const wrong = instants.filter((ms) => offsetAt(zone, ms) !== formatted(ms));
    expect(wrong.map((ms) => new Date(ms).toISOString())).toEqual([]);
  });
});
