import type { Page } from '@playwright/test';
import { expect, start, test } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { becomeLead } from './hours.ts';
import { addHours, block, boxOf, customerId, DAY, goThere, HOUR, open, paris, plan, sessionNow } from './week.ts';

const QUARTER = HOUR / 4;

/** When clocks in Paris go back next: the last Sunday of an October, 01:00 UTC. */
const nextAutumnChange = (): number => {
  const lastSunday = (year: number): number => {
    const last = Date.UTC(year, 9, 31, 1);
    return last - new Date(last).getUTCDay() * DAY;
  };
  const year = new Date().getUTCFullYear();
  return [year, year + 1].map(lastSunday).find((ms) => ms > Date.now() + 2 * DAY) ?? 0;
};

/** Presses the middle of a session and lets go so many hours and columns away. */
const drag = async (page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> => {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await expect(page.getByTestId('calendar-ghost').first()).toBeVisible();
  await page.mouse.up();
};

test('a week of the cell, its other views by keys, and the place found again', async ({ samples: { page } }) => {
  await becomeLead(page);
  await page.getByTestId('coaching-button').press('Enter');
  await expect(page.getByTestId('calendar-slot')).toBeFocused();
  await expect(page.getByTestId('now-line').first()).toBeVisible();
  await expect(page.locator('.cal-day-head')).toHaveCount(7);
  await expect(page.locator('.cal-column')).toHaveCount(14);
  for (const [key, view] of [
    ['d', 'day'],
    ['m', 'month'],
    ['a', 'agenda'],
    ['w', 'week'],
  ]) {
    await page.keyboard.press(key ?? '');
    await expect(page.getByTestId('calendar')).toHaveAttribute('data-view', view ?? '');
  }
  const range = await page.getByTestId('calendar-range').textContent();
  await page.keyboard.press('PageDown');
  await expect(page.getByTestId('calendar-range')).not.toHaveText(range ?? '');
  await page.keyboard.press('u');
  await page.getByRole('checkbox', { name: 'expert 01' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.locator('.cal-column')).toHaveCount(7);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('coaching-screen')).toHaveCount(0);
  await page.getByTestId('coaching-button').press('Enter');
  await expect(page.locator('.cal-column')).toHaveCount(7);
  await page.keyboard.press('t');
  await expect(page.getByTestId('calendar-range')).toHaveText(range ?? '');
});

test('an expert begins with sessions of their own; cancelled ones are shown where somebody asks', async ({
  samples: { page },
}) => {
  await ask(page, 'app:set-preferences', { me: { name: 'expert 01', role: 'expert', level: 'L3' } });
  const { row } = await plan(page, paris(1, 12));
  await ask(page, 'coaching:call-off', {
    ...{ id: row.id, expectedVersion: null, scope: 'this', by: 'customer', reason: 'ill' },
  });
  await page.getByTestId('coaching-button').press('Enter');
  await expect(page.getByTestId('calendar-slot')).toBeFocused();
  await expect(page.getByTestId('calendar-who')).toHaveText('My sessions');
  await expect(page.locator('.cal-column')).toHaveCount(7);
  await goThere(page);
  await expect(block(page, row.id)).toHaveCount(0);
  await page.keyboard.press('Shift+H');
  await expect(block(page, row.id)).toContainText('12:00');
  await expect(block(page, row.id)).toHaveAccessibleName(/cancelled/);
});

test('a session is dragged, made longer, and taken back', async ({ samples: { page } }) => {
  await becomeLead(page);
  await addHours(page);
  const { row } = await plan(page, paris(0, 12));
  await open(page);
  await expect(block(page, row.id)).toContainText('12:00');
  const box = await boxOf(block(page, row.id));
  const hour = box.height + 2;
  const width = (await boxOf(page.locator('.cal-column').first())).width;
  const middle = { x: box.x + box.width / 2, y: box.y + hour / 2 };
  await drag(page, middle, { x: middle.x + 2 * width, y: middle.y + hour / 2 });
  await expect(page.getByTestId('notice').last()).toContainText('12:30–13:30');
  expect(await sessionNow(page, row.id)).toMatchObject({ startMs: paris(1, 12, 30), endMs: paris(1, 13, 30) });
  await expect(block(page, row.id)).toBeFocused();

  const moved = await boxOf(block(page, row.id));
  const edge = { x: moved.x + moved.width / 2, y: moved.y + moved.height - 2 };
  await drag(page, edge, { x: edge.x, y: edge.y + hour / 2 });
  await expect(page.getByTestId('notice').last()).toContainText('12:30–14:00');
  expect(await sessionNow(page, row.id)).toMatchObject({ startMs: paris(1, 12, 30), endMs: paris(1, 14) });

  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('notice').last()).toContainText('back');
  expect((await sessionNow(page, row.id)).endMs).toBe(paris(1, 13, 30));
});

