import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportReport } from '../../shared/ipc/import-schemas.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, type World } from '../support/world.ts';

const folder = tempFolder();
const SNAPSHOT = 'number,opened_at,company,priority,state,short_description,closed_at,resolved_at';
const HISTORY = 'Number,Created,Event time,State,Priority,Title,Customer';
const open = (number: string, at: string, customer: string): string =>
  `${number},${at},${customer},1 - Critical,New,x,,`;
const CLOSED = 'INC1,2026-11-02 09:00:00,Port,1 - Critical,Closed,x,2026-11-02 20:00:00,2026-11-02 19:00:00';

let world: World;
let of: ReturnType<typeof ledgerOf>;
beforeEach(() => {
  world = createWorld();
  of = ledgerOf(world);
});
afterEach(() => world.close());

const file = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return world.choose(path);
};
const take = (lines: readonly string[], map: readonly string[] | null = null): Promise<ImportReport> =>
  world.call('import:run', {
    ...{ selectionId: file('export.csv', ...lines), profile: 'auto', zone: 'UTC', levelMapId: null },
    tierMapId: map === null ? null : file('map.csv', 'customer,tier', ...map),
  });
/** Reference, customer and tier of every ticket. */
const tickets = (): unknown =>
  world.core.database.connection.prepare('SELECT reference, customer, tier FROM ticket ORDER BY reference').raw().all();
const tierOf = async (id: number): Promise<string> => (await world.call('customer:get', { id })).row.tier;

describe('the tier of an imported ticket', () => {
  it('is that of its customer, by a name that it bore before too', async () => {
    const id = await of.customer('Old name', 'gold');
    const lines = [SNAPSHOT, open('INC1', '2026-11-20 09:00:00', 'Old name')];
    await take(lines);
    await world.call('customer:save', { id, name: 'New name' });
    expect(await take(lines)).toMatchObject({ events: 0, tickets: { unchanged: 1 } });
    const more = [...lines, open('INC2', '2026-11-22 09:00:00', 'Old name')];
    await take(more);
    expect(await take(more)).toMatchObject({ events: 0 });
    expect(tickets()).toEqual([
      ['INC1', 'New name', 'gold'],
      ['INC2', 'New name', 'gold'],
    ]);
  });

  it('is that of the customer whose part a duplicate is', async () => {
    world.become({ role: 'lead' });
    const id = await of.customer('Dup', 'standard');
    await world.call('customer:merge', { id, intoId: await of.customer('Main', 'gold') });
    await take([SNAPSHOT, open('INC1', '2026-11-20 09:00:00', 'Dup')]);
    expect(tickets()).toEqual([['INC1', 'Main', 'gold']]);
  });

  it('is told by a map under any name of the customer', async () => {
    const id = await of.customer('Old name', 'standard', null);
    await world.call('customer:save', { id, name: 'New name' });
    await take([SNAPSHOT, open('INC1', '2026-11-20 09:00:00', 'Old name')], ['New name,gold']);
    await take([SNAPSHOT, open('INC2', '2026-11-20 09:00:00', 'New name')], ['Old name,silver']);
    expect(tickets()).toEqual([
      ['INC1', 'New name', 'gold'],
      ['INC2', 'New name', 'silver'],
    ]);
    expect(await tierOf(id)).toBe('silver');
  });

  it('stays when the file comes again after the customer changed', async () => {
    const id = await of.customer('Port', 'standard');
    const lines = [SNAPSHOT, CLOSED, open('INC2', '2026-11-20 09:00:00', 'Port')];
    await take(lines);
    await of.changeTier(id, 'gold');
    world.setNow('2026-11-23T10:00:00Z');
    expect(await take(lines)).toMatchObject({ events: 0, tickets: { unchanged: 2 } });
    expect(tickets()).toEqual([
      ['INC1', 'Port', 'standard'],
      ['INC2', 'Port', 'gold'],
    ]);
  });

  it('stays when a history comes again after the customer changed', async () => {
    const id = await of.customer('Port', 'standard');
    const lines = [
      HISTORY,
      'T-1,2026-11-02 09:00:00,2026-11-02 09:00:00,New,P1,x,Port',
      'T-1,2026-11-02 09:00:00,2026-11-02 10:00:00,Closed,P1,x,Port',
    ];
    await take(lines);
    await of.changeTier(id, 'gold');
    world.setNow('2026-11-23T10:00:00Z');
    expect(await take(lines)).toMatchObject({ events: 0 });
    expect(await take(lines, ['Port,gold'])).toMatchObject({ events: 1 });
    expect(tickets()).toEqual([['T-1', 'Port', 'gold']]);
  });

  it('of one that is new is what the customer had then, and follows it while the ticket is not closed', async () => {
    const id = await of.customer('Port', 'standard');
    await of.changeTier(id, 'gold');
    world.setNow('2026-11-24T10:00:00Z');
    const lines = [SNAPSHOT, CLOSED, open('INC2', '2026-11-20 09:00:00', 'Port')];
    await take(lines);
    expect(tickets()).toEqual([
      ['INC1', 'Port', 'standard'],
      ['INC2', 'Port', 'gold'],
    ]);
    expect(await take(lines)).toMatchObject({ events: 0 });
  });

  it('follows a ticket that the file moves to another customer', async () => {
    await of.customer('Port', 'standard');
    await of.customer('Main', 'gold');
    const first = [HISTORY, 'T-1,2026-11-02 09:00:00,2026-11-02 09:00:00,New,P1,x,Port'];
    const moved = 'T-1,2026-11-02 09:00:00,2026-11-03 09:00:00,New,P1,x,Main';
    await take([...first, 'T-1,2026-11-02 09:00:00,2026-11-02 10:00:00,New,P1,x,Port']);
    await take([...first, moved]);
    expect(tickets()).toEqual([['T-1', 'Main', 'gold']]);
  });
});

