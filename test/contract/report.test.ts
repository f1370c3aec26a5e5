import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { ReportPage } from '../../shared/ipc/report-schemas.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { FIGURE_IDS, FIGURES, type FigureId } from '../../shared/report/figures.ts';
import { DEFAULT_POLICY } from '../../shared/sla/policy.ts';
import { coachingOf } from '../support/coaching-calls.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const ALL = { ...EMPTY_FILTER, view: 'all' } as const;
let world: World;
let desk: ReturnType<typeof deskOf>;
beforeEach(() => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  desk = deskOf(world);
});
afterEach(() => world.close());

type Order = CallInput<'report:get'>;
const november = (more: Partial<Order> = {}): Order => ({
  ...{ fromMs: instant('2026-10-31T23:00:00Z'), toMs: instant('2026-11-30T23:00:00Z'), filter: ALL, asOfMs: null },
  ...more,
});
const report = (more: Partial<Order> = {}): Promise<ReportPage> => world.call('report:get', november(more));
const lineOf = ({ lines }: ReportPage, figure: FigureId, by: string | null = null, key: string | null = null) =>
  lines.find((line) => line.figure === figure && line.by === by && line.key === key);
const RESOLVE = { kind: 'resolve', text: 'done' } as const;

describe('a report', () => {
  it('never sums a commitment and an objective: a ticket that was under both is judged by each', async () => {
    const { id } = await desk.open({ priority: 'P1', impact: 'high', urgency: 'high' });
    world.setNow('2026-11-23T14:00:00Z');
    await desk.run(id, {
      kind: 'changePriority',
      impact: 'medium',
      urgency: 'low',
      priority: 'P3',
      reason: 'workaround',
    });
    await desk.run(id, RESOLVE);
    const page = await report();
    // Four hours of a gold P1 were past; 27 of a P3 are not.
    expect(lineOf(page, 'compliance.contractual')).toMatchObject({ n: 1, count: 0 });
    expect(lineOf(page, 'compliance.contractual', 'priority', 'P1')).toMatchObject({ n: 1, count: 0 });
    expect(lineOf(page, 'compliance.internal', 'priority', 'P3')).toMatchObject({ n: 1, count: 1 });
    expect(lineOf(page, 'compliance.internal', 'priority', 'P1')).toBeUndefined();
    expect(lineOf(page, 'breaches.contractual', 'cause', 'unanswered')).toMatchObject({ n: 1 });
    expect(lineOf(page, 'breaches.internal')).toMatchObject({ n: 0 });
  });

  it('has no percentage under five cases, and shows how many there are', async () => {
    for (let i = 0; i < 4; i++) await desk.run((await desk.open()).id, RESOLVE);
    expect(lineOf(await report(), 'compliance.internal')).toMatchObject({ n: 4, count: 4, value: null });
    await desk.run((await desk.open()).id, RESOLVE);
    expect(lineOf(await report(), 'compliance.internal')).toMatchObject({ n: 5, count: 5, value: 100 });
  });

  it('tells why a promise was not kept', async () => {
    const cause = async (open: () => Promise<number>): Promise<string | null | undefined> => {
      world.setNow('2026-11-16T08:00:00Z');
      const id = await open();
      world.setNow('2026-11-23T09:00:00Z');
      const filter = { ...ALL, text: (await desk.detail(id)).row.reference };
      const { lines } = await report({ filter });
      return lines.find(({ figure, by }) => figure === 'breaches.internal' && by === 'cause')?.key;
    };
    const open = async (...commands: Parameters<typeof desk.run>[1][]): Promise<number> => {
      const { id } = await desk.open({ priority: 'P3', priorityReason: 'as agreed' });
      for (const command of commands) await desk.run(id, command);
      return id;
    };
    const answer = { kind: 'respond', by: 'call', subject: null, text: 'looking' } as const;
    const escalate = {
      kind: 'escalate',
      to: 'L2',
      why: 'routing',
      tried: 'reset',
      evidence: null,
      nextStep: 'look',
    } as const;
    const raise = {
      kind: 'changePriority',
      impact: 'high',
      urgency: 'medium',
      priority: 'P2',
      reason: 'worse',
    } as const;
    expect(await cause(() => open())).toBe('unanswered');
    expect(await cause(() => open(answer))).toBe('worked');
    expect(await cause(() => open(answer, escalate))).toBe('escalation');
    expect(await cause(() => open(answer, raise))).toBe('raised');
    expect(await cause(() => open(answer, { kind: 'waitForOther', waitedFor: 'vendor', reason: 'a part' }))).toBe(
      'awaited',
    );
    expect(await cause(() => open(answer, RESOLVE, { kind: 'reopen', reason: 'again' }))).toBe('reopened');
  });

  it('stands beside the period before: the month before a month', async () => {
    world.setNow('2026-10-10T09:00:00Z');
    await desk.run((await desk.open()).id, RESOLVE);
    world.setNow('2026-11-23T09:00:00Z');
    await desk.open();
    const page = await report();
    expect(page.before).toEqual({ fromMs: instant('2026-09-30T22:00:00Z'), toMs: instant('2026-10-31T23:00:00Z') });
    expect(lineOf(page, 'opened')).toMatchObject({ n: 1, before: { n: 1, value: 1 } });
    expect(lineOf(page, 'resolved')).toMatchObject({ n: 0, before: { n: 1 } });
    const { before } = await report({ compare: false });
    expect(before).toBeNull();
    const earlier = await report({ fromMs: instant('2026-09-30T22:00:00Z'), toMs: instant('2026-10-31T23:00:00Z') });
    for (const { figure, by, key, n, count, value, p90, p95 } of earlier.lines) {
      expect(lineOf(page, figure, by, key)?.before).toEqual({ n, count, value, p90, p95 });
    }
  });

  it('counts the experts’ work and the sessions, of the customers of its filter', async () => {
    const [ledger, coaching] = [ledgerOf(world), coachingOf(world)];
    world.become({ name: 'Eva', role: 'expert' });
    const nordlys = await ledger.customer('Nordlys', 'silver');
    const other = await ledger.customer('Other', 'gold');
    await ledger.log(nordlys, '2026-11-03T09:00:00Z', '2026-11-03T10:10:00Z');
    await ledger.log(other, '2026-11-04T09:00:00Z', '2026-11-04T09:20:00Z', { assignment: 'architecture' });
    await ledger.log(other, '2026-10-04T09:00:00Z', '2026-10-04T10:00:00Z');
    await coaching.plan(nordlys, '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');
    const page = await report();
    expect(lineOf(page, 'hours.worked')).toMatchObject({ n: 2, value: 90, before: { n: 1, value: 60 } });
    expect(lineOf(page, 'hours.charged')).toMatchObject({ n: 2, value: 105 });
    expect(lineOf(page, 'hours.worked', 'assignment', 'architecture')).toMatchObject({ n: 1, value: 20 });
    // What is to come is not known yet.
    expect(lineOf(page, 'sessions')).toMatchObject({ n: 0 });
    world.setNow('2026-11-25T09:00:00Z');
    expect(lineOf(await report(), 'sessions', 'state', 'planned')).toMatchObject({ n: 1 });
    const mine = await report({ filter: { ...ALL, customers: ['Nordlys'] } });
    expect(lineOf(mine, 'hours.worked')).toMatchObject({ n: 1, value: 70, before: { n: 0, value: 0 } });
  });

  it('lists the tickets behind each of its lines, as many as it says', async () => {
    await world.core.fillWithSamples();
    const { lines } = await report();
    let compared = 0;
    for (const { figure, by, key, n, count } of lines) {
      const { unit, isOfTickets } = FIGURES[figure];
      // Of these a ticket can be several cases.
      if (!isOfTickets || unit === 'sum' || ['resolved', 'reopened', 'escalated', 'returned'].includes(figure))
        continue;
      const order = { ...november(), figure, by, key };
      const tickets = async (cases: 'all' | 'did' | 'rest') => {
        const { fromMs, toMs, filter, asOfMs } = order;
        return (await world.call('report:get-tickets', { fromMs, toMs, filter, asOfMs, figure, by, key, cases })).total;
      };
      expect([figure, by, key, await tickets('all')]).toEqual([figure, by, key, n]);
      if (unit === 'percent') expect([await tickets('did'), await tickets('rest')]).toEqual([count, n - (count ?? 0)]);
      if (n > 0) compared++;
    }
    expect(compared).toBeGreaterThan(30);
    const { fromMs, toMs, filter, asOfMs } = november();
    const opened = { fromMs, toMs, filter, asOfMs, figure: 'opened', by: null, key: null, cases: 'all' } as const;
    const { rows, ids } = await world.call('report:get-tickets', opened);
    expect(rows.map(({ id }) => id)).toEqual(ids);
  });

  it('says what each ticket counts for: the lengths together are the number, the longest stands first', async () => {
    await world.core.fillWithSamples();
    const { fromMs, toMs, filter, asOfMs } = november();
    const asked = { fromMs, toMs, filter, asOfMs, by: null, key: null, cases: 'all' } as const;
    const page = await report();
    const waits = await world.call('report:get-tickets', { ...asked, figure: 'waited' });
    const amounts = waits.counted.map(({ amount }) => amount);
    expect(amounts.length).toBeGreaterThan(1);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(lineOf(page, 'waited')?.value);
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    const resolved = await world.call('report:get-tickets', { ...asked, figure: 'resolved' });
    expect(resolved.counted.reduce((sum, { n }) => sum + n, 0)).toBe(lineOf(page, 'resolved')?.n);
  });

  it('tells of work without a ticket apart', async () => {
    world.become({ name: 'Eva', role: 'expert' });
    const ledger = ledgerOf(world);
    await ledger.log(await ledger.customer('Nordlys', 'silver'), '2026-11-03T09:00:00Z', '2026-11-03T10:10:00Z');
    const { fromMs, toMs, filter, asOfMs } = november();
    const asked = { fromMs, toMs, filter, asOfMs, by: null, key: null, cases: 'all' } as const;
    const worked = await world.call('report:get-tickets', { ...asked, figure: 'hours.worked' });
    expect(worked).toMatchObject({ total: 0, elsewhere: 1, rows: [] });
  });

  it('says what each figure is, what it reads, and which text defines it', async () => {
    const figures = await world.call('report:list-figures', {});
    expect(figures.map(({ id }) => id)).toEqual(FIGURE_IDS);
    expect(figures.every(({ reads }) => reads.length > 0)).toBe(true);
  });

  it('is a file for whoever leads', async () => {
    await desk.open();
    const order = { ...november(), figures: ['opened' as const], language: 'fr' as const };
    expect(codeOf(await world.reply('report:export', order))).toBe('access/role');
    world.become({ role: 'lead' });
    const { text } = await world.call('report:export', order);
    expect(text).toContain('opened;tickets;;;1;;1;;;0;;0;;');
    expect(text).not.toContain('backlog');
    expect((await world.call('report:export', { ...order, figures: null })).text).toContain('backlog.age;h;');
  });

  it('refuses a period that is none, too many parts, and what is not known yet', async () => {
    const code = async (more: Partial<Order>): Promise<string> =>
      codeOf(await world.reply('report:get', november(more)));
    expect(await code({ toMs: instant('2026-10-31T23:00:00Z') })).toBe('report/span');
    expect(await code({ fromMs: instant('2016-01-01T00:00:00Z') })).toBe('report/span');
    expect(await code({ fromMs: instant('2020-01-01T00:00:00Z') })).toBe('report/too-fine');
    expect(await code({ fromMs: instant('2020-01-01T00:00:00Z'), step: 'week' })).toBe('ok');
    expect(await code({ asOfMs: instant('2026-11-23T09:00:01Z') })).toBe('report/future');
  });

  it('can be left', async () => {
    await world.core.fillWithSamples();
    const asked = world.reply('report:get', november());
    await world.call('report:cancel', {});
    expect(codeOf(await asked)).toBe('report/cancelled');
    expect(lineOf(await report(), 'opened')?.n).toBeGreaterThan(0);
  });
});

