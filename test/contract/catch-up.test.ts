import { setImmediate as later } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { BY_DUE, deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
let world: World;
beforeEach(() => {
  world = createWorld({ now: NOW });
});
afterEach(() => world.close());

const page = () => world.call('queue:get-page', { filter: EMPTY_FILTER, sort: BY_DUE, offset: 0, limit: 10 });
const overdue = (): unknown =>
  world.core.database.connection.prepare('SELECT count(*) FROM ticket WHERE next_event_at_ms <= 0').pluck().get();

describe('rows that time has overtaken', () => {
  it('are folded again a few at once, the rest in the turns after', async () => {
    await world.core.imports.take(seedTickets({ count: 700, seed: 2, nowMs: instant(NOW) }));
    world.core.database.connection.exec('UPDATE ticket SET next_event_at_ms = 0');
    world.heard.length = 0;
    await page();
    for (let turn = 0; turn < 20; turn++) await later();
    expect(overdue()).toBe(0);
    const sizes = world.heard.map(({ payload }) => (payload as { ticketIds: number[] | null }).ticketIds?.length);
    expect(sizes).toEqual([200, 200, 200, 100]);
  });

  it('are left where the queue is closed meanwhile', async () => {
    const other = createWorld({ now: NOW });
    await other.core.imports.take(seedTickets({ count: 300, seed: 2, nowMs: instant(NOW) }));
    other.core.database.connection.exec('UPDATE ticket SET next_event_at_ms = 0');
    const asked = other.reply('queue:list-ids', { filter: EMPTY_FILTER, sort: BY_DUE });
    const paged = other.reply('queue:get-page', { filter: EMPTY_FILTER, sort: BY_DUE, offset: 0, limit: 1 });
    await Promise.all([asked, paged]);
    other.close();
    await later();
    expect(other.logged.map(({ event }) => event)).not.toContain('ticket/catch-up-failed');
  });
});

describe('a clock that was set back before a ticket was opened', () => {
  it('shows the ticket as it was opened, and refuses what would be before it', async () => {
    const desk = deskOf(world);
    const { id } = await desk.open();
    await desk.run(id, { kind: 'note', text: 'x' });
    world.setNow('2026-11-23T08:00:00Z');
    expect((await desk.detail(id)).row.reference).toBe('VIG-1001');
    expect(await desk.codeOfRun(id, { kind: 'take' })).toBe('clock/behind');
    expect(await desk.codeOfUndo()).toBe('ok');
    expect(await desk.ids()).toEqual([id]);
  });
});

describe('what lists are made from', () => {
  it('is kept while only drafts, views, timers and alarms are written', async () => {
    const desk = deskOf(world);
    const { id } = await desk.open();
    const version = world.core.database.dataVersion();
    await world.call('draft:save', { key: 'note 1', body: 'x' });
    await world.call('timer:start', { ticketId: id, atMs: null });
    await world.call('watch:mark-seen', { alarmIds: null });
    await world.call('view:save', { id: null, name: 'mine', filter: EMPTY_FILTER, sort: BY_DUE, columns: null });
    expect(world.core.database.dataVersion()).toBe(version);
    await desk.run(id, { kind: 'take' });
    expect(world.core.database.dataVersion()).not.toBe(version);
  });
});