describe('a tier map', () => {
  const LINES = [SNAPSHOT, open('INC1', '2026-11-20 09:00:00', 'Port')];

  it('does not undo what was ordered since, and says so', async () => {
    const id = await of.customer('Port', 'standard', null);
    await take(LINES, ['Port,silver']);
    expect(await tierOf(id)).toBe('silver');
    world.setNow('2026-11-23T09:30:00Z');
    await of.changeTier(id, 'gold');
    world.setNow('2026-11-23T10:00:00Z');
    const report = await take(LINES, ['Port,silver']);
    expect(report).toMatchObject({
      ...{ events: 0, warningCount: 1 },
      warnings: [{ file: 'map.csv', line: 2, reason: expect.stringContaining('by an order') }],
    });
    expect(await tierOf(id)).toBe('gold');
    expect(tickets()).toEqual([['INC1', 'Port', 'gold']]);
  });

  it('changes what was assumed or what a map said before, and no tier that somebody dated', async () => {
    const id = await of.customer('Port', 'standard', null);
    await take(LINES, ['Port,silver']);
    await take(LINES, ['Port,gold']);
    expect(await tierOf(id)).toBe('gold');
    const dated = await of.customer('Dated', 'bronze', '2026-11-01T00:00:00Z');
    expect(await take(LINES, ['Dated,gold'])).toMatchObject({ warningCount: 1 });
    expect(await tierOf(dated)).toBe('bronze');
  });

  it('leaves a customer alone of which it names a former duplicate', async () => {
    world.become({ role: 'lead' });
    const intoId = await of.customer('Port', 'gold', null);
    await world.call('customer:merge', { id: await of.customer('Dup', 'standard', null), intoId });
    const report = await take([SNAPSHOT, open('INC1', '2026-11-20 09:00:00', 'Dup')], ['Dup,standard']);
    expect(report.warnings).toMatchObject([{ line: 2, reason: expect.stringContaining('part of Port') }]);
    expect(tickets()).toEqual([['INC1', 'Port', 'gold']]);
  });
});
