import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { becomeLead, chooseFiles, expect, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { ask } from './ask.ts';

const beLead = (page: Page): Promise<void> => becomeLead(page, { name: 'Ada Martin' });

const openPart = async (page: Page, part: 'offer' | 'ledger'): Promise<void> => {
  await page.getByTestId('settings-button').press('Enter');
  await page.getByTestId(`policy-tab-${part}`).press('Enter');
};

const rowOf = (page: Page, name: string): Locator =>
  page
    .getByTestId('offer-table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });

const inBothThemes = async (page: Page, within: string): Promise<void> => {
  for (const theme of ['dark', 'light'] as const) {
    await ask(page, 'app:set-preferences', { theme });
    await expect(page.locator(`html[data-mantine-color-scheme="${theme}"]`)).toBeVisible();
    await expectNoViolations(page, within);
  }
};

test('an agent reads the offer in French: what is stated, what is published, what is ours', async ({
  samples: { page },
}) => {
  await ask(page, 'app:set-preferences', { language: 'fr' });
  await openPart(page, 'offer');
  const table = page.getByTestId('offer-table');
  await expect(table).toBeVisible();
  await expect(rowOf(page, 'Prix').getByRole('cell').first()).toContainText('aucun (niveau par défaut)');
  await expect(rowOf(page, 'Heures d’expertise comprises').getByRole('cell')).toContainText([
    'des lots se commandent',
    '2 h par mois, les trois premiers mois',
    '2 h par mois',
    '2 h par mois',
  ]);
  const phone = rowOf(page, 'Ticket par téléphone').getByRole('cell');
  await expect(phone).toContainText([
    'page publique de l’offre',
    'page publique de l’offre',
    'page publique de l’offre',
    'notre valeur par défaut',
  ]);
  await expect(rowOf(page, 'Résolution d’un P1').getByRole('cell').last()).toContainText('dit par l’offre');
  await expect(rowOf(page, 'Résolution d’un P2').getByRole('cell').last()).toContainText('objectif interne');
  await expect(page.getByTestId('offer-legend')).toContainText('Ne figure nulle part');
  await expect(page.getByTestId('policy-edit')).toBeDisabled();
  await inBothThemes(page, '.settings');

  await page.getByTestId('policy-tab-offer').press('ArrowRight');
  await expect(page.getByTestId('policy-tab-ledger')).toBeFocused();
  await expect(page.getByTestId('ledger-form')).toContainText('15 min');
  await expect(page.getByTestId('ledger-form').getByText('notre valeur par défaut', { exact: true })).toHaveCount(6);
  await expect(page.getByTestId('ledger-form').getByRole('textbox')).toHaveCount(0);
});

test('a lead adds a tier with four hours a month from tomorrow, a value and a row; the version of today keeps what it says', async ({
  samples: { page },
}) => {
  await beLead(page);
  await openPart(page, 'offer');
  await page.getByTestId('policy-edit').press('Enter');
  await expect(page.getByTestId('offer-price-standard')).toBeFocused();

  // A value in both languages, and one that is wrong until it is.
  await page.keyboard.press('Enter');
  await page.getByTestId('offer-price-standard-en').fill('included');
  await expect(page.getByTestId('policy-tab-offer')).toContainText('1 wrong');
  await page.getByTestId('offer-price-standard-fr').fill('compris');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('offer-price-standard')).toBeFocused();
  await expect(rowOf(page, 'Price').getByRole('cell').first()).toContainText('was none (default tier)');
  await expect(page.getByTestId('policy-tab-offer')).not.toContainText('wrong');

  await page.getByTestId('offer-row-en').fill('On-site visit');
  await page.getByTestId('offer-row-fr').fill('Visite sur site');
  await page.keyboard.press('Enter');
  await expect(rowOf(page, 'On-site visit').getByRole('cell').first()).toContainText('not said');

  await page.getByTestId('tier-name').fill('platinum');
  await page.getByTestId('tier-hours').fill('4h');
  await page.getByTestId('tier-add').press('Enter');
  await expect(page.getByTestId('offer-hours-platinum')).toHaveValue('4h');
  await page.getByTestId('offer-hours-platinum').press('Tab');
  await inBothThemes(page, '.settings');

  await page.getByTestId('policy-tab-ledger').press('Enter');
  await page.getByTestId('ledger-step').fill('0');
  await expect(page.getByTestId('policy-preview')).toBeDisabled();
  await page.getByTestId('ledger-step').fill('30');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('ledger-step')).toHaveValue('30 min');

  await page.getByTestId('policy-when').getByLabel('A date and time').check();
  await page.getByTestId('policy-from').fill('tomorrow 9:00');
  await page.getByTestId('policy-preview').press('Enter');
  await expect(page.getByTestId('policy-result')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByTestId('hours-count')).toContainText('No customer’s hours change');
  await expectNoViolations(page, '.settings');
  await page.getByTestId('policy-save').press('Enter');
  await expect(page.getByText('The new rules are saved.')).toBeVisible({ timeout: 30_000 });

  const coming = page.getByTestId('policy-version-0');
  await expect(coming).toContainText('To come');
  await coming.press('Enter');
  await expect(page.getByTestId('ledger-form')).toContainText('30 min');
  await page.getByTestId('policy-tab-offer').press('Enter');
  const platinum = rowOf(page, 'Expertise hours in the package').getByRole('cell').last();
  await expect(platinum).toContainText('4 h a month');
  await expect(platinum).toContainText('our default, since');
  await expect(rowOf(page, 'Price').getByRole('cell').first()).toContainText(/included.*our default, since/s);
  await expect(rowOf(page, 'On-site visit')).toBeVisible();

  // What holds today is as it was.
  await page.getByTestId('policy-version-shipped').press('Enter');
  await expect(page.getByTestId('offer-table').getByRole('columnheader')).toHaveCount(5);
  await expect(rowOf(page, 'Price').getByRole('cell').first()).toContainText('stated by the offer');
  const { rows } = await ask(page, 'customer:list', { text: '', tier: 'silver' });
  expect(rows.length).toBeGreaterThan(0);
});

