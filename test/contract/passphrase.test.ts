import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRouter } from '../../electron/core/router.ts';
import { silentLog } from '../../electron/core/log.ts';
import { contract, type CallOutput } from '../../shared/ipc/contract.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, type World } from '../support/world.ts';

const PASSPHRASE = 'cerise wagon lundi tuyau';
const OTHER = 'brume velours canard orage';
const folder = tempFolder();
let world: World;
beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const check = async (passphrase: string) => {
  const reply = await world.reply('access:check-passphrase', { passphrase });
  return reply.ok ? 'right' : reply.error.code;
};
const keep = async (passphrase: string, old: string | null) => {
  const reply = await world.reply('access:keep-passphrase', { passphrase, old });
  return reply.ok ? 'kept' : reply.error.code;
};
const kinds = () => world.core.database.connection.prepare('SELECT kind FROM access_event ORDER BY seq').pluck().all();

describe("the lead's passphrase", { timeout: 30_000 }, () => {
  it('is set once, opens, and is changed by whoever knows it', async () => {
    expect(await check(PASSPHRASE)).toBe('access/no-passphrase');
    expect(await keep('too short', null)).toBe('access/passphrase-short');
    expect(await keep(PASSPHRASE, null)).toBe('kept');
    expect(await keep(OTHER, null)).toBe('access/passphrase-is-set');
    expect(await check(PASSPHRASE)).toBe('right');
    expect(await keep(OTHER, PASSPHRASE)).toBe('kept');
    expect(await check(PASSPHRASE)).toBe('access/wrong-passphrase');
    world.setNow('2026-11-23T09:00:05Z');
    expect(await check(OTHER)).toBe('right');
    expect(kinds()).toEqual(['passphraseSet', 'leadUnlocked', 'passphraseChanged', 'leadRefused', 'leadUnlocked']);
  });

  it('keeps whoever guesses waiting, longer each time, over a restart too, and attempts at once one after the other', async () => {
    const path = join(folder, 'guessed.db');
    world.close();
    world = createWorld({ path });
    await keep(PASSPHRASE, null);
    expect(await Promise.all([check('wrong one, surely'), check(PASSPHRASE)])).toEqual([
      ...['access/wrong-passphrase', 'access/wait'],
    ]);
    world.setNow('2026-11-23T09:00:01Z');
    const second = await world.reply('access:check-passphrase', { passphrase: 'wrong one, again' });
    expect(second).toMatchObject({ error: { code: 'access/wrong-passphrase', values: { seconds: 2 } } });
    world.close();
    world = createWorld({ path, now: '2026-11-23T09:00:02Z' });
    expect(await world.reply('access:check-passphrase', { passphrase: PASSPHRASE })).toMatchObject({
      error: { code: 'access/wait', values: { seconds: 1 } },
    });
    world.setNow('2026-11-23T08:00:00Z');
    expect(await world.reply('access:check-passphrase', { passphrase: PASSPHRASE })).toMatchObject({
      error: { code: 'access/wait', values: { seconds: 2 } },
    });
    world.setNow('2026-11-23T09:00:03Z');
    expect(await check(PASSPHRASE)).toBe('right');
    expect(await check('wrong once more, but')).toBe('access/wrong-passphrase');
    world.setNow('2026-11-23T09:00:04Z');
    expect(await check(PASSPHRASE)).toBe('right');
  });

  it('is nowhere to be read: not in replies, notices, the log, the audit, nor as itself in the file', async () => {
    await keep(PASSPHRASE, null);
    await check('a wrong passphrase');
    const filter = { actor: '', ticket: '', kind: null, fromMs: null, toMs: null, isVoided: null };
    const audit = await world.call('audit:list', { filter, before: null, limit: 100 });
    expect(audit.rows.map(({ kind, person }) => [kind, person])).toEqual([
      ['leadRefused', ''],
      ['passphraseSet', ''],
    ]);
    const secret = world.core.access.repo.secret()?.secret;
    expect(secret).toMatchObject({ scheme: 'scrypt', n: 131_072, r: 8, p: 1 });
    const told = JSON.stringify([audit, world.heard, world.logged, await world.call('access:get-standing', {})]);
    for (const text of [PASSPHRASE, 'a wrong passphrase', secret?.hash ?? '', secret?.salt ?? '']) {
      expect(text).not.toBe('');
      expect(told).not.toContain(text);
    }
    const rows = world.core.database.connection.prepare('SELECT * FROM access_event').all();
    expect(JSON.stringify(rows)).not.toContain(PASSPHRASE);
  });

  it('reset, it lets the next lead set one; the file tells it', async () => {
    await keep(PASSPHRASE, null);
    const by = { actor: 'root', workstation: 'cli', recordedAtMs: 5 };
    expect(world.core.access.passphrase.reset(by)).toBe(true);
    expect(world.core.access.passphrase.reset(by)).toBe(false);
    expect((await world.call('access:get-standing', {})).passphraseSeq).toBeNull();
    expect(await check(PASSPHRASE)).toBe('access/no-passphrase');
    expect(await keep(OTHER, null)).toBe('kept');
    expect(kinds()).toEqual(['passphraseSet', 'passphraseReset', 'passphraseSet']);
  });

  it('events of access are never changed or deleted', async () => {
    await keep(PASSPHRASE, null);
    const { connection } = world.core.database;
    expect(() => connection.exec("UPDATE access_event SET actor = 'x'")).toThrow('append-only');
    expect(() => connection.exec('DELETE FROM access_event')).toThrow('append-only');
  });
});

