import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { ask } from './ask.ts';

const beLead = (page: Page) =>
  ask(page, 'app:set-preferences', { me: { name: 'Ada Martin', role: 'lead', level: 'L3' } });

const openPart = async (page: Page, part: 'offer' | 'ledger'): Promise<void> => {
  await page.getByTestId('settings-button').press('Enter');
  await page.getByTestId(`policy-tab-${part}`).press('Enter');
};

test('shots', async ({ samples: { page } }) => {
  await ask(page, 'app:set-preferences', { language: 'fr' });
  await openPart(page, 'offer');
  await page.screenshot({ path: '/tmp/offer-shots/1.png' });
  await ask(page, 'app:set-preferences', { language: 'en', theme: 'dark' });
  await page.screenshot({ path: '/tmp/offer-shots/2.png' });
  await beLead(page);
  await page.getByTestId('policy-edit').press('Enter');
  await page.getByTestId('offer-price-gold').press('Enter');
  await page.screenshot({ path: '/tmp/offer-shots/3.png' });
  await page.keyboard.press('Escape');
  await page.getByTestId('tier-name').fill('platinum');
  await page.getByTestId('tier-hours').fill('4h');
  await page.getByTestId('tier-add').press('Enter');
  await page.screenshot({ path: '/tmp/offer-shots/4.png' });
  await page.getByTestId('policy-tab-ledger').press('Enter');
  await ask(page, 'app:set-preferences', { language: 'fr', theme: 'light' });
  await page.screenshot({ path: '/tmp/offer-shots/5.png' });
  await expectNoViolations(page, '.settings');
});
