import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { ReportPage } from '../../shared/ipc/report-schemas.ts';
import { FIGURES, type FigureId } from '../../shared/report/figures.ts';
import { amountText, type ReportWords } from '../../shared/report/tell-figure.ts';
import { expect, root, start, test } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { addCustomer, becomeLead, chooseTarget, fillLastMonth, lastMonth, runFromPalette } from './hours.ts';
import { importGoldP1s } from './import-tickets.ts';
import { pdfPages } from './pdf-text.ts';

const bare = (text: string): string => text.replaceAll(/\s/g, '');

const openReports = async (page: Page, name = 'Show the reports'): Promise<void> => {
  await runFromPalette(page, name);
  await page.getByTestId('report-body').waitFor();
};

/** The part is drawn. */
const expectSection = (page: Page, section: string): Promise<void> =>
  expect(page.getByTestId('report-body')).toHaveAttribute('data-section', section);

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

const chooseTargets = (app: ElectronApplication, folder: string): Promise<void> =>
  app.evaluate(({ dialog }, at) => {
    let count = 0;
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: `${at}/month-${++count}.pdf` });
  }, folder);

test('a lead takes it out as CSV and on paper; nobody else does', async ({ samples, userData }) => {
  test.setTimeout(90_000);
  const { app, page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await ask(page, 'app:set-preferences', { me: { name: 'Ana', role: 'agent', level: 'L1' } });
  await openReports(page);
  await expect(page.getByTestId('report-csv')).toBeDisabled();
  await expect(page.getByTestId('report-print')).toBeDisabled();
  await becomeLead(page);
  await expect(page.getByTestId('report-csv')).toBeEnabled();
  const opened = await page.getByTestId('summary-opened').locator('[data-column="value"]').innerText();
  const csv = join(userData, 'report.csv');
  await chooseTarget(app, csv);
  await page.keyboard.press('e');
  await expect(page.getByText('report.csv was saved.')).toBeVisible();
  const lines = readFileSync(csv, 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFfrom,/);
  expect(lines.find((line) => line.startsWith('opened,tickets,,,'))).toMatch(
    new RegExp(`^opened,tickets,,,${opened},,${opened},`),
  );
  expect(lines.some((line) => line.startsWith('resolution.net,h,priority,P3,'))).toBe(true);

  await page.keyboard.press('p');
  const preview = page.getByTestId('report-preview');
  await expect(preview).toHaveAttribute('data-pages', /\d/);
  await expect(page.getByTestId('report-pdf')).toBeFocused();
  const pdf = join(userData, 'report.pdf');
  await chooseTarget(app, pdf);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('report-outcome')).toHaveText('report.pdf was saved.');
  const pages = pdfPages(readFileSync(pdf));
  expect(pages).toHaveLength(Number(await preview.getAttribute('data-pages')));
  const whole = pages.join('');
  expect(whole).toContain(bare('Commitments · Commitments kept'));
  expect(whole).toContain(bare('Internal objectives · Objectives kept'));
  expect(whole).toContain(bare(`Number Before Difference All ${opened}`));
  expect(whole).toContain(bare('Inflow: tickets opened in the period.'));
  const shownPages = await preview.getByTestId('report-page').allInnerTexts();
  expect(pages.map((text) => [...text].sort().join(''))).toEqual(
    shownPages.map((text) => [...bare(text)].sort().join('')),
  );
  await expectNoViolations(page, '[role="dialog"]');
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
});

