import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { BY_DUE, codeOf, deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;
beforeEach(() => {
  world = createWorld();
  desk = deskOf(world);
});
afterEach(() => world.close());

const MINUTE = 60_000;
const told = (what: string) => ({ name: 'desk:changed', payload: { what } });

describe('drafts', () => {
  it('are kept by place, the last saved first, and forgotten', async () => {
    await world.call('draft:save', { key: 'respond:1', body: 'Bonj' });
    world.setNow('2026-11-23T09:00:01Z');
    await world.call('draft:save', { key: 'create', body: '{}' });
    await world.call('draft:save', { key: 'respond:1', body: 'Bonjour' });
    const savedAtMs = instant('2026-11-23T09:00:01Z');
    expect(await world.call('draft:get', { key: 'respond:1' })).toEqual({
      key: 'respond:1',
      body: 'Bonjour',
      savedAtMs,
    });
    expect((await world.call('draft:list', {})).map(({ key }) => key).sort()).toEqual(['create', 'respond:1']);
    await world.call('draft:save', { key: 'create', body: null });
    await world.call('draft:save', { key: 'never', body: null });
    expect(await world.call('draft:get', { key: 'create' })).toBeNull();
    expect(await world.call('draft:list', {})).toHaveLength(1);
  });

  it('are each person’s own', async () => {
    await world.call('draft:save', { key: 'create', body: 'mine' });
    world.become({ name: 'bo' });
    expect(await world.call('draft:get', { key: 'create' })).toBeNull();
    expect(await world.call('draft:list', {})).toEqual([]);
    await world.call('draft:save', { key: 'create', body: 'his' });
    world.become({ name: 'tester' });
    expect(await world.call('draft:get', { key: 'create' })).toMatchObject({ body: 'mine' });
  });

  it('survive a restart, and tell no window that tickets changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-draft-'));
    const path = join(folder, 'own.db');
    const one = createWorld({ path });
    await one.call('draft:save', { key: 'respond:1', body: 'é\n"💥' });
    expect(one.heard).toEqual([]);
    one.close();
    const two = createWorld({ path });
    expect(await two.call('draft:get', { key: 'respond:1' })).toMatchObject({ body: 'é\n"💥' });
    two.close();
    rmSync(folder, { recursive: true });
  });
});

