import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { ask } from './ask.ts';

/** Says who works here, in the dialog. */
const become = async (page: Page, name: string): Promise<void> => {
  await page.getByTestId('profile-entry').click();
  await page.getByTestId('profile-name').fill(name);
  await page.getByTestId('profile-save').click();
  await expect(page.getByTestId('profile-dialog')).toHaveCount(0);
};

test('drafts, views and the timer are those of who works here now', async ({ samples: { page } }) => {
  await become(page, 'ada');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('ticket-facts')).toBeVisible();
  const text = (await page.locator('.ticket-reference').textContent()) ?? '';
  const [ticket] = (await ask(page, 'palette:search', { text })).tickets;
  await ask(page, 'timer:start', { ticketId: ticket?.id ?? 0, atMs: null });
  await expect(page.getByTestId('timer-bar')).toBeVisible();
  await page.keyboard.press('d');
  await page.keyboard.type('Half a thought of ada');
  await expect(page.getByTestId('form-note').locator('textarea')).toHaveValue('Half a thought of ada');

  await become(page, 'grace');
  await expect(page.getByTestId('form-note')).toHaveCount(0);
  await expect(page.getByTestId('open-draft')).toHaveCount(0);
  await expect(page.getByTestId('timer-bar')).toHaveCount(0);
  expect(await ask(page, 'draft:list', {})).toEqual([]);

  await become(page, 'ada');
  await expect(page.getByTestId('timer-bar')).toBeVisible();
  await expect(page.getByTestId('open-draft')).toBeVisible();
});
