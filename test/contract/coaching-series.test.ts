import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compileZone } from '../../shared/calendar/compile-zone.ts';
import { offsetAt } from '../../shared/calendar/zone.ts';
import { DAY_MS, HOUR_MS } from '../../shared/time/instant.ts';
import { coachingOf } from '../support/coaching-calls.ts';
import { codeOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const paris = compileZone('Europe/Paris');
let world: World;
let of: ReturnType<typeof coachingOf>;
let nordlys: number;
beforeEach(async () => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  of = coachingOf(world);
  world.become({ name: 'Eva', role: 'expert' });
  nordlys = await ledgerOf(world).customer('Nordlys', 'silver');
});
afterEach(() => world.close());

const localTime = (ms: number | null): string =>
  ms === null ? '' : new Date(ms + offsetAt(paris, ms)).toISOString().slice(5, 16);
const all = async () => (await of.list('2026-11-01T00:00:00Z', '2027-12-01T00:00:00Z')).rows;
const times = async () =>
  (await all()).filter(({ state }) => state !== 'cancelled').map(({ startMs }) => localTime(startMs));
const weekly = (count: number) => ({ recurrence: { everyWeeks: 1, count, untilMs: null } });
/** Fridays, 10:00 to 11:00 in Paris, from 5 March 2027: the clock changes on the 28th. */
const FRIDAY = ['2027-03-05T09:00:00Z', '2027-03-05T10:00:00Z'] as const;

