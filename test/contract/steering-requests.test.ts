import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { RequestPage } from '../../shared/ipc/steering-schemas.ts';
import { parseMonth } from '../../shared/expertise/month.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

type Order = CallInput<'steering:ask'>['order'];
type Line = CallOutput<'steering:ask'>;

let world: World;
let ledger: ReturnType<typeof ledgerOf>;
let customerId: number;
const OCTOBER = parseMonth('2026-10') ?? 0;
const path = tempPaths();
const REASON = { reason: 'forgotten in October' };

beforeEach(async () => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  ledger = ledgerOf(world);
  be('lea', 'lead');
  customerId = await ledger.customer('Nordlys', 'gold');
  await world.call('expertise:close-month', { month: OCTOBER });
});
afterEach(() => world.close());

const be = (name: string, role: 'agent' | 'lead' | 'expert'): void => world.become({ name, role });
const late = (more: Partial<CallInput<'expertise:log-work'>> = {}): Order => ({
  kind: 'logWork',
  work: ledger.work(customerId, '2026-10-20T08:00:00Z', '2026-10-20T09:00:00Z', more),
});
const ask = async (order: Order = late()): Promise<Line> => {
  be('eva', 'expert');
  return world.call('steering:ask', { order, ...REASON });
};
const look = (id: string): Promise<RequestPage> => world.call('steering:get-request', { id });
const approve = async (id: string, reason: string | null = null): Promise<Line> => {
  be('lea', 'lead');
  const { version, basis } = await look(id);
  return world.call('steering:approve', { id, expectedVersion: version, basis, reason });
};
const octoberOf = async () => (await ledger.ledger(customerId)).months.find(({ month }) => month === OCTOBER);

describe('asking a lead for what a closed month refuses', () => {
  it('keeps the whole of it, tells what it would change, and changes nothing', async () => {
    const before = await ledger.ledger(customerId);
    const line = await ask();
    expect(line).toMatchObject({ exception: 'closedMonth', state: 'waiting', subject: 'Nordlys', version: 1 });
    expect(line.order).toMatchObject({ kind: 'logWork', work: { expert: 'eva', customerId } });
    expect(await ledger.ledger(customerId)).toEqual(before);
    const { consequences, refusal } = await look(line.id);
    expect(refusal).toBeNull();
    if (consequences?.kind !== 'ledger') throw new Error('the ledger is what changes');
    expect(consequences.months).toHaveLength(1);
    expect(consequences.months[0]).toMatchObject({
      ...{ month: OCTOBER, isClosed: true },
      ...{ before: { chargedMin: 0, expiredMin: 120 }, after: { chargedMin: 60, coveredMin: 60, expiredMin: 60 } },
    });
    expect(consequences.lots).toHaveLength(1);
    expect(consequences.lots[0]).toMatchObject({ usedBeforeMin: 0, lot: { usedMin: 60 } });
    expect(await ledger.ledger(customerId)).toEqual(before);
  });

  it('asks once: the same question that waits is given back', async () => {
    const line = await ask();
    expect(await ask()).toEqual(line);
    expect(await world.call('steering:list-requests', {})).toHaveLength(1);
    expect((await ask(late({ note: 'another' }))).id).not.toBe(line.id);
  });

  it('is refused where no lead is needed, where a lead could not allow it either, and to agents', async () => {
    be('eva', 'expert');
    const open = { kind: 'logWork', work: ledger.work(customerId, '2026-11-20T08:00:00Z', '2026-11-20T09:00:00Z') };
    const codeOfAsk = async (order: unknown) =>
      codeOf(await world.reply('steering:ask', { order: order as Order, ...REASON }));
    expect(await codeOfAsk(open)).toBe('request/not-needed');
    expect(await codeOfAsk(late({ ticketId: 99 }))).toBe('ticket/unknown');
    expect(await codeOfAsk(late({ expert: 'ada' }))).toBe('work/other-expert');
    be('ann', 'agent');
    expect(await codeOfAsk(late())).toBe('access/role');
  });

  it('is seen by whoever asked, and by leads', async () => {
    const { id } = await ask();
    be('bob', 'expert');
    expect(await world.call('steering:list-requests', {})).toEqual([]);
    expect(codeOf(await world.reply('steering:get-request', { id }))).toBe('request/not-yours');
    be('lea', 'lead');
    expect(await world.call('steering:list-requests', {})).toHaveLength(1);
    expect(codeOf(await world.reply('steering:get-request', { id: crypto.randomUUID() }))).toBe('request/unknown');
  });

  it('can be withdrawn by whoever asked alone', async () => {
    const { id } = await ask();
    be('bob', 'expert');
    expect(codeOf(await world.reply('steering:withdraw', { id, expectedVersion: 1 }))).toBe('request/not-yours');
    be('eva', 'expert');
    expect(await world.call('steering:withdraw', { id, expectedVersion: 1 })).toMatchObject({ state: 'withdrawn' });
    be('lea', 'lead');
    const approving = { id, expectedVersion: 2, basis: '', reason: null };
    expect(codeOf(await world.reply('steering:approve', approving))).toBe('request/decided');
  });
});

