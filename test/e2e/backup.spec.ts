import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { becomeLead, expect, start, test } from './app.ts';
import { send } from './ask.ts';

const CALL = {
  ...{ customer: 'Nordlys', title: 'VPN down', description: null, category: 'incident', isBeta: false },
  ...{ priority: 'P2', impact: 'high', urgency: 'medium', priorityReason: null, channel: 'phone', language: 'fr' },
  ...{ platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: 'gold' },
};

const total = async (page: Page): Promise<number> => {
  const { value } = await send<{ tickets: unknown[] }>(page, 'palette:search', { text: 'VPN down' });
  return value.tickets.length;
};

test('a backup is made in the application and restored in it', async ({ userData }) => {
  const { page, close } = await start({ userData, args: ['--language=en'] });
  await becomeLead(page);
  expect((await send(page, 'ticket:create', CALL)).ok).toBe(true);
  const made = await send<{ id: string; held: { tickets: number } }>(page, 'backup:make');
  expect(made.value.held.tickets).toBe(1);
  expect((await send(page, 'ticket:create', CALL)).ok).toBe(true);
  const from = { kind: 'kept', id: made.value.id };
  const preview = await send<{ onlyHere: { kind: string; count: number }[] }>(page, 'backup:preview-restore', { from });
  expect(preview.value.onlyHere.map(({ kind }) => kind)).toContain('opened');
  await expect(page.locator('[role=row]').filter({ hasText: 'VPN down' })).toHaveCount(2);

  const restored = await send<{ keptAs: string }>(page, 'backup:restore', { from });
  expect(restored).toMatchObject({ ok: true });
  await expect(page.locator('[role=row]').filter({ hasText: 'VPN down' })).toHaveCount(1);
  expect(await total(page)).toBe(1);
  expect(existsSync(join(userData, restored.value.keptAs))).toBe(true);
  expect(readdirSync(userData).filter((name) => name.endsWith('.part'))).toEqual([]);
  if (process.platform !== 'win32') expect(statSync(join(userData, 'vigie.db')).mode & 0o777).toBe(0o600);

  await send(page, 'app:set-preferences', { me: { name: 'lea', role: 'agent', level: 'L1' } });
  for (const name of ['backup:make', 'backup:restore']) {
    expect((await send(page, name, name === 'backup:make' ? {} : { from })).error?.code).toBe('access/role');
  }
  await close();
});

test('a database that cannot be opened is replaced by its backup in the application', async ({ userData }) => {
  const first = await start({ userData, args: ['--language=en'] });
  await becomeLead(first.page);
  expect((await send(first.page, 'ticket:create', CALL)).ok).toBe(true);
  const made = await send<{ id: string }>(first.page, 'backup:make');
  expect(made.ok).toBe(true);
  await first.close();
  const path = join(userData, 'vigie.db');
  const harmed = readFileSync(path).fill(0xab, 0, 8192);
  writeFileSync(path, harmed);

  const { page, close } = await start({ userData, args: ['--language=en'], mayFail: true });
  await expect.poll(async () => (await send(page, 'audit:list-kinds')).error?.code).toBe('db/not-a-database');
  const list = await send<{ backups: { id: string }[]; isBehind: boolean }>(page, 'backup:list');
  expect(list.value).toMatchObject({ backups: [{ id: made.value.id }], isBehind: true });
  const from = { kind: 'kept', id: made.value.id };
  const preview = await send<{ here: null; unreadable: string }>(page, 'backup:preview-restore', { from });
  expect(preview.value.here).toBeNull();
  const restored = await send<{ keptAs: string }>(page, 'backup:restore', { from });
  expect(restored).toMatchObject({ ok: true });
  await expect.poll(() => total(page)).toBe(1);
  expect(readFileSync(join(userData, restored.value.keptAs)).equals(harmed)).toBe(true);
  await close();
});
