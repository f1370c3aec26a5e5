import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { privacyCommand } from '../../electron/core/cli/privacy-command.ts';
import { restoreDatabase } from '../../electron/core/backup/restore-database.ts';
import { NO_HOOKS } from '../../electron/core/backup/steps.ts';
import type { ImportReport } from '../../shared/ipc/import-schemas.ts';
import { ADDRESS, CUSTOMER, MARK, PERSON, workOnMarked } from '../support/marked-customer.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const folder = tempFolder();
let made = 0;
let path: string;
let world: World;
beforeEach(() => {
  path = join(folder, `${++made}.db`);
  world = createWorld({ path });
  world.become({ role: 'lead', name: 'Lea' });
});
afterEach(() => world.close());

const take = (text: string): Promise<ImportReport> => {
  const file = join(folder, 'export.csv');
  writeFileSync(file, text);
  return world.call('import:run', {
    ...{ selectionId: world.choose(file), profile: 'generic', zone: 'UTC', tierMapId: null, levelMapId: null },
  });
};
const erase = (target: Parameters<typeof world.core.privacy.preview>[0]) =>
  world.call('privacy:erase', { target, reason: 'asked for' });
const idOf = (name: string): number => world.core.customers.byName(name)?.customerId ?? 0;
const holds = (text: string): boolean =>
  ['', '-wal'].some((suffix) => existsSync(path + suffix) && readFileSync(path + suffix).includes(text));

const HEAD = 'Number,Created,Event time,State,Priority,Title,Customer,Requester,Assignee,Group';
const ROWS = [
  `T-1,2026-11-23 07:00:00,2026-11-23 07:00:00,New,P3,Slow ${MARK},${CUSTOMER},${PERSON},,Desk`,
  `T-1,2026-11-23 07:00:00,2026-11-23 07:30:00,In Progress,P3,Slower ${MARK},${CUSTOMER},${PERSON},zoe,Desk`,
];
const LATER = `T-1,2026-11-23 07:00:00,2026-11-23 08:30:00,Resolved,P3,Done ${MARK},${CUSTOMER},${PERSON},zoe,Desk`;
const OTHER = `T-2,2026-11-22 07:00:00,2026-11-22 07:00:00,New,P3,Old ${MARK},${CUSTOMER},${PERSON},,Desk`;
const STATE = HEAD.replace(',Event time', ',Updated');

describe.each([
  ['of what happened', HEAD],
  ['of how tickets stand', STATE],
])('an export %s, imported again after an erasure', (_name, head) => {
  const rows = head === STATE ? ROWS.slice(-1) : ROWS;

  it.each(['customer', 'person'])('of a %s brings nothing back, and what is new in it comes', async (scope) => {
    await take([head, ...rows].join('\n'));
    await erase(scope === 'customer' ? { kind: 'customer', id: idOf(CUSTOMER) } : { kind: 'person', text: PERSON });
    const known = scope === 'customer' ? MARK : PERSON;
    expect(await take([head, ...rows].join('\n'))).toMatchObject({ events: 0, tickets: { unchanged: 1 } });
    const next = await take([head, ...rows, LATER, OTHER].join('\n'));
    expect(next).toMatchObject({ tickets: { new: 1, changed: 1 }, errorCount: 0 });
    expect(await take([head, ...rows, LATER, OTHER].join('\n'))).toMatchObject({ events: 0 });
    const { connection } = world.core.database;
    const found = connection.prepare('SELECT reference, state, title FROM ticket ORDER BY reference').all();
    expect(found).toMatchObject([{ reference: 'T-1', state: 'resolved', title: '[…]' }, { title: '[…]' }]);
    const texts = connection.prepare('SELECT group_concat(payload) FROM event').pluck().get();
    expect(String(texts)).not.toContain(known);
    expect(world.core.customers.all()).toHaveLength(1);
  });
});

