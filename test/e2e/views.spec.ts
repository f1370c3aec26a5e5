import type { Page } from '@playwright/test';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { expect, start, test } from './app.ts';
import { ask } from './ask.ts';

const rows = '[data-testid="queue-row"]';
const box = (page: Page) => page.getByTestId('search-input');
const priorities = (page: Page): Promise<(string | null)[]> =>
  page.locator(`${rows} [data-column="priority"]`).evaluateAll((all) => all.map((cell) => cell.textContent));

test('the filter is typed, completed and corrected by keyboard', async ({ samples: { page } }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('prio');
  await expect(page.getByTestId('filter-option').first()).toHaveText(/^priority:/);
  await page.keyboard.press('Tab');
  await expect(box(page)).toHaveValue('priority:');
  await expect(page.getByTestId('filter-option').first()).toContainText('p1');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(box(page)).toHaveValue('priority:p1 ');
  await expect.poll(async () => new Set(await priorities(page))).toEqual(new Set(['P1']));
  await expect(page.getByTestId('filter-priorities')).toContainText('1');

  // What is no value is said and stops nothing.
  await page.keyboard.type('state:asleep tier:go');
  await expect(page.getByTestId('search-problem')).toContainText('asleep');
  await expect(page.getByTestId('filter-option').first()).toContainText('gold');
  await page.keyboard.press('Tab');
  await expect(box(page)).toHaveValue('priority:p1 state:asleep tier:gold ');
  await expect.poll(async () => new Set(await priorities(page))).toEqual(new Set(['P1']));
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('queue-table')).toBeFocused();

  // A menu writes the same text.
  await page.getByTestId('filter-priorities').click();
  await page.getByRole('checkbox', { name: /P2/ }).press('Space');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('priority:p1,p2 tier:gold');
  await page.getByTestId('filter-clear').click();
  await expect(box(page)).toHaveValue('');
  await expect(box(page)).toBeFocused();
});

test('Escape closes the completions first, then takes the words, then leaves', async ({ samples: { page } }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('level:L1 pl');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue('level:L1 pl');
  await page.keyboard.press('Escape');
  await expect(box(page)).toHaveValue('level:l1');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('queue-table')).toBeFocused();
});

for (const [language, best, newest] of [
  ['en', 'Best match', 'Newest first'],
  ['fr', 'Plus pertinents', 'Plus récents'],
] as const) {
  test(`words are marked where they stand, best match first or newest (${language})`, async ({ userData }) => {
    const { page, close } = await start({ userData, args: ['--sample', `--language=${language}`] });
    await page.keyboard.press('/');
    await page.keyboard.type('serv');
    await expect(page.locator(`${rows} mark`).first()).toHaveText(/^serv$/i);
    await expect(page.getByTestId('search-sort')).toHaveText(best);
    const opened = async (): Promise<string[]> =>
      page
        .locator(`${rows} [data-column="opened"] span`)
        .evaluateAll((all) => all.map((cell) => cell.getAttribute('title') ?? ''));
    const ranked = await opened();
    await page.getByTestId('search-sort').press('Enter');
    await page.getByRole('menuitemradio', { name: newest }).press('Enter');
    await expect(page.getByTestId('search-sort')).toHaveText(newest);
    const { rows: newestFirst } = await ask(page, 'queue:get-page', {
      filter: { ...EMPTY_FILTER, text: 'serv' },
      sort: { by: 'opened', isDescending: true },
      offset: 0,
      limit: 5,
    });
    const shown = async (): Promise<string[]> =>
      page.locator(rows).evaluateAll((all) => all.slice(0, 5).map((row) => row.getAttribute('data-reference') ?? ''));
    await expect.poll(shown).toEqual(newestFirst.map(({ reference }) => reference));
    expect(await opened()).not.toEqual(ranked);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await expect(page.locator(`${rows} mark`)).toHaveCount(0);
    await expect(page.getByTestId('search-sort')).toHaveCount(0);
    await close();
  });
}

test('a view is saved, survives a restart with its count, and brings everything back', async ({ userData }) => {
  const args = ['--sample', '--language=en', '--theme=light'];
  const first = await start({ userData, args });
  const { page } = first;
  await page.keyboard.press('/');
  await page.keyboard.type('priority:p1,p2 ');
  await expect.poll(async () => [...new Set(await priorities(page))].sort()).toEqual(['P1', 'P2']);
  await page.keyboard.press('Enter');
  await page.getByTestId('columns-button').click();
  await page.getByTestId('column-tags').press('Space');
  await page.getByTestId('column-opened').press('Space');
  await page.keyboard.press('Escape');
  await expect(page.locator('[role="columnheader"][data-column="tags"]')).toBeVisible();
  await page.getByTestId('view-save').press('Enter');
  await expect(page.getByTestId('view-name')).toBeFocused();
  await page.keyboard.type('Urgent');
  await page.keyboard.press('Enter');
  const tab = page.getByRole('button', { name: /^Urgent/ });
  await expect(tab).toHaveAttribute('aria-current', 'true');
  const rowCount = Number(await page.getByTestId('queue-table').getAttribute('aria-rowcount'));
  await expect(tab.locator('[data-count]')).toHaveAttribute('data-count', String(rowCount - 1));
  await first.close();

  const second = await start({ userData, args });
  const again = second.page.getByRole('button', { name: /^Urgent/ });
  await expect(again.locator('[data-count]')).toHaveAttribute('data-count', String(rowCount - 1));
  await again.press('Enter');
  await expect(box(second.page)).toHaveValue('priority:p1,p2');
  await expect(second.page.locator('[role="columnheader"][data-column="tags"]')).toBeVisible();
  await expect(second.page.locator('[role="columnheader"][data-column="opened"]')).toHaveCount(0);
  // The next view is a plain one again.
  await second.page.getByTestId('view-tab-open').click();
  await expect(box(second.page)).toHaveValue('');
  await expect(second.page.locator('[role="columnheader"][data-column="opened"]')).toBeVisible();
  // And it can be deleted, once one is sure.
  await again.click();
  await second.page.getByTestId('view-save').click();
  await second.page.getByTestId('view-delete').press('Enter');
  await second.page.getByTestId('view-delete').press('Enter');
  await expect(again).toHaveCount(0);
  await second.close();
});

test('what finds no room among the views is in a menu, which bears the name of the present one', async ({
  userData,
}) => {
  const { page, close } = await start({ userData, args: ['--sample', '--language=fr', '--size=1366x768'] });
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('ticket-detail')).toBeVisible();
  const more = page.getByTestId('view-more');
  await expect(more).toBeVisible();
  await more.press('Enter');
  await page.getByTestId('view-item-all').press('Enter');
  await expect(more).toHaveAttribute('aria-current', 'true');
  await expect(more).toContainText('Tous');
  const nav = page.locator('nav.views');
  const isInside = await nav.evaluate((element) => {
    const right = element.getBoundingClientRect().right + 1;
    return [...element.querySelectorAll('button:not([aria-hidden])')].every(
      (button) => button.getBoundingClientRect().right <= right && button.getBoundingClientRect().height <= 30,
    );
  });
  expect(isInside).toBe(true);
  await close();
});
