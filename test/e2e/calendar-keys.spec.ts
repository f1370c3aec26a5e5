import type { Locator } from '@playwright/test';
import { expect, test } from './app.ts';
import { becomeLead } from './hours.ts';
import { block, boxOf, customerId, DAY, open, paris, plan, sessionNow } from './week.ts';

test('a month by keys: its days, what is in them, and a new session on one', async ({ samples: { page } }) => {
  await becomeLead(page);
  const { row } = await plan(page, paris(1, 12));
  const day = Math.floor(paris(1, 12) / DAY);
  const dayButton = (one: number): Locator => page.locator(`[data-day-button="${one}"]`);
  await open(page);
  await expect(block(page, row.id)).toBeVisible();
  // Monday 9:00, then to Tuesday: other views show the day that the keys are on.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('m');
  await expect(dayButton(day)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(dayButton(day - 1)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(dayButton(day - 8)).toBeFocused();
  for (let week = 0; week < 6; week++) {
    await page.keyboard.press('ArrowDown');
    await expect(dayButton(day - 1 + 7 * week)).toBeFocused();
  }
  for (let week = 5; week > 0; week--) {
    await page.keyboard.press('ArrowUp');
    await expect(dayButton(day - 8 + 7 * week)).toBeFocused();
  }
  await page.keyboard.press('ArrowRight');
  await expect(dayButton(day)).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(block(page, row.id)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(dayButton(day)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(dayButton(day + 1)).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.getByTestId('slot-told')).toContainText('09:00–10:00');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await dayButton(day + 1).press('Enter');
  await expect(page.getByTestId('calendar')).toHaveAttribute('data-view', 'day');
  await expect(page.getByTestId('calendar-slot')).toBeFocused();
});

test('the keys are somewhere in every view, and header buttons keep theirs', async ({ samples: { page } }) => {
  await becomeLead(page);
  const { row } = await plan(page, paris(1, 12));
  await open(page);
  await expect(block(page, row.id)).toBeVisible();
  for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('d');
  await expect(page.getByTestId('calendar')).toHaveAttribute('data-view', 'day');
  await expect(page.locator('.cal-day-head')).toHaveCount(1);
  await expect(page.getByTestId('calendar-slot')).toBeFocused();
  await expect(page.getByTestId('calendar-range')).toContainText('Thursday');
  await page.keyboard.press('u');
  await page.getByRole('checkbox', { name: 'expert 01' }).press('Space');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('calendar-slot')).toHaveCount(1);
  const range = await page.getByTestId('calendar-range').textContent();
  await page.getByTestId('calendar-after').press('Enter');
  await expect(page.getByTestId('calendar-after')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByTestId('calendar-today').press('Enter');
  await expect(page.getByTestId('calendar-range')).not.toHaveText(range ?? '');
  await expect(page.getByTestId('calendar-today')).toBeFocused();
});

test('what the keys took up is put back by the pointer, in a month too', async ({ samples: { page } }) => {
  await becomeLead(page);
  const { row } = await plan(page, paris(1, 12));
  const other = await plan(page, paris(2, 12), { customerId: await customerId(page, 'Port de Sète') });
  await open(page);
  await page.keyboard.press('m');
  await expect(page.locator('.cal-month-day').first()).toBeVisible();
  await block(page, row.id).focus();
  await page.keyboard.press('Alt+ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByTestId('calendar-ghost')).toHaveCount(1);
  await block(page, other.row.id).click();
  await expect(page.getByTestId('calendar-ghost')).toHaveCount(0);
  await expect(block(page, other.row.id)).toHaveAttribute('aria-current', 'true');
  expect(await sessionNow(page, other.row.id)).toMatchObject({ version: other.row.version });

  const box = await boxOf(block(page, row.id));
  await page.mouse.move(box.x + 40, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.move(box.x + 40, box.y + 120);
  await expect(page.getByTestId('calendar-ghost')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('calendar-ghost')).toHaveCount(0);
  await page.mouse.up();
  expect(await sessionNow(page, row.id)).toMatchObject({ version: row.version });
});

test('the panel goes along with the keys: what is done is done with the session that has them', async ({
  samples: { page },
}) => {
  await becomeLead(page);
  const first = await plan(page, paris(1, 12));
  const second = await plan(page, paris(1, 14));
  await open(page);
  await block(page, first.row.id).focus();
  await page.keyboard.press('Enter');
  await expect(block(page, first.row.id)).toHaveAttribute('aria-current', 'true');
  await block(page, second.row.id).focus();
  await page.keyboard.press('Shift+C');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  await expect(block(page, second.row.id)).toBeFocused();
  await expect(block(page, second.row.id)).toHaveAttribute('aria-current', 'true');
  await expect(page.getByTestId('session-panel')).toContainText('14:00');
  // In the panel, the page keys are those of what scrolls.
  const range = await page.getByTestId('calendar-range').textContent();
  await page.getByTestId('session-panel').focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('m');
  await expect(page.getByTestId('calendar')).toHaveAttribute('data-view', 'month');
  await page.keyboard.press('w');
  await expect(page.getByTestId('calendar-range')).toHaveText(range ?? '');
  await block(page, second.row.id).focus();
  await page.keyboard.press('Shift+C');
  await expect.poll(async () => (await sessionNow(page, second.row.id)).state).toBe('confirmed');
  expect((await sessionNow(page, first.row.id)).state).toBe('planned');
});
