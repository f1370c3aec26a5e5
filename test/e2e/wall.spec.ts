import type { ElectronApplication, Page } from '@playwright/test';
import { expect, start, test, type Console } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { becomeLead } from './hours.ts';
import { importGoldP1s } from './import-tickets.ts';

const HOUR = 3_600_000;

/** A number of the wall as it is shown. */
const numberOf = async (page: Page, tile: string): Promise<number> =>
  Number(await page.getByTestId(`wall-tile-${tile}`).locator('strong').textContent());

const openWall = async (page: Page): Promise<void> => {
  await page.getByTestId('wall-button').click();
  await page.getByTestId('wall-board').waitFor();
};

const openWindow = async ({ app, page }: Pick<Console, 'app' | 'page'>): Promise<Page> => {
  const [wall] = await Promise.all([app.waitForEvent('window'), page.getByTestId('wall-open-window').click()]);
  await wall.getByTestId('wall-board').waitFor();
  return wall;
};

/** The wall's window as large as a big screen. */
const enlarge = (app: ElectronApplication, width: number, height: number): Promise<void> =>
  app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('#wall'));
      window?.setContentSize(size.width, size.height);
    },
    { width, height },
  );

/** Nothing of the wall lies outside of its window, and nothing in it is cut at the bottom. */
const expectAllInSight = async (page: Page): Promise<void> => {
  const outside = await page.evaluate(() => {
    const { innerWidth, innerHeight } = window;
    const { scrollWidth, scrollHeight } = document.documentElement;
    const cut = [...document.querySelectorAll('[data-wall-stop], .wall-panel')].filter((element) => {
      const { right, bottom } = element.getBoundingClientRect();
      const panel = element.closest('.wall-panel')?.getBoundingClientRect();
      return right > innerWidth || bottom > innerHeight || (panel !== undefined && bottom > panel.bottom + 1);
    });
    return [scrollWidth > innerWidth, scrollHeight > innerHeight, cut.map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });
  expect(outside).toEqual([false, false, []]);
};

/** Every board once, in the order of the pages. */
const eachBoard = async (page: Page, look: (board: string) => Promise<void>): Promise<string[]> => {
  const seen: string[] = [];
  const place = page.getByTestId('wall-page');
  const [, count = '1'] = /\/ (\d+)/.exec((await place.textContent()) ?? '') ?? [];
  for (let i = 0; i < Number(count); i++) {
    const board = (await page.getByTestId('wall-board').getAttribute('data-board')) ?? '';
    if (!seen.includes(board)) {
      seen.push(board);
      await look(board);
    }
    const before = await place.textContent();
    await page.keyboard.press('PageDown');
    if (count !== '1') await expect(place).not.toHaveText(before ?? '');
  }
  return seen;
};

test('the wall at the console: a number opens its tickets, a line its ticket, all by keys', async ({ samples }) => {
  const { page } = samples;
  await becomeLead(page);
  await openWall(page);
  const wall = await ask(page, 'wall:get', {});
  expect(await numberOf(page, 'breached')).toBe(wall.breached);
  expect(await numberOf(page, 'open')).toBe(wall.open);
  expect(await numberOf(page, 'leads')).toBe(wall.leads.total);
  const boards = await eachBoard(page, async () => {
    await expectNoViolations(page, '.wall');
  });
  expect(boards).toEqual(['countdowns', 'load', 'waiting', 'experts']);
  await expect(page.getByTestId('wall-page')).toContainText('1 / ');

  // From nowhere an arrow goes to the first number; from there along and down.
  await page.evaluate(() =>
    document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
  );
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('wall-tile-breached')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('wall-tile-atRisk')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('view-tab-atRisk')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByTestId('queue-row')).toHaveCount(wall.atRisk);

  await openWall(page);
  const line = page.getByTestId('wall-panel-breached').getByTestId('wall-line').first();
  await line.focus();
  await page.keyboard.press('Enter');
  const [first] = wall.breachedTickets.rows;
  await expect(page.getByTestId('ticket-detail')).toContainText(first?.reference ?? 'none');

  // What has the keys goes: what comes to stand in its place has them.
  await openWall(page);
  await page.keyboard.press('ArrowDown');
  await line.focus();
  const goesId = Number(await line.getAttribute('data-ticket-id'));
  await ask(page, 'ticket:run-commands', {
    targets: [{ id: goesId, expectedVersion: null }],
    commands: [{ kind: 'resolve', text: 'done' }],
  });
  await expect(line).not.toHaveAttribute('data-ticket-id', String(goesId));
  await expect(line).toBeFocused();

  // A key of the queue does on a line what it does there.
  await openWall(page);
  await line.focus();
  const [next] = (await ask(page, 'wall:get', {})).breachedTickets.rows;
  await page.keyboard.press('a');
  await expect(page.getByTestId('ticket-detail')).toContainText(next?.reference ?? 'none');
  await expect(page.getByTestId('form-assign')).toBeVisible();
});

