import { expect, it } from 'vitest';
import { nextMorning } from '../../../shared/calendar/next-morning.ts';
import { ALWAYS } from '../../../shared/calendar/calendar.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { formatInstant, parseInstant } from '../../../shared/time/instant.ts';
import { compileCalendar, OFFICE_SPEC } from '../../support/calendars.ts';

const office = compileCalendar(OFFICE_SPEC);
const zone = compileZone('Europe/Paris');
const after = (text: string): string => formatInstant(nextMorning(office, zone, parseInstant(text) ?? NaN));

it.each([
  ['on a Monday', '2026-11-23T09:00:00Z', '2026-11-24T09:00:00Z'],
  ['late at night it is the local morrow', '2026-11-23T23:30:00Z', '2026-11-25T09:00:00Z'],
  ['over a weekend', '2026-11-20T09:00:00Z', '2026-11-23T09:00:00Z'],
  ['over Christmas', '2026-12-24T09:00:00Z', '2026-12-28T09:00:00Z'],
  ['in summer', '2026-07-01T09:00:00Z', '2026-07-02T08:00:00Z'],
])('%s', (_when, now, expected) => expect(after(now)).toBe(expected));

it('a desk that never closes has a morning every day', () =>
  expect(nextMorning(ALWAYS, zone, parseInstant('2026-11-20T09:00:00Z') ?? NaN)).toBe(
    parseInstant('2026-11-21T09:00:00Z'),
  ));