describe('a series', () => {
  it('keeps its wall time over the change of the clock, and ends by count or by date', async () => {
    const { page, planned } = await world.call('coaching:plan', of.session(nordlys, ...FRIDAY, weekly(5)));
    expect(planned).toBe(5);
    expect(await times()).toEqual(['03-05T10:00', '03-12T10:00', '03-19T10:00', '03-26T10:00', '04-02T10:00']);
    expect(page.series).toHaveLength(4);
    const recurrence = { everyWeeks: 2, count: null, untilMs: instant('2027-06-30T08:00:00Z') };
    const start = ['2027-06-02T08:00:00Z', '2027-06-02T09:00:00Z'] as const;
    const other = await world.call('coaching:plan', of.session(nordlys, ...start, { recurrence }));
    expect(other.planned).toBe(3);
  });

  it('is refused whole where one of it is blocked, or goes without that one', async () => {
    await of.plan(nordlys, '2027-03-19T09:30:00Z', '2027-03-19T09:45:00Z');
    const order = of.session(nordlys, ...FRIDAY, weekly(4));
    const preview = await of.preview(order);
    expect(preview.isBlocked).toBe(true);
    expect(preview.occurrences.map(({ isBlocked }) => isBlocked)).toEqual([false, false, true, false]);
    expect(codeOf(await world.reply('coaching:plan', order))).toBe('coaching/double-booked');
    expect(await all()).toHaveLength(1);
    const { planned, leftOut } = await world.call('coaching:plan', { ...order, skipsBlocked: true });
    expect([planned, leftOut.map(({ startMs }) => localTime(startMs))]).toEqual([3, ['03-19T10:00']]);
    const all4 = { ...order, skipsBlocked: true, recurrence: { everyWeeks: 1, count: 3, untilMs: null } };
    expect(codeOf(await world.reply('coaching:plan', all4))).toBe('coaching/all-blocked');
  });

  it('counts its own hours: each session of a month with those before it', async () => {
    const { occurrences } = await of.preview(of.session(nordlys, ...FRIDAY, weekly(4)));
    const short = occurrences.map(({ conflicts }) => conflicts.map(({ kind }) => kind));
    expect(short).toEqual([[], [], ['hoursShort'], ['hoursShort']]);
  });

  it('is looked at before it moves as it is when it does: each with its own expert', async () => {
    await of.plan(nordlys, ...FRIDAY, weekly(3));
    const [first, second] = await all();
    world.become({ name: 'Lea', role: 'lead' });
    await world.call('expert:save', { name: 'Ada', week: { '5': [[540, 1_080]] }, isActive: true });
    await world.call('coaching:change', of.change(second?.id ?? '', { expert: 'Ada' }));
    await of.plan(nordlys, '2027-03-12T13:00:00Z', '2027-03-12T13:30:00Z', { expert: 'Eva' });
    const startMs = (first?.startMs ?? 0) + 4 * HOUR_MS;
    const { occurrences, isBlocked } = await world.call('coaching:preview', {
      ...{ customerId: nordlys, assignment: 'advice', ticketId: null, expert: 'Eva', recurrence: null },
      ...{ startMs, endMs: startMs + HOUR_MS, replaces: { id: first?.id ?? '', scope: 'all' } },
    });
    expect(occurrences).toHaveLength(3);
    expect(isBlocked).toBe(false);
    const moved = of.change(first?.id ?? '', { startMs }, { scope: 'all' });
    await world.call('coaching:change', { ...moved, acceptsWarnings: true });
  });

  it('is changed alone, from one on, or whole, by local days and minutes', async () => {
    await of.plan(nordlys, ...FRIDAY, weekly(5));
    const third = (await all())[2];
    const id = third?.id ?? '';
    const to = (hours: number) => ({ startMs: (third?.startMs ?? 0) + hours * HOUR_MS });
    await world.call('coaching:change', of.change(id, to(1)));
    expect((await times())[2]).toBe('03-19T11:00');
    await world.call('coaching:change', of.change(id, to(4), { scope: 'following' }));
    expect(await times()).toEqual(['03-05T10:00', '03-12T10:00', '03-19T14:00', '03-26T13:00', '04-02T13:00']);
    const back = { startMs: to(4).startMs - DAY_MS };
    await world.call('coaching:change', of.change(id, back, { scope: 'all' }));
    expect(await times()).toEqual(['03-04T10:00', '03-11T10:00', '03-18T14:00', '03-25T13:00', '04-01T13:00']);
    const worded = await world.call('coaching:change', of.change(id, { place: 'Room 3' }, { scope: 'all' }));
    for (const { id: other } of worded.series) {
      expect((await world.call('coaching:get', { id: other })).place).toBe('Room 3');
    }
  });

  it('moves onto its own places, and is refused whole where one of it meets another', async () => {
    await of.plan(nordlys, ...FRIDAY, weekly(4));
    const [first] = await all();
    const week = { startMs: (first?.startMs ?? 0) + 7 * DAY_MS };
    await world.call('coaching:change', of.change(first?.id ?? '', week, { scope: 'all' }));
    expect(await times()).toEqual(['03-12T10:00', '03-19T10:00', '03-26T10:00', '04-02T10:00']);
    await of.plan(nordlys, '2027-03-19T13:00:00Z', '2027-03-19T14:00:00Z');
    const later = of.change(first?.id ?? '', { startMs: week.startMs + 4 * HOUR_MS }, { scope: 'all' });
    expect(codeOf(await world.reply('coaching:change', later))).toBe('coaching/double-booked');
    expect((await times())[0]).toBe('03-12T10:00');
  });

  it('is called off from one on; what was held stays', async () => {
    await of.plan(nordlys, ...FRIDAY, weekly(4));
    const [, second] = await all();
    await world.call('coaching:call-off', {
      ...{ id: second?.id ?? '', expectedVersion: null, scope: 'following', by: 'desk', reason: 'project ended' },
    });
    expect((await all()).map(({ state }) => state)).toEqual(['planned', 'cancelled', 'cancelled', 'cancelled']);
  });
});

