import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Policy } from '../../shared/sla/policy.ts';
import { CALL } from '../support/desk-calls.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const folder = tempFolder();
let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const file = (name: string, text: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const LIST = [
  'Nom du client;Niveau de support;Depuis;Langue;Plateformes;Nom du contact;Courriel;Rôle',
  'Société Éclair;BRONZE;03/01/2026;français;NUP, NGP;Zoé Lefèvre;zoe@eclair.example;référent',
  'Société Éclair;Silver;10/02/2026;;;;;',
  'Zêta;gold;31/10/2025;fr;NGP;;;',
  '',
].join('\r\n');

const preview = (path: string) => world.call('customer:preview-import', { selectionId: world.choose(path) });
const take = (path: string) => world.call('customer:import', { selectionId: world.choose(path) });
const events = (): unknown => world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get();
const named = async (name: string) => {
  const { rows } = await world.call('customer:list', { text: name, tier: null });
  const id = rows.find((row) => row.name === name)?.id ?? 0;
  return world.call('customer:get', { id });
};

describe('importing customers', () => {
  it('previews without writing, does what the preview said, and nothing the second time', async () => {
    const path = file('clients.csv', LIST);
    const told = await preview(path);
    expect(told).toMatchObject({ rows: 3, customers: { new: 2, changed: 0, unchanged: 0 }, errors: [], warnings: [] });
    expect(events()).toBe(0);
    expect(await take(path)).toEqual(told);
    const before = events();
    expect(await take(path)).toMatchObject({
      customers: { new: 0, changed: 0, unchanged: 2 },
      errors: [],
      warnings: [],
    });
    expect(events()).toBe(before);

    const page = await named('Société Éclair');
    expect(page.row).toMatchObject({ tier: 'silver', language: 'fr', platforms: ['NUP', 'NGP'] });
    expect(page.tiers.map(({ tier, atMs, isAssumed }) => [tier, atMs, isAssumed])).toEqual([
      ['bronze', instant('2026-01-02T23:00:00Z'), false],
      ['silver', instant('2026-02-09T23:00:00Z'), false],
    ]);
    expect(page.contacts).toMatchObject([{ name: 'Zoé Lefèvre', email: 'zoe@eclair.example', role: 'referent' }]);
    expect(page.tiers[0]?.recordedBy).toBe('tester');
  });

  it.each([
    ['utf-8 with a mark', Buffer.from(`\uFEFF${LIST}`)],
    ['windows-1252', Buffer.from(LIST, 'latin1')],
    ['utf-16', Buffer.from(`\uFEFF${LIST}`, 'utf16le')],
    ['tabs', Buffer.from(LIST.replaceAll(';', '\t'))],
  ])('reads %s alike', async (name, bytes) => {
    await take(file(`${name}.csv`, bytes));
    expect((await named('Société Éclair')).contacts[0]?.name).toBe('Zoé Lefèvre');
    expect((await named('Zêta')).row.tier).toBe('gold');
  });

  it('says which lines it cannot take, and takes the rest', async () => {
    const path = file(
      'bad.csv',
      [
        'name,tier,since,contact name,contact mail,platform,language',
        'Acme,silver,2026-01-01,,,,',
        'Acme,platinum,2026-02-01,,,,',
        'Acme,gold,someday,,,,',
        'Acme,gold,2027-01-01,,,,',
        'Acme,,,Ada,ada at acme,,',
        'Acme,,,,ada@acme.example,,',
        ',gold,2026-01-01,,,,',
        'Zeta,gold,2026-01-01,,,AWS,',
        'Zeta,gold,2026-01-01,,,,de',
        'acme,gold,2026-01-01,,,NUP,en',
      ].join('\n'),
    );
    const report = await take(path);
    expect(report).toMatchObject({ rows: 10, customers: { new: 2, changed: 0, unchanged: 0 }, errorCount: 8 });
    expect(report.errors.map(({ line }) => line)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { file: of } of report.errors) expect(of).toBe('bad.csv');
    expect(report.warnings).toMatchObject([{ line: 11, reason: expect.stringContaining('reads like Acme') }]);
  });

  it('says what a file lacks', async () => {
    const without = await world.reply('customer:preview-import', {
      selectionId: world.choose(file('t.csv', 'tier,since\ngold,\n')),
    });
    expect(without).toMatchObject({ error: { code: 'customer/no-columns' } });
    const json = await world.reply('customer:import', {
      selectionId: world.choose(file('t.json', '[{"name":"Acme"}]')),
    });
    expect(json).toMatchObject({ error: { code: 'customer/not-a-table' } });
  });

  it('is for agents and leads', async () => {
    const selectionId = world.choose(file('clients.csv', LIST));
    world.become({ role: 'expert' });
    for (const name of ['customer:preview-import', 'customer:import'] as const) {
      expect(await world.reply(name, { selectionId })).toMatchObject({ error: { code: 'access/role' } });
    }
  });

  it('leaves closed months as they are: a customer whom it would change there is reported', async () => {
    await world.call('customer:save', {
      id: null,
      name: 'Zêta',
      tier: 'standard',
      sinceMs: instant('2025-12-01T00:00:00Z'),
    });
    world.become({ role: 'lead' });
    await world.call('expertise:close-month', { month: 2026 * 12 + 9 });
    const path = file('clients.csv', LIST);
    const told = await preview(path);
    // Somebody new would have had hours there, and somebody known would have had others.
    expect(told.errors.map(({ line }) => line)).toEqual([2, 4]);
    for (const { reason } of told.errors) expect(reason).toContain('closed');
    expect(await take(path)).toEqual(told);
    expect((await named('Zêta')).row.tier).toBe('standard');
  });

  it('open tickets take the tier that their customer has', async () => {
    await world.call('customer:save', { id: null, name: 'Zêta', tier: 'standard' });
    const { row } = await world.call('ticket:create', { ...CALL, customer: 'Zêta' });
    expect(row.tier).toBe('standard');
    const report = await take(file('clients.csv', LIST));
    expect(report).toMatchObject({ customers: { new: 1, changed: 1 }, tickets: 1 });
    const { row: now } = await world.call('ticket:get-detail', { id: row.id });
    expect(now.tier).toBe('gold');
  });
});

describe('a list that comes again', () => {
  it('undoes nothing that people did with a customer since', async () => {
    const header = 'name,tier,since,note,contact name,contact mail,contact phone';
    const path = file('again.csv', `${header}\nPort,bronze,2026-09-01,old,Ada,ada@port.example,1\nPort,,,,Bo,,2\n`);
    await take(path);
    const { row, contacts } = await named('Port');
    world.become({ role: 'lead' });
    await world.call('customer:date-tier', { id: row.id, sinceMs: instant('2026-09-30T22:00:00Z'), note: null });
    await world.call('customer:save', { id: row.id, note: 'by hand' });
    const [ada, bo] = contacts;
    if (ada === undefined || bo === undefined) throw new Error('both contacts were listed');
    await world.call('customer:save-contact', { id: row.id, contact: { ...ada, name: 'Ada M.', phone: '9' } });
    await world.call('customer:remove-contact', { id: row.id, contactId: bo.contactId });
    const before = [await named('Port'), events()];
    expect(await take(path)).toMatchObject({ customers: { changed: 0, unchanged: 1 }, errors: [], warnings: [] });
    expect([await named('Port'), events()]).toEqual(before);

    const later = file('later.csv', `${header}\nPort,bronze,2026-09-01,new,Ada,a@port.example,1\nPort,,,,Bo,,3\n`);
    for (const changed of [1, 0]) {
      const report = await take(later);
      expect(report.customers).toMatchObject({ changed });
      expect(report.warnings).toMatchObject([{ line: 3, reason: expect.stringContaining('was removed') }]);
      const page = await named('Port');
      expect(page.note).toBe('new');
      expect(page.contacts).toMatchObject([{ name: 'Ada M.', email: 'a@port.example', phone: '9' }]);
      expect(page.tiers).toHaveLength(1);
    }
  });

  it('leaves a customer alone that took in another of the list', async () => {
    const path = file('merged.csv', 'name,tier,since,note\nMain,gold,2026-01-01,\nDup,standard,2026-10-05,dup\n');
    await take(path);
    world.become({ role: 'lead' });
    const [main, dup] = [await named('Main'), await named('Dup')];
    await world.call('customer:merge', { id: dup.row.id, intoId: main.row.id });
    const { row } = await world.call('ticket:create', { ...CALL, customer: 'Main' });
    const before = [await named('Main'), events()];
    const report = await take(path);
    expect(report).toMatchObject({ tickets: 0, customers: { new: 0, changed: 0, unchanged: 1 }, errors: [] });
    expect(report.warnings).toMatchObject([{ line: 3, reason: expect.stringContaining('part of Main') }]);
    expect([await named('Main'), events()]).toEqual(before);
    expect((await world.call('ticket:get-detail', { id: row.id })).row.tier).toBe('gold');
  });
});

describe('the hours of a version of the policy', () => {
  it('its preview counts the customers whose hours change; from then on they have the others', async () => {
    await take(file('clients.csv', LIST));
    await world.call('customer:save', {
      id: null,
      name: 'Std',
      tier: 'standard',
      sinceMs: instant('2025-12-01T00:00:00Z'),
    });
    world.become({ role: 'lead' });
    const { shippedJson } = await world.call('policy:list', {});
    const shipped: Policy = JSON.parse(shippedJson);
    const fromMs = instant('2026-11-24T09:00:00Z');
    const count = async (policy: Policy) =>
      (await world.call('policy:preview', { fromMs, policyJson: JSON.stringify(policy) })).hoursCount;
    expect(await count(shipped)).toBe(0);
    const generous = {
      ...shipped,
      entitlements: { standard: { expertAccess: 'always', monthlyMinutes: 60 } },
    } as const;
    expect(await count(generous)).toBe(1);
    const carrying = { stepMin: 15, isRapidActionCharged: false, isCustomerFaultCharged: true, carryOverMaxMin: 60 };
    expect(await count({ ...shipped, expertise: carrying })).toBe(2);
    await world.call('policy:save', { fromMs, policyJson: JSON.stringify(generous), note: null });
    expect((await named('Std')).row.entitlement).toMatchObject({ isEntitled: false, leftMin: 0 });
    world.setNow('2026-11-25T09:00:00Z');
    expect((await named('Std')).row.entitlement).toMatchObject({ isEntitled: true, leftMin: 60 });
  });
});
