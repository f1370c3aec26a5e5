import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app.ts';
import { expectNoViolations } from './axe.ts';

test('what was done and undone is in the audit, with before and after, and is exported', async ({
  samples,
  userData,
}) => {
  const { app, page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await page.keyboard.press('Home');
  await page.keyboard.press('t');
  await expect(page.getByText('Taken', { exact: false }).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone', { exact: false }).first()).toBeVisible();

  await page.keyboard.press('Control+k');
  await expect(page.getByTestId('palette-input')).toBeFocused();
  await page.keyboard.type('audit');
  await expect(page.getByTestId('palette-option').first()).toContainText('Show the audit');
  await page.keyboard.press('Enter');
  const list = page.getByTestId('audit-list');
  await expect(list).toBeFocused();
  const rows = page.getByTestId('audit-row');
  await expect(rows.nth(0)).toContainText('Undid 1 event');
  await expect(rows.nth(1)).toHaveAttribute('data-undone', 'true');
  await expect(rows.nth(1)).toContainText('undone by');

  await page.keyboard.press('ArrowDown');
  const detail = page.getByTestId('audit-detail');
  const assignee = detail.locator('tr[data-fact="assignee"]');
  await expect(assignee.locator('td').nth(1)).not.toHaveText('—');

  await page.keyboard.press('End');
  await expect(page.getByTestId('audit-count')).not.toHaveAttribute('data-count', '100');

  await page.getByTestId('audit-undone').selectOption('true');
  await expect(page.getByTestId('audit-count')).toHaveAttribute('data-count', '1');

  const file = join(userData, 'audit.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.getByTestId('audit-export').click();
  await expect(page.getByText('1 event written to audit.csv')).toBeVisible();
  expect(readFileSync(file, 'utf8').split('\r\n')).toHaveLength(3);

  await page.getByTestId('audit-actor').fill('nobody of that name');
  await expect(page.getByText('Nothing was recorded that fits')).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.getByTestId('audit-actor')).toHaveValue('');
  await expect(rows.first()).toBeVisible();
  await expectNoViolations(page);

  await rows.nth(1).click();
  await page.getByTestId('audit-open').click();
  await expect(page.getByTestId('ticket-detail')).toBeVisible();
});
