import { AxeBuilder } from '@axe-core/playwright';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { ask } from './ask.ts';
import { chooseFiles, expect, start, test, type Console } from './app.ts';

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

/** Gold P1s, each breached so long after now. */
const importP1s = async ({ app, page }: Console, userData: string, breachedInMs: readonly number[]): Promise<void> => {
  const lines = breachedInMs.map((ms, i) => {
    const opened = new Date(Date.now() - 4 * HOUR + ms).toISOString();
    return `W-${i + 1},Portal ${i + 1} down,Nordlys,P1,open,${opened}`;
  });
  const choose = async (name: string, text: string, purpose: 'export' | 'tier-map'): Promise<string> => {
    const path = join(userData, name);
    writeFileSync(path, text);
    await chooseFiles(app, [path]);
    const chosen = await ask(page, 'import:choose-files', { purpose });
    return chosen?.selectionId ?? '';
  };
  const text = ['Reference,Title,Customer,Priority,State,Opened at', ...lines, ''].join('\n');
  const selectionId = await choose('tickets.csv', text, 'export');
  const tierMapId = await choose('tiers.csv', 'customer,tier\nNordlys,gold\n', 'tier-map');
  const zone = 'Europe/Paris';
  const report = await ask(page, 'import:run', { selectionId, profile: 'generic', zone, tierMapId, levelMapId: null });
  expect(report.tickets.new, JSON.stringify(report)).toBe(breachedInMs.length);
};

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
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);

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
  await first.close();

  const again = await start({ userData, args: ['--language=en'] });
  await recordNotifications(again.app);
  await again.page.waitForTimeout(1_500);
  expect(await titles(again.app)).toEqual([]);
  expect((await ask(again.page, 'app:get-state', {})).preferences.watch.atRisk).toBe(false);
  await again.close();
});

test('closing the window without the tray ends Vigie', async ({ own: { app } }) => {
  const closed = app.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 50));
  await closed;
});
