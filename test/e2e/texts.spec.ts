import type { Page } from '@playwright/test';
import { expect, start, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { ask } from './ask.ts';

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const chosen = '[data-testid="text-item"][aria-selected="true"]';

const openTexts = async (page: Page): Promise<void> => {
  await page.getByTestId('texts-button').press('Enter');
  await expect(page.getByTestId('texts-search')).toBeFocused();
};

const openMacros = async (page: Page): Promise<void> => {
  await openTexts(page);
  await page.getByTestId('texts-tab-reply').press('ArrowRight');
  await expect(page.getByTestId('texts-tab-macro')).toBeFocused();
  await expect(page.getByTestId('texts-search')).toHaveAttribute('aria-label', /macro/);
};

test('a reply is written by keyboard: its missing language, its unknown variable, its preview', async ({
  samples: { page },
}) => {
  await openTexts(page);
  await page.keyboard.type('maintenance window tonight');
  await expect(page.getByTestId('text-item')).toHaveCount(1);
  await expect(page.getByTestId('text-item')).toContainText('no FR');
  await expect(page.getByTestId('reply-fr')).toContainText('French is missing');
  await page.keyboard.press('Enter');
  await expect(field(page, 'name')).toBeFocused();
  await field(page, 'body-fr').focus();
  await page.keyboard.type('Bonjour {customr}, ');
  await expect(page.getByTestId('reply-fr')).toContainText('No variable: {customr}');
  await expect(page.getByTestId('preview-fr')).toContainText('example');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('texts-failure')).toContainText('{customr} is no variable');
  expect((await ask(page, 'reply:list', {})).find(({ name }) => name.startsWith('Maint'))?.bodyFr).toBeNull();

  await field(page, 'body-fr').fill('Bonjour , fin');
  await page.keyboard.press('Home');
  for (let i = 0; i < 'Bonjour '.length; i++) await page.keyboard.press('ArrowRight');
  await page.getByTestId('insert-fr').press('Enter');
  await page.getByRole('menuitem', { name: 'Requester' }).press('Enter');
  await expect(field(page, 'body-fr')).toBeFocused();
  await page.keyboard.type('!');
  await expect(field(page, 'body-fr')).toHaveValue('Bonjour {requester}!, fin');
  await expect(page.getByTestId('preview-fr')).toContainText('Bonjour Claire Martin!, fin');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Reply saved')).toBeVisible();
  await expect(page.getByTestId('text-item')).not.toContainText('no FR');
  await expect(page.getByTestId('unsaved')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('texts-list')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('queue-table')).toBeFocused();
});

test('what is not saved is kept: through another choice, another place and a restart', async ({ userData }) => {
  const first = await start({ userData, args: ['--sample', '--language=en'] });
  const { page } = first;
  await openTexts(page);
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' now');
  await expect(page.getByTestId('unsaved')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowDown');
  await expect(field(page, 'name')).toHaveValue('Ask for a trace');
  await page.getByTestId('new-text').press('Enter');
  await expect(field(page, 'name')).toBeFocused();
  await page.keyboard.type('Brand new');
  const keys = async (): Promise<string[]> => (await ask(page, 'draft:list', {})).map(({ key }) => key);
  await expect.poll(keys).toContain('reply:new');
  await first.close();

  const again = await start({ userData, args: ['--sample', '--language=en'] });
  await openTexts(again.page);
  const items = again.page.getByTestId('text-item');
  await expect(items.filter({ hasText: 'not saved' })).toHaveCount(2);
  await expect(items.first()).toContainText('Brand new');
  await expect(items.nth(1)).toContainText('Acknowledge now');
  await again.page.keyboard.press('ArrowDown');
  await expect(field(again.page, 'name')).toHaveValue('Acknowledge now');
  await again.page.getByRole('button', { name: 'Discard changes' }).press('Enter');
  await expect(field(again.page, 'name')).toHaveValue('Acknowledge');
  await again.close();
});

