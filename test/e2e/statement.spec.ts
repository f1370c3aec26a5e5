import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, start, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { addCustomer, becomeLead, chooseTarget, fillLastMonth, lastMonth, logWork, runFromPalette } from './hours.ts';
import { pdfPages } from './pdf-text.ts';

const NAME = 'Ateliers de l’Été';
const MONTH = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
  lastMonth(10, 9),
);
const day = (ms: number): string =>
  new Intl.DateTimeFormat('fr-FR', {
    timeZone: 'Europe/Paris',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(ms);
const time = (ms: number): string =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }).format(ms);

const bare = (text: string): string => text.replaceAll(/\s/g, '');

test('a statement in the customer’s language, on screen as on paper, as PDF and as CSV', async ({
  samples,
  userData,
}) => {
  const { app, page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await becomeLead(page);
  const id = await addCustomer(page, NAME);
  await fillLastMonth(page, id);

  await runFromPalette(page, 'Statement of the customer');
  const customer = page.getByTestId('statement-customer');
  await expect(customer).toBeFocused();
  await customer.selectOption({ label: NAME });
  const preview = page.getByTestId('statement-preview');
  await expect(preview).toHaveAttribute('data-pages', /\d/);
  const sheet = preview.getByTestId('statement-page').first();
  await expect(sheet).toHaveAttribute('lang', 'fr');
  await expect(sheet.getByRole('heading', { level: 2 })).toHaveText('Relevé des heures d’expertise');
  await expect(sheet).toContainText(MONTH);
  await expect(sheet).toContainText('Données d’exemple');
  await expect(sheet).not.toContainText('sizing');
  await page.getByTestId('statement-notes').check();
  await expect(sheet).toContainText('sizing');
  await page.getByTestId('statement-notes').uncheck();
  await expect(sheet).not.toContainText('sizing');
  const total = sheet.locator('[data-table="months"] tr[data-total] td');
  await expect(total).toHaveText(['Total', '3 h', '3 h 05', '3 h 15', '3 h', '15 min', '–']);
  await expectNoViolations(page, '[role="dialog"]');

  const pdf = join(userData, 'releve.pdf');
  await chooseTarget(app, pdf);
  await page.getByTestId('statement-pdf').click();
  await expect(page.getByTestId('statement-outcome')).toHaveText('releve.pdf was saved.');
  const bytes = readFileSync(pdf);
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  const pages = pdfPages(bytes);
  expect(pages).toHaveLength(Number(await preview.getAttribute('data-pages')));
  for (const [i, text] of pages.entries()) {
    expect(text).toContain(bare(`${NAME}${MONTH}Données d’exemple`));
    expect(text).toContain(`Page${i + 1}sur${pages.length}`);
  }
  expect(pages.join('')).toContain(bare('Total 3 h 3 h 05 3 h 15 3 h 15 min'));
  expect(pages.join('')).toContain(bare('approuvé par Lea'));
  // What is printed is what is shown.
  const shown = await preview.getByTestId('statement-page').allInnerTexts();
  expect(pages.map((text) => [...text].sort().join(''))).toEqual(shown.map((text) => [...bare(text)].sort().join('')));

  const csv = join(userData, 'releve.csv');
  await chooseTarget(app, csv);
  await page.getByTestId('statement-csv').click();
  await expect(page.getByTestId('statement-outcome')).toHaveText('releve.csv was saved.');
  const lines = readFileSync(csv, 'utf8').split('\r\n');
  const at = lines.indexOf('Interventions');
  const pack = `Pack acheté le ${day(lastMonth(5, 8))} (PO-1)`;
  const of = (from: number, to: number): string => `${day(from)};${time(from)}–${time(to)}`;
  expect(lines[0]).toBe('\uFEFFRelevé des heures d’expertise');
  expect(lines.slice(at, at + 6)).toEqual([
    'Interventions',
    'Date;Heure;Mission;Expert;Travaillé (min);Décompté (h);Payé par;Dépassement (h)',
    `${of(lastMonth(10, 9), lastMonth(10, 10, 10))};Conseil quotidien;Ada;70;1,25;Heures mensuelles (${MONTH});0`,
    `${of(lastMonth(12, 9), lastMonth(12, 10, 40))};Conseil quotidien;Ada;100;1,75;"Heures mensuelles (${MONTH}) 45\u00a0min, ${pack} 1\u00a0h";0`,
    `${of(lastMonth(15, 9), lastMonth(15, 9, 15))};Rapport;Ada;15;0,25;;0,25`,
    'Total;;;;185;3,25;;0,25',
  ]);

  await chooseTarget(app, null);
  await page.getByTestId('statement-csv').click();
  await expect(page.getByTestId('statement-outcome')).toBeEmpty();
  await chooseTarget(app, join(userData, 'nowhere', 'releve.pdf'));
  await page.getByTestId('statement-pdf').click();
  await expect(page.getByRole('alert')).toContainText('could not be written');
  expect(existsSync(join(userData, 'nowhere'))).toBe(false);

  const refused = await page.evaluate(() =>
    window.vigie.call('file:export-text', { selectionId: '/etc/passwd', text: 'x' }),
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'file/not-chosen' } });
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('statement-preview')).toHaveCount(0);
});

