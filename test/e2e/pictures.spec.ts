import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, start, test } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { addCustomer, becomeLead, chooseTarget, fillLastMonth, lastMonth, logWork, runFromPalette } from './hours.ts';

const NAME = 'Ateliers de l’Été';

const rowsOf = async (page: Page, picture: string): Promise<string[][]> => {
  const rows = page.getByTestId(`picture-${picture}`).locator('tbody tr');
  return Promise.all((await rows.all()).map((row) => row.locator('th, td').allInnerTexts()));
};

const showNumbers = (page: Page, picture: string) => page.getByTestId(`picture-${picture}-numbers`).click();

/** The present month of the ledger, and the sixth before it counted. */
const consumption = async (page: Page) => {
  const { nowMs } = await ask(page, 'expertise:get-consumption', {
    fromMonth: 24_000,
    toMonth: 24_000,
    customerId: null,
  });
  const [year = '0', month = '0'] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })
    .format(nowMs)
    .split('-');
  const toMonth = Number(year) * 12 + Number(month) - 1;
  return ask(page, 'expertise:get-consumption', { fromMonth: toMonth - 5, toMonth, customerId: null });
};

const hours = (minutes: number): string => (minutes / 60).toFixed(2);

test('the numbers behind the pictures are those of the calls, and are saved', async ({ own, userData }) => {
  const { app, page } = own;
  await becomeLead(page);
  const id = await addCustomer(page, NAME);
  await fillLastMonth(page, id);
  const { rows, standings } = await consumption(page);
  await runFromPalette(page, 'Show the expertise hours');
  await page.getByTestId('picture-expert').waitFor();

  await showNumbers(page, 'unused');
  const left = standings.filter(({ leftMin }) => leftMin > 0);
  expect((await rowsOf(page, 'unused')).map(([name, , , , amount]) => [name, amount]).sort()).toEqual(
    left.map(({ customer, leftMin }) => [customer, hours(leftMin)]).sort(),
  );
  await showNumbers(page, 'overage');
  const overage = await rowsOf(page, 'overage');
  expect(overage).toHaveLength(6);
  expect(overage.map(([, amount]) => Number(amount)).reduce((sum, one) => sum + one, 0)).toBe(
    rows.reduce((sum, { overageMin }) => sum + overageMin, 0) / 60,
  );
  expect(overage.at(-2)?.[1]).toBe('0.25');
  await showNumbers(page, 'kind');
  expect((await rowsOf(page, 'kind')).at(-2)?.slice(1)).toEqual(['3.00', '0.25']);

  const file = join(userData, 'kinds.csv');
  await chooseTarget(app, file);
  await page.getByTestId('picture-kind-csv').click();
  await expect(page.getByText('kinds.csv was saved.')).toBeVisible();
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines[0]).toBe('\uFEFFMonth,Daily advice (h),Report (h)');
  expect(lines.at(-3)).toMatch(/^[A-Z][a-z]+ \d{4},3,0\.25$/);
  expect(lines).toHaveLength(8);

  await showNumbers(page, 'kind');
  const drawing = page.getByTestId('picture-kind').getByRole('application');
  await drawing.focus();
  await page.keyboard.press('End');
  const tip = page.getByTestId('picture-kind').locator('.picture-tip');
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await expect(tip).toContainText('3 h');
  await expectNoViolations(page, '[data-testid="consumption-pictures"]');
});

test('the pictures of one customer, in French and in the dark', async ({ userData }) => {
  const { page, close } = await start({ userData, args: ['--sample', '--language=fr', '--theme=dark'] });
  await page.getByTestId('queue-row').first().waitFor();
  await becomeLead(page);
  const id = await addCustomer(page, NAME);
  await fillLastMonth(page, id);
  await ask(page, 'expertise:add-pack', {
    ...{ customerId: id, minutes: 120, fromMs: lastMonth(20, 8), untilMs: null, order: null, note: null },
  });
  await runFromPalette(page, 'Afficher les heures d’expertise');
  await page.getByTestId('pictures-customer').selectOption(String(id));
  await expect(page.getByTestId('picture-months').getByRole('application')).toBeVisible();
  await expect(page.getByTestId('picture-packs')).toContainText('estimation');
  await expectNoViolations(page, '[data-testid="consumption-pictures"]');

  const { months, lots } = await ask(page, 'expertise:get-ledger', { customerId: id });
  await showNumbers(page, 'months');
  const shown = await rowsOf(page, 'months');
  expect(shown).toHaveLength(12);
  const french = (minutes: number): string => hours(minutes).replace('.', ',');
  expect(shown.map((row) => row.slice(1))).toEqual(
    months
      .slice(-12)
      .map(({ grantedMin, coveredMin, expiredMin, overageMin }) =>
        [grantedMin, coveredMin, expiredMin, overageMin].map(french),
      ),
  );
  await showNumbers(page, 'burn');
  expect((await rowsOf(page, 'burn')).find(([name]) => name?.includes('aujourd’hui'))?.[1]).toBe('2,00');

  // Work that is logged meanwhile is drawn at once.
  const monthly = lots.findLast(({ kind }) => kind === 'monthly');
  const startMs = monthly?.fromMs ?? 0;
  await logWork(page, id, { startMs, endMs: startMs + 30 * 60_000 });
  await expect(page.getByTestId('picture-burn')).toContainText('Il reste 1 h 30 sur 2 h');
  await showNumbers(page, 'packs');
  expect((await rowsOf(page, 'packs')).map(([, amount]) => amount).slice(0, 3)).toEqual(['1,00', '0,00', '2,00']);
  await expectNoViolations(page, '[data-testid="consumption-pictures"]');
  await close();
});