describe('a timer', () => {
  const start = (ticketId: number, at: string | null = null) =>
    world.call('timer:start', { ticketId, atMs: at === null ? null : instant(at) });

  it('runs, pauses, runs on, and is kept as time spent on its ticket', async () => {
    const { id, reference } = await desk.open();
    expect(await world.call('timer:get', {})).toBeNull();
    const nowMs = instant('2026-11-23T09:00:00Z');
    expect(await start(id)).toEqual({
      ...{ ticketId: id, reference, startedAtMs: nowMs, runningSinceMs: nowMs, bankedMs: 0 },
    });
    world.setNow('2026-11-23T09:10:00Z');
    expect(await world.call('timer:pause', {})).toMatchObject({ runningSinceMs: null, bankedMs: 10 * MINUTE });
    world.setNow('2026-11-23T09:30:00Z');
    expect(await world.call('timer:pause', {})).toMatchObject({ runningSinceMs: null, bankedMs: 10 * MINUTE });
    expect(await start(id)).toMatchObject({ runningSinceMs: instant('2026-11-23T09:30:00Z'), bankedMs: 10 * MINUTE });
    world.setNow('2026-11-23T09:35:00Z');
    expect(await start(id)).toMatchObject({ startedAtMs: nowMs, bankedMs: 10 * MINUTE });
    const kept = await world.call('timer:keep', { note: 'trace' });
    expect(kept).toMatchObject({ changed: 1, row: { id } });
    const { spentMs, events } = await desk.detail(id);
    expect(spentMs).toBe(15 * MINUTE);
    expect(events.at(-1)?.payload).toEqual({ startedAtMs: nowMs, spentMs: 15 * MINUTE, note: 'trace' });
    expect(await world.call('timer:get', {})).toBeNull();
    expect(world.heard.filter(({ name }) => name === 'desk:changed')).toContainEqual(told('timer'));
    await desk.undo(kept.commandId);
    expect((await desk.detail(id)).spentMs).toBe(0);
  });

  it('that was forgotten for more than a day is not kept as time spent, and stays until somebody decides', async () => {
    const { id } = await desk.open();
    await start(id);
    world.setNow('2026-11-25T09:00:00Z');
    expect(await world.reply('timer:keep', { note: null })).toMatchObject({ error: { code: 'timer/too-long' } });
    expect(await world.call('timer:get', {})).toMatchObject({ ticketId: id });
    await world.call('timer:discard', {});
    expect((await desk.detail(id)).spentMs).toBe(0);
  });

  it('starts at an instant of the last day, and never ahead', async () => {
    const { id } = await desk.open();
    const startAt = async (at: string) => codeOf(await world.reply('timer:start', { ticketId: id, atMs: instant(at) }));
    expect(await startAt('2026-11-23T09:00:01Z')).toBe('timer/instant');
    expect(await startAt('2026-11-22T08:59:59Z')).toBe('timer/instant');
    expect(await startAt('2026-11-22T09:00:00Z')).toBe('ok');
    // Moved: it began at that instant and has run since.
    expect(await start(id, '2026-11-23T08:20:00Z')).toMatchObject({
      startedAtMs: instant('2026-11-23T08:20:00Z'),
      runningSinceMs: instant('2026-11-23T08:20:00Z'),
      bankedMs: 0,
    });
    await world.call('timer:keep', { note: null });
    expect((await desk.detail(id)).events.at(-1)?.payload).toMatchObject({
      startedAtMs: instant('2026-11-23T08:20:00Z'),
      spentMs: 40 * MINUTE,
    });
  });

  it('is one for each person', async () => {
    const [a, b] = [await desk.open(), await desk.open()];
    await start(a.id);
    const busy = await world.reply('timer:start', { ticketId: b.id, atMs: null });
    expect(busy).toMatchObject({ error: { code: 'timer/busy', values: { reference: 'VIG-1001' } } });
    world.become({ name: 'bo' });
    await start(b.id);
    expect(await world.call('timer:get', {})).toMatchObject({ ticketId: b.id });
    await world.call('timer:discard', {});
    world.become({ name: 'tester' });
    expect(await world.call('timer:get', {})).toMatchObject({ ticketId: a.id });
    await world.call('timer:discard', {});
    expect((await desk.detail(a.id)).spentMs).toBe(0);
    await start(b.id);
  });

  it('of no length is kept as a second that is over', async () => {
    const { id } = await desk.open();
    await start(id);
    await world.call('timer:keep', { note: '' });
    expect((await desk.detail(id)).events.at(-1)?.payload).toEqual({
      ...{ startedAtMs: instant('2026-11-23T08:59:59Z'), spentMs: 1_000, note: null },
    });
  });

  it('is refused where there is none, and on a ticket that is not there', async () => {
    for (const [name, input] of [
      ['timer:pause', {}],
      ['timer:keep', { note: null }],
    ] as const) {
      expect(codeOf(await world.reply(name, input as never))).toBe('timer/none');
    }
    expect(codeOf(await world.reply('timer:start', { ticketId: 9, atMs: null }))).toBe('ticket/unknown');
    expect(codeOf(await world.reply('timer:discard', {}))).toBe('ok');
  });

  it('runs on while Vigie is closed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-timer-'));
    const path = join(folder, 'own.db');
    const one = createWorld({ path });
    const { id } = await deskOf(one).open();
    await one.call('timer:start', { ticketId: id, atMs: null });
    one.close();
    const two = createWorld({ path, now: '2026-11-23T10:30:00Z' });
    expect(await two.call('timer:get', {})).toMatchObject({ ticketId: id, bankedMs: 0 });
    await two.call('timer:keep', { note: null });
    expect((await deskOf(two).detail(id)).spentMs).toBe(90 * MINUTE);
    two.close();
    rmSync(folder, { recursive: true });
  });

  it('on a ticket whose creation is undone is gone with it', async () => {
    const { id } = await desk.open();
    await start(id);
    await desk.undo();
    expect(await world.call('timer:get', {})).toBeNull();
    expect(world.heard.at(-1)).toEqual(told('timer'));
  });
});

