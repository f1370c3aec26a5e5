import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { ask } from './ask.ts';
import { expect, start, test, type Console } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { importGoldP1s } from './import-tickets.ts';
import { startAt } from './other-time.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** The system's notifications cannot be seen by a test: what Vigie asks the system to show is kept instead. */
const recordNotifications = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ Notification }) => {
    const shown: Electron.Notification[] = [];
    Object.assign(globalThis, { shownNotifications: shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push(this);
    };
  });

type Recorded = { readonly shownNotifications: Electron.Notification[] };

const titles = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as unknown as Recorded).shownNotifications.map(({ title }) => title));

const press = (app: ElectronApplication, title: string): Promise<void> =>
  app.evaluate((_electron, wanted) => {
    const { shownNotifications } = globalThis as unknown as Recorded;
    shownNotifications.find((one) => one.title === wanted)?.emit('click');
  }, title);

/** Gold P1s, each breached so long after now, numbered from `first`. */
const importP1s = (to: Console, userData: string, breachedInMs: readonly number[], first = 1): Promise<void> =>
  importGoldP1s(
    to,
    userData,
    breachedInMs.map((ms, i) => ({ reference: `W-${first + i}`, openedAtMs: Date.now() - 4 * HOUR + ms })),
  );

/** How many times the window was told of alarms, by the log of the profile. */
const timesTold = (userData: string): number =>
  readFileSync(join(userData, 'logs', 'vigie.log'), 'utf8').split('"watch/alarmed"').length - 1;

const isVisible = (app: ElectronApplication): Promise<boolean | undefined> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());

test('with the window closed, a breach is told exactly once; pressed, it opens the ticket', async ({
  userData,
  own,
}) => {
  const { app, page } = own;
  await recordNotifications(app);
  const { preferences } = await ask(page, 'app:get-state', {});
  await ask(page, 'app:set-preferences', { watch: { ...preferences.watch, keepRunning: true } });
  await importP1s(own, userData, [9 * SECOND, 3 * HOUR]);
  await expect.poll(() => titles(app)).toEqual(['W-1 is at risk']);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await isVisible(app)).toBe(false);
  await expect.poll(() => titles(app)).toEqual(['W-1 is at risk', 'Vigie keeps watch']);
  await expect.poll(() => titles(app), { timeout: 15_000 }).toContain('W-1 is breached');
  await page.waitForTimeout(2_500);
  expect(await titles(app)).toEqual(['W-1 is at risk', 'Vigie keeps watch', 'W-1 is breached']);
  await press(app, 'W-1 is breached');
  await expect.poll(() => isVisible(app)).toBe(true);
  await expect(page.getByTestId('ticket-detail')).toContainText('W-1');
});

test('the bell: what fell due meanwhile is one digest; open, snooze and mark as seen by keyboard; settings are kept', async ({
  userData,
}) => {
  const first = await start({ userData, args: ['--language=en', '--theme=light'] });
  await recordNotifications(first.app);
  await importP1s(first, userData, [-HOUR, -2 * HOUR, HOUR / 2]);
  await expect.poll(() => titles(first.app)).toEqual(['2 breached, 1 at risk']);
  const { page } = first;
  const count = page.getByTestId('watch-count');
  await expect(count).toHaveText('3');
  await page.getByTestId('queue-row').first().waitFor();
  await page.keyboard.press('z');
  const panel = page.getByTestId('watch-panel');
  const alarms = panel.getByTestId('alarm');
  await expect(alarms).toHaveCount(3);
  await expectNoViolations(page);

  await alarms.nth(0).getByRole('button', { name: '15 min' }).focus();
  await page.keyboard.press('Enter');
  await expect(alarms.nth(0)).toContainText('Again');
  await expect(count).toHaveText('2');
  await alarms.nth(1).locator('.alarm-seen').press('Enter');
  await expect(count).toHaveText('1');
  await page.getByTestId('watch-see-all').press('Enter');
  await expect(count).toHaveCount(0);

  await page.getByTestId('watch-settings-button').press('Enter');
  await page.getByTestId('watch-settings').getByLabel('Tickets at risk').uncheck();
  await page.getByTestId('watch-quietFrom').fill('22:00');
  await page.getByTestId('watch-quietTo').fill('07:00');
  // Leaving the settings keeps what was typed in them.
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('watch-settings')).toHaveCount(0);
  await expect
    .poll(async () => (await ask(page, 'app:get-state', {})).preferences.watch)
    .toMatchObject({ atRisk: false, quietFrom: '22:00', quietTo: '07:00' });
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await page.keyboard.press('z');
  await alarms.nth(0).locator('.alarm-open').focus();
  await page.keyboard.press('ArrowDown');
  await expect(alarms.nth(1).locator('.alarm-open')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(panel).toHaveCount(0);
  await expect(page.getByTestId('ticket-detail')).toContainText('W-');
  const told = timesTold(userData);
  expect(told).toBe(1);
  await first.close();

  const again = await start({ userData, args: ['--language=en'] });
  await recordNotifications(again.app);
  const { watch } = (await ask(again.page, 'app:get-state', {})).preferences;
  expect(watch).toMatchObject({ atRisk: false, quietFrom: '22:00', quietTo: '07:00' });
  // What was told is not told again: of all that is breached, the window hears of the new one alone.
  await ask(again.page, 'app:set-preferences', { watch: { ...watch, quietFrom: null, quietTo: null } });
  await importP1s(again, userData, [-HOUR / 2], 4);
  await expect.poll(() => titles(again.app)).toEqual(['W-4 is breached']);
  expect(timesTold(userData)).toBe(told + 1);
  await again.close();
});

test('a clock that says a year ago is not believed, until somebody says that it is right', async ({ userData }) => {
  const first = await start({ userData, args: ['--language=en', '--theme=light'] });
  await importP1s(first, userData, [3 * HOUR]);
  await first.close();
  const yearAgo = new Date(Date.now() - 365 * 86_400_000).toISOString();
  const { page, close } = await startAt(userData, yearAgo, ['--language=fr', '--theme=dark']);
  const band = page.getByTestId('clock-band');
  await expect(band).toContainText('L’horloge de cet ordinateur n’est pas fiable.');
  await expect(band).toContainText('enregistré ici le');
  await page.getByTestId('clock-accept').press('Enter');
  await expect(band).toHaveCount(0);
  await close();
});

test('closing the window without the tray ends Vigie', async ({ own: { app } }) => {
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50));
  await closed;
});
