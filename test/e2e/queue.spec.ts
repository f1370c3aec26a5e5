import { expect, test } from './app.ts';

const rows = '[data-testid="queue-row"]';
const selected = `${rows}[aria-selected="true"]`;

test('the queue opens on labelled sample data, what is due first on top', async ({ samples: { page } }) => {
  await expect(page.getByTestId('sample-banner')).toContainText('Sample data');
  await expect(page.locator(rows).first()).toBeVisible();
  await expect(page.locator(rows).first().getByTestId('due-cell')).toHaveAttribute('data-clock', 'breached');
  const count = Number(await page.getByTestId('view-tab-open').locator('[data-count]').getAttribute('data-count'));
  expect(count).toBeGreaterThan(20);
});

test('a countdown falls second by second', async ({ samples: { page } }) => {
  const seconds = page.locator(
    '[data-testid="due-cell"][data-clock="running"], [data-testid="due-cell"][data-clock="atRisk"]',
  );
  // One under an hour: its cell ticks by the second too, and it runs day and night.
  const ticking = seconds.filter({ hasText: /0:\d\d:\d\d$/ }).first();
  await expect(ticking).toBeVisible();
  await ticking.click();
  await page.keyboard.press('Enter');
  const big = page.getByTestId('resolution-figure');
  const read = async (): Promise<number> => {
    const [, hours, minutes, secondsLeft] = /(\d+):(\d\d):(\d\d)/.exec((await big.textContent()) ?? '') ?? [];
    return Number(hours) * 3600 + Number(minutes) * 60 + Number(secondsLeft);
  };
  const before = await read();
  await expect.poll(read, { intervals: [100] }).toBe(before - 1);
  await expect.poll(read, { intervals: [100] }).toBe(before - 3);
});

test('keys: j and k move, Enter opens, Escape goes back, / searches, ? shows the keys', async ({
  samples: { page },
}) => {
  const references = await page
    .locator(rows)
    .evaluateAll((all) => all.map((row) => row.getAttribute('data-reference')));
  await page.keyboard.press('Home');
  await expect(page.locator(selected)).toHaveAttribute('data-reference', references[0] ?? '');
  await page.keyboard.press('j');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator(selected)).toHaveAttribute('data-reference', references[2] ?? '');
  await page.keyboard.press('k');
  await expect(page.locator(selected)).toHaveAttribute('data-reference', references[1] ?? '');
  await page.keyboard.press('Enter');
  const detail = page.getByTestId('ticket-detail');
  await expect(detail).toContainText(references[1] ?? '');
  await expect(detail.getByTestId('timeline-event').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(detail).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(page.getByTestId('search-input')).toBeFocused();
  await page.keyboard.type(references[3] ?? '');
  await expect(page.locator(rows)).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.locator(rows)).not.toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('search-input')).not.toBeFocused();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('filters and views show as many rows as they count', async ({ samples: { page } }) => {
  for (const view of ['breached', 'atRisk', 'waiting', 'unassigned']) {
    const tab = page.getByTestId(`view-tab-${view}`);
    await tab.click();
    const count = Number(await tab.locator('[data-count]').getAttribute('data-count'));
    expect(count).toBeGreaterThan(0);
    // The grid tells how many rows it has; only those in sight are drawn.
    await expect(page.getByTestId('queue-table')).toHaveAttribute('aria-rowcount', String(count + 1));
    await expect(page.locator(rows)).not.toHaveCount(0);
  }
  await page.getByTestId('view-tab-breached').click();
  const states = await page
    .getByTestId('due-cell')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-clock')));
  expect(new Set(states)).toEqual(new Set(['breached']));
});

test('sorts by the opening instant and back to what is due', async ({ samples: { page } }) => {
  const order = async (): Promise<(string | null)[]> =>
    page.locator(rows).evaluateAll((all) => all.slice(0, 10).map((row) => row.getAttribute('data-reference')));
  const byDue = await order();
  await page.getByRole('button', { name: 'Opened' }).click();
  await expect.poll(order).not.toEqual(byDue);
  await page.getByRole('button', { name: 'Due in' }).click();
  await expect.poll(order).toEqual(byDue);
});