describe('a lead who is locked', () => {
  it('is refused what is a lead’s with a way on, and what is nobody’s of theirs as anybody', async () => {
    const route = createRouter('core', world.core.handlers, silentLog);
    const caller = { actor: { name: 'Lea', role: 'agent', level: 'L1' }, windowId: 1, selections: {} } as const;
    const locked = { ...caller, isLeadLocked: true };
    const month = { month: '2026-10' };
    for (const [name, { roles }] of Object.entries(contract)) {
      if (roles.includes('agent') || contract[name as keyof typeof contract].place !== 'core') continue;
      expect(await route(name, {}, locked), name).toMatchObject({ error: { code: 'access/locked' } });
    }
    expect(await route('expertise:close-month', month, caller)).toMatchObject({ error: { code: 'access/role' } });
    expect(await route('queue:forecast', {}, locked)).toMatchObject({ ok: true });
  });
});

describe('the audit', () => {
  it('pages through the log and what is of access in the order of recording', async () => {
    world.become({ name: 'Lea', role: 'lead' });
    const addPerson = (name: string) => {
      const facts = { name, account: null, role: 'agent', level: 'L1', week: null } as const;
      return world.call('people:save', {
        ...{ id: null, expectedVersion: null, facts: { ...facts, languages: [], isActive: true } },
      });
    };
    const addCustomer = (name: string) => world.call('customer:save', { id: null, name, tier: 'gold', sinceMs: 0 });
    await addPerson('Ada');
    await addCustomer('Port');
    await addPerson('Grace');
    await addPerson('Lou');
    await addCustomer('Quai');
    const filter = { actor: '', ticket: '', kind: null, fromMs: null, toMs: null, isVoided: null };
    const whole = await world.call('audit:list', { filter, before: null, limit: 100 });
    const seqs: number[] = [];
    let before: CallOutput<'audit:list'>['next'] = null;
    do {
      const page: CallOutput<'audit:list'> = await world.call('audit:list', { filter, before, limit: 1 });
      seqs.push(...page.rows.map(({ seq }) => seq));
      before = page.next;
    } while (before !== null);
    expect(seqs).toEqual(whole.rows.map(({ seq }) => seq));
    const named = whole.rows.map(({ person, customer }) => person ?? customer);
    expect([...new Set(named)]).toEqual(['Quai', 'Lou', 'Grace', 'Port', 'Ada']);
    expect(seqs.length).toBeGreaterThanOrEqual(5);
  });
});
