import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Alarmed } from '../../shared/ipc/watch-schemas.ts';
import { DEFAULT_WATCH_RULES, type WatchRules } from '../../shared/watch/watch-rules.ts';
import { deskOf } from '../support/desk-calls.ts';
import { createFakeTime, type FakeTime } from '../support/fake-time.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const HOUR = 3_600_000;
let path: string;
const freshPath = tempPaths();
let time: FakeTime;
let world: World;
let rules: WatchRules;

const begin = (now: string): void => {
  time = createFakeTime(now);
  world = createWorld({ path, time });
};
const follow = (change: Partial<WatchRules> = {}) => {
  rules = { ...rules, ...change };
  return world.call('watch:follow', { rules });
};
const restart = async (): Promise<void> => {
  world.close();
  world = createWorld({ path, time });
  await follow();
};
/** A gold P1: at risk three quarters through its four hours, by the clock round. */
const p1 = (title = 'portal down') => deskOf(world).open({ priority: 'P1', impact: null, urgency: null, title });
const notices = (): Alarmed[] =>
  world.heard.filter(({ name }) => name === 'watch:alarmed').map(({ payload }) => payload as Alarmed);
/** What was told, in its order: each notice as the kinds in it. */
const told = (): string[] => notices().map(({ alarms }) => alarms.map(({ kind }) => kind).join('+'));
const list = () => world.call('watch:list', {});

beforeEach(() => {
  path = freshPath();
  rules = DEFAULT_WATCH_RULES;
  begin('2026-11-23T09:00:00Z');
});
afterEach(() => world.close());

