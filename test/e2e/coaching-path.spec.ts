import { becomeLead, expect, test } from './app.ts';

test('a session of a customer’s path is found in the calendar, weeks ago, with the keys on it', async ({
  samples: { page },
}) => {
  await becomeLead(page, { name: 'Ada Martin' });
  await page.getByTestId('customers-button').press('Enter');
  await expect(page.getByTestId('customers-search')).toBeFocused();
  await page.keyboard.type('Studio Brumaire');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await page.keyboard.press('4');
  const held = page.getByTestId('path-open').last();
  await expect(page.getByTestId('path-open')).toHaveCount(2);
  await held.press('Enter');
  await expect(page.getByTestId('session-panel')).toContainText('Studio Brumaire');
  await expect(page.getByTestId('session-panel')).toContainText('Done');
  const drawn = page.locator('[data-testid="calendar"] [data-session]:focus');
  await expect(drawn).toHaveAccessibleName(/Studio Brumaire/);
  await expect(drawn).toHaveAccessibleName(/done/i);
});