describe('a list of customers', () => {
  it('brings back neither a customer nor a person that was erased', async () => {
    const { id } = await workOnMarked(world);
    await erase({ kind: 'customer', id });
    const file = join(folder, 'customers.csv');
    writeFileSync(file, `name,tier,contact name,contact mail\n${CUSTOMER},gold,,\nNordlys,gold,${PERSON},${ADDRESS}\n`);
    const report = await world.call('customer:import', { selectionId: world.choose(file) });
    expect(report).toMatchObject({ errorCount: 1, customers: { new: 0 } });
    expect(report.warnings[0]?.reason).toContain('erased');
    expect(holds(MARK)).toBe(false);
  });
});

describe('copies of before an erasure', () => {
  it('are listed, and replaced by a fresh backup', async () => {
    const { id } = await workOnMarked(world);
    const before = await world.call('backup:make', {});
    world.setNow('2026-11-23T12:00:00Z');
    expect(await world.call('privacy:list-copies', {})).toMatchObject({ lastErasureAtMs: null, copies: [] });
    await erase({ kind: 'customer', id });
    const { copies } = await world.call('privacy:list-copies', {});
    expect(copies.map((copy) => copy.id)).toEqual([before.id]);
    world.setNow('2026-11-23T12:00:05Z');
    expect((await world.call('privacy:replace-copies', {})).copies).toEqual([]);
    const { backups } = await world.call('backup:list', {});
    expect(backups.map(({ madeAtMs }) => madeAtMs)).toEqual([instant('2026-11-23T12:00:05Z')]);
    expect(readFileSync(join(folder, 'backups', backups[0]?.id ?? '')).includes(MARK)).toBe(false);
  });

  it('are erased again when one is restored', async () => {
    const { id, ticket } = await workOnMarked(world);
    const { id: backup } = await world.call('backup:make', {});
    world.setNow('2026-11-23T12:00:00Z');
    await erase({ kind: 'customer', id });
    world.close();
    const clock = { nowMs: () => instant('2026-11-23T13:00:00Z') };
    await restoreDatabase(path, join(folder, 'backups', backup), clock, NO_HOOKS);
    expect(holds(MARK)).toBe(false);
    world = createWorld({ path });
    expect((await world.call('ticket:get-detail', { id: ticket })).row.title).toBe('[…]');
    expect((await world.call('customer:get', { id })).erasures).toMatchObject([{ by: 'Lea', reason: 'asked for' }]);
  });
});

describe('vigie privacy', () => {
  const run = async (...args: readonly string[]): Promise<string> => {
    let text = '';
    const terminal = { out: (more: string) => void (text += more), err: () => {}, isInteractive: false };
    expect(await privacyCommand(args, terminal)).toBe(0);
    return text;
  };

  it('gives out what is recorded, and erases it', async () => {
    const { ticket } = await workOnMarked(world);
    world.close();
    const to = `${path}.jsonl`;
    await run('export', '--db', path, '--customer', CUSTOMER, '--to', to);
    const lines = readFileSync(to, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { record?: string; id?: number });
    expect(lines[0]).toMatchObject({ format: 'vigie-personal-data', of: { scope: 'customer', name: CUSTOMER } });
    expect(lines.filter(({ record }) => record === 'ticket').map(({ id }) => id)).toEqual([ticket]);
    expect(lines.some(({ record }) => record === 'handoverItem')).toBe(true);
    const asked = ['erase', '--db', path, '--customer', CUSTOMER, '--reason', 'asked for'];
    expect(await run(...asked)).toContain('tickets: 2');
    expect(holds(MARK)).toBe(true);
    writeFileSync(join(folder, 'first-answers.json'), MARK);
    expect(await run(...asked, '--yes')).toContain('It is redacted.');
    expect(holds(MARK)).toBe(false);
    expect(existsSync(join(folder, 'first-answers.json'))).toBe(false);
    world = createWorld({ path });
  });

  it('does not erase under Vigie’s hands', async () => {
    await workOnMarked(world);
    const asked = ['erase', '--db', path, '--customer', CUSTOMER, '--reason', 'asked for', '--yes'];
    await expect(run(...asked)).rejects.toMatchObject({ code: 'backup/in-use' });
    expect(holds(MARK)).toBe(true);
  });
});