test('a new session begins where it is drawn, by pointer and by keys', async ({ samples: { page } }) => {
  await becomeLead(page);
  const { row } = await plan(page, paris(1, 12));
  await open(page);
  const box = await boxOf(block(page, row.id));
  const quarter = (box.height + 2) / 4;
  const x = box.x + box.width / 2;
  await page.mouse.move(x, box.y + 6 * quarter + 2);
  await page.mouse.down();
  await page.mouse.move(x, box.y + 8 * quarter);
  await page.mouse.move(x, box.y + 9 * quarter + 2);
  await expect(page.getByTestId('calendar-ghost')).toHaveText('13:30–14:30');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('calendar-ghost')).toHaveCount(0);
  await page.mouse.up();

  await page.getByTestId('calendar-slot').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByTestId('calendar-moving')).toContainText('09:00–10:00, expert 01');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('calendar-moving')).toContainText('09:15–10:30, expert 02');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('calendar-ghost')).toHaveCount(0);
  // The form lies over the calendar, whose keys are silent.
  await page.keyboard.press('m');
  await expect(page.getByTestId('calendar')).toHaveAttribute('data-view', 'week');
});

test('the same by keys: slots, sessions, moving, longer, and a new one', async ({ samples: { page } }) => {
  await becomeLead(page);
  await addHours(page);
  const { row } = await plan(page, paris(1, 12));
  await open(page);
  await expect(block(page, row.id)).toBeVisible();
  // Monday 9:00, then to Tuesday and down to the session.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  for (let slot = 0; slot < 6; slot++) await page.keyboard.press('ArrowDown');
  await expect(block(page, row.id)).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByTestId('calendar-moving')).toContainText('12:15–13:15');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByTestId('calendar-moving')).toContainText('12:15–13:30, expert 02');
  expect(await sessionNow(page, row.id)).toMatchObject({ version: row.version });
  await page.keyboard.press('Escape');
  await expect(block(page, row.id)).toBeFocused();
  expect(await sessionNow(page, row.id)).toMatchObject({ startMs: paris(1, 12), expert: 'expert 01' });

  await page.keyboard.press('g');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('notice').last()).toContainText('12:00–13:15, expert 02');
  const now = await sessionNow(page, row.id);
  expect(now).toMatchObject({ startMs: paris(2, 12), endMs: paris(2, 13, 15), expert: 'expert 02' });
  expect(now.version).toBe(row.version + 1);
  await expect(block(page, row.id)).toBeFocused();

  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('notice').last()).toContainText('11:45–13:00, expert 02');
  expect((await sessionNow(page, row.id)).startMs).toBe(paris(2, 12) - QUARTER);
  await expect(block(page, row.id)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(block(page, row.id)).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Escape');
  await expect(block(page, row.id)).not.toHaveAttribute('aria-current', 'true');
});

test('a double booking is refused, told, and goes back', async ({ samples: { page } }) => {
  await becomeLead(page);
  const { row } = await plan(page, paris(1, 12));
  await plan(page, paris(2, 12), { customerId: await customerId(page, 'Port de Sète') });
  await open(page);
  // A busy machine draws late: what has the keys comes and goes meanwhile.
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Emulation.setCPUThrottlingRate', { rate: 8 });
  await block(page, row.id).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('Control+ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('notice').last()).toContainText('Port de Sète then');
  expect(await sessionNow(page, row.id)).toMatchObject({ startMs: paris(1, 12), version: row.version });
  await expect(block(page, row.id)).toHaveAccessibleName(/Tuesday/);
  await expect(block(page, row.id)).toBeFocused();
});

test('what warns is told before it moves', async ({ samples: { page } }) => {
  await becomeLead(page);
  const { row } = await plan(page, paris(1, 12), { customerId: await customerId(page, 'Groupe Vallier') });
  await open(page);
  await block(page, row.id).focus();
  await page.keyboard.press('g');
  for (let step = 0; step < 28; step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('conflicts')).toContainText('outside the expert’s working hours');
  expect((await sessionNow(page, row.id)).startMs).toBe(paris(1, 12));
  await expectNoViolations(page, '[role="dialog"]');
  await page.getByTestId('dialog-submit').press('Enter');
  await expect(page.getByTestId('notice').last()).toContainText('19:00–20:00');
  expect((await sessionNow(page, row.id)).startMs).toBe(paris(1, 19));
});

test('a session of a series asks which of them move', async ({ samples: { page } }) => {
  await becomeLead(page);
  const { row, series } = await plan(page, paris(1, 12), { recurrence: { everyWeeks: 1, count: 3, untilMs: null } });
  expect(series).toHaveLength(2);
  await open(page);
  await block(page, row.id).focus();
  await page.keyboard.press('g');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('session-scope')).toBeVisible();
  await page.getByTestId('session-scope').getByLabel('this and later ones').check();
  await page.getByTestId('dialog-submit').press('Enter');
  await expect(page.getByTestId('notice').last()).toContainText('12:15–13:15');
  // What became of each is not known: nothing is offered that would not take it back.
  await expect(page.getByTestId('notice').last().getByRole('button', { name: 'Undo' })).toHaveCount(0);
  for (const one of series) {
    expect((await sessionNow(page, one.id)).startMs).toBe((one.startMs ?? 0) + QUARTER);
  }
});