test('what changes is shown without being asked for, and time alone moves tickets', async ({ userData, own }) => {
  test.slow();
  const { page } = own;
  await openWall(page);
  await expect(page.getByTestId('wall-panel-breached')).toContainText('Nothing is breached');
  expect(await numberOf(page, 'open')).toBe(0);
  // One is breached, one will be in half a minute.
  await importGoldP1s(own, userData, [
    { reference: 'W-1', openedAtMs: Date.now() - 5 * HOUR },
    { reference: 'W-2', openedAtMs: Date.now() - 4 * HOUR + 30_000 },
  ]);
  await expect.poll(() => numberOf(page, 'open')).toBe(2);
  await expect(page.getByTestId('wall-panel-running')).toContainText('W-2');
  expect(await numberOf(page, 'breached')).toBe(1);
  await expect.poll(() => numberOf(page, 'breached'), { timeout: 45_000 }).toBe(2);
  await expect(page.getByTestId('wall-panel-breached')).toContainText('W-2');
  await expect(page.getByTestId('wall-panel-running')).toContainText('No countdown is running');
});

test('the big screen: one window that fits, turns its pages, and opens things in the console', async ({ samples }) => {
  test.slow();
  const { app, page } = samples;
  await openWall(page);
  const wall = await openWindow(samples);
  await expect(wall.locator('.rail')).toHaveCount(0);
  await page.getByTestId('wall-open-window').click();
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(2);
  await enlarge(app, 1920, 1080);
  await wall.waitForFunction(() => window.innerWidth === 1920 && window.innerHeight === 1080);
  for (const theme of ['light', 'dark'] as const) {
    await ask(wall, 'app:set-preferences', { theme });
    await expect(wall.locator(`html[data-mantine-color-scheme="${theme}"]`)).toHaveCount(1);
    const boards = await eachBoard(wall, async () => {
      await expectAllInSight(wall);
      await expectNoViolations(wall);
    });
    expect(boards).toEqual(['countdowns', 'load', 'waiting', 'experts']);
  }

  const place = wall.getByTestId('wall-page');
  await wall.getByTestId('wall-dwell').selectOption('10');
  await wall.getByTestId('wall-dwell').blur();
  const before = (await place.textContent()) ?? '';
  await expect(place).not.toHaveText(before, { timeout: 15_000 });
  await wall.keyboard.press('Space');
  await expect(wall.getByTestId('wall-pause')).toContainText('Let the pages turn');
  const paused = (await place.textContent()) ?? '';
  await wall.keyboard.press('ArrowRight');
  await expect(place).not.toHaveText(paused);
  await wall.keyboard.press('ArrowLeft');
  await expect(place).toHaveText(paused);

  const unassigned = await numberOf(wall, 'unassigned');
  await wall.getByTestId('wall-tile-unassigned').click();
  await expect(page.getByTestId('view-tab-unassigned')).toHaveAttribute('aria-current', 'true');
  await expect(page.getByTestId('queue-total')).toHaveAttribute('data-count', String(unassigned));
  // The wall stays as it is.
  await expect(wall.getByTestId('wall-board')).toBeVisible();
});

/** Whether the screen is kept awake cannot be seen: what Vigie asks of the system is kept instead. */
const recordBlockers = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ powerSaveBlocker }) => {
    const held = new Set<number>();
    Object.assign(globalThis, { heldBlockers: held });
    powerSaveBlocker.start = () => {
      held.add(held.size + 1);
      return held.size;
    };
    powerSaveBlocker.stop = (id) => held.delete(id);
  });

