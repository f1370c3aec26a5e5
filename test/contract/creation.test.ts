import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readClock } from '../../shared/sla/clock.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { BY_DUE, CALL, codeOf, deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;
beforeEach(() => {
  world = createWorld();
  desk = deskOf(world);
});
afterEach(() => world.close());

const NOW = instant('2026-11-23T09:00:00Z');
const create = async (facts: Partial<typeof CALL>) => codeOf(await world.reply('ticket:create', { ...CALL, ...facts }));

describe('a new ticket', () => {
  it('is open, of Vigie, numbered, owned by who opened it, and its clock reads the creation', async () => {
    const reportedAtMs = instant('2026-11-23T07:00:00Z');
    const row = await desk.open({
      reportedAtMs,
      requester: 'Mme Roy',
      contact: 'roy@nordlys.example',
      platform: 'NUP',
    });
    expect(row).toMatchObject({
      ...{ reference: 'VIG-1001', customer: 'Nordlys', tier: 'gold', state: 'new', level: 'L1', version: 1 },
      ...{ owner: 'tester', assignee: null, openedAtMs: NOW },
    });
    expect(readClock(row.resolution, world.core.rules, NOW)).toMatchObject({
      ...{ elapsedMs: 0, dueAtMs: instant('2026-11-23T21:00:00Z') },
    });
    expect(await desk.detail(row.id)).toMatchObject({
      ...{ source: 'vigie', reportedAtMs, requester: 'Mme Roy', contact: 'roy@nordlys.example', platform: 'NUP' },
      ...{ impact: 'high', urgency: 'medium', category: 'incident', channel: 'phone', language: 'fr' },
    });
    expect((await desk.open()).reference).toBe('VIG-1002');
    expect(await desk.ids({ text: 'roy@nordlys' })).toEqual([row.id]);
  });

  it('of mine is at my level, of others at the first', async () => {
    world.become({ level: 'L2' });
    expect(await desk.open({ assignee: 'tester' })).toMatchObject({ level: 'L2', assignee: 'tester' });
    expect(await desk.open({ assignee: 'bo' })).toMatchObject({ level: 'L1', assignee: 'bo', owner: 'tester' });
  });

  it('of a known customer has that customer’s tier, whatever is said of a new one', async () => {
    await desk.open({ newCustomerTier: 'silver' });
    expect(await desk.open({ newCustomerTier: 'gold' })).toMatchObject({ tier: 'silver' });
    expect(await desk.open({ customer: 'Sète', newCustomerTier: null })).toMatchObject({ tier: 'standard' });
    expect(await create({ customer: 'Other', newCustomerTier: 'platinum' })).toBe('ticket/unknown-tier');
    expect(await create({ customer: 'Other', newCustomerTier: '' })).toBe('ticket/unknown-tier');
  });

  it('whose customer is corrected owes what that customer’s tier says, from its opening on', async () => {
    await desk.open({ customer: 'Sète', newCustomerTier: null });
    const { id } = await desk.open({ customer: 'Nordlys', newCustomerTier: 'gold' });
    const { row } = await desk.run(id, { kind: 'edit', facts: { customer: 'Sète' } });
    expect(row).toMatchObject({ customer: 'Sète', tier: 'standard', resolution: { kind: 'bestEffort' } });
    await desk.undo();
    expect((await desk.detail(id)).row).toMatchObject({ customer: 'Nordlys', tier: 'gold' });
  });

  it('needs a reason for a priority that is not that of the matrix', async () => {
    expect(await create({ priority: 'P1' })).toBe('ticket/override-reason');
    expect(await create({ priority: 'P1', priorityReason: 'the board asked' })).toBe('ok');
    expect(await create({ priority: 'P1', impact: null, urgency: null })).toBe('ok');
    expect(await desk.ids({ text: 'board' })).toHaveLength(1);
  });

  it('was reported up to now, and up to seven days ago for an agent', async () => {
    const DAY = 86_400_000;
    expect(await create({ reportedAtMs: NOW })).toBe('ok');
    expect(await create({ reportedAtMs: NOW + 1 })).toBe('ticket/future');
    expect(await create({ reportedAtMs: NOW - 7 * DAY })).toBe('ok');
    expect(await create({ reportedAtMs: NOW - 7 * DAY - 1 })).toBe('ticket/too-far-back');
    world.become({ role: 'lead' });
    expect(await create({ reportedAtMs: NOW - 30 * DAY })).toBe('ok');
    expect(await create({ reportedAtMs: NOW + 1 })).toBe('ticket/future');
  });

  it('that is refused uses up no number and adds no customer', async () => {
    await create({ customer: 'Other', reportedAtMs: NOW + 1 });
    expect((await desk.open()).reference).toBe('VIG-1001');
    expect((await world.call('customer:find', { text: 'oth' })).length).toBe(0);
  });
});

