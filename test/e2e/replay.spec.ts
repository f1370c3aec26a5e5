import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, root, test } from './app.ts';
import { expectNoViolations } from './axe.ts';

const referencesOf = async (page: Page): Promise<string[]> => {
  const rows = await page
    .getByTestId('queue-row')
    .evaluateAll((all) => all.map((row) => [Number(row.dataset['index']), row.dataset['reference'] ?? ''] as const));
  return rows.sort(([a], [b]) => a - b).map(([, reference]) => reference);
};

const totalOf = async (page: Page): Promise<number> =>
  Number(await page.getByTestId('queue-total').getAttribute('data-count'));

const queueOnCommandLine = (userData: string, asOfMs: number) => {
  const asOf = new Date(asOfMs).toISOString().replace('.000', '');
  const args = [
    join(root, 'electron/provision/vigie.mjs'),
    'queue',
    '--db',
    join(userData, 'sample.db'),
    '--as-of',
    asOf,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, [...args, '--json'], { encoding: 'utf8', cwd: root });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as { total: number; rows: { reference: string }[] };
};

test('the queue as it stood: the same as on the command line, plainly marked, read-only', async ({
  samples,
  userData,
}) => {
  test.setTimeout(90_000);
  const { page } = samples;
  await page.keyboard.press('Alt+0');
  await expect(page.getByTestId('view-tab-all')).toHaveAttribute('aria-current', 'true');
  await page.getByTestId('queue-row').first().waitFor();
  const totalNow = await totalOf(page);

  await page.keyboard.press('Shift+Y');
  await expect(page.getByTestId('replay-field')).toBeFocused();
  await page.keyboard.type('-2d');
  await expect(page.locator('.replay-hint')).toContainText('=');
  await page.keyboard.press('Enter');
  const band = page.getByTestId('replay-band');
  await expect(band).toContainText('read-only');
  const asOfMs = Number(await band.getAttribute('data-at'));
  expect(Date.now() - asOfMs).toBeGreaterThan(47 * 3_600_000);

  await expect(page.getByTestId('queue-total')).not.toHaveAttribute('data-count', String(totalNow));
  const told = queueOnCommandLine(userData, asOfMs);
  expect(told.total).toBeLessThan(totalNow);
  expect(await totalOf(page)).toBe(told.total);
  const shown = await referencesOf(page);
  expect(shown.length).toBeGreaterThan(5);
  expect(shown).toEqual(told.rows.slice(0, shown.length).map(({ reference }) => reference));

  // The clocks stand still at that instant.
  const figures = await page.getByTestId('due-cell').allTextContents();
  await page.waitForTimeout(1_300);
  expect(await page.getByTestId('due-cell').allTextContents()).toEqual(figures);

  await page.keyboard.press('Enter');
  await expect(page.getByTestId('ticket-detail')).toContainText('as it stood then');
  await expect(page.locator('.actions')).toHaveCount(0);
  await expectNoViolations(page);
  for (const key of ['t', 'c', 'w', 'x', 'n', 'Control+z']) await page.keyboard.press(key);
  await expect(page.getByText('nothing can be changed')).toHaveCount(1);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.composer')).toHaveCount(0);

  await page.getByTestId('replay.dayBack').click();
  // A day is one of the calendar: 23 to 25 hours.
  await expect.poll(async () => Number(await band.getAttribute('data-at'))).toBeLessThan(asOfMs);
  const back = asOfMs - Number(await band.getAttribute('data-at'));
  expect(Math.abs(back - 24 * 3_600_000)).toBeLessThanOrEqual(3_600_000);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(band).toHaveCount(0);
  await expect(page.getByTestId('queue-total')).toHaveAttribute('data-count', String(totalNow));
  // The same key works again.
  await page.keyboard.press('t');
  await expect(page.getByTestId('notice').filter({ hasText: 'Taken' })).toBeVisible();
});

test('what is not past is not looked at, and Escape leaves the field', async ({ samples }) => {
  const { page } = samples;
  const total = await totalOf(page);
  await page.getByTestId('replay-button').click();
  await page.keyboard.type('tomorrow 10:00');
  await expect(page.locator('.replay-hint')).toHaveClass(/field-problem/);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('replay-field')).toBeFocused();
  await expect(page.getByTestId('replay-band')).not.toHaveAttribute('data-at', /./);
  expect(await totalOf(page)).toBe(total);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('replay-band')).toHaveCount(0);
  await page.keyboard.press('j');
  await expect(page.locator('[role="row"][aria-selected="true"]')).toHaveCount(1);
});