describe('saved views', () => {
  const view = (part: Partial<CallInput<'view:save'>> = {}): CallInput<'view:save'> => ({
    ...{ id: null, name: 'Gold VPN', filter: { ...EMPTY_FILTER, tiers: ['gold'], text: 'vpn' }, sort: BY_DUE },
    ...{ columns: ['reference', 'due'], ...part },
  });

  it('are saved, changed, listed by name and deleted', async () => {
    const saved = await world.call('view:save', view());
    expect(saved).toEqual({ ...view(), id: saved.id });
    const other = await world.call('view:save', view({ name: 'a view', columns: null }));
    expect(await world.call('view:list', {})).toEqual([other, saved]);
    const changed = await world.call('view:save', { ...saved, name: 'Gold', columns: null });
    expect(await world.call('view:list', {})).toEqual([other, changed]);
    await world.call('view:delete', { id: other.id });
    expect(await world.call('view:list', {})).toEqual([changed]);
    expect(world.heard.at(-1)).toEqual(told('view'));
  });

  it('are each person’s own, and each name is given once', async () => {
    const saved = await world.call('view:save', view());
    const taken = await world.reply('view:save', view());
    expect(taken).toMatchObject({ error: { code: 'desk/name-taken', values: { name: 'Gold VPN' } } });
    expect(codeOf(await world.reply('view:save', { ...saved, columns: null }))).toBe('ok');
    world.become({ name: 'bo' });
    expect(await world.call('view:list', {})).toEqual([]);
    expect(codeOf(await world.reply('view:save', { ...saved, name: 'Stolen' }))).toBe('desk/gone');
    await world.call('view:delete', { id: saved.id });
    const own = await world.call('view:save', view());
    expect(own.id).not.toBe(saved.id);
    world.become({ name: 'tester' });
    expect(await world.call('view:list', {})).toMatchObject([{ id: saved.id, name: 'Gold VPN' }]);
  });
});

describe('canned replies', () => {
  const reply = (part: Partial<CallInput<'reply:save'>> = {}): CallInput<'reply:save'> => ({
    ...{ id: null, name: 'Logs', subjectEn: null, bodyEn: 'Dear {requester},', subjectFr: null, bodyFr: null, ...part },
  });

  it('are everybody’s, and a language that is blank is missing', async () => {
    const saved = await world.call('reply:save', reply({ subjectEn: ' ', bodyFr: '\n' }));
    expect(saved).toMatchObject({ subjectEn: null, bodyFr: null, bodyEn: 'Dear {requester},' });
    world.become({ name: 'bo' });
    const changed = await world.call('reply:save', { ...saved, bodyFr: 'Bonjour {requester},' });
    expect(await world.call('reply:list', {})).toEqual([changed]);
    await world.call('reply:delete', { id: saved.id });
    expect(await world.call('reply:list', {})).toEqual([]);
    expect(codeOf(await world.reply('reply:save', changed))).toBe('desk/gone');
    expect(world.heard.at(-1)).toEqual(told('reply'));
  });

  it('are refused without a text, with an unknown variable, and under a name that is taken', async () => {
    expect(codeOf(await world.reply('reply:save', reply({ bodyEn: ' ' })))).toBe('reply/empty');
    expect(await world.reply('reply:save', reply({ bodyFr: '{nom}' }))).toMatchObject({
      error: { code: 'reply/unknown-variable', values: { variable: 'nom' } },
    });
    await world.call('reply:save', reply());
    expect(codeOf(await world.reply('reply:save', reply()))).toBe('desk/name-taken');
    expect(await world.call('reply:list', {})).toHaveLength(1);
  });
});

describe('macros', () => {
  const COMMANDS = [{ kind: 'take' }, { kind: 'tag', add: ['vpn'], remove: [] }] as const;
  const macro = (name: string, id: number | null = null): CallInput<'macro:save'> => ({
    ...{ id, name, commands: COMMANDS.map((command) => ({ ...command })) as CallInput<'macro:save'>['commands'] },
  });

  it('are everybody’s, are run as they are kept, and are deleted', async () => {
    const saved = await world.call('macro:save', macro('Mine, VPN'));
    expect(saved.commands).toEqual(COMMANDS);
    expect(codeOf(await world.reply('macro:save', macro('Mine, VPN')))).toBe('desk/name-taken');
    world.become({ name: 'bo' });
    const [listed] = await world.call('macro:list', {});
    expect(listed).toEqual(saved);
    const { id } = await desk.open();
    expect((await desk.run(id, ...(listed?.commands ?? []))).row).toMatchObject({ assignee: 'bo', tags: ['vpn'] });
    await world.call('macro:delete', { id: saved.id });
    expect(await world.call('macro:list', {})).toEqual([]);
    expect(codeOf(await world.reply('macro:save', macro('Mine, VPN', saved.id)))).toBe('desk/gone');
    expect(world.heard.at(-1)).toEqual(told('macro'));
  });
});
