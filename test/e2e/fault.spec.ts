import BetterSqlite from 'better-sqlite3';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { inConsole, killPart } from './crash-kill.ts';
import { becomeLead, expect, start, test } from './app.ts';

const CALL: CallInput<'ticket:create'> = {
  ...{ customer: 'Nordlys', title: 'VPN down', description: null, category: 'incident', isBeta: false },
  ...{ priority: 'P2', impact: 'high', urgency: 'medium', priorityReason: null, channel: 'phone', language: 'fr' },
  ...{ platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: 'gold' },
};

const MAY_FAIL = { args: ['--language=en', '--theme=light'], mayFail: true } as const;

test('backups are made and listed in the settings; a damaged queue says so at the start and is restored there', async ({
  userData,
}) => {
  const first = await start({ userData, args: ['--language=en', '--theme=light'] });
  await becomeLead(first.page);
  await ask(first.page, 'ticket:create', CALL);
  await first.app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ submenu }) =>
      submenu?.items.some(({ label }) => label === 'Backups…'),
    );
    file?.submenu?.items.find(({ label }) => label === 'Backups…')?.click();
  });
  await expect(first.page.getByTestId('backup-none')).toBeVisible();
  await first.page.getByTestId('backup-make').click();
  await expect(first.page.getByTestId('backup-row')).toHaveCount(1);
  await expect(first.page.getByTestId('backup-make')).toBeFocused();
  await expectNoViolations(first.page);
  await first.close();
  const path = join(userData, 'vigie.db');
  const harmed = readFileSync(path).fill(0xab, 0, 8192);
  writeFileSync(path, harmed);

  const { page, app, close } = await start({ userData, ...MAY_FAIL });
  await expect(page.getByTestId('fault-screen')).toHaveAttribute('data-code', 'db/not-a-database');
  await expect(page.getByTestId('fault-file')).toHaveText(path);
  await expectNoViolations(page);
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    },
    join(userData, 'left.jsonl'),
  );
  await page.getByTestId('export-readable').click();
  await expect(page.getByTestId('export-failure')).toContainText('Nothing of this file can be read');
  await page.getByTestId('backup-row').getByRole('button').click();
  await expect(page.getByTestId('onlyThere')).toBeVisible();
  await page.getByTestId('restore-confirm').click();
  const told = page.getByTestId('told-band');
  await expect(told).toContainText('vigie.db.replaced-');
  await expect(page.locator('[role=row]').filter({ hasText: 'VPN down' })).toHaveCount(1);
  const keptAs = /vigie\.db\.replaced-\w+/.exec((await told.textContent()) ?? '')?.[0] ?? 'none';
  expect(readFileSync(join(userData, keptAs)).equals(harmed)).toBe(true);
  await told.getByRole('button').click();
  await expect(told).toHaveCount(0);
  await close();
});

test('a queue that another program holds can be read, changes nothing, and opens once it is free', async ({
  userData,
}) => {
  const first = await start({ userData, args: ['--language=en'] });
  await ask(first.page, 'ticket:create', CALL);
  await first.close();
  const path = join(userData, 'vigie.db');
  const other = new BetterSqlite(path);
  other.pragma('locking_mode = EXCLUSIVE');
  other.exec('BEGIN EXCLUSIVE');

  const { page, close } = await start({ userData, ...MAY_FAIL });
  const screen = page.getByTestId('fault-screen');
  // Each look waits for the lock for a while.
  await expect(screen).toHaveAttribute('data-code', 'db/locked', { timeout: 20_000 });
  await page.getByTestId('fault-read-only').click();
  await expect(page.getByTestId('read-only-band')).toBeVisible({ timeout: 15_000 });
  await expect(page.locator('[role=row]').filter({ hasText: 'VPN down' })).toHaveCount(1);
  await expect(ask(page, 'ticket:create', CALL)).rejects.toThrow('db/opened-read-only');
  other.exec('COMMIT');
  other.close();
  await page.getByTestId('open-again').click();
  await expect(page.getByTestId('read-only-band')).toHaveCount(0);
  await ask(page, 'ticket:create', CALL);
  await expect(page.locator('[role=row]').filter({ hasText: 'VPN down' })).toHaveCount(2);
  await close();
});

const text = (testId: string): string => `document.querySelector('[data-testid=${testId}]')?.textContent ?? null`;

test('the window comes back where it was, the core answers again, and a command that was under way is not said to be done', async ({
  userData,
}) => {
  const { page, app, close } = await start({ userData, ...MAY_FAIL });
  await page.waitForSelector('html[data-app-state="ready"]');
  await ask(page, 'ticket:create', CALL);
  const row = page.locator('[role=row]').filter({ hasText: 'VPN down' });
  await row.click();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('ticket-detail')).toBeVisible();

  // The worker ends while it is asked to change something.
  const answer = await app.evaluate(async ({ BrowserWindow }) => {
    const { mainModule } = process;
    if (mainModule === undefined) throw new Error('main is no script');
    const { Worker } = mainModule.require('node:worker_threads') as typeof import('node:worker_threads');
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (this: InstanceType<typeof Worker>, ...args) {
      if (Reflect.get(Object(args[0]), 'name') === 'command:undo') {
        Worker.prototype.postMessage = postMessage;
        void this.terminate();
      }
      postMessage.apply(this, args);
    } as typeof postMessage;
    const [window] = BrowserWindow.getAllWindows();
    return (await window?.webContents.executeJavaScript(
      `vigie.call('command:undo', { commandId: null }).then((reply) => (reply.ok ? 'done' : reply.error.code))`,
    )) as string;
  });
  expect(answer).toBe('command/unsure');
  await expect(page.getByTestId('told-band')).toHaveAttribute('data-kind', 'core');
  await expect(page.getByTestId('ticket-detail')).toContainText('VPN down');
  await expect.poll(async () => (await ask(page, 'palette:search', { text: 'VPN' })).tickets.length).toBe(1);

  await page.keyboard.press('d');
  await page.keyboard.type('Customer sent a trace');
  await expect.poll(async () => (await ask(page, 'draft:list', {})).length).toBe(1);
  await killPart(app, 'renderer');
  await expect
    .poll(() => inConsole(app, text('told-band')), { timeout: 20_000 })
    .toContain('The window had to be opened again');
  await expect.poll(() => inConsole(app, text('ticket-detail'))).toContain('VPN down');
  const typed = `[...document.querySelectorAll('textarea')].map(({ value }) => value).join()`;
  await expect.poll(() => inConsole(app, typed)).toContain('Customer sent a trace');
  await close();
  expect(existsSync(join(userData, 'vigie.db'))).toBe(true);
});
