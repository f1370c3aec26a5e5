import { expect, test } from './app.ts';

test('y tells why a ticket is due when it is due, and what would change it', async ({ samples }) => {
  const { page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('y');
  const explain = page.getByTestId('explain');
  await expect(explain).toBeVisible();
  await expect(explain.getByRole('listitem').first()).toContainText('opened as');
  const picture = page.getByTestId('story-picture');
  await picture.focus();
  const before = await page.getByTestId('stretch-text').textContent();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('stretch-text')).toHaveText(before ?? '');
  await explain.getByLabel('we waited for the customer now').check();
  await expect(page.getByTestId('what-if')).toContainText('nothing is written');
  await page.screenshot({ path: process.env['SHOT'] ?? 'test-results/explain.png' });
});