describe('a lead’s decision', () => {
  it('posts the work in the asker’s name with the approval, and leaves the month closed for all else', async () => {
    const { id } = await ask();
    expect(await approve(id, 'the customer knows')).toMatchObject({
      ...{ state: 'approved', version: 2 },
      decided: { by: 'lea', reason: 'the customer knows' },
    });
    const [entry] = (await ledger.ledger(customerId)).work;
    expect(entry).toMatchObject({ expert: 'eva', recordedBy: 'eva', approvedBy: 'lea', chargedMin: 60 });
    expect(await octoberOf()).toMatchObject({ chargedMin: 60 });
    be('eva', 'expert');
    const more = ledger.work(customerId, '2026-10-21T08:00:00Z', '2026-10-21T09:00:00Z');
    expect(codeOf(await world.reply('expertise:log-work', more))).toBe('ledger/month-closed');
    expect((await world.call('steering:list-requests', {}))[0]).toMatchObject({ id, state: 'approved' });
  });

  it('does what was looked at or nothing', async () => {
    const { id } = await ask();
    be('lea', 'lead');
    const { basis } = await look(id);
    await world.call('expertise:grant-goodwill', {
      ...{ customerId, minutes: 30, fromMs: instant('2026-11-01T00:00:00Z'), untilMs: null, reason: 'sorry' },
    });
    const same = await world.reply('steering:approve', { id, expectedVersion: 1, basis, reason: null });
    expect(codeOf(same)).toBe('ok');
    const { id: other } = await ask(late({ endMs: instant('2026-10-20T11:00:00Z'), overageReason: 'longer' }));
    be('lea', 'lead');
    const looked = await look(other);
    be('eva', 'expert');
    const dawn = { startMs: instant('2026-10-19T08:00:00Z'), endMs: instant('2026-10-19T09:00:00Z') };
    const { id: first } = await ask(late({ ...dawn, overageReason: 'earlier' }));
    await approve(first);
    const stale = { id: other, expectedVersion: 1, basis: looked.basis, reason: null };
    expect(codeOf(await world.reply('steering:approve', stale))).toBe('request/other-consequences');
    expect(codeOf(await world.reply('steering:approve', { ...stale, expectedVersion: 7 }))).toBe('request/changed');
  });

  it('approves what no lot covers with it', async () => {
    const { id } = await ask(
      late({ endMs: instant('2026-10-20T11:00:00Z'), overageReason: 'the migration could not wait' }),
    );
    await approve(id);
    const [entry] = (await ledger.ledger(customerId)).work;
    expect(entry).toMatchObject({ overageMin: 60, overageState: 'approved', decision: { by: 'lea' } });
    expect(await world.call('expertise:list-pending', {})).toEqual([]);
  });

  it('is a lead’s, once, and is undone by the same lead: the work is taken back and the request waits again', async () => {
    const { id } = await ask();
    const sealed = await octoberOf();
    be('eva', 'expert');
    const early = { id, expectedVersion: 1, reason: 'x' };
    expect(codeOf(await world.reply('steering:refuse', early))).toBe('access/role');
    await approve(id);
    expect(codeOf(await world.reply('steering:refuse', { ...early, expectedVersion: 2 }))).toBe('request/decided');
    be('max', 'lead');
    const undo = { id, expectedVersion: 2, reason: 'a mistake' };
    expect(codeOf(await world.reply('steering:reopen', undo))).toBe('request/not-your-decision');
    be('lea', 'lead');
    expect(await world.call('steering:reopen', undo)).toMatchObject({ state: 'waiting', version: 3, decided: null });
    expect(await octoberOf()).toEqual(sealed);
    expect((await ledger.ledger(customerId)).work[0]?.reversed).toMatchObject({ by: 'lea', reason: 'a mistake' });
    await world.call('steering:refuse', { id, expectedVersion: 3, reason: 'order a pack' });
    be('eva', 'expert');
    const [told] = await world.call('steering:list-requests', {});
    expect(told).toMatchObject({ state: 'refused', decided: { by: 'lea', reason: 'order a pack' } });
    expect((await look(id)).trail.map(({ kind, actor }) => `${actor} ${kind}`)).toEqual([
      ...['eva asked', 'lea approved', 'lea reopened', 'lea refused'],
    ]);
  });

  it('takes work of a closed month back where that was asked', async () => {
    be('lea', 'lead');
    await world.call('expertise:reopen-month', { month: OCTOBER, reason: 'set-up' });
    be('eva', 'expert');
    const { workId } = await ledger.log(customerId, '2026-10-20T08:00:00Z', '2026-10-20T09:00:00Z');
    be('lea', 'lead');
    await world.call('expertise:close-month', { month: OCTOBER });
    const { id } = await ask({ kind: 'reverseWork', customerId, workId, reason: 'twice' });
    const line = await approve(id);
    expect(await octoberOf()).toMatchObject({ chargedMin: 0 });
    const undo = { id, expectedVersion: line.version, reason: 'x' };
    expect(codeOf(await world.reply('steering:reopen', undo))).toBe('request/stays');
    expect((await look(id)).state).toBe('approved');
  });
});