test('the monthly report of customers, each in its own language, one file after the other', async ({
  own,
  userData,
}) => {
  test.setTimeout(120_000);
  const { app, page } = own;
  await becomeLead(page);
  const nordlys = await addCustomer(page, 'Nordlys');
  await fillLastMonth(page, nordlys);
  await ask(page, 'customer:save', {
    ...{ id: null, name: 'Ardent Ltd', tier: 'gold', language: 'en', sinceMs: lastMonth(1, 12) },
  });
  const HOUR_MS = 3_600_000;
  await importGoldP1s(own, userData, [
    { reference: 'NO-1', openedAtMs: lastMonth(6, 9), resolvedAtMs: lastMonth(6, 9) + 11 * HOUR_MS },
    ...[7, 8, 9, 10].map((day) => ({
      ...{ reference: `NO-${day}`, openedAtMs: lastMonth(day, 9), resolvedAtMs: lastMonth(day, 9) + HOUR_MS },
    })),
  ]);
  await openReports(page);
  await page.keyboard.press('Shift+M');
  await expect(page.getByTestId('monthly-find')).toBeFocused();
  await page.getByRole('checkbox', { name: 'Nordlys' }).check();
  const preview = page.getByTestId('report-preview');
  await expect(preview).toHaveAttribute('data-pages', /\d/);
  const sheet = preview.getByTestId('report-page').first();
  await expect(sheet).toHaveAttribute('lang', 'fr');
  await expect(sheet).toContainText('Rapport mensuel de support');
  await page.getByRole('checkbox', { name: 'Ardent Ltd' }).check();
  await expect(sheet).toHaveAttribute('lang', 'en');
  await expect(sheet).toContainText('No commitment was breached in the month.');

  // What was saved is told though the next cannot be written.
  await app.evaluate(({ dialog }, folder) => {
    let count = 0;
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: false, filePath: ++count === 1 ? `${folder}/first.pdf` : `${folder}/no/second.pdf` });
  }, userData);
  await page.getByTestId('monthly-all').click();
  await expect(page.getByTestId('report-outcome')).toHaveText('first.pdf was saved.');
  await expect(page.locator('[role="dialog"] .form-failure')).toBeVisible();
  await expect(page.getByTestId('monthly-month')).toBeEnabled();

  await chooseTargets(app, userData);
  await page.getByTestId('monthly-all').click();
  await expect(page.getByTestId('report-outcome')).toHaveText('2 files were saved; the last is month-2.pdf.');
  const [english, french] = [1, 2].map((file) => pdfPages(readFileSync(join(userData, `month-${file}.pdf`))).join(''));
  expect(english).toContain('ArdentLtd');
  expect(english).toContain(bare('Monthly support report'));
  expect(french).toContain('Nordlys');
  expect(french).toContain(bare('Rapport mensuel de support'));
  // Five under the commitment, of which one was late.
  expect(french).toContain(bare('Total 80 % 4 1 5'));
  expect(french).toContain(bare('NO-1 Portal NO-1 down P1 Personne n’avait répondu'));
  expect(french).not.toContain('NO-7Portal');
  expect(french).toContain(bare('Ouverts 5 0 +5 de plus'));
  expect(french).toContain(bare('Pack acheté'));
  expect(french).toContain(bare('Dépassement – 15 min'));
  expect(french).toContain(bare('Aucune séance n’a été tenue dans le mois.'));
  expect(french).toContain(bare('Comment se calculent ces chiffres'));
  expect(french).not.toContain(bare('Objectifs internes'));
  expect(existsSync(join(userData, 'month-3.pdf'))).toBe(false);
  await page.keyboard.press('Escape');
  await expect(preview).toHaveCount(0);
});

const SECTIONS = ['summary', 'sla', 'flow', 'times', 'turns', 'waits', 'hours', 'coaching'];

/** Axe reads a part of hundreds of numbers for seconds: in the dark it reads those that have signs of their own. */
const LOOKED: Readonly<Record<string, readonly string[]>> = { light: SECTIONS, dark: ['summary', 'sla', 'hours'] };

for (const [theme, looked] of Object.entries(LOOKED)) {
  test(`nothing of it is out of reach: ${theme}`, async ({ userData }) => {
    test.setTimeout(300_000);
    const { page, close } = await start({ userData, args: ['--sample', '--language=fr', `--theme=${theme}`] });
    await page.getByTestId('queue-row').first().waitFor();
    await openReports(page, 'Afficher les rapports');
    for (const [i, section] of SECTIONS.entries()) {
      if (!looked.includes(section)) continue;
      await page.keyboard.press(String(i + 1));
      await expectSection(page, section);
      await expectNoViolations(page, '.reports');
    }
    await page.keyboard.press('1');
    await expectSection(page, 'summary');
    await expect(page.locator('.rep-number:focus')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.getByTestId('report-tickets').waitFor();
    await expectNoViolations(page, '.rep-panel');
    await page.keyboard.press('d');
    await expect(page.getByTestId('report-definition')).toBeVisible();
    await expectNoViolations(page, '.rep-panel');
    await close();
  });
}
