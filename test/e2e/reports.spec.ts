import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { ReportPage } from '../../shared/ipc/report-schemas.ts';
import { FIGURES, type FigureId } from '../../shared/report/figures.ts';
import { amountText, type ReportWords } from '../../shared/report/tell-figure.ts';
import { expect, root, start, test } from './app.ts';
import { ask } from './ask.ts';
import { runFromPalette } from './hours.ts';
import { importGoldP1s } from './import-tickets.ts';
import { expectSection, openReports } from './report-screen.ts';

const dayInParis = (ms: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(ms);

type Told = Pick<ReportPage, 'lines' | 'points'>;

/** What the command line says of the days from one to another, as it was known at an instant. */
const onCommandLine = (db: string, fromMs: number, lastMs: number, asOfMs: number): Told => {
  const days = ['--from', dayInParis(fromMs), '--to', dayInParis(lastMs)];
  const asOf = ['--as-of', new Date(asOfMs).toISOString().replace('.000', '')];
  const args = [join(root, 'electron/provision/vigie.mjs'), 'report', 'all', '--db', db, ...days, ...asOf, '--json'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Told;
};

const WORDS: ReportWords = {
  say: (_id, values = {}) => `${values['value']}%`,
  has: () => false,
  number: (value, digits = 0) => value.toLocaleString('en-GB', { maximumFractionDigits: digits }),
};

/** A number as the screen has it. */
const shown = (figure: FigureId, { n, value }: Pick<ReportPage['lines'][number], 'n' | 'value'>): string => {
  if (value === null) return n === 0 ? '–' : 'fewer than 5';
  return amountText(FIGURES[figure].unit, value, WORDS);
};

const cellsOf = (page: Page, selector: string): Promise<string[][]> =>
  page
    .locator(selector)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim())),
    );

