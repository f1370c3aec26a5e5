import BetterSqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;
beforeEach(() => {
  world = createWorld();
  desk = deskOf(world);
});
afterEach(() => world.close());

const NOTE = { kind: 'note', text: 'seen before' } as const;
const TAKE = { kind: 'take' } as const;
const RESOLVE = { kind: 'resolve', text: 'done' } as const;
const eventCount = () => world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get();

describe('a command on one ticket', () => {
  it('gives the row as it now stands, with the id to undo it by', async () => {
    const { id, version } = await desk.open();
    const result = await world.call('ticket:run-commands', {
      targets: [{ id, expectedVersion: version }],
      commands: [TAKE],
    });
    expect(result).toMatchObject({ changed: 1, skipped: [], row: { id, assignee: 'tester', version: version + 1 } });
    expect(result.commandId).toMatch(/^[0-9a-f-]{36}$/);
    expect((await desk.detail(id)).row).toEqual(result.row);
  });

  it('tells every window of what changed, once, and of nothing where nothing did', async () => {
    const { id } = await desk.open();
    world.heard.length = 0;
    await desk.run(id, NOTE, TAKE);
    expect(world.heard).toEqual([{ name: 'data:changed', payload: { ticketIds: [id] } }]);
    expect(await desk.codeOfRun(id, TAKE)).toBe('ticket/unchanged');
    await desk.preview([id], NOTE);
    expect(world.heard).toHaveLength(1);
  });

  it('is refused where the ticket moved on since it was seen, and says by whom', async () => {
    const { id, version } = await desk.open();
    world.become({ name: 'bo' });
    await desk.run(id, NOTE);
    world.become({ name: 'tester' });
    const before = eventCount();
    const reply = await world.reply('ticket:run-commands', {
      targets: [{ id, expectedVersion: version }],
      commands: [TAKE],
    });
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'ticket/conflict', values: { reference: 'VIG-1001', by: 'bo' } },
    });
    expect(eventCount()).toBe(before);
    expect(await desk.codeOfRun(id, TAKE)).toBe('ok');
  });

  it('is refused of a ticket that is not there', async () => {
    expect(await desk.codeOfRun(999, NOTE)).toBe('ticket/unknown');
    expect(await desk.preview([999], NOTE)).toMatchObject({
      changed: 0,
      skipped: [{ id: 999, code: 'ticket/unknown' }],
    });
  });

  it('is told with its values and writes nothing where it is refused', async () => {
    const { id } = await desk.open();
    await desk.run(id, RESOLVE);
    const before = eventCount();
    expect(
      await world.reply('ticket:run-commands', { targets: [{ id, expectedVersion: null }], commands: [TAKE] }),
    ).toMatchObject({
      error: { code: 'ticket/finished', values: { reference: 'VIG-1001', state: 'resolved' } },
    });
    expect(eventCount()).toBe(before);
  });
});

describe('a macro', () => {
  it('does its commands in their order, each on what the one before left', async () => {
    const { id } = await desk.open();
    const result = await desk.run(id, TAKE, { kind: 'tag', add: ['vpn'], remove: [] }, RESOLVE, { kind: 'close' });
    expect(result.row).toMatchObject({ assignee: 'tester', tags: ['vpn'], state: 'closed' });
    expect((await desk.detail(id)).events.map(({ kind }) => kind)).toEqual([
      ...['opened', 'assigned', 'tagged', 'resolved', 'closed'],
    ]);
  });

  it('goes on where something is done already, and is refused where all is', async () => {
    const { id } = await desk.open({ assignee: 'tester' });
    expect((await desk.run(id, TAKE, { kind: 'tag', add: ['vpn'], remove: [] })).row).toMatchObject({ tags: ['vpn'] });
    expect(await desk.codeOfRun(id, TAKE, { kind: 'tag', add: ['vpn'], remove: [] })).toBe('ticket/unchanged');
  });

  it('is refused whole where one of its commands is', async () => {
    const { id } = await desk.open();
    const before = eventCount();
    expect(await desk.codeOfRun(id, TAKE, { kind: 'reopen', reason: 'x' })).toBe('ticket/not-finished');
    expect(eventCount()).toBe(before);
    expect((await desk.detail(id)).row.assignee).toBeNull();
  });
});

