import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { becomeLead, electronPath, expect, root, test } from './app.ts';
import { ask } from './ask.ts';
import { displayOfWorker } from './displays.ts';

/** As the desktop starts it: with a folder of the system's for the profile, and nothing on the command line. */
const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const environment = (config: string): Record<string, string> =>
  ({ ...process.env, ...displayOfWorker(), XDG_CONFIG_HOME: config, LANG: 'en_US.UTF-8' }) as Record<string, string>;

/** Everything in a folder that somebody else than its owner may read, write or enter; a socket says nothing by itself. */
const openTo = (folder: string): string[] =>
  ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].filter((name) => {
    const facts = lstatSync(join(folder, name), { throwIfNoEntry: false });
    return facts !== undefined && (facts.isFile() || facts.isDirectory()) && (facts.mode & 0o077) !== 0;
  });

const preferencesOf = (app: ElectronApplication): Promise<Record<string, unknown>[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map(({ webContents }) => {
      const all = (
        webContents as unknown as { getLastWebPreferences: () => Record<string, unknown> }
      ).getLastWebPreferences();
      const { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webviewTag, webSecurity } = all;
      return { sandbox, contextIsolation, nodeIntegration, nodeIntegrationInSubFrames, webviewTag, webSecurity };
    }),
  );

const CONFINED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  webSecurity: true,
};

/** What is written by those who work: a backup, the preferences, a ticket, the wall's own window. */
const use = async (app: ElectronApplication, page: Page): Promise<void> => {
  await becomeLead(page);
  await ask(page, 'backup:make', {});
  await Promise.all([app.waitForEvent('window'), ask(page, 'wall:open-window', {})]);
};

test.skip(process.platform !== 'linux', 'modes of files, and where profiles lie, are told of Linux');

test('a loose profile is closed at the start, every window is confined, and a second start is not listened to', async ({
  userData,
}) => {
  const profile = join(userData, 'Vigie');
  for (const name of ['preferences.json', 'logs/vigie.log', 'backups/vigie.db-automatic-20260101T000000Z.db']) {
    mkdirSync(dirname(join(profile, name)), { recursive: true, mode: 0o755 });
    writeFileSync(join(profile, name), '', { mode: 0o644 });
  }
  chmodSync(profile, 0o755);

  const app = await _electron.launch({
    executablePath: electronPath,
    args: [...SANDBOX, '--disable-gpu', root],
    env: environment(userData),
  });
  const page = await app.firstWindow();
  await page.waitForSelector('html[data-app-state="ready"]', { timeout: 30_000 });
  await use(app, page);
  expect(await preferencesOf(app)).toEqual([CONFINED, CONFINED]);

  // Whatever a second start asks for, the first only comes to the front.
  const hostile = [
    `--db=${join(userData, 'other.db')}`,
    '--sample',
    '--clock-offset-ms=99999999',
    'vigie://open?db=/etc/passwd',
    '/etc/passwd',
  ];
  const second = spawn(electronPath, [...SANDBOX, '--disable-gpu', root, ...hostile], { env: environment(userData) });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0);
  expect(await ask(page, 'app:get-state', {})).toMatchObject({ workspace: 'own' });
  expect(existsSync(join(userData, 'other.db'))).toBe(false);
  expect(page.url()).toMatch(/^app:\/\/vigie\/index\.html/);

  // The driver's own door, which no user's Vigie has.
  const isOurs = (name: string): boolean => name !== 'DevToolsActivePort';
  expect(readdirSync(profile)).toEqual(
    expect.arrayContaining(['vigie.db', 'vigie.db-wal', 'vigie.db-shm', 'logs', 'backups']),
  );
  expect(openTo(profile).filter(isOurs)).toEqual([]);
  await app.close();
  expect(readdirSync(profile)).toEqual(
    expect.arrayContaining(['preferences.json', 'window.json', 'first-answers.json']),
  );
  expect(openTo(profile).filter(isOurs)).toEqual([]);
});