test('the figures on screen are those of the command line', async ({ samples, userData }) => {
  test.setTimeout(120_000);
  const { page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await openReports(page);
  const asOfMs = Number(await page.getByTestId('report-body').getAttribute('data-as-of'));
  await expect(page.getByTestId('report-runs')).toContainText('still running');
  const [year = 0, month = 0] = dayInParis(asOfMs).split('-').map(Number);
  const noon = (of: number, day: number): number => Date.UTC(year, of, day, 12);
  const told = onCommandLine(join(userData, 'sample.db'), noon(month - 1, 1), noon(month, 0), asOfMs);

  const lineOf = (figure: string, by: string | null, key: string | null) =>
    told.lines.find((line) => line.figure === figure && line.by === by && line.key === key);
  let compared = 0;
  for (const { figure, by, n, value, before } of told.lines) {
    if (by !== null) continue;
    const row = page.getByTestId(`summary-${figure}`);
    await expect(row.locator('[data-column="value"]')).toHaveText(shown(figure, { n, value }));
    await expect(row.locator('[data-column="n"]')).toHaveText(WORDS.number(n));
    await expect(row.locator('[data-column="before"]')).toHaveText(shown(figure, before ?? { n: 0, value: null }));
    if (n > 0) compared++;
  }
  expect(compared).toBeGreaterThan(12);

  await page.keyboard.press('2');
  await expectSection(page, 'sla');
  await expect(page.getByTestId('group-contractual')).toContainText('what the offer promises the customer');
  await expect(page.getByTestId('group-internal')).toContainText('ours alone');
  expect(await page.getByTestId('group-contractual').locator('[data-figure$=".internal"]').count()).toBe(0);
  expect(await page.getByTestId('group-internal').locator('[data-figure$=".contractual"]').count()).toBe(0);
  const kept = await cellsOf(page, '[data-testid="table-compliance.internal"] tr[data-key]');
  const expected = told.lines.filter(({ figure, by }) => figure === 'compliance.internal' && by === 'priority');
  expect(kept.map(([, ...cells]) => cells.slice(0, 4))).toEqual(
    expected.map((line) => [
      shown(line.figure, line),
      ...[line.count ?? 0, line.n - (line.count ?? 0), line.n].map(String),
    ]),
  );
  expect(kept.length).toBeGreaterThan(1);
  // Few cases are counted, and it says why there is no percentage.
  const few = expected.filter(({ n }) => n > 0 && n < 5);
  await expect(page.getByTestId('block-compliance.internal').locator('.rep-note')).toHaveCount(few.length > 0 ? 1 : 0);
  await page.getByTestId('report-split').getByRole('radio', { name: 'Tier' }).check();
  const byTier = await cellsOf(page, '[data-testid="table-compliance.internal"] tr[data-by="tier"]');
  expect(byTier.map(([name]) => name)).toEqual(
    told.lines
      .filter(({ figure, by }) => figure === 'compliance.internal' && by === 'tier')
      .map(({ key }) => key?.toUpperCase()),
  );

  await page.getByTestId('report-tab-flow').click();
  await expectSection(page, 'flow');
  const points = await cellsOf(page, '[data-testid="points-flow"] tbody tr');
  expect(points.map(([, ...counts]) => counts.map(Number))).toEqual(
    told.points.map(({ opened, resolved, reopened }) => [opened, resolved, reopened]),
  );
  const backlog = await cellsOf(page, '[data-testid="points-backlog"] tbody tr');
  expect(backlog.map(([, all]) => Number(all))).toEqual(told.points.map((point) => point.backlog));

  await page.getByTestId('report-tab-times').click();
  await expectSection(page, 'times');
  const whole = lineOf('resolution.net', null, null);
  const [cells = []] = await cellsOf(page, '[data-testid="table-resolution.net"] tbody tr');
  const long = (ms: number | null | undefined): string => amountText('times', ms ?? 0, WORDS);
  expect(cells.slice(1, 5)).toEqual([long(whole?.value), long(whole?.p90), long(whole?.p95), String(whole?.n)]);
});

test('a number opens its tickets, a ticket opens in the queue, and back leads to the same place: all by keys', async ({
  samples,
}) => {
  const { page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await openReports(page);
  await page.keyboard.press('4');
  await expect(page.getByTestId('report-tab-times')).toHaveAttribute('aria-selected', 'true');
  await expectSection(page, 'times');
  const focused = page.locator('.rep-number:focus');
  await expect(focused).toHaveCount(1);
  for (let step = 0; step < 40; step++) {
    if ((await focused.getAttribute('data-figure')) === 'resolution.gross') break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('ArrowDown');
  const place = await focused.getAttribute('data-place');
  expect(place).toContain('resolution.gross');
  const n = await page
    .getByTestId('table-resolution.gross')
    .locator('tbody tr')
    .first()
    .locator('[data-column="n"]')
    .innerText();

  await page.keyboard.press('Enter');
  const list = page.getByTestId('report-tickets');
  await expect(list).toBeFocused();
  await expect(page.getByTestId('report-tickets-total')).toHaveAttribute('data-total', n);
  const rows = page.getByTestId('report-ticket');
  expect(await rows.count()).toBe(Math.min(200, Number(n)));
  await expect(rows.first().locator('.rep-counted')).toContainText(/h|min/);
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  const reference = await rows.nth(1).locator('.rep-reference').innerText();

  await page.keyboard.press('d');
  const definition = page.getByTestId('report-definition');
  await expect(definition).toContainText('From the opening to the last resolution');
  await expect(definition).toContainText('Reopening');
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');

  await page.keyboard.press('Enter');
  await expect(page.getByTestId('ticket-detail')).toContainText(reference);
  await expect(page.getByTestId('report-return')).toContainText('Back to the report');
  await page.keyboard.press('Escape');
  await expect(list).toBeFocused();
  await expect(page.getByTestId('report-tab-times')).toHaveAttribute('aria-selected', 'true');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('report-panel')).toHaveCount(0);
  await expect(focused).toHaveAttribute('data-place', place ?? '');

  await page.keyboard.press('v');
  await expect(page.getByTestId('table-resolution.gross')).toHaveCount(0);
  await expect(page.getByTestId('block-resolution.gross').getByRole('application')).toBeVisible();
  await page.keyboard.press('v');
  await expect(page.getByTestId('table-resolution.gross')).toBeVisible();
  await expect(page.getByTestId('block-resolution.gross').getByRole('application')).toHaveCount(0);
});

test('period and filter by keys, kept while one goes elsewhere and back', async ({ samples }) => {
  const { page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await openReports(page);
  const month = await page.getByTestId('report-period').innerText();
  await page.keyboard.press(',');
  await expect(page.getByTestId('report-period')).not.toHaveText(month);
  await expect(page.getByTestId('report-status').locator('strong')).not.toHaveText(month);
  await expect(page.getByTestId('report-runs')).toHaveCount(0);
  await page.keyboard.press(';');
  await expect(page.getByTestId('report-period')).toHaveText(month);
  await expect(page.getByTestId('report-next')).toBeDisabled();
  await page.keyboard.press('q');
  await expect(page.getByTestId('report-period')).toHaveText(/^Q[1-4] \d{4}$/);
  await expect(page.getByTestId('report-step')).toHaveValue('week');

  await page.keyboard.press('o');
  await expect(page.getByTestId('report-from')).toBeFocused();
  await page.keyboard.type('tomorrow');
  await page.keyboard.press('Enter');
  await page.getByTestId('report-to').fill('1/1/2020');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Choose two dates')).toBeVisible();
  await page.getByTestId('report-from').fill('1/1/2020');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Nothing happened in this period')).toBeVisible();
  await page.getByTestId('report-kind').getByRole('radio', { name: 'Month' }).check();

  const opened = page.getByTestId('summary-opened').locator('[data-column="value"]');
  const all = Number(await opened.innerText());
  // What is typed is dropped by Escape.
  await page.getByTestId('report-filter').fill('tier:silver');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.locator('.rep-number:focus')).toHaveCount(1);
  await expect(page.getByTestId('report-filter')).toHaveValue('');
  await page.getByTestId('report-filter').fill('tier:gold');
  await page.keyboard.press('Enter');
  await expect(opened).not.toHaveText(String(all));
  const gold = Number(await opened.innerText());
  expect(gold).toBeGreaterThan(0);
  expect(gold).toBeLessThan(all);
  await page.getByTestId('report-filter-tiers').click();
  await expect(page.getByRole('checkbox', { name: 'GOLD' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'SILVER' }).check();
  await expect(opened).not.toHaveText(String(gold));
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByTestId('report-filter')).toHaveValue('tier:gold,silver');
  const both = await opened.innerText();

  await runFromPalette(page, 'Show the audit');
  await page.getByTestId('audit-screen').waitFor();
  await openReports(page);
  await expect(page.getByTestId('report-filter')).toHaveValue('tier:gold,silver');
  await expect(opened).toHaveText(both);
});

test('as known at a past instant it is the report of then, and the present one is made again', async ({ userData }) => {
  test.setTimeout(120_000);
  const DAY_MS = 86_400_000;
  const before = await start({ userData, args: ['--language=en', `--clock-offset-ms=${-2 * DAY_MS}`] });
  const openedAtMs = Date.now() - 3 * DAY_MS;
  await importGoldP1s(before, userData, [
    { reference: 'KN-1', openedAtMs },
    { reference: 'KN-2', openedAtMs },
  ]);
  await before.close();
  const { page, close } = await start({ userData, args: ['--language=en', '--theme=light'] });
  await ask(page, 'ticket:create', {
    ...{ customer: 'Nordlys', title: 'since then', description: null, category: 'incident', isBeta: false },
    ...{ priority: 'P2', impact: 'high', urgency: 'medium', priorityReason: null, channel: 'phone', language: 'fr' },
    ...{ platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: null },
  });
  await openReports(page);
  // Both days lie within, whatever month begins between them.
  await page.keyboard.press('o');
  await page.getByTestId('report-from').fill('-5d');
  await page.keyboard.press('Enter');
  const opened = page.getByTestId('summary-opened').locator('[data-column="value"]');
  await expect(opened).toHaveText('3');
  await page.keyboard.press('Escape');
  await page.getByTestId('report-tab-summary').focus();
  await page.keyboard.press('a');
  await expect(page.getByTestId('report-as-of')).toBeFocused();
  await page.keyboard.type('-1d');
  await expect(page.locator('.rep-hint')).toContainText('press Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('report-as-of-told')).toContainText('nothing recorded since');
  await expect(opened).toHaveText('2');
  await opened.getByRole('button').click();
  await expect(page.getByTestId('report-ticket')).toHaveCount(2);
  await expect(page.getByTestId('report-tickets')).toContainText('KN-1');
  await page.getByTestId('report-now').click();
  await expect(opened).toHaveText('3');
  await expect(page.getByTestId('report-as-of')).toHaveValue('');

  // What is recorded while it is shown makes it out of date, and it says so; the tickets of a number are made again with it.
  await opened.getByRole('button').click();
  await expect(page.getByTestId('report-ticket')).toHaveCount(3);
  await ask(page, 'ticket:create', {
    ...{ customer: 'Nordlys', title: 'and now', description: null, category: 'incident', isBeta: false },
    ...{ priority: 'P2', impact: 'high', urgency: 'medium', priorityReason: null, channel: 'phone', language: 'fr' },
    ...{ platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: null },
  });
  await page.getByTestId('report-again').click();
  await expect(opened).toHaveText('4');
  await expect(page.getByTestId('report-ticket')).toHaveCount(4);
  await close();
});