test('a long statement has its heads on every page, white in the dark, in a French window', async ({ userData }) => {
  const { app, page, close } = await start({ userData, args: ['--sample', '--language=fr', '--theme=dark'] });
  await page.getByTestId('queue-row').first().waitFor();
  await becomeLead(page);
  const id = await addCustomer(page, 'Établissements Vaucanson & Cie');
  for (let entry = 0; entry < 50; entry++) {
    const [date, hour] = [2 + Math.floor(entry / 2), entry % 2 === 0 ? 8 : 13];
    await logWork(page, id, {
      ...{ startMs: lastMonth(date, hour), endMs: lastMonth(date, hour, 40), overageReason: 'migration' },
    });
  }
  await runFromPalette(page, 'Relevé des heures du client');
  await page.getByTestId('statement-customer').selectOption(String(id));
  const preview = page.getByTestId('statement-preview');
  await expect(preview).toHaveAttribute('data-pages', /\d/);
  const sheets = preview.getByTestId('statement-page');
  const count = await sheets.count();
  expect(count).toBeGreaterThan(3);
  const onSecond = sheets.nth(1).locator('[data-table="work"]');
  await expect(onSecond.locator('thead')).toContainText('Payé par');
  await expect(sheets.nth(1)).toContainText('Interventions (suite)');
  expect(await preview.locator('[data-table="work"] tbody tr').count()).toBe(51);
  for (let i = 0; i < count; i++) {
    const isFitting = await sheets.nth(i).evaluate((paper) => {
      const body = paper.querySelector('.paper-body');
      return body !== null && body.scrollHeight <= body.clientHeight;
    });
    expect(isFitting, `page ${i + 1}`).toBe(true);
  }
  expect(await sheets.first().evaluate((paper) => getComputedStyle(paper).backgroundColor)).toBe('rgb(255, 255, 255)');
  await expectNoViolations(page, '[role="dialog"]');

  const pdf = join(userData, 'long.pdf');
  await chooseTarget(app, pdf);
  await page.getByTestId('statement-pdf').click();
  await expect(page.getByTestId('statement-outcome')).toHaveText('long.pdf est enregistré.');
  const pages = pdfPages(readFileSync(pdf));
  expect(pages).toHaveLength(count);
  expect(pages[1]).toContain('Interventions(suite)DateHeureMission');

  await page.getByTestId('statement-language').getByRole('radio', { name: 'Anglais' }).check();
  await expect(sheets.first()).toHaveAttribute('lang', 'en');
  await expect(sheets.first()).toContainText('Statement of expertise hours');
  await close();
});
