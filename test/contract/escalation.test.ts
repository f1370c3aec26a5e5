import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { readClock } from '../../shared/sla/clock.ts';
import type { QueueRow } from '../../shared/ipc/schemas.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;
beforeEach(() => {
  world = createWorld();
  desk = deskOf(world);
});
afterEach(() => world.close());

const ESCALATE = {
  ...({ kind: 'escalate', to: 'L2', why: 'routing', tried: 'reset' } as const),
  ...{ evidence: 'trace.pcap', nextStep: 'capture' },
};
const ACCEPT = { kind: 'acceptEscalation' } as const;
const RETURN = { kind: 'returnEscalation', reason: 'nothing tried' } as const;
const clockOf = ({ resolution }: QueueRow, at: string) => readClock(resolution, world.core.rules, instant(at));

describe('an escalation', () => {
  it('stands in the inbox of the level that is asked, until it answers', async () => {
    const { id } = await desk.open({ assignee: 'tester' });
    await desk.run(id, ESCALATE);
    const inbox = async () => {
      const counts = await world.call('queue:get-counts', {
        filter: EMPTY_FILTER,
      });
      const ids = await desk.ids({ view: 'escalated' });
      expect(counts.views.escalated).toBe(ids.length);
      return ids;
    };
    expect(await inbox()).toEqual([]);
    world.become({ name: 'bo', level: 'L3' });
    expect(await inbox()).toEqual([]);
    world.become({ level: 'L2' });
    expect(await inbox()).toEqual([id]);
    expect((await desk.detail(id)).row).toMatchObject({ level: 'L1', assignee: 'tester', escalatedTo: 'L2' });
    const { row } = await desk.run(id, ACCEPT);
    expect(row).toMatchObject({ level: 'L2', assignee: 'bo', escalatedTo: null, owner: 'tester' });
    expect(await inbox()).toEqual([]);
    expect(await desk.ids({ view: 'myLevel' })).toEqual([id]);
  });

  it('is answered by that level or a lead, and by nobody else', async () => {
    const { id } = await desk.open();
    await desk.run(id, ESCALATE);
    for (const command of [ACCEPT, RETURN]) {
      expect(await desk.codeOfRun(id, command)).toBe('ticket/not-your-level');
      world.become({ role: 'expert', level: 'L2' });
      expect(await desk.codeOfRun(id, command)).toBe('access/role');
      world.become({ role: 'agent', level: 'L3' });
      expect(await desk.codeOfRun(id, command)).toBe('ticket/not-your-level');
      world.become({ level: 'L1' });
    }
    world.become({ role: 'lead' });
    expect(await desk.codeOfRun(id, RETURN)).toBe('ok');
  });

  it('that is returned is counted, stays where it was and keeps its owner and its clock', async () => {
    const { id } = await desk.open({ assignee: 'tester' });
    const before = (await desk.detail(id)).row;
    for (let bounces = 1; bounces <= 3; bounces++) {
      await desk.run(id, ESCALATE);
      world.become({ name: 'bo', level: 'L2' });
      await desk.run(id, RETURN);
      world.become({ name: 'tester', level: 'L1' });
      expect(await desk.detail(id)).toMatchObject({
        bounceCount: bounces,
        row: { level: 'L1', assignee: 'tester', owner: 'tester', escalatedTo: null, resolution: before.resolution },
      });
    }
    expect(await desk.codeOfRun(id, ACCEPT)).toBe('ticket/not-escalated');
  });

  it('goes on from level to level, and what was said is kept', async () => {
    const { id } = await desk.open();
    await desk.run(id, ESCALATE);
    expect(await desk.codeOfRun(id, { ...ESCALATE, to: 'L3' })).toBe('ticket/already-escalated');
    world.become({ name: 'bo', level: 'L2' });
    await desk.run(id, ACCEPT);
    expect(await desk.codeOfRun(id, ESCALATE)).toBe('ticket/not-higher');
    await desk.run(id, { ...ESCALATE, to: 'L3' });
    const { events } = await desk.detail(id);
    expect(events.filter(({ kind }) => kind === 'escalated').map(({ payload }) => payload)).toMatchObject([
      { from: 'L1', to: 'L2', why: 'routing', tried: 'reset', evidence: 'trace.pcap', nextStep: 'capture' },
      { from: 'L2', to: 'L3' },
    ]);
  });

  it('from L2 that L3 returns stays at L2, and is asked for again', async () => {
    const { id } = await desk.open({ assignee: 'tester' });
    await desk.run(id, ESCALATE);
    world.become({ name: 'bo', level: 'L2' });
    await desk.run(id, ACCEPT);
    await desk.run(id, { ...ESCALATE, to: 'L3' });
    world.become({ name: 'cy', level: 'L3' });
    expect(await desk.ids({ view: 'escalated' })).toEqual([id]);
    await desk.run(id, RETURN);
    expect(await desk.ids({ view: 'escalated' })).toEqual([]);
    expect(await desk.detail(id)).toMatchObject({
      ...{ bounceCount: 1, row: { level: 'L2', assignee: 'bo', owner: 'tester', escalatedTo: null } },
    });
    world.become({ name: 'bo', level: 'L2' });
    await desk.run(id, { ...ESCALATE, to: 'L3' });
    world.become({ name: 'cy', level: 'L3' });
    expect((await desk.run(id, ACCEPT)).row).toMatchObject({ level: 'L3', assignee: 'cy', owner: 'tester' });
    expect((await desk.detail(id)).bounceCount).toBe(1);
  });
});

