import { resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../electron/core/db/migrations.ts';
import type { Wall } from '../../shared/ipc/wall-calls.ts';
import type { QueueFilter } from '../../shared/ipc/schemas.ts';
import { readClock } from '../../shared/sla/clock.ts';
import { atRiskAfterMs } from '../../shared/sla/policy.ts';
import { standingClocks } from '../../shared/sla/standing.ts';
import { foldTicket } from '../../shared/ticket/apply.ts';
import { inTicketOrder, toClockEvents, type TicketEvent } from '../../shared/ticket/ticket-event.ts';
import { isFinished, LEVELS, type Ticket } from '../../shared/ticket/ticket.ts';
import { atRiskOf, ofAgent, WALL_FILTERS, type WallNumber } from '../../shared/wall/wall-filters.ts';
import { coachingOf } from '../support/coaching-calls.ts';
import { deskOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

type Told = {
  readonly id: number;
  readonly ticket: Ticket;
  readonly state: 'breached' | 'atRisk' | 'running' | 'other';
  readonly waitingMs: number | null;
  readonly escalatedMs: number | null;
};

/** A ticket at an instant, from its events and nothing else: every step is the whole fold again. */
const tellTicket = (world: World, id: number, events: readonly TicketEvent[], nowMs: number): Told | null => {
  const ticket = foldTicket(events, nowMs);
  if (ticket === null || isFinished(ticket.state)) return null;
  const happened = inTicketOrder(events.filter(({ atMs }) => atMs <= nowMs));
  const { rules } = world.core;
  const standing = standingClocks(ticket, toClockEvents(happened), rules, nowMs)?.resolution;
  if (standing === undefined) return null;
  const clock = readClock(standing, rules, nowMs);
  const at = (i: number): Ticket | null => foldTicket(happened.slice(0, i + 1));
  const sinceWhen = (isSo: (one: Ticket | null) => boolean): number | null => {
    let since: number | null = null;
    happened.forEach((event, i) => {
      if (!isSo(at(i))) since = null;
      else since ??= event.atMs;
    });
    return since;
  };
  const isAtRisk =
    standing.kind === 'running' &&
    clock.elapsedMs >= atRiskAfterMs(rules.policy, standing.duty?.priority ?? null, standing.targetMs);
  const state =
    clock.state === 'breached' ? 'breached' : clock.state !== 'running' ? 'other' : isAtRisk ? 'atRisk' : 'running';
  const { state: present, escalatedTo } = ticket;
  return {
    ...{ id, ticket, state },
    waitingMs: present.startsWith('waiting') ? sinceWhen((one) => one?.state === present) : null,
    escalatedMs: escalatedTo === null ? null : sinceWhen((one) => one?.escalatedTo === escalatedTo),
  };
};

const tellAll = (world: World, nowMs: number): Told[] =>
  [...world.core.events.eachTicket()].flatMap(
    ({ ticketId, events }) => tellTicket(world, ticketId, events, nowMs) ?? [],
  );

const idsOf = (rows: readonly { readonly id: number }[]): number[] => rows.map(({ id }) => id);
const firstIds = <Row extends Told>(told: readonly Row[], by: (row: Row) => number, count: number): number[] =>
  [...told]
    .sort((a, b) => by(a) - by(b))
    .slice(0, count)
    .map(by);

/** The wall says the same as the tickets do. */
const expectSame = (wall: Wall, told: readonly Told[]): void => {
  const count = (isSo: (one: Told) => boolean): number => told.filter(isSo).length;
  const load = (isSo: (one: Told) => boolean) => ({
    open: count(isSo),
    atRisk: count((one) => isSo(one) && one.state === 'atRisk'),
    breached: count((one) => isSo(one) && one.state === 'breached'),
  });
  expect(wall).toMatchObject(load(() => true));
  expect(wall.breachedTickets.total).toBe(count(({ state }) => state === 'breached'));
  expect(wall.runningTickets.total).toBe(count(({ state }) => state === 'running' || state === 'atRisk'));
  expect(wall.unassigned.total).toBe(count(({ ticket }) => ticket.assignee === null));
  expect(wall.escalations.total).toBe(count(({ ticket }) => ticket.escalatedTo !== null));
  expect(wall.waiting).toBe(count(({ waitingMs }) => waitingMs !== null));
  expect(wall.waits.total).toBe(wall.waiting);

  const tiers = new Set(told.map(({ ticket }) => ticket.tier));
  const cells = LEVELS.flatMap((level) =>
    [...tiers].map((tier) => ({
      ...{ level, tier },
      ...load(({ ticket }) => ticket.level === level && ticket.tier === tier),
    })),
  ).filter(({ open }) => open > 0);
  expect(new Set(wall.cells.map((cell) => JSON.stringify(cell)))).toEqual(
    new Set(cells.map((cell) => JSON.stringify(cell))),
  );
  const names = new Set(told.flatMap(({ ticket }) => ticket.assignee ?? []));
  const agents = [...names].map((name) => ({ name, ...load(({ ticket }) => ticket.assignee === name) }));
  expect([...wall.agents].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
    agents.sort((a, b) => (a.name < b.name ? -1 : 1)),
  );

  const known = new Map(told.map((one) => [one.id, one]));
  expect(idsOf(wall.breachedTickets.rows).every((id) => known.get(id)?.state === 'breached')).toBe(true);
  expect(idsOf(wall.unassigned.rows).every((id) => known.get(id)?.ticket.assignee === null)).toBe(true);
  const waits = told.filter(({ waitingMs }) => waitingMs !== null);
  expect(wall.waits.rows.map(({ sinceMs }) => sinceMs)).toEqual(
    firstIds(waits, ({ waitingMs }) => waitingMs ?? 0, wall.waits.rows.length),
  );
  expect(wall.waits.rows.every(({ row, sinceMs }) => known.get(row.id)?.waitingMs === sinceMs)).toBe(true);
  expect(wall.waits.rows.length).toBe(Math.min(24, wall.waits.total));
  expect(wall.escalations.rows.every(({ row, sinceMs }) => known.get(row.id)?.escalatedMs === sinceMs)).toBe(true);
  expect(wall.escalations.rows.length).toBe(Math.min(24, wall.escalations.total));
};

/** Each number of the wall is that of the queue under its filter. */
const expectFilters = async (world: World, wall: Wall): Promise<void> => {
  const numbers: readonly (readonly [WallNumber, number])[] = [
    ['open', wall.open],
    ['breached', wall.breached],
    ['atRisk', wall.atRisk],
    ['running', wall.runningTickets.total],
    ['unassigned', wall.unassigned.total],
    ['escalated', wall.escalations.total],
    ['waiting', wall.waiting],
  ];
  const asked: (readonly [QueueFilter, number])[] = [
    ...numbers.map(([id, count]) => [WALL_FILTERS[id], count] as const),
    ...wall.cells.map(({ level, tier, atRisk }) => [atRiskOf(level, tier), atRisk] as const),
    ...wall.agents
      .slice(0, 8)
      .flatMap((agent) =>
        (['open', 'atRisk', 'breached'] as const).map((id) => [ofAgent(agent.name, id), agent[id]] as const),
      ),
  ];
  const { counts } = await world.call('queue:count-filters', { filters: asked.map(([filter]) => filter).slice(0, 50) });
  expect(counts).toEqual(asked.map(([, count]) => count).slice(0, 50));
};

describe('the wall over the real log', () => {
  const LOG = resolve(import.meta.dirname, '../fixtures/servicenow-incident-log/incident_event_log_dev.csv');
  let world: World;
  beforeAll(async () => {
    // In the midst of the log: what came later has not happened yet.
    world = createWorld({ now: '2016-03-02T09:00:00Z' });
    const order = { profile: 'servicenow-log', zone: 'Europe/Paris', tierMapId: null, levelMapId: null } as const;
    await world.call('import:run', { ...order, selectionId: world.choose(LOG) });
  });
  afterAll(() => world.close());

  it.each(['2016-03-02T09:00:00Z', '2016-03-08T14:30:00Z', '2016-03-15T10:00:00Z'])(
    'says at %s what the events of the tickets say',
    async (now) => {
      world.setNow(now);
      // Where many tickets changed meanwhile, they are folded in turns.
      for (let before = -1, left = 0; before !== left; before = left) {
        await world.call('wall:get', {});
        await new Promise((resolve) => setImmediate(resolve));
        const late = 'SELECT count(*) FROM ticket WHERE next_event_at_ms <= ?';
        left = Number(world.core.database.connection.prepare(late).pluck().get(instant(now)));
      }
      const wall = await world.call('wall:get', {});
      const told = tellAll(world, instant(now));
      expect(told.length).toBeGreaterThan(5);
      expectSame(wall, told);
      await expectFilters(world, wall);
    },
  );
});

describe('the wall over the sample data', () => {
  let world: World;
  let desk: ReturnType<typeof deskOf>;
  beforeEach(async () => {
    world = createWorld({ now: '2026-11-23T09:00:00Z' });
    desk = deskOf(world);
    await world.core.fillWithSamples();
  });
  afterEach(() => world.close());
  const wallNow = (): Promise<Wall> => world.call('wall:get', {});

  it('says what the tickets say, also when time passes without any event', async () => {
    const first = await wallNow();
    expectSame(first, tellAll(world, instant('2026-11-23T09:00:00Z')));
    await expectFilters(world, first);
    expect(first.nextChangeAtMs).toBeGreaterThan(first.asOfMs);
    world.setNow(new Date(first.nextChangeAtMs - 1).toISOString());
    const before = await wallNow();
    const groups = ({ open, atRisk, breached, cells, agents, leads, hours, sessions, windows }: Wall) => [
      ...[open, atRisk, breached, cells, agents],
      ...[leads.rows.map(({ row, step }) => [row.id, step]), hours, sessions, windows],
    ];
    expect(groups(before)).toEqual(groups(first));
    expect(before.nextChangeAtMs).toBe(first.nextChangeAtMs);
    world.setNow(new Date(first.nextChangeAtMs).toISOString());
    const after = await wallNow();
    expect(after.nextChangeAtMs).toBeGreaterThan(first.nextChangeAtMs);
    expectSame(after, tellAll(world, first.nextChangeAtMs));
    world.setNow('2026-11-23T15:00:00Z');
    const later = await wallNow();
    expect(later.breached).toBeGreaterThan(first.breached);
    expectSame(later, tellAll(world, instant('2026-11-23T15:00:00Z')));
  });

  it('counts an escalation from when it was asked for until it is accepted, returned or undone', async () => {
    const ESCALATE = {
      kind: 'escalate',
      to: 'L2',
      why: 'routing',
      tried: 'reset',
      evidence: null,
      nextStep: 'look',
    } as const;
    const [one, two] = [await desk.open(), await desk.open()];
    world.setNow('2026-11-23T09:10:00Z');
    await desk.run(one.id, ESCALATE);
    world.setNow('2026-11-23T09:20:00Z');
    const { commandId } = await desk.run(two.id, ESCALATE);
    const { escalations } = await wallNow();
    expect(escalations.total).toBe(2);
    expect(escalations.rows.map(({ row, sinceMs }) => [row.id, sinceMs])).toEqual([
      [one.id, instant('2026-11-23T09:10:00Z')],
      [two.id, instant('2026-11-23T09:20:00Z')],
    ]);
    await desk.undo(commandId);
    expect((await wallNow()).escalations.rows.map(({ row }) => row.id)).toEqual([one.id]);
    await desk.run(one.id, { kind: 'resolve', text: 'done' });
    expect((await wallNow()).escalations).toEqual({ total: 0, rows: [] });
  });

  it('lists what no lead has acknowledged, as steering does, and turns when the next step is reached', async () => {
    const first = await wallNow();
    const { escalations, nextAtMs } = await world.call('steering:list-escalations', {});
    expect(first.leads).toEqual({ total: escalations.length, rows: escalations.slice(0, 24) });
    expect(first.nextChangeAtMs).toBeLessThanOrEqual(nextAtMs ?? Infinity);
    const { id } = await desk.open({ priority: 'P1', impact: 'high', urgency: 'high' });
    const mine = async () => (await wallNow()).leads.rows.find(({ row }) => row.id === id)?.step;
    expect([(await wallNow()).leads.total, await mine()]).toEqual([escalations.length + 1, 'creation']);
    world.become({ role: 'lead' });
    await desk.run(id, { kind: 'acknowledge' });
    expect(await mine()).toBeUndefined();
    world.setNow('2026-11-23T11:00:00Z');
    expect(await mine()).toBe('half');
  });

  it('keeps the begin of a wait that is prolonged, and forgets one that is over', async () => {
    const { id } = await desk.open();
    const wait = { kind: 'waitForCustomer', reason: 'a log file', wakeAtMs: null, remindAtMs: null } as const;
    const mine = async () => (await wallNow()).waits.rows.find(({ row }) => row.id === id)?.sinceMs;
    world.setNow('2026-11-23T09:05:00Z');
    // More of them wait longer than the wall lists.
    world.core.database.connection.exec('UPDATE ticket SET waiting_since_ms = NULL');
    await desk.run(id, wait);
    world.setNow('2026-11-23T10:00:00Z');
    await desk.run(id, { ...wait, reason: 'two log files' });
    expect(await mine()).toBe(instant('2026-11-23T09:05:00Z'));
    await desk.run(id, { kind: 'customerAnswered', text: 'here they are' });
    expect(await mine()).toBeUndefined();
    world.setNow('2026-11-23T11:00:00Z');
    await desk.run(id, { kind: 'waitForOther', waitedFor: 'vendor', reason: 'a part' });
    expect(await mine()).toBe(instant('2026-11-23T11:00:00Z'));
    await desk.run(id, { kind: 'resolve', text: 'done' });
    expect(await mine()).toBeUndefined();
  });

  it('lists who has hours that run out, and no longer once there are more', async () => {
    world.become({ role: 'lead' });
    const ledger = ledgerOf(world);
    const id = await ledger.customer('Somebody', 'gold', '2026-01-01T00:00:00Z');
    const mine = async () => (await wallNow()).hours.rows.find(({ customerId }) => customerId === id)?.alert;
    expect(await mine()).toBeUndefined();
    await ledger.log(id, '2026-11-23T06:00:00Z', '2026-11-23T07:30:00Z');
    expect(await mine()).toEqual({
      kind: 'nearlyUsed',
      leftMin: 30,
      grantedMin: 120,
      atMs: instant('2026-11-30T23:00:00Z'),
    });
    await ledger.log(id, '2026-11-23T07:30:00Z', '2026-11-23T08:00:00Z');
    expect(await mine()).toMatchObject({ kind: 'usedUp', leftMin: 0 });
    // The next month brings the next lot.
    world.setNow('2026-11-30T23:00:00Z');
    expect(await mine()).toBeUndefined();
  });

  it('lists the sessions of the local day and the windows of the next 24 hours', async () => {
    world.become({ role: 'lead' });
    const coaching = coachingOf(world);
    const id = await ledgerOf(world).customer('Somebody', 'gold');
    world.become({ role: 'expert', name: 'Eva' });
    const today = await coaching.plan(id, '2026-11-23T13:00:00Z', '2026-11-23T14:00:00Z');
    const tomorrow = await coaching.plan(id, '2026-11-23T23:00:00Z', '2026-11-24T00:00:00Z');
    const { sessions, windows } = await wallNow();
    const mine = sessions.filter(({ customerId }) => customerId === id);
    expect(mine.map((session) => session.id)).toEqual([today.row.id]);
    world.setNow('2026-11-23T23:00:00Z');
    expect((await wallNow()).sessions.map((session) => session.id)).toContain(tomorrow.row.id);
    expect(windows).toEqual([]);
    // The first Wednesday of December begins 15 hours later.
    world.setNow('2026-12-01T08:00:00Z');
    const ahead = await wallNow();
    expect(ahead.windows.map(({ platform, startMs }) => [platform, startMs])).toEqual([
      ['NGP', instant('2026-12-01T23:00:00Z')],
      ['NUP', instant('2026-12-01T23:00:00Z')],
    ]);
    world.setNow('2026-11-30T22:59:59Z');
    const before = await wallNow();
    expect(before.windows).toEqual([]);
    expect(before.nextChangeAtMs).toBe(instant('2026-11-30T23:00:00Z'));
  });

  it('is whole again on the first look at a database that is older than the wall', async () => {
    const { id } = await desk.open();
    await desk.run(id, { kind: 'escalate', to: 'L2', why: 'routing', tried: 'x', evidence: null, nextStep: 'y' });
    const before = await wallNow();
    expect([before.waits.total, before.escalations.total].every((count) => count > 0)).toBe(true);
    const { connection } = world.core.database;
    connection.exec('UPDATE ticket SET waiting_since_ms = NULL, escalated_at_ms = NULL');
    expect((await wallNow()).waits.rows).toEqual([]);
    const sql = MIGRATIONS.find(({ version }) => version === 140)?.sql ?? '';
    connection.exec(sql.slice(sql.indexOf('UPDATE ticket')));
    const after = await wallNow();
    expect([after.waits, after.escalations]).toEqual([before.waits, before.escalations]);
  });

  it('is the same for everybody', async () => {
    const first = await wallNow();
    world.become({ name: 'lou', role: 'expert', level: 'L3' });
    expect(await wallNow()).toEqual(first);
  });
});
