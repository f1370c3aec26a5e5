import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { expect, start, test } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { addCustomer, becomeLead, chooseTarget, fillLastMonth, lastMonth } from './hours.ts';
import { importGoldP1s } from './import-tickets.ts';
import { pdfPages } from './pdf-text.ts';
import { expectSection, openReports } from './report-screen.ts';

const bare = (text: string): string => text.replaceAll(/\s/g, '');

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
  await expect(page.getByTestId('monthly-all')).toBeFocused();

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