describe('engaging Cloud Expertise', () => {
  const ENGAGE = { kind: 'engageExpertise', why: 'architecture' } as const;

  it.each([
    ['standard', 'expertise/not-entitled'],
    ['bronze', 'expertise/not-dated'],
    ['silver', 'ok'],
    ['gold', 'ok'],
  ])('of a %s customer: %s', async (tier, code) => {
    const { id } = await desk.open({ newCustomerTier: tier });
    const { entitlement } = await desk.detail(id);
    expect(entitlement.tier).toBe(tier);
    world.become({ role: 'expert' });
    expect(await desk.codeOfRun(id, ENGAGE)).toBe('access/role');
    world.become({ role: 'agent' });
    expect(await desk.codeOfRun(id, ENGAGE)).toBe(code);
    world.become({ role: 'lead' });
    expect(await desk.codeOfRun(id, ENGAGE)).toBe(code === 'ok' ? 'expertise/already-engaged' : 'ok');
    const { row, expertiseAtMs } = await desk.detail(id);
    expect(expertiseAtMs).toBe(instant('2026-11-23T09:00:00Z'));
    // It is not a level, and the ticket stays where it is.
    expect(row).toMatchObject({ level: 'L1', escalatedTo: null });
  });
});

describe('the ledger opens the door where the tier alone does not', () => {
  const ENGAGE = { kind: 'engageExpertise', why: 'architecture' } as const;
  const customerOf = async (id: number): Promise<number> => (await desk.detail(id)).customerId ?? 0;

  it('a pack, for any customer', async () => {
    const { id } = await desk.open({ newCustomerTier: 'standard' });
    const pack = { minutes: 300, fromMs: instant('2026-11-01T00:00:00Z'), untilMs: null, order: 'CMD-7', note: null };
    await world.call('expertise:add-pack', { customerId: await customerOf(id), ...pack });
    expect(await desk.codeOfRun(id, ENGAGE)).toBe('ok');
  });

  it.each([
    ['2026-09-02T08:00:00Z', 'ok'],
    ['2026-08-31T08:00:00Z', 'expertise/first-months-over'],
  ])('BRONZE since %s: %s', async (since, code) => {
    const { id } = await desk.open({ newCustomerTier: 'bronze' });
    world.become({ role: 'lead' });
    const dated = { id: await customerOf(id), sinceMs: instant(since), note: null };
    await world.call('customer:date-tier', dated);
    world.become({ role: 'agent' });
    expect(await desk.codeOfRun(id, ENGAGE)).toBe(code);
  });
});