test('an agent reads: nothing is moved, and it is said why', async ({ samples: { page } }) => {
  await becomeLead(page);
  const { row } = await plan(page, paris(1, 12));
  await ask(page, 'app:set-preferences', { me: { name: 'grace', role: 'agent', level: 'L1' } });
  await page.getByTestId('coaching-button').press('Enter');
  await goThere(page);
  await block(page, row.id).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByTestId('notice').last()).toContainText('you can ask for one');
  await expect(page.getByTestId('plan-session')).toHaveCount(0);
});

test('a month, dragged over days', async ({ samples: { page } }) => {
  await becomeLead(page);
  const { row } = await plan(page, paris(1, 12));
  await open(page);
  await page.keyboard.press('m');
  // The week shows the session too, until the month is there.
  await expect(page.locator('.cal-month-day').first()).toBeVisible();
  await expect(block(page, row.id)).toBeVisible();
  const box = await boxOf(block(page, row.id));
  const cell = await boxOf(page.locator('.cal-month-day').first());
  await drag(page, { x: box.x + 40, y: box.y + 8 }, { x: box.x + 40 + cell.width, y: box.y + 8 });
  await expect.poll(async () => (await sessionNow(page, row.id)).startMs).toBe(paris(2, 12));
});

test('a night on which an hour comes twice: every instant has its place, and keys go through it', async ({
  userData,
}) => {
  const { page, close } = await start({
    ...{ userData, args: ['--sample', '--language=en', '--theme=light'], zone: 'America/New_York' },
  });
  await becomeLead(page);
  const changeMs = nextAutumnChange();
  const { row } = await plan(page, changeMs - HOUR / 2);
  await page.getByTestId('coaching-button').press('Enter');
  await expect(page.getByTestId('calendar-slot')).toBeFocused();
  await page.keyboard.press('m');
  const day = page.locator(`[data-day-button="${Math.floor(changeMs / DAY)}"]`);
  for (let month = 0; month < 13 && (await day.count()) === 0; month++) await page.keyboard.press('PageDown');
  await day.press('Enter');
  await expect(page.locator('.cal-hour')).toHaveCount(25);
  await expect(page.locator('.cal-hour').nth(3)).toContainText('02:00');
  const top = (): Promise<number> => block(page, row.id).evaluate((one: HTMLElement) => one.offsetTop);
  const before = await top();
  const hour = (await boxOf(block(page, row.id))).height + 2;
  await block(page, row.id).focus();
  await page.keyboard.press('g');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  // The warning of an hour of night.
  await page.getByTestId('dialog-submit').press('Enter');
  await expect.poll(async () => (await sessionNow(page, row.id)).startMs).toBe(changeMs + HOUR / 2);
  await expect(block(page, row.id)).toHaveAccessibleName(/02:30/);
  await expect.poll(async () => (await top()) - before).toBeCloseTo(hour, 0);
  await close();
});

test('a date is chosen from a small month', async ({ samples: { page } }) => {
  await open(page);
  await page.keyboard.press('d');
  const before = await page.getByTestId('calendar-range').textContent();
  await page.keyboard.press('o');
  await expect(page.getByTestId('calendar-date-picker').locator('[data-selected]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('calendar-date-picker')).toHaveCount(0);
  await expect(page.getByTestId('calendar-range')).not.toHaveText(before ?? '');
  await expect(page.getByTestId('calendar-slot')).toBeFocused();
});

test('a machine elsewhere sees both times', async ({ userData }) => {
  const args = ['--sample', '--language=fr', '--theme=dark'];
  const { page, close } = await start({ userData, args, zone: 'America/New_York' });
  await becomeLead(page);
  const { row } = await plan(page, paris(1, 12));
  await open(page);
  await expect(block(page, row.id)).toContainText('12:00');
  await expect(block(page, row.id)).toHaveAccessibleName(/ici\s:.* à /);
  await expect(page.locator('.cal-hour').nth(12)).toContainText('06:00');
  await expect(page.locator('.cal-hour').nth(12)).toContainText('12:00');
  await expectNoViolations(page);
  await close();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any view, ${theme}`, async ({ userData }) => {
    const { page, close } = await start({ userData, args: ['--sample', '--language=en', `--theme=${theme}`] });
    await open(page);
    for (const key of ['d', 'w', 'm', 'a']) {
      await page.keyboard.press(key);
      await expectNoViolations(page);
    }
    await close();
  });
}
