import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { electronPath, expect, root, start, test } from './app.ts';
import { displayOfWorker } from './displays.ts';

test('the window is sandboxed and has no way out', async ({ userData }) => {
  const { page, app, close } = await start({ userData, args: ['--sample'], mayFail: true });
  await page.waitForSelector('html[data-app-state="ready"]');
  const seen = await page.evaluate(async () => {
    const answers: Record<string, unknown> = {
      require: typeof Reflect.get(window, 'require'),
      process: typeof Reflect.get(window, 'process'),
      opened: window.open('https://example.com') === null,
      evalRefused: false,
      bridge: Object.keys(Reflect.get(window, 'vigie') as object).sort(),
    };
    // Eval under the debugger is let through; a timer's is the page's own.
    setTimeout("document.title = 'evaluated'", 0);
    await new Promise((done) => setTimeout(done, 100));
    answers['evalRefused'] = document.title !== 'evaluated';
    answers['fetchRefused'] = await fetch('https://example.com').then(
      () => false,
      () => true,
    );
    answers['outsideRefused'] = await fetch('app://vigie/..%2f..%2fpackage.json').then(
      ({ status }) => status === 404,
      () => true,
    );
    return answers;
  });
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    opened: true,
    evalRefused: true,
    fetchRefused: true,
    outsideRefused: true,
    bridge: ['call', 'offerFiles', 'on'],
  });
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (contents as unknown as { getLastWebPreferences: () => Record<string, unknown> }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  await close();
});

test('a database of a newer Vigie is refused with a sentence, left alone, and opened once it can be', async ({
  userData,
}) => {
  const path = join(userData, 'vigie.db');
  const raw = new BetterSqlite(path);
  raw.pragma('application_id = 1449748325');
  raw.pragma('user_version = 9999');
  raw.close();
  const { page, close } = await start({ userData, args: ['--language=en'], mayFail: true });
  await page.waitForSelector('html[data-app-state="failed"]');
  await expect(page.getByRole('alert')).toContainText('newer');
  const again = new BetterSqlite(path);
  expect(again.pragma('user_version', { simple: true })).toBe(9999);
  again.pragma('user_version = 0');
  again.close();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.waitForSelector('html[data-app-state="ready"]');
  await close();
});

test('a second start brings the first to the front and ends', async ({ samples, userData }) => {
  // Not by the driver, which would speak to a process that ends meanwhile.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const second = spawn(electronPath, [...sandbox, '--disable-gpu', root, `--user-data=${userData}`, '--sample'], {
    env: { ...process.env, ...displayOfWorker() },
  });
  let told = '';
  second.stderr.on('data', (part) => (told += String(part)));
  const status = await new Promise((resolve) => second.once('exit', resolve));
  expect(status).toBe(0);
  expect(told).toContain('vigie: it is already running');
  await expect(samples.page.getByTestId('queue-table')).toBeVisible();
});