describe('a merger', () => {
  it('closes one ticket for the other, keeps both histories, and can be taken back', async () => {
    const [a, b] = [await desk.open(), await desk.open({ title: 'VPN down too' })];
    await desk.run(a.id, { kind: 'note', text: 'of the first' });
    await desk.run(b.id, { kind: 'note', text: 'of the second' });
    world.setNow('2026-11-23T11:00:00Z');
    const { row } = await desk.run(a.id, { kind: 'mergeInto', ticketId: b.id });
    expect(row?.state).toBe('closed');
    expect(clockOf(row as QueueRow, '2026-11-25T00:00:00Z')).toMatchObject({ state: 'met', elapsedMs: 7_200_000 });
    expect(await desk.ids()).toEqual([b.id]);
    expect((await desk.detail(a.id)).mergedInto).toEqual({ ticketId: b.id, reference: b.reference });
    const kinds = async (id: number) => (await desk.detail(id)).events.map(({ kind }) => kind);
    expect(await kinds(b.id)).toEqual(['opened', 'commented', 'tookIn']);
    world.setNow('2026-11-23T15:00:00Z');
    expect(await desk.codeOfRun(a.id, { kind: 'reopen', reason: 'x' })).toBe('ticket/merged');
    const unmerged = (await desk.run(a.id, { kind: 'unmerge' })).row as QueueRow;
    expect(unmerged.state).toBe('active');
    // Two hours had run of twelve.
    expect(clockOf(unmerged, '2026-11-23T15:00:00Z').dueAtMs).toBe(instant('2026-11-24T01:00:00Z'));
    expect(await kinds(a.id)).toEqual(['opened', 'commented', 'merged', 'unmerged']);
    expect(await kinds(b.id)).toEqual(['opened', 'commented', 'tookIn', 'gaveBack']);
  });

  it('of several into one leaves that one, and one undo brings all back', async () => {
    const ids = [];
    for (let i = 0; i < 4; i++) ids.push((await desk.open()).id);
    const target = ids[1] ?? 0;
    const result = await desk.run(ids, { kind: 'mergeInto', ticketId: target });
    expect(result).toMatchObject({ changed: 3, skipped: [{ id: target, code: 'ticket/itself' }] });
    expect(await desk.ids()).toEqual([target]);
    expect((await desk.detail(target)).events.filter(({ kind }) => kind === 'tookIn')).toHaveLength(3);
    expect(await desk.codeOfRun(target, { kind: 'mergeInto', ticketId: ids[0] ?? 0 })).toBe('ticket/other-merged');
    await desk.undo();
    expect((await desk.ids()).sort()).toEqual(ids.sort());
  });
});

describe('the next ticket', () => {
  it('is the one that is due first of my level that is nobody’s and does not wait for the customer', async () => {
    const at = async (iso: string, facts: Parameters<typeof desk.open>[0]) => {
      world.setNow(iso);
      return (await desk.open(facts)).id;
    };
    const later = await at('2026-11-23T09:00:00Z', { title: 'later' });
    const sooner = await at('2026-11-23T09:01:00Z', { title: 'sooner', priority: 'P1', urgency: 'high' });
    const waiting = await at('2026-11-23T08:00:00Z', { title: 'waiting', priority: 'P1', urgency: 'high' });
    const taken = await at('2026-11-23T08:10:00Z', { title: 'taken', priority: 'P1', urgency: 'high' });
    const elsewhere = await at('2026-11-23T08:20:00Z', { title: 'L2', priority: 'P1', urgency: 'high' });
    const done = await at('2026-11-23T08:30:00Z', { title: 'done', priority: 'P1', urgency: 'high' });
    const noDue = await at('2026-11-22T08:30:00Z', { title: 'best effort', customer: 'Sète', newCustomerTier: null });
    world.setNow('2026-11-23T09:30:00Z');
    await desk.run(waiting, { kind: 'waitForCustomer', reason: 'x', wakeAtMs: null, remindAtMs: null });
    await desk.run(taken, { kind: 'assign', assignee: 'cy' });
    await desk.run(done, { kind: 'resolve', text: 'x' });
    await desk.run(elsewhere, ESCALATE);
    world.become({ name: 'bo', level: 'L2' });
    await desk.run(elsewhere, ACCEPT, { kind: 'assign', assignee: null });
    world.become({ name: 'tester', level: 'L1' });
    const order = [];
    for (let i = 0; i < 3; i++) order.push((await world.call('ticket:take-next', {})).row.id);
    expect(order).toEqual([sooner, later, noDue]);
    expect(await desk.ids({ view: 'mine' })).toEqual(expect.arrayContaining(order));
    const refused = await world.reply('ticket:take-next', {});
    expect(refused).toMatchObject({ error: { code: 'ticket/none-left', values: { level: 'L1' } } });
    world.become({ level: 'L2' });
    const { row, commandId } = await world.call('ticket:take-next', {});
    expect(row).toMatchObject({ id: elsewhere, assignee: 'tester', level: 'L2' });
    await desk.undo(commandId);
    expect(codeOf(await world.reply('ticket:take-next', {}))).toBe('ok');
  });
});