describe('free slots', () => {
  const find = (more: object = {}) =>
    world.call('coaching:find-slots', {
      ...{ customerId: nordlys, assignment: 'advice', ticketId: null, expert: 'Eva', durationMin: 60 },
      ...{ fromMs: instant('2026-11-23T09:10:00Z'), untilMs: null },
      ...more,
    });
  const starts = async (more: object = {}) => (await find(more)).slots.map(({ startMs }) => localTime(startMs));

  it('are within working hours, beside sessions, absences and holidays, soonest first', async () => {
    expect((await starts())[0]).toBe('11-23T10:30');
    expect(await find({ expert: 'Nobody' })).toEqual({ slots: [], hours: null });
    await world.call('expert:save', { name: 'Eva', week: { 1: [[540, 720]], 2: [[600, 660]] }, isActive: true });
    const from = instant('2026-11-23T09:10:00Z');
    expect((await starts()).slice(0, 3)).toEqual(['11-23T10:30', '11-24T10:00', '11-30T09:00']);
    await of.plan(nordlys, '2026-11-24T09:30:00Z', '2026-11-24T09:45:00Z');
    await world.call('absence:save', {
      ...{ id: null, expert: 'Eva', fromMs: from, untilMs: from + DAY_MS / 2, reason: 'training' },
    });
    expect((await starts()).slice(0, 3)).toEqual(['11-30T09:00', '11-30T10:00', '12-01T10:00']);
    expect(await starts({ untilMs: from + 3 * DAY_MS })).toEqual([]);
  });

  it('are of any expert that is active, and tell what hours have against them', async () => {
    await world.call('expert:save', { name: 'Eva', week: { 1: [[540, 660]] }, isActive: true });
    world.become({ name: 'Lea', role: 'lead' });
    await world.call('expert:save', { name: 'Noa', week: { 1: [[540, 660]] }, isActive: true });
    await world.call('expert:save', { name: 'Old', week: { 1: [[540, 660]] }, isActive: false });
    const { slots } = await find({ expert: null, durationMin: 120 });
    expect(slots.slice(0, 2).map(({ expert }) => expert)).toEqual(['Eva', 'Noa']);
    expect(slots.some(({ expert }) => expert === 'Old')).toBe(false);
    const poor = await ledgerOf(world).customer('Poor', 'standard');
    const { slots: unpaid, hours } = await find({ customerId: poor });
    expect(unpaid[0]?.conflicts.map(({ kind }) => kind)).toEqual(['notEntitled']);
    expect(hours).toMatchObject({ neededMin: 60, leftMin: 0 });
  });
});

describe('experts and absences', () => {
  it('are their own, or a lead’s; those known by their work are listed with the usual week', async () => {
    await ledgerOf(world).log(nordlys, '2026-11-20T10:00:00Z', '2026-11-20T10:30:00Z');
    expect(await world.call('expert:list', {})).toMatchObject([
      { name: 'Eva', isSaved: false, week: { 1: [[540, 1080]] } },
    ]);
    expect(codeOf(await world.reply('expert:save', { name: 'Noa', week: {}, isActive: true }))).toBe(
      'coaching/other-expert',
    );
    const saved = await world.call('expert:save', { name: 'Eva', week: { 2: [[480, 720]], 3: [] }, isActive: false });
    expect(saved).toEqual([{ name: 'Eva', week: { 2: [[480, 720]] }, isActive: false, isSaved: true }]);
    const order = of.session(nordlys, ...FRIDAY);
    expect(codeOf(await world.reply('coaching:plan', order))).toBe('coaching/inactive-expert');
  });

  it('an absence tells the sessions that stand in it; it is changed and removed', async () => {
    const { row } = await of.plan(nordlys, ...FRIDAY);
    const absence = { expert: 'Eva', fromMs: row.startMs ?? 0, untilMs: (row.startMs ?? 0) + DAY_MS, reason: 'ill' };
    const saved = await world.call('absence:save', { id: null, ...absence });
    expect(saved.sessions).toEqual([row]);
    expect((await world.call('coaching:get', { id: row.id })).conflicts.map(({ kind }) => kind)).toEqual(['absence']);
    const listed = () => world.call('absence:list', { fromMs: 0, toMs: absence.untilMs, expert: null });
    await world.call('absence:save', { id: saved.absence.id, ...absence, reason: 'leave' });
    expect(await listed()).toMatchObject([{ reason: 'leave', source: 'manual' }]);
    const reply = await world.reply('absence:save', { id: null, ...absence, untilMs: absence.fromMs });
    expect(codeOf(reply)).toBe('absence/ends-before-start');
    world.become({ name: 'Noa' });
    expect(codeOf(await world.reply('absence:remove', { id: saved.absence.id }))).toBe('coaching/other-expert');
    world.become({ name: 'Lea', role: 'lead' });
    await world.call('absence:remove', { id: saved.absence.id });
    expect(await listed()).toEqual([]);
    expect(codeOf(await world.reply('absence:remove', { id: saved.absence.id }))).toBe('absence/unknown');
  });
});