describe('a selection', () => {
  it('changes those that can be, and says of the others why not', async () => {
    const ids = [];
    for (let i = 0; i < 5; i++) ids.push((await desk.open({ title: `VPN ${i}` })).id);
    const [first = 0, second = 0, ...rest] = ids;
    await desk.run(first, RESOLVE);
    await desk.run(second, TAKE);
    const expected = {
      changed: 3,
      skipped: [
        { id: first, reference: 'VIG-1001', code: 'ticket/finished' },
        { id: second, reference: 'VIG-1002', code: 'ticket/unchanged' },
        { id: 999, reference: '', code: 'ticket/unknown' },
      ],
    };
    const before = eventCount();
    const preview = await desk.preview([...ids, 999], TAKE);
    expect(preview).toMatchObject(expected);
    expect(eventCount()).toBe(before);
    const result = await desk.run([...ids, 999], TAKE);
    expect(result).toMatchObject({ ...expected, row: null });
    expect({ changed: result.changed, skipped: result.skipped }).toEqual(preview);
    expect(await desk.ids({ assignees: ['tester'] })).toEqual(expect.arrayContaining([second, ...rest]));
    expect(eventCount()).toBe(Number(before) + 3);
  });

  it('of which none can be changed has nothing to undo and tells no window', async () => {
    const ids = [(await desk.open()).id, (await desk.open()).id];
    await desk.run(ids, RESOLVE);
    world.heard.length = 0;
    expect(await desk.run(ids, TAKE)).toMatchObject({ commandId: null, changed: 0, row: null });
    expect(world.heard).toEqual([]);
  });

  it('may be a thousand, and one undo gives them all back', async () => {
    await world.core.imports.take(
      (function* () {
        for (let i = 0; i < 1_000; i++) {
          const facts = {
            category: 'incident',
            isBeta: false,
            requester: null,
            channel: null,
            language: null,
          } as const;
          const reference = `T-${i}`;
          yield {
            ...({ source: 'generic', reference, coverage: 'history', asOfMs: 0, file: 'x', line: 1 } as const),
            events: [
              {
                ...({ atMs: instant('2026-11-20T09:00:00Z'), kind: 'opened', source: 'generic', reference } as const),
                ...({ priority: 'P3', tier: 'gold', title: 'x', customer: 'Nordlys', level: 'L1' } as const),
                ...{ ...facts, group: null, assignee: null },
              },
            ],
          };
        }
      })(),
    );
    const ids = await desk.ids();
    expect(ids).toHaveLength(1_000);
    const result = await desk.run(ids, RESOLVE);
    expect(result.changed).toBe(1_000);
    expect(await desk.ids()).toEqual([]);
    expect(world.heard.at(-1)).toEqual({ name: 'data:changed', payload: { ticketIds: null } });
    expect((await desk.undo()).ticketIds).toHaveLength(1_000);
    expect(await desk.ids()).toEqual(ids);
  });
});

describe('what is done is on disk before it is told', () => {
  it('another connection sees it at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-durable-'));
    const path = join(folder, 'own.db');
    const own = createWorld({ path });
    const { open, run } = deskOf(own);
    const second = new BetterSqlite(path, { readonly: true });
    const kinds = second.prepare('SELECT kind FROM event WHERE subject = ? ORDER BY seq').pluck();
    const { id } = await open();
    await run(id, NOTE);
    expect(kinds.all('ticket')).toEqual(['opened', 'commented']);
    expect(second.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(own.core.database.connection.pragma('synchronous', { simple: true })).toBe(2);
    second.close();
    own.close();
    rmSync(folder, { recursive: true });
  });
});

it('who does it is who the shell says, whatever the window claims', async () => {
  const { id } = await desk.open();
  world.become({ name: 'bo' });
  const commands = [{ ...TAKE, actor: 'lou' }] as never;
  const reply = await world.reply('ticket:run-commands', { targets: [{ id, expectedVersion: null }], commands });
  expect(codeOf(reply)).toBe('call/invalid-input');
  await desk.run(id, TAKE);
  const { events, row } = await desk.detail(id);
  expect([row.assignee, events.at(-1)?.actor]).toEqual(['bo', 'bo']);
});