const LIST = [
  'nom;niveau;depuis;langue;nom du contact;courriel;rôle',
  'Éclair SA;silver;01/03/2026;fr;Zoé Lefèvre;zoe@eclair.example;référent',
  'Éclair SA;bronze;01/12/2025;;;;',
  'Zêta;diamant;01/03/2026;;;;',
  'ECLAIR sa;gold;01/03/2026;;;;',
].join('\n');

test('customers come from a list: previewed, bad lines told, taken once', async ({
  samples: { page, app },
  userData,
}) => {
  const path = join(userData, 'clients.csv');
  writeFileSync(path, LIST, 'latin1');
  await chooseFiles(app, [path]);
  const open = async (): Promise<void> => {
    await page.keyboard.press('Control+k');
    await expect(page.getByTestId('palette-input')).toBeFocused();
    await page.keyboard.type('Import customers');
    await expect(page.getByTestId('palette-option').first()).toContainText('Import customers…');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('customer-import-preview')).toBeVisible();
  };
  await open();
  await expect(page.getByTestId('customer-count-new')).toHaveAttribute('data-count', '2');
  await expect(page.getByTestId('import-errors')).toContainText('line 4');
  await expect(page.getByTestId('import-errors')).toContainText('diamant');
  await page.getByTestId('import-warnings').getByText('2 remarks').press('Enter');
  await expect(page.getByTestId('import-warnings')).toContainText('reads like Éclair SA');
  await inBothThemes(page, '[data-testid="customer-import-dialog"]');
  expect((await ask(page, 'customer:list', { text: 'eclair', tier: null })).total).toBe(0);

  await page.getByTestId('customer-import-run').press('Enter');
  await expect(page.getByTestId('customer-import-report')).toBeVisible();
  await expect(page.getByTestId('customer-count-new')).toHaveAttribute('data-count', '2');
  await expectNoViolations(page, '[data-testid="customer-import-dialog"]');
  await page.getByTestId('customer-import-close').press('Enter');
  await expect(page.getByTestId('customer-import-dialog')).toBeHidden();
  const { rows } = await ask(page, 'customer:list', { text: 'éclair', tier: 'silver' });
  const one = await ask(page, 'customer:get', { id: rows[0]?.id ?? 0 });
  expect(one.tiers.map(({ tier }) => tier)).toEqual(['bronze', 'silver']);
  expect(one.contacts).toMatchObject([{ name: 'Zoé Lefèvre', role: 'referent' }]);

  await open();
  await expect(page.getByTestId('customer-count-unchanged')).toHaveAttribute('data-count', '2');
  await expect(page.getByTestId('customer-import-run')).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('customer-import-dialog')).toBeHidden();
});
