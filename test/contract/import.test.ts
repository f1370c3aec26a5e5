import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { queueAsOf } from '../../electron/core/queue/queue-as-of.ts';
import type { ImportRequest } from '../../shared/ipc/import-schemas.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const LOG = resolve(import.meta.dirname, '../fixtures/servicenow-incident-log/incident_event_log_dev.csv');
const folder = tempFolder();
const lines = readFileSync(LOG, 'utf8').trimEnd().split('\n');
let world: World;

beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const request = (path: string, more: Partial<ImportRequest> = {}): ImportRequest => ({
  selectionId: world.choose(path),
  profile: 'auto',
  zone: 'UTC',
  tierMapId: null,
  levelMapId: null,
  ...more,
});

const eventCount = (): unknown => world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get();

describe('importing through the contract', () => {
  it('previews without writing, imports what the preview said, and adds nothing the second time', async () => {
    const preview = await world.call('import:preview', request(LOG));
    expect(preview.profile).toBe('servicenow-log');
    expect(preview.report.tickets).toEqual({ new: 691, changed: 0, unchanged: 0 });
    expect(preview.sample.length).toBeGreaterThan(3);
    expect(eventCount()).toBe(0);
    const report = await world.call('import:run', request(LOG));
    expect(report).toEqual(preview.report);
    const before = eventCount();
    const again = await world.call('import:run', request(LOG));
    expect(again.tickets).toEqual({ new: 0, changed: 0, unchanged: 691 });
    expect(again.events).toBe(0);
    expect(eventCount()).toBe(before);
  });

  it('is recorded as done by who asked for it, who is an agent or a lead', async () => {
    world.become({ name: 'eve', role: 'expert' });
    for (const name of ['import:preview', 'import:run'] as const) {
      expect(await world.reply(name, request(LOG))).toMatchObject({ error: { code: 'access/role' } });
    }
    expect(await world.reply('import:cancel', {})).toMatchObject({ error: { code: 'access/role' } });
    world.become({ name: 'ada', role: 'agent' });
    await world.call('import:run', request(LOG));
    const actors = world.core.database.connection.prepare('SELECT DISTINCT actor FROM event').pluck().all();
    expect(actors).toEqual(['ada']);
  });

  it('reaches the same queue in two exports as in one', async () => {
    const isEarly = (line: string): boolean => {
      const [, day, month, year] = /^(\d+)\/(\d+)\/(\d+) /.exec(line.split(',')[13] ?? '') ?? [];
      return Date.UTC(Number(year), Number(month) - 1, Number(day)) < Date.UTC(2016, 2, 12);
    };
    const early = file('early.csv', [lines[0], ...lines.slice(1).filter(isEarly)].join('\n'));
    const first = await world.call('import:run', request(early));
    expect(first.tickets.new).toBeGreaterThan(100);
    const later = await world.call('import:run', request(LOG));
    expect(later.tickets.changed).toBeGreaterThan(100);
    expect(later.tickets.new + later.tickets.changed + later.tickets.unchanged).toBe(691);
    const atOnce = createWorld();
    await atOnce.call('import:run', { ...request(LOG), selectionId: atOnce.choose(LOG) });
    for (const asOf of ['2016-03-08T10:00:00Z', '2016-03-20T10:00:00Z', '2017-03-01T00:00:00Z'].map(instant)) {
      const queueOf = (one: World) => queueAsOf(one.core.events, one.core.rules, asOf, Infinity).rows;
      expect(queueOf(world)).toEqual(queueOf(atOnce));
    }
    atOnce.close();
  });

  it('takes tiers and levels from maps, and keeps them for an import without', async () => {
    const tiers = file('tiers.csv', 'customer,tier\nLocation 143,gold\nLocation 204,silver\n');
    const levels = file('levels.csv', 'group;level\nGroup 56;2\nGroup 24;N3\n');
    await world.call('import:run', request(LOG, { tierMapId: world.choose(tiers), levelMapId: world.choose(levels) }));
    const count = (where: string): unknown =>
      world.core.database.connection.prepare(`SELECT count(*) FROM ticket WHERE ${where}`).pluck().get();
    expect(count("customer = 'Location 143' AND tier <> 'gold'")).toBe(0);
    expect(count("tier = 'gold'")).toBeGreaterThan(10);
    expect(count("group_name = 'Group 56' AND level <> 'L2'")).toBe(0);
    const again = await world.call('import:run', request(LOG));
    expect(again.tickets).toEqual({ new: 0, changed: 0, unchanged: 691 });
  });

  it('tells progress, and stops when told, keeping whole what it wrote', async () => {
    const many = Array.from({ length: 8 }, (_, k) =>
      lines.slice(1).map((line) => line.replace('INC0', `INC${k}`)),
    ).flat();
    const path = file('many.csv', [lines[0], ...many].join('\n'));
    const running = world.reply('import:run', request(path));
    const stop = setInterval(() => {
      const isWriting = world.heard.some(
        ({ name, payload }) => name === 'import:progressed' && JSON.stringify(payload).includes('writing'),
      );
      if (isWriting) void world.reply('import:cancel', {});
    }, 1);
    expect(await world.reply('import:run', request(path))).toMatchObject({ ok: false, error: { code: 'import/busy' } });
    const reply = await running;
    clearInterval(stop);
    if (!reply.ok) throw new Error(reply.error.message);
    expect(reply.value.isCancelled).toBe(true);
    const kept = Number(world.core.database.connection.prepare('SELECT count(*) FROM ticket').pluck().get());
    expect(kept).toBe(reply.value.tickets.new);
    expect(kept).toBeLessThan(691 * 8);
    const rest = await world.call('import:run', request(path));
    expect(rest.tickets).toEqual({ new: 691 * 8 - kept, changed: 0, unchanged: kept });
  });

  it('answers queries while it writes', async () => {
    const many = Array.from({ length: 4 }, (_, k) =>
      lines.slice(1).map((line) => line.replace('INC0', `INC${k}`)),
    ).flat();
    const running = world.reply('import:run', request(file('while.csv', [lines[0], ...many].join('\n'))));
    const filter = { ...EMPTY_FILTER, view: 'all' as const };
    let answered = 0;
    let isDone = false;
    void running.then(() => (isDone = true));
    while (!isDone) {
      await world.call('queue:get-page', { filter, sort: { by: 'due', isDescending: false }, offset: 0, limit: 50 });
      answered++;
      await new Promise((done) => setTimeout(done, 5));
    }
    expect(answered).toBeGreaterThan(20);
  });

  it.each([
    ['import/selection-gone', () => ({ ...request(LOG), selectionId: crypto.randomUUID() })],
    ['import/is-directory', () => request(folder)],
    ['import/empty-file', () => request(file('empty.csv', ''))],
    ['import/unreadable', () => request(join(folder, 'missing.csv'))],
    ['import/unknown-zone', () => request(LOG, { zone: 'Europe/Nowhere' })],
    ['import/wrong-profile', () => request(file('other.csv', 'a,b\n1,2\n'), { profile: 'servicenow-log' })],
  ])('refuses with %s and one sentence', async (code, make) => {
    const reply = await world.reply('import:run', make());
    expect(reply).toMatchObject({ ok: false, error: { code } });
    if (!reply.ok) expect(reply.error.message).toMatch(/^[A-Z'].*\.$/);
    expect(eventCount()).toBe(0);
  });

  it('refuses a file of 300 MB at once and says how to import it', async () => {
    const path = file('huge.csv', '');
    truncateSync(path, 300 * 1024 * 1024);
    const reply = await world.reply('import:run', request(path));
    expect(reply).toMatchObject({ ok: false, error: { code: 'import/too-large' } });
    if (!reply.ok) expect(reply.error.message).toMatch(/parts/);
  });

  it('says that the disk is full, keeps whole what it wrote, and adds the rest once there is room', async () => {
    const { connection } = world.core.database;
    const used = Number(connection.pragma('page_count', { simple: true }));
    connection.pragma(`max_page_count = ${used + 150}`);
    expect(await world.reply('import:run', request(LOG))).toMatchObject({ ok: false, error: { code: 'disk/full' } });
    const kept = Number(connection.prepare('SELECT count(*) FROM ticket').pluck().get());
    expect(kept).toBeGreaterThan(0);
    expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
    connection.pragma('max_page_count = 1000000');
    const rest = await world.call('import:run', request(LOG));
    expect(rest.tickets).toEqual({ new: 691 - kept, changed: 0, unchanged: kept });
  });

  it('refuses another opening instant instead of doubling a ticket', async () => {
    await world.call('import:run', request(LOG));
    const before = eventCount();
    const shifted = await world.call('import:run', request(LOG, { zone: 'Asia/Kolkata' }));
    expect(shifted.errorCount).toBe(691);
    expect(eventCount()).toBe(before);
  });
});
