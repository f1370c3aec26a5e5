import type { Page } from '@playwright/test';
import { expect, start, test } from './app.ts';
import { expectNoViolations } from './axe.ts';

const rows = '[data-testid="queue-row"]';
const selected = `${rows}[aria-selected="true"]`;
const checkedRows = `${rows}[data-checked]`;

const notice = (page: Page, text: string | RegExp) => page.getByTestId('notice').filter({ hasText: text });
const references = (page: Page): Promise<string[]> =>
  page.locator(rows).evaluateAll((all) => all.map((row) => row.getAttribute('data-reference') ?? ''));
const selectedReference = (page: Page) => page.locator(selected).getAttribute('data-reference');

const WORDS = {
  en: {
    yours: /is yours/,
    form: 'Portal restarted, access checked with the customer.',
    preview: '2 of 3 will change; 1 is skipped:',
    reason: '1: finished already',
    done: 'Resolved: 2 tickets, 1 skipped',
    undone: 'Undone: Resolved (2 tickets)',
    takeNext: 'take the next',
    taken: 'already the key of “Resolve”',
  },
  fr: {
    yours: /est à vous/,
    form: 'Portail redémarré, accès vérifié avec le client.',
    preview: '2 sur 3 vont changer\u00a0; 1 est laissé de côté\u00a0:',
    reason: '1\u00a0: déjà terminé',
    done: 'Résolu\u00a0: 2 tickets, 1 laissé de côté',
    undone: 'Annulé\u00a0: Résolu (2 tickets)',
    takeNext: 'prendre le prochain',
    taken: 'déjà la touche de «\u00a0Résoudre\u00a0»',
  },
} as const;