describe('back-dating', () => {
  it('of work is limited by the policy, and allowed on request', async () => {
    be('lea', 'lead');
    await world.call('expertise:reopen-month', { month: OCTOBER - 1, reason: 'September is open' });
    be('eva', 'expert');
    const old = ledger.work(customerId, '2026-09-01T08:00:00Z', '2026-09-01T09:00:00Z');
    expect(codeOf(await world.reply('expertise:log-work', old))).toBe('work/too-far-back');
    expect((await world.call('expertise:preview-work', old)).refusal?.code).toBe('work/too-far-back');
    const { id, exception } = await ask({ kind: 'logWork', work: old });
    expect(exception).toBe('backDating');
    await approve(id);
    expect((await ledger.ledger(customerId)).work[0]).toMatchObject({ expert: 'eva', approvedBy: 'lea' });
  });

  it('of a ticket shows what becomes of its clock, is recorded in the asker’s name, and undone', async () => {
    const desk = deskOf(world);
    world.setNow('2026-11-10T08:00:00Z');
    be('ann', 'agent');
    const { id: ticketId } = await desk.open({ priority: 'P1', impact: 'high', urgency: 'high' });
    world.setNow('2026-11-23T09:00:00Z');
    const resolve = { kind: 'resolve', text: 'a cable', atMs: instant('2026-11-10T09:00:00Z') } as const;
    expect(await desk.codeOfRun(ticketId, resolve)).toBe('ticket/too-far-back');
    const order = { kind: 'ticketCommands', ticketId, commands: [resolve] } as const;
    const { id } = await world.call('steering:ask', { order: { ...order, commands: [...order.commands] }, ...REASON });
    be('lea', 'lead');
    const { consequences } = await look(id);
    if (consequences?.kind !== 'ticket') throw new Error('a ticket is what changes');
    expect(consequences.before).toMatchObject({ state: 'new', resolution: { kind: 'running' } });
    expect(consequences.after).toMatchObject({
      state: 'resolved',
      resolution: { kind: 'stopped', hasBreached: false },
    });
    expect((await desk.detail(ticketId)).row.state).toBe('new');
    const line = await approve(id);
    const detail = await desk.detail(ticketId);
    expect(detail.row.state).toBe('resolved');
    expect(detail.events.at(-1)).toMatchObject({ actor: 'ann', kind: 'resolved', payload: { approvedBy: 'lea' } });
    await world.call('steering:reopen', { id, expectedVersion: line.version, reason: 'a mistake' });
    expect((await desk.detail(ticketId)).row.state).toBe('new');
    be('ann', 'agent');
    expect(await desk.codeOfRun(ticketId, resolve)).toBe('ticket/too-far-back');
  });

  it('goes by the policy in force', async () => {
    be('lea', 'lead');
    const { shippedJson } = await world.call('policy:list', {});
    const policy = { ...JSON.parse(shippedJson), backDating: { ticketDays: 1, workDays: null } };
    await world.call('policy:save', {
      ...{ fromMs: instant('2026-11-23T09:00:00Z'), policyJson: JSON.stringify(policy), note: null },
    });
    const desk = deskOf(world);
    world.setNow('2026-11-20T08:00:00Z');
    const { id } = await desk.open();
    world.setNow('2026-11-23T09:00:01Z');
    be('ann', 'agent');
    const said = { kind: 'respond', by: 'call', subject: null, text: 'hello' } as const;
    expect(await desk.codeOfRun(id, { ...said, atMs: instant('2026-11-22T08:00:00Z') })).toBe('ticket/too-far-back');
    expect(await desk.codeOfRun(id, { ...said, atMs: instant('2026-11-22T10:00:00Z') })).toBe('ok');
  });
});