describe('the watch', () => {
  it('tells at risk, then breached, once each and at their instants', async () => {
    await follow();
    const { id, reference } = await p1();
    time.passUntil('2026-11-23T18:00:00Z');
    expect(told()).toEqual(['atRisk', 'breached']);
    const [risk, breach] = notices().map(({ alarms }) => alarms[0]);
    expect(risk).toMatchObject({ ticketId: id, reference, title: 'portal down', priority: 'P1', isSeen: false });
    expect(breach).toMatchObject({ dueAtMs: instant('2026-11-23T13:00:00Z') });
    expect(breach?.toldAtMs).toBeLessThanOrEqual(instant('2026-11-23T13:00:00.100Z'));
    expect(risk?.toldAtMs).toBe(risk?.dueAtMs);
    expect(await list()).toMatchObject({ unseenCount: 2, alarms: [{ kind: 'breached' }, { kind: 'atRisk' }] });
  });

  it('has one timer and a watchdog, and sleeps between instants', async () => {
    await follow();
    // The end of the month is always ahead.
    expect(time.timerCount()).toBe(2);
    await p1();
    time.pass(1_000);
    expect(time.timerCount()).toBe(2);
  });

  it('does not tell again after a restart', async () => {
    await follow();
    await p1();
    time.passUntil('2026-11-23T14:00:00Z');
    await restart();
    time.pass(HOUR);
    expect(told()).toEqual([]);
    expect((await list()).alarms).toHaveLength(2);
  });

  it('tells what fell due while it was not running, as one digest', async () => {
    await p1('one');
    await p1('two');
    time.setWall('2026-11-24T09:00:00Z');
    await follow();
    expect(told()).toEqual(['breached+breached']);
    expect(notices()[0]).toMatchObject({ total: 2, counts: { breached: 2, atRisk: 0 } });
  });

  it('notices within two seconds that the machine slept, and tells all that it missed at once', async () => {
    await follow();
    for (const title of ['one', 'two', 'three']) await p1(title);
    time.pass(1_000);
    time.setWall('2026-11-23T15:30:00Z');
    time.pass(2_000);
    expect(told()).toEqual(['breached+breached+breached']);
    time.pass(HOUR);
    expect(told()).toHaveLength(1);
    expect(world.logged.map(({ event }) => event)).toContain('watch/clock-jumped');
  });

  it('does not repeat itself where the clock is set back', async () => {
    await follow();
    await p1();
    time.passUntil('2026-11-23T13:30:00Z');
    time.setWall('2026-11-23T10:00:00Z');
    time.passUntil('2026-11-23T14:00:00Z');
    expect(told()).toEqual(['atRisk', 'breached']);
  });

  it('is on time after the clock was set back before anything was due', async () => {
    await follow();
    await p1();
    time.pass(1_000);
    time.setWall('2026-11-23T08:00:00Z');
    time.passUntil('2026-11-23T12:59:59Z');
    expect(told()).toEqual(['atRisk']);
    time.pass(1_100);
    expect(told()).toEqual(['atRisk', 'breached']);
  });

  it.each([
    ['in which summer time ends', '2026-10-24T23:30:00Z', '2026-10-25T03:29:59Z'],
    ['in which summer time begins', '2026-03-28T22:30:00Z', '2026-03-29T02:29:59Z'],
    ['of the new year', '2026-12-31T21:30:00Z', '2027-01-01T01:29:59Z'],
    ['before a leap day', '2028-02-28T21:30:00Z', '2028-02-29T01:29:59Z'],
  ])('counts through the night %s', async (_name, opened, beforeBreach) => {
    world.close();
    begin(opened);
    await follow();
    await p1();
    time.passUntil(beforeBreach);
    expect(told()).toEqual(['atRisk']);
    time.pass(1_100);
    expect(told()).toEqual(['atRisk', 'breached']);
  });

  it('follows what is done: a resolved ticket is told no more, a paused one after its answer', async () => {
    await follow();
    const desk = deskOf(world);
    const done = await p1('done');
    const waiting = await p1('waits');
    time.pass(HOUR);
    await desk.run(done.id, { kind: 'resolve', text: 'restarted' });
    await desk.run(waiting.id, {
      ...{ kind: 'waitForCustomer', reason: 'traces' },
      ...{ wakeAtMs: instant('2026-11-23T16:00:00Z'), remindAtMs: instant('2026-11-23T15:00:00Z') },
    });
    time.passUntil('2026-11-23T20:00:00Z');
    expect(told()).toEqual(['remind', 'wakeUp']);
  });

  it('tells a ticket that comes to my level breached, when it comes', async () => {
    world.become({ name: 'eve', level: 'L2' });
    await follow();
    world.become({ name: 'bo', level: 'L1' });
    const { id } = await p1();
    time.passUntil('2026-11-23T14:00:00Z');
    expect(told()).toEqual([]);
    await deskOf(world).run(id, {
      ...{ kind: 'escalate', to: 'L2', why: 'network', tried: 'restart', evidence: null, nextStep: 'trace' },
    });
    time.pass(1_000);
    expect(told()).toEqual(['breached']);
  });

  it('tells only mine where that is wanted, and nothing of a kind that is not', async () => {
    await follow({ onlyMine: 'mine', atRisk: false });
    world.become({ name: 'bo' });
    await p1('bo’s');
    await deskOf(world).open({
      ...{ priority: 'P1', impact: null, urgency: null, title: 'mine', assignee: 'tester' },
    });
    time.passUntil('2026-11-23T14:00:00Z');
    expect(notices().flatMap(({ alarms }) => alarms.map(({ kind, title }) => `${kind} ${title}`))).toEqual([
      'breached mine',
    ]);
  });

  it('is silent in quiet hours over midnight and tells a digest at their end', async () => {
    // 22:00 to 07:00 in Paris.
    world.close();
    begin('2026-11-23T18:30:00Z');
    await follow({ quietFrom: '22:00', quietTo: '07:00' });
    await p1('one');
    await p1('two');
    time.passUntil('2026-11-24T05:59:59Z');
    expect(told()).toEqual([]);
    time.pass(1_500);
    expect(told()).toEqual(['breached+breached']);
  });

  it('tells again what was snoozed, then, and not before; the clock runs on', async () => {
    await follow();
    const { id } = await p1();
    time.passUntil('2026-11-23T13:01:00Z');
    const breach = (await list()).alarms[0];
    const before = await deskOf(world).detail(id);
    await world.call('watch:snooze', { alarmIds: [breach?.id ?? 0], untilMs: time.nowMs() + HOUR });
    expect(await list()).toMatchObject({ unseenCount: 1 });
    expect((await deskOf(world).detail(id)).row).toEqual(before.row);
    await restart();
    time.pass(HOUR - 1_000);
    expect(told()).toEqual([]);
    time.pass(1_000);
    expect(told()).toEqual(['breached']);
    expect(notices()[0]?.alarms[0]).toMatchObject({ id: breach?.id, snoozedUntilMs: null, isSeen: false });
    time.pass(3 * HOUR);
    expect(told()).toHaveLength(1);
  });

  it('forgets a snooze whose ticket was finished meanwhile', async () => {
    await follow();
    const { id } = await p1();
    time.passUntil('2026-11-23T13:01:00Z');
    const { alarms } = await list();
    await world.call('watch:snooze', { alarmIds: alarms.map((one) => one.id), untilMs: time.nowMs() + HOUR });
    await deskOf(world).run(id, { kind: 'resolve', text: 'restarted' });
    time.pass(2 * HOUR);
    expect(told()).toEqual(['atRisk', 'breached']);
    expect(await list()).toMatchObject({ unseenCount: 0, alarms: [{ isOver: true }, { isOver: true }] });
  });

  it('waits for what lies further ahead than a timer can', async () => {
    await follow();
    const { id } = await p1();
    await deskOf(world).run(id, {
      ...{ kind: 'waitForCustomer', reason: 'traces', remindAtMs: null },
      wakeAtMs: instant('2027-02-01T08:00:00Z'),
    });
    time.pass(HOUR);
    expect(time.timerCount()).toBe(2);
    time.setWall('2027-02-01T08:00:00Z');
    time.pass(1_000);
    expect(told()).toEqual(['wakeUp']);
  });

  it('hears what another process wrote', async () => {
    await follow();
    const other = createWorld({ path, time });
    await deskOf(other).open({ priority: 'P1', impact: null, urgency: null, title: 'by the command line' });
    other.close();
    world.core.watch.changed(null);
    time.passUntil('2026-11-23T13:00:01Z');
    expect(told()).toEqual(['atRisk', 'breached']);
  });

  it('looks without writing where nothing is due: nobody who holds the database is in its way', async () => {
    await follow();
    await p1();
    time.passUntil('2026-11-23T14:00:00Z');
    const other = new BetterSqlite(path);
    other.exec('BEGIN IMMEDIATE');
    await world.call('watch:list', {});
    time.setWall('2026-11-23T15:00:00Z');
    time.pass(2_000);
    other.exec('ROLLBACK');
    other.close();
    expect(world.logged.map(({ event }) => event)).toContain('watch/clock-jumped');
    expect(world.logged.map(({ event }) => event)).not.toContain('watch/failed');
  });

  it('refuses a snooze into the past or for ever', async () => {
    await follow();
    for (const untilMs of [time.nowMs() - 1, time.nowMs() + 40 * 24 * HOUR]) {
      expect(await world.reply('watch:snooze', { alarmIds: [1], untilMs })).toMatchObject({
        error: { code: 'watch/instant' },
      });
    }
  });

  it('marks as seen some or all, of the caller alone', async () => {
    await follow();
    await p1();
    time.passUntil('2026-11-23T14:00:00Z');
    const { alarms } = await list();
    world.become({ name: 'ada' });
    await world.call('watch:mark-seen', { alarmIds: null });
    expect(await list()).toEqual({ alarms: [], unseenCount: 0 });
    world.become({ name: 'tester' });
    expect((await list()).unseenCount).toBe(2);
    await world.call('watch:mark-seen', { alarmIds: [alarms[0]?.id ?? 0] });
    expect((await list()).unseenCount).toBe(1);
    await world.call('watch:mark-seen', { alarmIds: null });
    expect((await list()).unseenCount).toBe(0);
  });
});

