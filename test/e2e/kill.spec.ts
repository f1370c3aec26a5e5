import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { commandFaults } from '../faults/command-faults.ts';
import { inConsole, killPart } from './crash-kill.ts';
import { expect, root, start, test, type Console } from './app.ts';

/** How often the application is killed; `npm run test:faults` says how often, and which seed. */
const KILLS = Number(process.env['VIGIE_APP_KILLS'] ?? 2);
const SEED = Number(process.env['VIGIE_SEED'] ?? Math.floor(Math.random() * 1e9));

/** Numbers from 0 to 1 that are the same for the same seed. */
const randomOf = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

const run = (script: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, script), ...args], { encoding: 'utf8' });
const vigie = (...args: readonly string[]) => run('out/cli/cli.js', ...args);

/** Has the window make one command on many tickets after the other, until nobody answers any more. */
const work = (page: Page, firstNumber: number): Promise<void> =>
  page
    .evaluate(async (first) => {
      type Call = (name: string, input: unknown) => Promise<{ ok: boolean; value: { commandId: string } }>;
      const { call } = Reflect.get(window, 'vigie') as { call: Call };
      const acknowledged = Reflect.get(window, 'acknowledged') as (...words: readonly string[]) => Promise<void>;
      for (let number = first; ; number++) {
        const count = 1 + ((number * 7) % 40);
        const targets = Array.from({ length: count }, (_, i) => ({ id: i + 1, expectedVersion: null }));
        const commands = [{ kind: 'note', text: `command ${number} of ${count}` }];
        const reply = await call('ticket:run-commands', { targets, commands });
        if (reply.ok) await acknowledged('command', reply.value.commandId, String(count));
      }
    }, firstNumber)
    // The window went with the application.
    .catch(() => {});

const gone = (console: Console): Promise<void> =>
  new Promise((resolve) => {
    const child = console.app.process();
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

test('killed at any instant, it loses nothing that was acknowledged and opens again', async ({ userData }) => {
  test.setTimeout(60_000 + KILLS * 60_000);
  const path = join(userData, 'own.db');
  // Builds what is not built yet.
  expect(run('electron/provision/vigie.mjs', 'help').status).toBe(0);
  expect(vigie('seed', '--tickets', '200', '--db', path).status).toBe(0);
  const random = randomOf(SEED);
  const acks: string[][] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const console = await start({ userData, args: [`--db=${path}`, '--language=en'], mayFail: true });
    await console.page.waitForSelector('html[data-app-state="ready"]', { timeout: 30_000 });
    await console.page.exposeFunction('acknowledged', (...words: string[]) => void acks.push(words));
    const before = acks.length;
    const working = work(console.page, kill * 10_000);
    // The kill lies between the first acknowledged command and two seconds after it.
    await expect.poll(() => acks.length, { intervals: [20] }).toBeGreaterThan(before);
    await console.page.waitForTimeout(random() * 2_000);
    console.app.process().kill('SIGKILL');
    await gone(console);
    await working;
    const check = vigie('check', '--db', path, '--json');
    expect([kill, check.status, check.stderr]).toEqual([kill, 0, '']);
    expect(commandFaults(path, acks)).toEqual([]);
  }
  process.stdout.write(`kill -9 of the application: ${KILLS}, seed ${SEED}, ${acks.length} commands acknowledged\n`);
  const { page, close } = await start({ userData, args: [`--db=${path}`, '--language=en'] });
  await expect(page.locator('html[data-app-state="ready"]')).toBeVisible();
  await close();
});

/** How often a part of the running application is killed, the window and the core in turn. */
const PART_KILLS = Number(process.env['VIGIE_PART_KILLS'] ?? 2);

/** Makes one command on many tickets after the other, for as long as its process lives; what was acknowledged is kept by main. */
const working = (first: number): string => `(() => {
  const run = async () => {
    for (let number = ${first}; ; number++) {
      const count = 1 + ((number * 7) % 40);
      const targets = Array.from({ length: count }, (_, i) => ({ id: i + 1, expectedVersion: null }));
      const commands = [{ kind: 'note', text: 'command ' + number + ' of ' + count }];
      const reply = await vigie.call('ticket:run-commands', { targets, commands });
      if (reply.ok) console.info('ack ' + reply.value.commandId + ' ' + count);
    }
  };
  void run();
  return true;
})()`;

test('its window or its core killed at any instant, it comes back by itself and loses nothing that was acknowledged', async ({
  userData,
}) => {
  test.setTimeout(60_000 + PART_KILLS * 30_000);
  const path = join(userData, 'own.db');
  expect(run('electron/provision/vigie.mjs', 'help').status).toBe(0);
  expect(vigie('seed', '--tickets', '200', '--db', path).status).toBe(0);
  const random = randomOf(SEED + 1);
  const console = await start({ userData, args: [`--db=${path}`, '--language=en'], mayFail: true });
  const { app, page } = console;
  await page.waitForSelector('html[data-app-state="ready"]', { timeout: 30_000 });
  await app.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    const acks: string[] = [];
    Reflect.set(globalThis, 'acks', acks);
    BrowserWindow.getAllWindows()[0]?.webContents.on('console-message', (_event, _level, message) => {
      if (message.startsWith('ack ')) acks.push(message);
    });
  });
  const acksOf = () => app.evaluate(() => Reflect.get(globalThis, 'acks') as string[]);
  const downMs: number[] = [];
  for (let kill = 0; kill < PART_KILLS; kill++) {
    const part = kill % 2 === 0 ? 'renderer' : 'worker';
    const before = (await acksOf()).length;
    await inConsole(app, working(kill * 10_000));
    await expect.poll(async () => (await acksOf()).length, { intervals: [20] }).toBeGreaterThan(before);
    await later(random() * 2_000);
    await killPart(app, part);
    const killedAtMs = Date.now();
    const isBack = `document.documentElement.dataset.appState === 'ready' &&
      document.querySelector('[data-testid=told-band]')?.dataset.kind === '${part === 'renderer' ? 'window' : 'core'}' &&
      vigie.call('audit:list-kinds', {}).then(({ ok }) => ok)`;
    await expect.poll(() => inConsole(app, isBack), { timeout: 25_000, intervals: [50] }).toBe(true);
    downMs.push(Date.now() - killedAtMs);
    // So many a minute are no accident: here each is one.
    if (part === 'worker') await inConsole(app, `vigie.call('fault:open-again', {}).then(({ ok }) => ok)`);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
    await expect
      .poll(() => inConsole(app, `document.documentElement.dataset.appState`), { timeout: 25_000 })
      .toBe('ready');
  }
  const acks = (await acksOf()).map((line) => ['command', ...line.split(' ').slice(1)]);
  await console.close();
  const check = vigie('check', '--db', path, '--json');
  expect([check.status, check.stderr]).toEqual([0, '']);
  expect(commandFaults(path, acks)).toEqual([]);
  const worst = Math.max(...downMs);
  process.stdout.write(
    `kills of the window and the core: ${PART_KILLS}, seed ${SEED}, ${acks.length} commands acknowledged, back within ${worst} ms\n`,
  );
});