describe('requests', () => {
  it('are the fold of events that nobody changes', async () => {
    const file = path();
    world.close();
    world = createWorld({ now: '2026-11-23T09:00:00Z', path: file });
    ledger = ledgerOf(world);
    be('lea', 'lead');
    customerId = await ledger.customer('Nordlys', 'gold');
    await world.call('expertise:close-month', { month: OCTOBER });
    const { id } = await ask();
    await approve(id);
    const told = await world.call('steering:list-requests', {});
    const { connection } = world.core.database;
    expect(() => connection.exec("UPDATE request_event SET kind = 'refused'")).toThrow('append-only');
    expect(() => connection.exec('DELETE FROM request_event')).toThrow('append-only');
    world.close();
    world = createWorld({ now: '2026-11-24T09:00:00Z', path: file });
    be('lea', 'lead');
    expect(await world.call('steering:list-requests', {})).toEqual(told);
  });
});

describe('requests in the audit', () => {
  const ALL = { actor: '', ticket: '', kind: null, fromMs: null, toMs: null, isVoided: null };
  const rowsOf = async (filter: Partial<typeof ALL> | { kind: string }) =>
    (await world.call('audit:list', { filter: { ...ALL, ...filter }, before: null, limit: 50 })).rows.filter(
      ({ request }) => request !== null,
    );

  it('tell who asked for what and who decided, page by page, and never what the order says', async () => {
    const { id } = await ask();
    await approve(id, 'fits the contract');
    const rows = await rowsOf({});
    expect(rows.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['request.approved', 'lea'],
      ['request.asked', 'eva'],
    ]);
    expect(rows[1]).toMatchObject({ request: { id, by: 'eva' }, customer: 'Nordlys', ticket: null, payload: {} });
    expect(rows[1]?.changes).toEqual([
      { fact: 'exception', before: null, after: 'closedMonth' },
      { fact: 'reason', before: null, after: REASON.reason },
    ]);
    expect(rows[0]?.changes).toEqual([{ fact: 'reason', before: null, after: 'fits the contract' }]);
    expect(await rowsOf({ kind: 'request.asked' })).toHaveLength(1);
    expect(await rowsOf({ ticket: 'VIG' })).toEqual([]);
    expect(await world.call('audit:list-kinds', {})).toContain('request.approved');

    const seen: string[] = [];
    for (let before: CallInput<'audit:list'>['before'] = null; ;) {
      const page: CallOutput<'audit:list'> = await world.call('audit:list', { filter: ALL, before, limit: 1 });
      seen.push(...page.rows.map(({ kind }) => kind));
      if (page.next === null) break;
      before = page.next;
    }
    expect(seen).toEqual(
      (await world.call('audit:list', { filter: ALL, before: null, limit: 50 })).rows.map(({ kind }) => kind),
    );
  });

  it('are found by the ticket that they are about', async () => {
    const desk = deskOf(world);
    be('ann', 'agent');
    world.setNow('2026-11-09T09:00:00Z');
    const { id: ticketId, reference } = await desk.open();
    world.setNow('2026-11-23T09:00:00Z');
    const commands = [{ kind: 'resolve', text: 'a cable', atMs: instant('2026-11-10T09:00:00Z') } as const];
    const { id } = await world.call('steering:ask', {
      order: { kind: 'ticketCommands', ticketId, commands },
      ...REASON,
    });
    const [row, ...others] = await rowsOf({ ticket: reference });
    expect(others).toEqual([]);
    expect(row).toMatchObject({ request: { id, by: 'ann' }, ticket: { id: ticketId, reference, isListed: true } });
    expect(await rowsOf({ ticket: 'VIG-9' })).toEqual([]);
  });
});
