import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;
let of: ReturnType<typeof ledgerOf>;
beforeEach(() => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  desk = deskOf(world);
  of = ledgerOf(world);
});
afterEach(() => world.close());

const names = async (text: string, tier: string | null = null): Promise<string[]> =>
  (await world.call('customer:list', { text, tier })).rows.map(({ name }) => name);

describe('the directory', () => {
  it('lists customers as one types, by tier, with tickets and hours', async () => {
    await of.customer('Société générale', 'gold');
    await of.customer('Port de Sète', 'standard');
    await desk.open({ customer: 'Port de Sète' });
    expect(await names('')).toEqual(['Port de Sète', 'Société générale']);
    expect(await names('sete')).toEqual(['Port de Sète']);
    expect(await names('', 'gold')).toEqual(['Société générale']);
    const { rows, total } = await world.call('customer:list', { text: '', tier: null });
    expect(total).toBe(2);
    expect(rows).toMatchObject([
      { openTickets: 1, entitlement: { reason: 'none' }, chargedMin: 0 },
      { openTickets: 0, entitlement: { reason: 'tier', leftMin: 120 } },
    ]);
  });

  it('keeps facts and contacts; a name is one customer’s', async () => {
    const id = await of.customer('Port', 'gold');
    await of.customer('Other', 'gold');
    const page = await world.call('customer:save', {
      id,
      language: 'fr',
      platforms: ['NGP'],
      site: 'Console 7',
      note: 'VIP',
    });
    expect(page).toMatchObject({ row: { language: 'fr', platforms: ['NGP'] }, site: 'Console 7', note: 'VIP' });
    expect((await world.call('customer:save', { id, language: 'fr' })).version).toBe(page.version);
    expect(codeOf(await world.reply('customer:save', { id, name: 'Other' }))).toBe('customer/name-taken');
    expect(codeOf(await world.reply('customer:save', { id: null, name: 'Port', tier: 'gold' }))).toBe(
      'customer/name-taken',
    );
    expect(codeOf(await world.reply('customer:save', { id: null, name: 'New' }))).toBe('customer/incomplete');
    expect(codeOf(await world.reply('customer:save', { id: null, name: 'New', tier: 'diamond' }))).toBe(
      'ticket/unknown-tier',
    );
    expect(codeOf(await world.reply('customer:get', { id: 99 }))).toBe('customer/unknown');
    const ada = {
      contactId: null,
      name: 'Ada',
      role: 'referent',
      email: 'ada@port.example',
      phone: null,
      language: 'fr',
    } as const;
    const { contacts } = await world.call('customer:save-contact', { id, contact: ada });
    expect(contacts).toMatchObject([{ name: 'Ada', role: 'referent' }]);
    const contactId = contacts[0]?.contactId ?? '';
    const renamed = await world.call('customer:save-contact', { id, contact: { ...ada, contactId, name: 'Ada L.' } });
    expect(renamed.contacts).toMatchObject([{ contactId, name: 'Ada L.' }]);
    expect((await world.call('customer:remove-contact', { id, contactId })).contacts).toEqual([]);
  });

  it('another name goes to all tickets, and imports by the old one still find it', async () => {
    const id = await of.customer('Port', 'gold');
    const ticket = await desk.open({ customer: 'Port' });
    await world.call('customer:save', { id, name: 'Port de Sète' });
    expect((await desk.detail(ticket.id)).row.customer).toBe('Port de Sète');
    expect((await desk.open({ customer: 'Port', newCustomerTier: null })).tier).toBe('gold');
    expect(await names('')).toEqual(['Port de Sète']);
    // The ticket was renamed because of its customer: undoing is not by ticket.
    expect((await desk.undo()).kinds).toEqual(['opened']);
  });
});

describe('two customers that are one', () => {
  it('become one: tickets, packs and work are the other’s, whose tier counts; nothing is lost', async () => {
    const id = await of.customer('Port', 'gold');
    const intoId = await of.customer('Port de Sète', 'silver');
    const ticket = await desk.open({ customer: 'Port', priority: 'P1', impact: 'high', urgency: 'high' });
    await of.pack(id, 300, '2026-11-01T00:00:00Z');
    world.become({ name: 'Eva', role: 'expert' });
    const { workId } = await of.log(id, '2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z');
    expect(await world.call('customer:preview-merge', { id, intoId })).toEqual({
      ...{ tickets: 1, workMin: 60, lots: 1, intoName: 'Port de Sète' },
    });
    expect(codeOf(await world.reply('customer:merge', { id, intoId }))).toBe('access/role');
    world.become({ name: 'Lea', role: 'lead' });
    expect(codeOf(await world.reply('customer:merge', { id, intoId: id }))).toBe('customer/same');
    const page = await world.call('customer:merge', { id, intoId });
    expect(page).toMatchObject({ row: { id: intoId, name: 'Port de Sète', openTickets: 1 }, tookIn: ['Port'] });
    expect(await names('')).toEqual(['Port de Sète']);
    const { row, events } = await desk.detail(ticket.id);
    expect(row).toMatchObject({ customer: 'Port de Sète', tier: 'silver' });
    expect(events.map(({ kind }) => kind)).toEqual(['opened', 'edited', 'tierChanged']);
    const { lots, work, entitlement } = await of.ledger(intoId);
    expect(work).toMatchObject([{ expert: 'Eva', coveredMin: 60 }]);
    expect(lots.filter(({ kind }) => kind === 'pack')).toMatchObject([{ leftMin: 300 }]);
    expect(entitlement.leftMin).toBe(60 + 300);
    expect(codeOf(await world.reply('customer:merge', { id, intoId }))).toBe('customer/merged');
    expect((await desk.open({ customer: 'Port', newCustomerTier: null })).tier).toBe('silver');
    world.become({ name: 'Eva', role: 'expert' });
    const taken = await world.call('expertise:reverse-work', { customerId: intoId, workId, reason: 'wrong' });
    expect(taken.entitlement.leftMin).toBe(120 + 300);
    const packId = lots.find(({ kind }) => kind === 'pack')?.id ?? '';
    world.become({ role: 'lead' });
    const adjust = { customerId: intoId, lotId: packId, minutes: -100, reason: 'typing error' };
    expect((await world.call('expertise:adjust-lot', adjust)).entitlement.leftMin).toBe(120 + 200);
  });

  it('the one that is part of the other takes no orders, and its name is free', async () => {
    const id = await of.customer('Port', 'gold');
    const intoId = await of.customer('Port de Sète', 'silver');
    world.become({ name: 'Lea', role: 'lead' });
    await world.call('customer:merge', { id, intoId });
    expect(codeOf(await world.reply('customer:save', { id, name: 'Zed' }))).toBe('customer/merged-away');
    const work = of.work(id, '2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z');
    expect(codeOf(await world.reply('expertise:log-work', work))).toBe('customer/merged-away');
    expect((await world.call('customer:save', { id: intoId, name: 'Port' })).row).toMatchObject({
      id: intoId,
      name: 'Port',
    });
    expect(await names('')).toEqual(['Port']);
  });

  it('not where that would change a closed month', async () => {
    const id = await of.customer('Port', 'gold');
    const intoId = await of.customer('Port de Sète', 'silver');
    world.become({ name: 'Lea', role: 'lead' });
    await of.log(id, '2026-10-20T10:00:00Z', '2026-10-20T11:00:00Z');
    await world.call('expertise:close-month', { month: 2026 * 12 + 9 });
    expect(codeOf(await world.reply('customer:merge', { id, intoId }))).toBe('ledger/month-closed');
    expect(await names('')).toHaveLength(2);
  });
});