/** Whether the wall fills its screen, and whether that is kept awake. */
const fullAndAwake = (app: ElectronApplication): Promise<readonly (boolean | undefined)[]> =>
  app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('#wall'));
    const { heldBlockers } = globalThis as unknown as { readonly heldBlockers: ReadonlySet<number> };
    return [window?.isFullScreen(), heldBlockers.size > 0];
  });

test('F11 fills the screen, which stays on while it does, and Escape leaves it', async ({ samples }) => {
  const { app, page } = samples;
  await recordBlockers(app);
  await openWall(page);
  const wall = await openWindow(samples);
  await wall.keyboard.press('F11');
  await expect.poll(() => fullAndAwake(app)).toEqual([true, true]);
  await wall.getByTestId('wall-awake').uncheck();
  await expect.poll(() => fullAndAwake(app)).toEqual([true, false]);
  await wall.getByTestId('wall-awake').check();
  await expect.poll(() => fullAndAwake(app)).toEqual([true, true]);
  await wall.getByTestId('wall-awake').blur();
  // What has the keys is left first.
  await wall.keyboard.press('ArrowDown');
  await expect(wall.getByTestId('wall-tile-breached')).toBeFocused();
  await wall.keyboard.press('Escape');
  await expect(wall.getByTestId('wall-tile-breached')).not.toBeFocused();
  expect(await fullAndAwake(app)).toEqual([true, true]);
  await wall.keyboard.press('Escape');
  await expect.poll(() => fullAndAwake(app)).toEqual([false, false]);
});

test('a sleep, or a core that does not answer: an old picture says that it is one', async ({ samples }) => {
  const { app, page } = samples;
  await openWall(page);
  const wall = await openWindow(samples);
  await expect(wall.getByTestId('wall-old')).toHaveCount(0);
  await app.evaluate(({ ipcMain }) => {
    // The way to the core is taken away for a while; nothing else keeps its other end.
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, (...args: unknown[]) => unknown>;
    Object.assign(globalThis, { keptHandler: handlers.get('vigie:call') });
    handlers.set('vigie:call', () => ({ ok: false, error: { code: 'core/stopped', message: 'asleep' } }));
  });
  await wall.clock.setSystemTime(Date.now() + HOUR);
  await expect(wall.getByTestId('wall-old')).toBeVisible();
  await app.evaluate(({ ipcMain }) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, unknown>;
    handlers.set('vigie:call', Reflect.get(globalThis, 'keptHandler'));
  });
  await wall.clock.setSystemTime(Date.now());
  await expect(wall.getByTestId('wall-old')).toHaveCount(0, { timeout: 20_000 });
});

test('closing the console closes the wall; its window stands where it stood', async ({ userData }) => {
  const first = await start({ userData, args: ['--sample', '--language=en'] });
  await openWall(first.page);
  await openWindow(first);
  const bounds = await first.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('#wall'));
    window?.setBounds({ x: 60, y: 70, width: 1000, height: 600 });
    return window?.getBounds();
  });
  const closed = first.app.waitForEvent('close');
  await first.app.evaluate(({ BrowserWindow }) => {
    const console = BrowserWindow.getAllWindows().find(({ webContents }) => !webContents.getURL().endsWith('#wall'));
    setTimeout(() => console?.close(), 50);
  });
  await closed;
  const again = await start({ userData, args: ['--sample', '--language=fr'] });
  await openWall(again.page);
  const wall = await openWindow(again);
  await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Mur des SLA');
  expect(
    await again.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find(({ webContents }) => webContents.getURL().endsWith('#wall'))
        ?.getBounds(),
    ),
  ).toEqual(bounds);
  // Out of the way, into the tray: the wall goes too.
  const { preferences } = await ask(again.page, 'app:get-state', {});
  await ask(again.page, 'app:set-preferences', { watch: { ...preferences.watch, keepRunning: true } });
  const gone = wall.waitForEvent('close');
  await again.app.evaluate(({ BrowserWindow }) => {
    const console = BrowserWindow.getAllWindows().find(({ webContents }) => !webContents.getURL().endsWith('#wall'));
    console?.close();
  });
  await gone;
  await expect
    .poll(() => again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible())))
    .toEqual([false]);
  await again.close();
});
