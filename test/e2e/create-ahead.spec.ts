import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

/** Types a name, Enter and more within one task: no answer of the core can come between. */
const typeAhead = (page: Page, name: string, more: string): Promise<void> =>
  page.evaluate(
    async ([customer, rest]) => {
      const type = (text: string): void => void document.execCommand('insertText', false, text);
      type(customer);
      await Promise.resolve();
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(enter);
      await Promise.resolve();
      type(rest);
    },
    [name, more] as const,
  );

test.beforeEach(async ({ samples: { page } }) => {
  await page.keyboard.press('c');
  await expect(field(page, 'customer')).toBeFocused();
});

test('what is typed while the customer is looked for is the title', async ({ samples: { page } }) => {
  await typeAhead(page, 'nordlys', 'Needs a reason');
  await expect(field(page, 'customer')).toHaveValue('Nordlys Énergie');
  await expect(field(page, 'title')).toHaveValue('Needs a reason');
  await expect(field(page, 'title')).toBeFocused();
});

test('a customer that turns out to be new takes nobody away from the title', async ({ samples: { page } }) => {
  await typeAhead(page, 'Verreries du Nord', 'First contact');
  await expect(field(page, 'newTier')).toHaveValue('standard');
  await expect(field(page, 'customer')).toHaveValue('Verreries du Nord');
  await expect(field(page, 'title')).toBeFocused();
});

test('its tier is asked for where nothing was typed meanwhile', async ({ samples: { page } }) => {
  await typeAhead(page, 'Verreries du Nord', '');
  await expect(field(page, 'newTier')).toBeFocused();
});
