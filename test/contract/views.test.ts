import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import type { NewTicket } from '../../shared/ipc/desk-schemas.ts';
import type { QueueFilter, QueueRow, QueueSort } from '../../shared/ipc/schemas.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const ALL: QueueFilter = { ...EMPTY_FILTER, view: 'all' };
const BY_RANK: QueueSort = { by: 'rank', isDescending: false };
const BY_DUE: QueueSort = { by: 'due', isDescending: false };
const NEWEST: QueueSort = { by: 'opened', isDescending: true };
let world: World;

const ticket = (part: Partial<NewTicket>): NewTicket => ({
  customer: 'Coopérative Brocéliande',
  title: 'Tunnel',
  description: null,
  category: 'incident',
  isBeta: false,
  priority: 'P3',
  impact: null,
  urgency: null,
  priorityReason: 'as told',
  channel: 'phone',
  language: 'fr',
  platform: null,
  requester: null,
  contact: null,
  assignee: null,
  reportedAtMs: null,
  newCustomerTier: 'gold',
  ...part,
});

const create = async (part: Partial<NewTicket>): Promise<QueueRow> =>
  (await world.call('ticket:create', ticket(part))).row;

const search = async (text: string, sort = BY_RANK, filter: Partial<QueueFilter> = {}) =>
  world.call('queue:get-page', { filter: { ...ALL, ...filter, text }, sort, offset: 0, limit: 200 });

const references = (rows: readonly QueueRow[]): string[] => rows.map(({ reference }) => reference);

beforeAll(async () => {
  world = createWorld({ now: NOW });
  await world.core.imports.take(seedTickets({ count: 6000, seed: 5, nowMs: instant(NOW) }));
});
afterAll(() => world.close());

describe('a search', () => {
  it('folds diacritics and case, and finds the beginnings of words', async () => {
    const { reference } = await create({ title: 'Échec du déploiement à Orléans' });
    for (const text of ['echec', 'ÉCHEC deploi', 'orlea', 'Broceliande echec']) {
      expect(references((await search(text)).rows)).toContain(reference);
    }
    expect((await search('chec orleans')).total).toBe(0);
  });

  it('takes what a user types for words, never for operators', async () => {
    const { reference } = await create({ title: 'The foo and the bar are OR' });
    for (const text of ['"foo OR bar*', 'foo AND bar', 'foo - bar)', 'NEAR(foo', 'title:foo', '^foo', "foo'; --"]) {
      const reply = await world.reply('queue:get-page', {
        ...{ filter: { ...ALL, text }, sort: BY_RANK, offset: 0, limit: 10 },
      });
      expect(reply.ok, text).toBe(true);
    }
    expect(references((await search('"foo OR bar*')).rows)).toEqual([reference]);
    expect((await search('***')).total).toBe(0);
  });

  it('ranks a match in the title before one in what was written, which it tells of', async () => {
    const inBody = await create({
      title: 'Something else',
      description: 'The customer speaks of a zeppelin over the roof.',
    });
    const inTitle = await create({ title: 'Zeppelin landed' });
    const { rows } = await search('zeppelin');
    expect(references(rows)).toEqual([inTitle.reference, inBody.reference]);
    expect(rows[0]?.found).toBeNull();
    expect(rows[1]?.found).toContain('speaks of a zeppelin');
  });

  it('of words of nearly every ticket still gives every ticket once, in every order', async () => {
    for (const sort of [BY_RANK, BY_DUE, NEWEST]) {
      const filter = { ...ALL, text: 'a' };
      const { ids, total } = await world.call('queue:list-ids', { filter, sort });
      expect(total).toBeGreaterThan(4_000);
      expect(new Set(ids).size).toBe(ids.length);
      const first = await world.call('queue:get-page', { filter, sort, offset: 0, limit: 100 });
      const deep = await world.call('queue:get-page', { filter, sort, offset: total - 50, limit: 100 });
      expect(first.rows.map(({ id }) => id)).toEqual(ids.slice(0, 100));
      expect(deep.rows).toHaveLength(50);
      const { position } = await world.call('queue:find-position', { filter, sort, id: deep.rows[49]?.id ?? 0 });
      expect(position).toBe(total - 1);
    }
  });

  it('sorts by what is due and by what is new as a list without words does', async () => {
    for (const text of ['a', 'iroise', 'tunnel agent']) {
      for (const sort of [BY_DUE, NEWEST]) {
        const { rows } = await search(text, sort, { view: 'open' });
        const found = new Set(rows.map(({ id }) => id));
        const plain: number[] = [];
        for (let offset = 0; plain.length < rows.length && offset < 400; offset += 200) {
          const page = await world.call('queue:get-page', {
            ...{ filter: { ...ALL, view: 'open' }, sort, offset, limit: 200 },
          });
          plain.push(...page.rows.flatMap(({ id }) => (found.has(id) ? [id] : [])));
        }
        expect(rows.map(({ id }) => id)).toEqual(plain);
      }
    }
  });

  it('is right after a change, and counts what it lists', async () => {
    const { id, reference, version } = await create({ title: 'Quokka' });
    expect((await search('quokka')).total).toBe(1);
    const counts = await world.call('queue:get-counts', { filter: { ...ALL, text: 'quokka' } });
    expect(counts.views).toMatchObject({ all: 1, open: 1, unassigned: 1, finished: 0, mine: 0 });
    expect(counts.tiers).toEqual([{ tier: 'gold', count: 1 }]);
    await world.call('ticket:run-commands', {
      targets: [{ id, expectedVersion: version }],
      commands: [{ kind: 'note', text: 'Seen beside a numbat' }],
    });
    expect(references((await search('numbat quokka')).rows)).toEqual([reference]);
  });

  it('counts views, states, tiers and assignees of a common word as its pages do', async () => {
    const filter = { ...ALL, view: 'open' as const, text: 'agent', tiers: ['gold'] };
    const counts = await world.call('queue:get-counts', { filter });
    for (const view of ['open', 'breached', 'atRisk', 'finished', 'all'] as const) {
      expect(counts.views[view], view).toBe((await search('agent', BY_DUE, { ...filter, view })).total);
    }
    for (const { tier, count } of counts.tiers) {
      expect(count, tier).toBe((await search('agent', BY_DUE, { ...filter, tiers: [tier] })).total);
    }
    const [first] = counts.assignees;
    expect(first?.count).toBe(
      (await search('agent', BY_DUE, { ...filter, assignees: [first?.assignee ?? null] })).total,
    );
  });
});

