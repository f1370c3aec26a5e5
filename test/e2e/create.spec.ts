import type { Page } from '@playwright/test';
import { expect, start, test } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';

const selected = '[data-testid="queue-row"][aria-selected="true"]';

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

const openForm = async (page: Page): Promise<void> => {
  await page.keyboard.press('c');
  await expect(field(page, 'customer')).toBeFocused();
};

const fill = async (page: Page, title: string): Promise<void> => {
  await openForm(page);
  await page.keyboard.type('nordlys');
  await page.keyboard.press('Enter');
  await page.keyboard.type(title);
};

for (const { language, title, channel, done } of [
  { language: 'en', title: 'Portal down', channel: 'Phone', done: 'VIG-1001 created' },
  { language: 'fr', title: 'Portail en panne', channel: 'Téléphone', done: 'VIG-1001 créé' },
] as const) {
  test(`a call becomes a ticket by keyboard alone, in five presses beside the words, ${language}`, async ({
    userData,
  }) => {
    const { page, close } = await start({ userData, args: ['--sample', `--language=${language}`] });
    // Nothing waits for the dialog: what is typed before it is there goes into it.
    await page.keyboard.press('c');
    await page.keyboard.type('nord');
    await expect(field(page, 'customer')).toHaveValue('nord');
    await page.keyboard.press('Enter');
    await page.keyboard.type(title);
    await page.keyboard.press('Tab');
    await page.keyboard.press('1');
    await expect(page.getByTestId('create-promise')).toContainText('4 h');
    await expect(page.getByTestId('create-promise').locator('[data-source="contractual"]')).toBeVisible();
    await expect(page.getByTestId('create-channel').getByLabel(channel)).toBeChecked();
    await page.keyboard.press('Control+Enter');

    await expect(page.locator(selected)).toHaveAttribute('data-reference', 'VIG-1001');
    await expect(page.getByTestId('ticket-detail')).toContainText(title);
    await expect(page.getByTestId('queue-table')).toBeFocused();
    await expect(page.getByText(done)).toBeVisible();

    const [row] = (await ask(page, 'palette:search', { text: 'VIG-1001' })).tickets;
    const { me } = await ask(page, 'app:get-state', {});
    expect(row).toMatchObject({ customer: 'Nordlys Énergie', tier: 'gold', priority: 'P1', assignee: me.name });
    expect(await ask(page, 'draft:get', { key: 'create' })).toBeNull();
    await page.keyboard.press('Control+z');
    await expect(page.locator('[data-reference="VIG-1001"]')).toHaveCount(0);
    await close();
  });
}

test('the clock starts at the creation, whatever was told before', async ({ samples: { page } }) => {
  await fill(page, 'Told two hours ago');
  await page.keyboard.press('Alt+1');
  await page.getByTestId('create-more').focus();
  await page.keyboard.press('Tab');
  await field(page, 'toldAt').fill('+1h');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'toldAt')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'toldAt')).toBeFocused();
  await field(page, 'toldAt').fill('-2h');
  await expect(page.getByText('No ticket, no SLA')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('ticket-detail')).toContainText('Told two hours ago');
  const figure = await page.getByTestId('resolution-figure').textContent();
  expect(figure).toMatch(/^(4:00:00|3:59:\d\d)$/);
  const [row] = (await ask(page, 'palette:search', { text: 'Told two hours' })).tickets;
  const detail = await ask(page, 'ticket:get-detail', { id: row?.id ?? 0 });
  const toldMinBefore = ((row?.openedAtMs ?? 0) - (detail.reportedAtMs ?? 0)) / 60_000;
  expect(toldMinBefore).toBeGreaterThan(119);
  expect(toldMinBefore).toBeLessThan(122);
});

test('a name that nobody has makes a new customer, of the tier that is chosen', async ({ samples: { page } }) => {
  await openForm(page);
  await page.keyboard.type('Verreries du Nord');
  await expect(page.getByTestId('customer-option').last()).toContainText('New customer');
  await page.keyboard.press('Enter');
  await expect(field(page, 'newTier')).toBeFocused();
  await expect(page.getByTestId('create-promise')).toContainText('best effort');
  await page.keyboard.type('S');
  await page.keyboard.press('ArrowDown');
  await field(page, 'newTier').selectOption('silver');
  await page.keyboard.press('Tab');
  await page.keyboard.type('First contact');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator(selected)).toHaveAttribute('data-reference', 'VIG-1001');
  expect(await ask(page, 'customer:find', { text: 'verreries du nord' })).toMatchObject([
    { name: 'Verreries du Nord', tier: 'silver', openTickets: 1 },
  ]);
});

test('what is missing is told beside its field; another priority needs a reason', async ({ samples: { page } }) => {
  await openForm(page);
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'customer')).toHaveAttribute('aria-invalid', 'true');
  await expect(field(page, 'customer')).toBeFocused();
  await page.keyboard.type('nordlys');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Needs a reason');
  await page.getByTestId('create-priority').getByLabel('P1').press(' ');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'reason')).toBeFocused();
  await page.keyboard.type('The board meets at ten');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('ticket-detail')).toContainText('Needs a reason');
  const [row] = (await ask(page, 'palette:search', { text: 'Needs a reason' })).tickets;
  expect(row).toMatchObject({ priority: 'P1' });
});

test('a beta feature is told to give rise to no commitment', async ({ samples: { page } }) => {
  await fill(page, 'Beta');
  await page.getByTestId('create-more').focus();
  await page.keyboard.press('Tab');
  await field(page, 'isBeta').press(' ');
  await expect(page.getByTestId('create-promise')).toContainText('no commitment');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('ticket-detail')).toContainText('no commitment');
});

test('what was typed survives Escape, and the death of the console', async ({ userData }) => {
  const first = await start({ userData, args: ['--sample', '--language=en'] });
  await fill(first.page, 'Half a title');
  await first.page.keyboard.press('Escape');
  await expect(first.page.getByRole('dialog')).toHaveCount(0);
  await openForm(first.page);
  await expect(field(first.page, 'title')).toHaveValue('Half a title');
  await field(first.page, 'title').focus();
  await first.page.keyboard.press('End');
  await first.page.keyboard.type(' more');
  const kept = async (): Promise<string> => (await ask(first.page, 'draft:get', { key: 'create' }))?.body ?? '';
  await expect.poll(kept).toContain('Half a title more');
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await ended;
  const again = await start({ userData, args: ['--sample', '--language=en'] });
  await openForm(again.page);
  await expect(field(again.page, 'title')).toHaveValue('Half a title more');
  await expect(field(again.page, 'customer')).toHaveValue('Nordlys Énergie');
  await expect(again.page.getByTestId('create-restored')).toBeVisible();
  await again.page.getByRole('button', { name: 'Start afresh' }).press('Enter');
  await expect(field(again.page, 'title')).toHaveValue('');
  await expect.poll(() => ask(again.page, 'draft:get', { key: 'create' })).toBeNull();
  await again.close();
});

for (const [language, theme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const) {
  test(`axe finds nothing wrong with the form, ${language}, ${theme}`, async ({ userData }) => {
    const { page, close } = await start({
      userData,
      args: ['--sample', `--language=${language}`, `--theme=${theme}`],
    });
    await openForm(page);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.type('a');
    await expect(page.getByTestId('customer-option').first()).toBeVisible();
    const check = async (): Promise<void> => {
      await expectNoViolations(page, '[role="dialog"]');
    };
    await check();
    await page.keyboard.press('Enter');
    await page.getByTestId('create-more').focus();
    await page.keyboard.press('Tab');
    await check();
    await close();
  });
}