test('deleting asks once, and Delete in the list asks it', async ({ samples: { page } }) => {
  await openTexts(page);
  await page.getByTestId('texts-list').focus();
  await page.keyboard.press('End');
  await expect(page.locator(chosen)).toContainText('Still waiting');
  await page.keyboard.press('Delete');
  await expect(page.getByTestId('delete-sure')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('delete-sure')).toHaveCount(0);
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Reply deleted')).toBeVisible();
  await expect(page.getByTestId('text-item').filter({ hasText: 'Still waiting' })).toHaveCount(0);
});

test('a macro is put together, put in order and saved by keyboard', async ({ samples: { page } }) => {
  await openMacros(page);
  await page.getByTestId('new-text').press('Enter');
  await expect(field(page, 'name')).toBeFocused();
  await page.keyboard.type('Close with a note');
  const add = async (name: string): Promise<void> => {
    await page.getByTestId('add-step').press('Enter');
    await page.getByRole('menuitem', { name, exact: true }).press('Enter');
  };
  await add('Resolve');
  const steps = page.getByTestId('macro-step');
  await expect(steps.locator('[data-field="text"]')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(steps.locator('[data-field="text"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(steps.locator('[data-field="text"]')).toBeFocused();
  await page.keyboard.type('Restarted the gateway');
  await add('Internal note');
  await page.keyboard.type('By the book');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(steps.first()).toContainText('Internal note');
  await expect(steps.first().locator('[data-field="text"]')).toBeFocused();
  await add('Take the ticket');
  await page.keyboard.press('Control+Delete');
  await expect(steps).toHaveCount(2);
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Macro saved')).toBeVisible();
  const saved = (await ask(page, 'macro:list', {})).find(({ name }) => name === 'Close with a note');
  expect(saved?.commands).toEqual([
    { kind: 'note', text: 'By the book' },
    { kind: 'resolve', text: 'Restarted the gateway' },
  ]);
});

test('an expert reads macros, and is told who may change them', async ({ samples: { page } }) => {
  await ask(page, 'app:set-preferences', { me: { name: null, role: 'expert', level: 'L1' } });
  await openMacros(page);
  await expect(page.getByText('Changing macros is for agents and leads')).toBeVisible();
  await field(page, 'name').focus();
  await page.keyboard.type('x');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('texts-failure')).toContainText('not for your role');
});

test('a reply is picked in the customer’s language, or in the other one, which is said', async ({
  samples: { page },
}) => {
  await page.keyboard.press('/');
  await page.keyboard.type('CAV-20391');
  await expect(page.locator('[data-testid="queue-row"]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('queue-table')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('timeline-event').first()).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByTestId('reply-pick')).toBeVisible();
  await page.keyboard.press('Control+;');
  await expect(page.getByTestId('reply-search')).toBeFocused();
  await page.keyboard.type('acknow');
  await page.keyboard.press('Enter');
  const body = page.locator('textarea').first();
  await expect(body).toHaveValue(/Bonjour.*Votre ticket CAV-20391/s);
  await page.keyboard.press('Control+;');
  await page.keyboard.type('maint');
  await expect(page.getByTestId('reply-option')).toContainText('French is missing');
  await page.keyboard.press('Enter');
  await expect(body).toHaveValue(/A maintenance window is planned/);
  await expect(page.getByText('does not exist in the customer')).toBeVisible();
});

for (const [language, theme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const) {
  test(`axe finds nothing wrong with the texts, ${language}, ${theme}`, async ({ userData }) => {
    const { page, close } = await start({
      userData,
      args: ['--sample', `--language=${language}`, `--theme=${theme}`],
    });
    const check = (): Promise<void> => expectNoViolations(page, '[data-testid="texts-screen"]');
    await openTexts(page);
    await page.keyboard.type('maint');
    await field(page, 'body-fr').fill('{x}');
    await page.keyboard.press('Control+s');
    await expect(page.getByTestId('texts-failure')).toBeVisible();
    await check();
    await page.getByTestId('texts-tab-reply').press('ArrowRight');
    await expect(page.getByTestId('macro-step').first()).toBeVisible();
    await page.getByTestId('delete').press('Enter');
    await check();
    await close();
  });
}