describe('saved views', () => {
  const view = {
    name: 'Gold, running',
    filter: { ...EMPTY_FILTER, tiers: ['gold'] },
    sort: BY_DUE,
    columns: ['title'],
  };

  it('keep name, filter, sort and columns, and belong to one person', async () => {
    const saved = await world.call('view:save', { id: null, ...view });
    expect(await world.call('view:list', {})).toEqual([saved]);
    expect(world.heard.at(-1)).toEqual({ name: 'desk:changed', payload: { what: 'view' } });
    const renamed = await world.call('view:save', { ...saved, name: 'Gold', columns: null });
    expect(await world.call('view:list', {})).toEqual([renamed]);
    world.become({ name: 'somebody else' });
    expect(await world.call('view:list', {})).toEqual([]);
    const foreign = await world.reply('view:save', { ...saved, name: 'mine now' });
    expect(foreign).toMatchObject({ ok: false, error: { code: 'desk/gone' } });
    await world.call('view:delete', { id: saved.id });
    world.become({ name: 'tester' });
    expect(await world.call('view:list', {})).toEqual([renamed]);
    await world.call('view:delete', { id: saved.id });
    expect(await world.call('view:list', {})).toEqual([]);
  });

  it('are as many as can be counted at once, for each person', async () => {
    const ids: number[] = [];
    for (let i = 0; i < 50; i++) ids.push((await world.call('view:save', { id: null, ...view, name: `v${i}` })).id);
    const more = { id: null, ...view, name: 'one more' };
    expect(await world.reply('view:save', more)).toMatchObject({
      error: { code: 'desk/too-many', values: { most: 50 } },
    });
    const kept = await world.call('view:list', {});
    expect(
      (await world.call('queue:count-filters', { filters: kept.map(({ filter }) => filter) })).counts,
    ).toHaveLength(50);
    await world.call('view:save', { ...more, id: ids[0] ?? 0 });
    await world.call('view:delete', { id: ids[1] ?? 0 });
    await world.call('view:save', { ...more, name: 'another' });
    for (const one of await world.call('view:list', {})) await world.call('view:delete', { id: one.id });
  });

  it('refuse a name that is taken, and garbage', async () => {
    const saved = await world.call('view:save', { id: null, ...view });
    const again = await world.reply('view:save', { id: null, ...view });
    expect(again).toMatchObject({ ok: false, error: { code: 'desk/name-taken', values: { name: view.name } } });
    for (const part of [
      { name: ' ' },
      { name: 'x'.repeat(81) },
      { sort: { by: 'beauty' } },
      { filter: { view: 'open' } },
    ]) {
      expect(await world.reply('view:save', { id: null, ...view, ...part } as never)).toMatchObject({ ok: false });
    }
    await world.call('view:delete', { id: saved.id });
  });

  it('are counted as their pages are, with and without words', async () => {
    const filters: QueueFilter[] = [
      { ...EMPTY_FILTER, tiers: ['gold'] },
      { ...EMPTY_FILTER, text: 'tunnel', priorities: ['P1', 'P2'] },
      { ...ALL, due: { is: 'within', ms: 7_200_000 } },
    ];
    const { counts } = await world.call('queue:count-filters', { filters });
    for (const [i, filter] of filters.entries()) {
      const page = await world.call('queue:get-page', { filter, sort: BY_DUE, offset: 0, limit: 1 });
      expect(counts[i]).toBe(page.total);
    }
    expect(await world.reply('queue:count-filters', { filters: Array.from({ length: 51 }, () => ALL) })).toMatchObject({
      ok: false,
    });
  });
});