describe('escalations to leads', () => {
  const kinds = async () => (await list()).alarms.map(({ kind }) => kind);

  it('a lead is told of a P1 at once, at half and three quarters of its commitment, whoever’s it is; at the end it is breached', async () => {
    world.become({ name: 'lea', role: 'lead' });
    await follow({ onlyMine: 'mine' });
    const { id, reference } = await p1();
    time.pass(1000);
    expect(told()).toEqual(['escalated']);
    expect(notices()[0]?.alarms[0]).toMatchObject({
      ticketId: id,
      reference,
      dueAtMs: instant('2026-11-23T09:00:00Z'),
    });
    time.passUntil('2026-11-23T12:30:00Z');
    expect(notices().map(({ alarms }) => alarms[0]?.dueAtMs)).toEqual(
      ['09:00', '11:00', '12:00'].map((at) => instant(`2026-11-23T${at}:00Z`)),
    );
    time.passUntil('2026-11-23T14:00:00Z');
    expect((await kinds()).filter((kind) => kind === 'escalated')).toHaveLength(4);
  });

  it('what a lead has acknowledged is told again at the next step only; each step once, also after a restart', async () => {
    world.become({ name: 'lea', role: 'lead' });
    await follow({ atRisk: false, breached: false });
    const { id } = await p1();
    time.pass(1000);
    await deskOf(world).run(id, { kind: 'acknowledge', step: 'creation' });
    await restart();
    world.become({ name: 'lea', role: 'lead' });
    await follow();
    time.passUntil('2026-11-23T10:30:00Z');
    expect(told()).toEqual([]);
    time.passUntil('2026-11-23T11:00:01Z');
    expect(told()).toEqual(['escalated']);
    expect((await kinds()).filter((kind) => kind === 'escalated')).toHaveLength(2);
  });

  it.each([
    ['an agent', 'agent', {}],
    ['a lead who does not want them', 'lead', { escalations: false }],
  ] as const)('%s is not told of them', async (_who, role, change) => {
    world.become({ name: 'lea', role });
    await follow(change);
    await p1();
    time.passUntil('2026-11-23T11:30:00Z');
    expect((await kinds()).filter((kind) => kind === 'escalated')).toEqual([]);
  });

  it('one that was put off comes back only while nobody has acknowledged it', async () => {
    world.become({ name: 'lea', role: 'lead' });
    await follow();
    const first = await p1();
    const second = await p1('mail down');
    time.pass(1000);
    const ids = (await list()).alarms.map(({ id }) => id);
    await world.call('watch:snooze', { alarmIds: ids, untilMs: instant('2026-11-23T09:30:00Z') });
    await deskOf(world).run(first.id, { kind: 'acknowledge', step: 'creation' });
    time.passUntil('2026-11-23T09:31:00Z');
    expect(
      notices()
        .at(-1)
        ?.alarms.map(({ ticketId }) => ticketId),
    ).toEqual([second.id]);
  });
});
