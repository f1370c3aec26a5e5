import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { expect, start, test } from './app.ts';
import { ask } from './ask.ts';

const beLead = (page: Page) =>
  ask(page, 'app:set-preferences', { me: { name: 'Ada Martin', role: 'lead', level: 'L3' } });

const openSettings = async (page: Page): Promise<void> => {
  await page.getByTestId('settings-button').press('Enter');
  await expect(page.locator('.policy-version[aria-current]')).toBeFocused();
};

const seriousProblems = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).setLegacyMode(true).include('.settings').analyze()).violations.map(({ id, nodes }) =>
    [id, ...nodes.map(({ html }) => html)].join('\n'),
  );

/** The due times of the running P3 of gold customers, by ticket, as the queue has them. */
const goldP3 = async (page: Page): Promise<Map<string, number | null>> => {
  const { rows } = await ask(page, 'queue:get-page', {
    filter: { ...EMPTY_FILTER, priorities: ['P3'], tiers: ['gold'] },
    sort: { by: 'due', isDescending: false },
    offset: 0,
    limit: 200,
  });
  return new Map(rows.map((row) => [row.reference, row.clock.dueAtMs]));
};

test('a lead changes a target, sees what moves, saves; the queue follows, and so it does back', async ({
  samples: { page },
}) => {
  await beLead(page);
  await openSettings(page);
  expect(await seriousProblems(page)).toEqual([]);
  await page.getByTestId('policy-edit').press('Enter');
  const target = page.getByTestId('resolution-P3-gold');
  await expect(page.getByTestId('resolution-P1-bronze')).toBeFocused();
  await expect(page.getByTestId('policy-save')).toBeDisabled();
  await target.fill('soon');
  await expect(page.getByTestId('policy-preview')).toBeDisabled();
  await expect(target).toHaveAttribute('aria-invalid', 'true');
  await target.fill('1h');
  await page.keyboard.press('Tab');
  await expect(target).toHaveValue('1 h');
  await expect(page.locator('td[data-changed]')).toHaveText('was 27 h');
  await page.getByTestId('policy-note').fill('One hour for gold');
  expect(await seriousProblems(page)).toEqual([]);
  await page.screenshot({ path: '/tmp/policy-edit.png' });

  await page.getByTestId('policy-preview').press('Enter');
  await expect(page.getByTestId('policy-result')).toBeVisible({ timeout: 30_000 });
  const moved = page.getByTestId('moved-ticket');
  expect(await moved.count()).toBeGreaterThan(0);
  await expect(moved.first()).toContainText('P3');
  await expect(page.getByTestId('becomes-count')).toContainText('breached');
  expect(await seriousProblems(page)).toEqual([]);
  await page.screenshot({ path: '/tmp/policy-preview.png' });

  // Another draft is another preview.
  await page.keyboard.press('Escape');
  await target.fill('2h');
  await expect(page.getByTestId('policy-save')).toBeDisabled();
  await target.fill('1 h');
  await expect(page.getByTestId('policy-save')).toBeEnabled();

  // A look at a ticket loses nothing.
  await page.getByTestId('policy-preview').press('Enter');
  const first = moved.first().getByRole('button');
  const reference = await first.innerText();
  await first.press('Enter');
  await expect(page.getByTestId('ticket-detail')).toContainText(reference);
  await openSettings(page);
  await expect(page.getByTestId('policy-result')).toBeVisible();

  const before = await ask(page, 'policy:list', {});
  expect(before.versions).toEqual([]);
  await page.getByTestId('policy-save').press('Enter');
  await expect(page.getByText('The new rules are saved.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByTestId('policy-version-0')).toContainText('In force');
  await expect(page.getByTestId('policy-version-0')).toContainText('One hour for gold');
  await expect(page.getByTestId('policy-version-shipped')).toContainText('Past');
  expect(await ask(page, 'draft:list', {})).toEqual([]);
});
