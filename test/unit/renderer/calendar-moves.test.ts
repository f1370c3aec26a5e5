import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../renderer/features/coaching/calendar/axis.ts';
import { byColumn, columnsOf } from '../../../renderer/features/coaching/calendar/columns.ts';
import {
  dateOf,
  dayOfDate,
  daysLater,
  rangeOf,
  stepDay,
  type CalendarView,
} from '../../../renderer/features/coaching/calendar/days.ts';
import { stepFrom, type Arrow, type At } from '../../../renderer/features/coaching/calendar/grid-steps.ts';
import { placeSide, type TimedRow } from '../../../renderer/features/coaching/calendar/layout.ts';
import { heldBecause } from '../../../renderer/features/coaching/calendar/may-move.ts';
import {
  changeTo,
  lengthened,
  onDay,
  placeOf,
  shifted,
  startingAt,
  toColumn,
} from '../../../renderer/features/coaching/calendar/moving.ts';
import { bandsOf, isAgainstAll, type Surroundings } from '../../../renderer/features/coaching/calendar/shading.ts';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { frenchHolidays } from '../../../shared/calendar/french-holidays.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/time/instant.ts';

const paris = compileZone('Europe/Paris');
const day = (date: string): number => dayOfDate(date) ?? Number.NaN;
const at = (instant: string): number => Date.parse(instant);
const row = (id: string, start: string, end: string, more: Partial<TimedRow> = {}): TimedRow => ({
  ...{ id, customerId: 1, customer: 'Nordlys', expert: 'Eva', state: 'planned', assignment: 'advice' },
  ...{ startMs: at(start), endMs: at(end), seriesId: null, version: 1 },
  ...more,
});
const TUESDAY = row('a', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');

describe('the days of a view', () => {
  const range = (view: CalendarView, date: string) => {
    const { firstDay, days } = rangeOf(view, day(date));
    return [dateOf(firstDay), days];
  };

  it('are a day, a week from Monday, a month in whole weeks, and four weeks on', () => {
    expect(range('day', '2026-11-25')).toEqual(['2026-11-25', 1]);
    expect(range('week', '2026-11-29')).toEqual(['2026-11-23', 7]);
    expect(range('week', '2026-11-23')).toEqual(['2026-11-23', 7]);
    expect(range('month', '2026-11-25')).toEqual(['2026-10-26', 42]);
    expect(range('month', '2027-02-03')).toEqual(['2027-02-01', 28]);
    expect(range('agenda', '2026-11-25')).toEqual(['2026-11-25', 28]);
  });

  it('go on by as much; a month keeps the date where the next one has it', () => {
    const step = (view: CalendarView, date: string, by: 1 | -1) => dateOf(stepDay(view, day(date), by));
    expect(step('day', '2026-12-31', 1)).toBe('2027-01-01');
    expect(step('week', '2026-11-25', -1)).toBe('2026-11-18');
    expect(step('month', '2027-01-31', 1)).toBe('2027-02-28');
    expect(step('month', '2027-03-31', -1)).toBe('2027-02-28');
  });
});

describe('sessions beside each other', () => {
  const lanes = (...rows: TimedRow[]) => placeSide(rows).map(({ span, lane, lanes: of }) => [span.id, lane, of]);

  it('share the width only where they overlap', () => {
    const b = row('b', '2026-11-24T09:30:00Z', '2026-11-24T10:30:00Z');
    const c = row('c', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z');
    const d = row('d', '2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z');
    expect(lanes(d, c, TUESDAY, b)).toEqual([
      ['a', 0, 2],
      ['b', 1, 2],
      ['c', 0, 2],
      ['d', 0, 1],
    ]);
  });

  it('stand in the columns of their expert’s days, over midnight in both', () => {
    const night = row('n', '2026-11-24T22:30:00Z', '2026-11-24T23:30:00Z', { expert: 'Noa' });
    const columns = columnsOf({ firstDay: day('2026-11-24'), days: 2 }, ['Eva', 'Noa']);
    const rowsIn = byColumn(paris, [TUESDAY, night]);
    expect(columns.map((column) => rowsIn(column).map(({ id }) => id))).toEqual([['a'], ['n'], [], ['n']]);
  });
});

describe('moving', () => {
  it('goes by quarters, by days at the same wall time, and by columns', () => {
    expect(shifted(placeOf(TUESDAY), -1)).toMatchObject({ startMs: TUESDAY.startMs - 15 * MINUTE_MS });
    const before = row('s', '2026-10-24T08:00:00Z', '2026-10-24T09:00:00Z');
    expect(onDay(paris, placeOf(before), 1)).toEqual({
      ...{ expert: 'Eva', startMs: at('2026-10-25T09:00:00Z'), endMs: at('2026-10-25T10:00:00Z') },
    });
    expect(toColumn(paris, placeOf(TUESDAY), ['Eva', 'Noa'], 1)).toEqual({ ...placeOf(TUESDAY), expert: 'Noa' });
    expect(toColumn(paris, { ...placeOf(TUESDAY), expert: 'Noa' }, ['Eva', 'Noa'], 1)).toEqual({
      ...{ expert: 'Eva', startMs: at('2026-11-25T09:00:00Z'), endMs: at('2026-11-25T10:00:00Z') },
    });
    expect(daysLater(paris, at('2026-03-28T01:30:00Z'), 1)).toBe(at('2026-03-29T01:30:00Z'));
  });

  it('keeps a length that a session may have', () => {
    expect(lengthened(placeOf(TUESDAY), -9).endMs).toBe(TUESDAY.startMs + 15 * MINUTE_MS);
    expect(lengthened(placeOf(TUESDAY), 99).endMs).toBe(TUESDAY.startMs + 12 * HOUR_MS);
    expect(startingAt(placeOf(TUESDAY), TUESDAY.endMs + HOUR_MS).startMs).toBe(TUESDAY.endMs - 15 * MINUTE_MS);
  });

  it('tells the core what changed and no more', () => {
    const { expert, startMs, endMs } = TUESDAY;
    const to = (place: Partial<TimedRow>) => changeTo(placeOf(TUESDAY), { ...placeOf(TUESDAY), ...place });
    expect(to({ startMs: startMs + HOUR_MS, endMs: endMs + HOUR_MS })).toEqual({ startMs: startMs + HOUR_MS });
    expect(to({ endMs: endMs + HOUR_MS })).toEqual({ endMs: endMs + HOUR_MS });
    expect(to({ startMs: startMs - HOUR_MS })).toEqual({ startMs: startMs - HOUR_MS, endMs });
    expect(to({ expert: 'Noa' })).toEqual({ expert: 'Noa' });
    expect(expert).toBe('Eva');
  });

  it('is of what is booked and to come, for those who plan', () => {
    const nowMs = at('2026-11-23T09:00:00Z');
    expect(heldBecause(TUESDAY, 'lead', nowMs)).toBeNull();
    expect(heldBecause(TUESDAY, 'agent', nowMs)).toBe('role');
    expect(heldBecause({ ...TUESDAY, state: 'done' }, 'lead', nowMs)).toBe('state');
    expect(heldBecause(TUESDAY, 'lead', TUESDAY.startMs)).toBe('over');
  });
});

describe('what is shaded', () => {
  const around: Surroundings = {
    experts: [
      {
        name: 'Eva',
        week: {
          2: [
            [540, 720],
            [780, 1_080],
          ],
        },
        isActive: true,
        isSaved: true,
      },
    ],
    absences: [
      {
        ...{ id: 1, expert: 'Eva', reason: 'leave', source: 'manual' },
        ...{ fromMs: at('2026-11-24T23:00:00Z'), untilMs: at('2026-11-25T11:00:00Z') },
      },
    ],
    windows: (['NUP', 'NGP'] as const).map((platform) => ({
      ...{ platform, startMs: at('2026-11-24T23:00:00Z'), endMs: at('2026-11-25T05:00:00Z') },
      ...{ rule: 'exception', isScopeConfirmed: true, components: [], impact: null, exception: null, customerId: null },
    })),
    holidays: frenchHolidays,
  };
  const bands = (date: string, expert = 'Eva') =>
    bandsOf(axisOf(paris, rangeOf('day', day(date))), { key: '', day: day(date), expert }, around);
  const shaded = (date: string, expert = 'Eva') =>
    bands(date, expert).map(({ kind, topMin, endMin, about }) => [kind, topMin, endMin, about]);

  it('is what lies outside working hours', () => {
    expect(shaded('2026-11-24')).toEqual([
      ['closed', 0, 540, ''],
      ['closed', 720, 780, ''],
      ['closed', 1_080, 1_440, ''],
    ]);
  });

  it('is an absence of that expert, and a window once for both platforms', () => {
    expect(shaded('2026-11-25')).toEqual([
      ['closed', 0, 1_440, ''],
      ['absence', 0, 720, 'leave'],
      ['maintenance', 0, 360, 'NGP, NUP'],
    ]);
    expect(shaded('2026-11-25', 'Noa')).toEqual([['maintenance', 0, 360, 'NGP, NUP']]);
  });

  it('stands against every session, but for maintenance: not every customer is on its platform', () => {
    const against = (date: string) =>
      bands(date)
        .filter(isAgainstAll)
        .map(({ kind }) => kind);
    expect(against('2026-11-25')).toEqual(['closed', 'absence']);
    expect(against('2026-12-25')).toEqual(['closed', 'holiday']);
  });

  it('is a public holiday', () => {
    expect(shaded('2026-12-25', 'Noa')).toEqual([['holiday', 0, 1_440, '']]);
  });
});

describe('the arrows', () => {
  const range = rangeOf('week', day('2026-11-24'));
  const b = row('b', '2026-11-24T09:30:00Z', '2026-11-24T10:30:00Z');
  const noa = row('c', '2026-11-24T09:15:00Z', '2026-11-24T10:00:00Z', { expert: 'Noa' });
  const around = { axis: axisOf(paris, range), range, experts: ['Eva', 'Noa'], rows: [TUESDAY, b, noa] };
  const step = (from: At, arrow: Arrow) => {
    const to = stepFrom(around, from, arrow);
    return to === null ? null : [to.expert, new Date(to.startMs).toISOString().slice(8, 16), to.row?.id ?? null];
  };
  const slot = (instant: string, expert = 'Eva'): At => ({ expert, startMs: at(instant), row: null });
  const on = (one: TimedRow): At => ({ expert: one.expert, startMs: one.startMs, row: one });

  it('go from slots to sessions and on to the slot after them', () => {
    expect(step(slot('2026-11-24T08:00:00Z'), 'down')).toEqual(['Eva', '24T08:30', null]);
    expect(step(slot('2026-11-24T08:30:00Z'), 'down')).toEqual(['Eva', '24T09:00', 'a']);
    expect(step(on(TUESDAY), 'down')).toEqual(['Eva', '24T09:30', 'b']);
    expect(step(on(b), 'down')).toEqual(['Eva', '24T10:30', null]);
    expect(step(slot('2026-11-24T10:30:00Z'), 'up')).toEqual(['Eva', '24T09:30', 'b']);
    expect(step(on(b), 'up')).toEqual(['Eva', '24T09:00', 'a']);
    expect(step(on(TUESDAY), 'up')).toEqual(['Eva', '24T08:30', null]);
  });

  it('go to the expert beside, then to the next day, and stop at the edges', () => {
    expect(step(slot('2026-11-24T09:30:00Z'), 'right')).toEqual(['Noa', '24T09:15', 'c']);
    expect(step(on(noa), 'right')).toEqual(['Eva', '25T09:00', null]);
    expect(step(slot('2026-11-23T09:00:00Z'), 'left')).toBeNull();
    expect(step(slot('2026-11-22T23:00:00Z'), 'up')).toBeNull();
    expect(step(slot('2026-11-24T22:30:00Z'), 'down')).toBeNull();
  });
});
