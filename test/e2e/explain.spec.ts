import { AxeBuilder } from '@axe-core/playwright';
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
  await expect(page.getByTestId('stretch-text')).not.toHaveText(before ?? '');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('stretch-text')).toHaveText(before ?? '');

  await explain.getByLabel('we waited for the customer now').check();
  await expect(page.getByTestId('what-if')).toContainText('nothing is written');
  await explain.getByLabel('Tier').selectOption('gold');
  await expect(page.getByTestId('what-if')).toContainText('2 h a month');
  await expect(page.getByTestId('customer-what-if')).toContainText('Atelier Kerguelen');
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('queue-table')).toBeFocused();
  await page.keyboard.press('y');
  await expect(explain).toHaveCount(0);
});

test('f tells what will probably be late, marked as an estimate', async ({ samples }) => {
  const { page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await page.keyboard.press('f');
  const forecast = page.getByTestId('forecast');
  await expect(forecast).toContainText('estimate');
  await expect(forecast).toContainText(/due within 8 h/);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(forecast).toHaveCount(0);
});