describe('a report of what was known at a past instant', () => {
  it('is the one that was made then, whatever was recorded, undone and decided since', async () => {
    const ledger = ledgerOf(world);
    world.setNow('2026-11-10T09:00:00Z');
    await world.core.fillWithSamples();
    const first = await desk.open();
    await desk.run(first.id, { kind: 'waitForCustomer', reason: 'a log file', wakeAtMs: null, remindAtMs: null });
    const second = await desk.open({ priority: 'P1', impact: 'high', urgency: 'high' });
    const { commandId } = await desk.run(second.id, RESOLVE);
    world.become({ role: 'lead' });
    const customer = await ledger.customer('Somebody', 'gold');
    const { workId } = await ledger.log(customer, '2026-11-09T09:00:00Z', '2026-11-09T10:00:00Z');
    world.setNow('2026-11-12T09:00:00Z');
    const then = await report();
    expect(lineOf(then, 'waited')?.value).toBeGreaterThan(0);

    world.setNow('2026-11-12T10:00:00Z');
    await desk.undo(commandId);
    const third = await desk.open();
    await desk.run(third.id, RESOLVE);
    await desk.undo((await desk.run(first.id, RESOLVE)).commandId);
    await world.call('expertise:reverse-work', { customerId: customer, workId, reason: 'not ours' });
    const policy = { ...DEFAULT_POLICY, requestFirstResponse: { calendar: 'always', targetMin: 5 } };
    await world.call('policy:save', {
      fromMs: instant('2026-11-12T10:00:00Z'),
      policyJson: JSON.stringify(policy),
      note: null,
    });
    world.setNow('2026-11-23T09:00:00Z');
    const now = await report();
    expect(now.lines).not.toEqual(then.lines);

    const asOfMs = instant('2026-11-12T09:00:00Z');
    expect(await report({ asOfMs })).toEqual(then);
    const { fromMs, toMs } = november();
    const line = { figure: 'resolved', by: null, key: null, cases: 'all' } as const;
    const behind = await world.call('report:get-tickets', { fromMs, toMs, filter: ALL, asOfMs, ...line });
    expect(behind.ids).toContain(second.id);
    expect(behind.ids).not.toContain(third.id);
  });
});

describe('rows of before there were reports', () => {
  it('are looked at when the first report is asked for', async () => {
    await world.core.fillWithSamples();
    const before = await report();
    const { connection } = world.core.database;
    const kept = connection.prepare('SELECT * FROM ticket_report ORDER BY ticket_id').all();
    expect(kept.length).toBeGreaterThan(50);
    world.close();
    world = createWorld({ now: '2026-11-23T09:00:00Z' });
    await world.core.fillWithSamples();
    world.core.database.connection.exec('DELETE FROM ticket_report');
    expect(await report()).toEqual(before);
    expect(world.heard).toContainEqual({
      name: 'report:progressed',
      payload: { done: kept.length, total: kept.length },
    });
    expect(world.core.database.connection.prepare('SELECT * FROM ticket_report ORDER BY ticket_id').all()).toEqual(
      kept,
    );
  });
});
