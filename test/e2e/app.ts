import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Preferences } from '../../shared/ipc/contract.ts';
import { ask } from './ask.ts';
import { displayOfWorker } from './displays.ts';

export const root = resolve(__dirname, '../..');
export const electronPath = require('electron') as string;

export type Console = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
};

export type StartOptions = {
  /** The profile; kept by the test where it starts twice. */
  readonly userData: string;
  readonly args?: readonly string[];
  /** Console errors that this test provokes. */
  readonly mayFail?: boolean;
  /** The machine's time zone. */
  readonly zone?: string;
};

const problems: string[] = [];

/** Starts the built application as a user would, waits until the queue is there, and notes every console error. */
export const start = async ({ userData, args = [], mayFail = false, zone }: StartOptions): Promise<Console> => {
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      root,
      `--user-data=${userData}`,
      '--size=1440x900',
      ...args,
    ],
    env: {
      ...process.env,
      ...displayOfWorker(),
      ...(zone === undefined ? {} : { TZ: zone }),
      ...{ LANG: 'en_US.UTF-8', LANGUAGE: 'en' },
    } as Record<string, string>,
  });
  const page = await app.firstWindow();
  page.on('console', (message) => {
    if (message.type() === 'error' && !mayFail) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(error.stack ?? error.message));
  if (!mayFail) await page.waitForSelector('html[data-app-state="ready"]', { timeout: 30_000 });
  return { app, page, close: () => app.close() };
};

type Fixtures = {
  readonly userData: string;
  /** The console on sample data, in English. */
  readonly samples: Console;
  /** The console on the user's own queue, empty, in English. */
  readonly own: Console;
};

export const test = base.extend<Fixtures>({
  // Playwright reads the fixture's dependencies from this pattern.
  // oxlint-disable-next-line no-empty-pattern
  userData: async ({}, use, info) => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-e2e-'));
    problems.length = 0;
    await use(folder);
    // What the application said of a run that failed is the first thing that one wants to know.
    const logFile = join(folder, 'logs', 'vigie.log');
    if (info.status !== info.expectedStatus && existsSync(logFile)) {
      process.stdout.write(`${readFileSync(logFile, 'utf8').trim().split('\n').slice(-40).join('\n')}\n`);
    }
    rmSync(folder, { recursive: true, force: true });
    expect(problems, 'console errors').toEqual([]);
  },
  samples: async ({ userData }, use) => {
    const console = await start({ userData, args: ['--sample', '--language=en', '--theme=light'] });
    await use(console);
    await console.close();
  },
  own: async ({ userData }, use) => {
    const console = await start({ userData, args: ['--language=en', '--theme=light'] });
    await use(console);
    await console.close();
  },
});

/** What opens a lead's rights in the tests' own queues. */
export const PASSPHRASE = 'cerise wagon lundi tuyau';

/** Says who works here; a lead of one's own queue sets the passphrase, or types it. In sample data all are free. */
export const workAs = async (page: Page, me: Preferences['me']): Promise<void> => {
  const { access } = await ask(page, 'app:set-preferences', { me });
  if (!access.isLeadLocked) return;
  if (access.isPassphraseSet === true) await ask(page, 'access:unlock', { passphrase: PASSPHRASE });
  else await ask(page, 'access:set-passphrase', { passphrase: PASSPHRASE, old: null });
};

/** Whoever works here becomes a lead, who may record all. */
export const becomeLead = (page: Page, me: Partial<Preferences['me']> = {}): Promise<void> =>
  workAs(page, { name: 'Lea', level: 'L3', ...me, role: 'lead' });

export const fixture = (...parts: readonly string[]): string => resolve(root, 'test/fixtures', ...parts);

/** The native file dialog cannot be pressed by a test: it answers with these files instead. */
export const chooseFiles = async (app: ElectronApplication, paths: readonly string[]): Promise<void> =>
  app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);

export { expect };