for (const language of ['en', 'fr'] as const) {
  const words = WORDS[language];
  test(`a shift by keyboard alone, ${language}`, async ({ userData }) => {
    const args = ['--sample', `--language=${language}`, '--theme=light'];
    const first = await start({ userData, args });
    const { page } = first;
    const key = (name: string): Promise<void> => page.keyboard.press(name);

    // The next ticket becomes mine and is open.
    await key('n');
    await expect(notice(page, words.yours)).toBeVisible();
    const mine = await selectedReference(page);
    await expect(page.getByTestId('ticket-detail')).toContainText(mine ?? 'none');
    await key('Escape');

    // Three checked in 'all', one of them finished: the preview tells before anything is written.
    await key('Alt+0');
    await expect(page.getByTestId('view-tab-all')).toHaveAttribute('aria-current', 'true');
    // Until its list is there, keys move in the one before.
    await expect(page.getByTestId('queue-table')).toHaveAttribute('aria-busy', 'false');
    await key('End');
    await expect(page.locator(`${rows}[aria-selected="true"]`)).toBeVisible();
    await key('x');
    await expect(page.getByTestId('bulk-bar').locator('[data-count="1"]')).toBeVisible();
    await key('Home');
    await expect(page.locator(`${rows}[aria-selected="true"][data-index="0"]`)).toBeVisible();
    await key('x');
    await expect(page.getByTestId('bulk-bar').locator('[data-count="2"]')).toBeVisible();
    await key('Shift+ArrowDown');
    await expect(page.getByTestId('bulk-bar').locator('[data-count="3"]')).toBeVisible();
    const [one = '', two = ''] = await references(page);
    await key('r');
    await expect(page.getByTestId('form-resolve')).toBeVisible();
    await page.keyboard.type(words.form);
    await key('Control+Enter');
    const preview = page.getByTestId('bulk-preview');
    await expect(preview).toContainText(words.preview);
    await expect(page.getByTestId('bulk-reasons')).toContainText(words.reason);
    await expect(page.getByTestId('bulk-run')).toBeFocused();
    await expectNoViolations(page);
    await key('Enter');
    await expect(notice(page, words.done)).toBeVisible();
    await expect(page.getByTestId('bulk-bar')).toHaveCount(0);

    // One undo for all of it.
    await key('Control+z');
    await expect(notice(page, words.undone)).toBeVisible();
    await expect(notice(page, words.done)).toHaveCount(0);
    await expect.poll(async () => (await references(page)).slice(0, 2)).toEqual([one, two]);

    // By the palette to a ticket that the present view hides.
    await key('Alt+4');
    await expect(page.locator(rows)).toHaveCount(0);
    await key('Control+k');
    await expect(page.getByTestId('palette-input')).toBeFocused();
    await page.keyboard.type(two);
    await expect(page.getByTestId('palette-option').first()).toContainText(two);
    await expectNoViolations(page);
    await key('Enter');
    await expect(page.getByTestId('palette')).toHaveCount(0);
    await expect(page.getByTestId('ticket-detail')).toContainText(two);
    await key('Escape');

    // Another key for 'take the next'; the sheet says whose 'r' is.
    await key('?');
    await expect(page.getByTestId('key-find')).toBeFocused();
    await page.keyboard.type(words.takeNext);
    await key('Tab');
    await expect(page.getByTestId('key-takeNext')).toBeFocused();
    await key('Enter');
    await key('r');
    await expect(page.getByRole('alert')).toContainText(words.taken);
    await expectNoViolations(page);
    await key('Tab');
    await key('Enter');
    await page.getByTestId('key-takeNext').focus();
    await key('Enter');
    await key('F9');
    await expect(page.getByTestId('key-takeNext').locator('kbd')).toHaveText('F9');
    await key('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const told = await notice(page, words.yours).allTextContents();
    await key('F9');
    await expect.poll(() => notice(page, words.yours).allTextContents()).not.toEqual(told);
    await first.close();

    const again = await start({ userData, args });
    await again.page.keyboard.press('F9');
    await expect(notice(again.page, words.yours)).toHaveCount(1);
    await again.close();
  });
}

test('checks: x, ranges by key and pointer, all, and Escape leaves them first', async ({ samples: { page } }) => {
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  const count = page.getByTestId('bulk-bar').locator('[data-count]');
  await key('Home');
  await key('Enter');
  await expect(page.getByTestId('ticket-detail')).toBeVisible();
  await key('x');
  await expect(count).toHaveAttribute('data-count', '1');
  await key('Shift+J');
  await key('Shift+ArrowDown');
  await expect(count).toHaveAttribute('data-count', '3');
  await key('Shift+ArrowUp');
  await expect(count).toHaveAttribute('data-count', '2');
  await expect(page.locator(checkedRows)).toHaveCount(2);
  await key('Escape');
  await expect(page.getByTestId('bulk-bar')).toHaveCount(0);
  await expect(page.getByTestId('ticket-detail')).toBeVisible();
  await key('Escape');
  await expect(page.getByTestId('ticket-detail')).toHaveCount(0);

  await page
    .locator(rows)
    .nth(1)
    .click({ modifiers: ['Control'] });
  await page
    .locator(rows)
    .nth(5)
    .click({ modifiers: ['Shift'] });
  await expect(count).toHaveAttribute('data-count', '5');
  await page.locator(rows).nth(3).getByTestId('check-cell').click();
  await expect(count).toHaveAttribute('data-count', '4');
  await expect(page.getByTestId('ticket-detail')).toHaveCount(0);
  await expectNoViolations(page);

  await key('Control+a');
  const all = await page.getByTestId('queue-total').getAttribute('data-count');
  await expect(count).toHaveAttribute('data-count', all ?? '');
  await key('Alt+5');
  await expect(page.getByTestId('bulk-bar')).toHaveCount(0);
});

test('a text field keeps its own keys; the palette opens from it all the same', async ({ samples: { page } }) => {
  await page.keyboard.press('/');
  await page.keyboard.type('vpn');
  await page.keyboard.press('Control+a');
  await expect(page.getByTestId('bulk-bar')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('notice')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect(page.getByTestId('palette')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('palette')).toHaveCount(0);
  await expect(page.getByTestId('search-input')).toBeFocused();
});

test('the palette filters the queue by a customer, and remembers what was chosen', async ({ samples: { page } }) => {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('nordlys');
  const customer = page.locator('[data-testid="palette-option"][data-kind="customer"]');
  await expect(customer).toHaveCount(1);
  for (let i = 0; i < 30 && (await customer.getAttribute('aria-selected')) !== 'true'; i++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => new Set(await page.locator(`${rows} [data-column="customer"]`).allTextContents()).size)
    .toBe(1);
  await expect(page.locator(`${rows} [data-column="customer"]`).first()).toContainText('Nordlys');
  await page.keyboard.press('Control+k');
  await expect(page.getByTestId('palette-option').first()).toContainText('Nordlys');
});

test('one undo: nothing is left to undo after it, and that is said', async ({ samples: { page } }) => {
  await page.keyboard.press('Home');
  await page.keyboard.press('t');
  await expect(page.getByTestId('notice')).toHaveCount(1);
  await page.getByTestId('notice').getByRole('button', { name: 'Undo' }).click();
  await expect(notice(page, /^Undone: Assigned CAV-/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(notice(page, 'There is nothing of yours to undo here.')).toBeVisible();
});

test('who works here: role and level change what is mine', async ({ samples: { page } }) => {
  const level = page.getByTestId('view-tab-myLevel').locator('[data-count]');
  await expect(level).not.toHaveAttribute('data-count', '0');
  const before = await level.getAttribute('data-count');
  await page.getByTestId('profile-entry').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('profile-name')).toBeFocused();
  await expect(page.getByTestId('profile-dialog')).toContainText('Sample data is nobody’s');
  await page.keyboard.type('Camille Roy');
  await page.getByTestId('profile-level').selectOption('L2');
  await expectNoViolations(page);
  await page.getByTestId('profile-name').focus();
  await page.keyboard.press('Enter');
  await expect(notice(page, 'Camille Roy works here now')).toBeVisible();
  await expect(page.getByTestId('profile-entry')).toContainText('CR');
  await expect(level).not.toHaveAttribute('data-count', before ?? '');
});