describe('finding customers and people as somebody types', () => {
  beforeEach(async () => {
    for (const [customer, newCustomerTier, assignee] of [
      ['Société générale', 'gold', 'Zoé'],
      ['Port de Sète', 'bronze', 'bo'],
      ['Nordlys', 'silver', 'bo'],
      ['Nord de France', null, 'tester'],
    ] as const) {
      await desk.open({ customer, newCustomerTier, assignee });
    }
    const done = await desk.open({ customer: 'Nordlys', assignee: 'bo' });
    await desk.run(done.id, { kind: 'resolve', text: 'x' });
    await desk.open({ customer: 'Nordlys' });
  });

  it('folds accents, puts beginnings first, and tells tier, open tickets and hours left', async () => {
    const names = async (text: string) => (await world.call('customer:find', { text })).map(({ name }) => name);
    expect(await names('SOCIETE')).toEqual(['Société générale']);
    expect(await names('nord')).toEqual(['Nordlys', 'Nord de France']);
    expect(await names('s')).toEqual(['Société générale', 'Port de Sète', 'Nordlys']);
    expect(await names('xyz')).toEqual([]);
    expect(await names('%')).toEqual([]);
    expect(await names('')).toHaveLength(4);
    const [nordlys] = await world.call('customer:find', { text: 'nordlys' });
    expect(nordlys).toMatchObject({ tier: 'silver', openTickets: 2, entitlement: { reason: 'tier', leftMin: 120 } });
    // Nobody knows when its three months began.
    expect((await world.call('customer:find', { text: 'port' }))[0]?.entitlement).toMatchObject({
      isEntitled: false,
      reason: 'notDated',
    });
    expect((await world.call('customer:find', { text: 'france' }))[0]?.entitlement).toMatchObject({
      reason: 'none',
      leftMin: 0,
    });
  });

  it('finds everybody who has or had a ticket', async () => {
    expect(await world.call('people:find', { text: 'zoe' })).toEqual([{ name: 'Zoé', openTickets: 1 }]);
    expect(await world.call('people:find', { text: '' })).toEqual([
      { name: 'bo', openTickets: 2 },
      { name: 'Zoé', openTickets: 1 },
      { name: 'tester', openTickets: 1 },
    ]);
  });

  it('the palette finds tickets, customers and people by one text, and nothing by none', async () => {
    const hits = await world.call('palette:search', { text: 'nord' });
    expect(hits.tickets.every(({ customer }) => customer.startsWith('Nord'))).toBe(true);
    expect(hits.tickets).toHaveLength(4);
    expect(hits.customers).toHaveLength(2);
    expect((await world.call('palette:search', { text: 'VIG-1003' })).tickets[0]?.reference).toBe('VIG-1003');
    expect((await world.call('palette:search', { text: 'zoe' })).people).toHaveLength(1);
    const nothing = { tickets: [], customers: [], people: [] };
    for (const text of ['', '  ', '"*^']) expect(await world.call('palette:search', { text })).toEqual(nothing);
  });

  it('counts each filter as its page does, and lists the ids of all', async () => {
    const filters = (['open', 'mine', 'unassigned', 'finished', 'all', 'escalated'] as const).map((view) => ({
      ...EMPTY_FILTER,
      view,
    }));
    filters.push({ ...EMPTY_FILTER, text: 'nordlys' } as never, { ...EMPTY_FILTER, owners: ['@me'] } as never);
    const { counts } = await world.call('queue:count-filters', { filters });
    expect(counts).toEqual([5, 1, 1, 1, 6, 0, 2, 5]);
    for (const [i, filter] of filters.entries()) {
      const { ids, total } = await world.call('queue:list-ids', { filter, sort: BY_DUE });
      const page = await world.call('queue:get-page', { filter, sort: BY_DUE, offset: 0, limit: 200 });
      expect(ids).toEqual(page.rows.map(({ id }) => id));
      expect([total, ids.length, page.total]).toEqual([counts[i], counts[i], counts[i]]);
    }
    expect((await world.call('queue:count-filters', { filters: [] })).counts).toEqual([]);
  });
});
