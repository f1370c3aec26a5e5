import type { Page } from '@playwright/test';
import type { NewTicket } from '../../shared/ipc/desk-schemas.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { expect, start, test, workAs } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const be = (page: Page, role: 'agent' | 'lead'): Promise<void> =>
  workAs(page, { name: 'Ada Martin', role, level: 'L3' });

const openCustomers = async (page: Page): Promise<void> => {
  await page.getByTestId('customers-button').press('Enter');
  await expect(page.getByTestId('customers-search')).toBeFocused();
};

/** Types a name and opens the page of the first customer that fits. */
const open = async (page: Page, name: string): Promise<void> => {
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
};

const idOf = async (page: Page, name: string): Promise<number> => {
  const { rows } = await ask(page, 'customer:list', { text: name, tier: null });
  const found = rows.find((row) => row.name === name);
  if (found === undefined) throw new Error(`no customer ${name}`);
  return found.id;
};

const p1 = (customer: string, newCustomerTier: string | null): NewTicket => ({
  ...{ customer, newCustomerTier, title: 'Nothing starts any more', description: null, category: 'incident' },
  ...{ isBeta: false, priority: 'P1', impact: 'high', urgency: 'high', priorityReason: null, channel: 'phone' },
  ...{ language: null, platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null },
});

/** When the resolution of a customer's one ticket is due; null at best effort. */
const dueOf = async (page: Page, customer: string): Promise<number | null> => {
  const { rows } = await ask(page, 'queue:get-page', {
    filter: { ...EMPTY_FILTER, view: 'all', customers: [customer] },
    ...{ sort: { by: 'due', isDescending: false }, offset: 0, limit: 10 },
  });
  const clock = rows[0]?.resolution;
  return clock?.kind === 'running' ? clock.dueAtMs : null;
};

/** Instants as the window writes them, the one before too: a minute may have passed since it did. */
const written = (atMs: number, locale: string): RegExp => {
  const due = (ms: number): string => {
    const format = (options: Intl.DateTimeFormatOptions): string =>
      new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Paris', ...options }).format(ms);
    const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    return `${format({ weekday: 'short' })} ${format({ day: 'numeric', month: 'short' })} ${time}`;
  };
  return new RegExp([atMs, atMs - MINUTE_MS].map((ms) => due(ms).replaceAll('.', '\\.')).join('|'));
};

const nextMonth = (locale: string): string => {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })
    .format(Date.now())
    .split('-')
    .map(Number);
  const day = Date.UTC(year, month, 1);
  const isNextYear = month === 12;
  return new Intl.DateTimeFormat(locale, {
    ...{ timeZone: 'UTC', day: 'numeric', month: 'long' },
    ...(isNextYear ? { year: 'numeric' } : {}),
  }).format(day);
};

test('what is typed on the way to the customers is searched there, and runs no command', async ({ samples }) => {
  const { page } = samples;
  // In one task with the press: the place cannot have come yet.
  await page.evaluate(async () => {
    document.querySelector<HTMLElement>('[data-testid="customers-button"]')?.click();
    await Promise.resolve();
    for (const key of 'nt') document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await expect(page.getByTestId('customers-search')).toHaveValue('nt');
  await expect(page.getByTestId('customers-search')).toBeFocused();
  await page.keyboard.type('x');
  await expect(page.getByTestId('customers-search')).toHaveValue('ntx');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a customer is found, edited and given a referent by keyboard; its page is a key away from everywhere', async ({
  samples: { page },
}) => {
  await openCustomers(page);
  await expect(page.getByTestId('customer-row')).not.toHaveCount(0);
  await page.keyboard.type('no such customer');
  await expect(page.getByText('No customer fits')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('customers-search')).toHaveValue('');
  await expect(page.getByTestId('customer-row')).not.toHaveCount(0);
  await page.getByTestId('tier-filter-all').press('ArrowRight');
  await expect(page.getByTestId('tier-filter-standard')).toBeChecked();
  await expect(page.locator('[data-testid="customer-row"] [data-tier="gold"]')).toHaveCount(0);
  await page.getByTestId('customers-search').press('Escape');

  // Arrows move, Enter opens, Escape goes back to the list, where j and k move the page along.
  const selected = page.locator('[data-testid="customer-row"][aria-selected="true"]');
  const first = await selected.locator('.customer-name').innerText();
  await page.keyboard.press('ArrowDown');
  await expect(selected.locator('.customer-name')).not.toHaveText(first);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await expect(page.locator('#customer-name')).toHaveText(first);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('customers-list')).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.locator('#customer-name')).not.toHaveText(first);
  await page.keyboard.press('/');
  await expect(page.getByTestId('customers-search')).toBeFocused();

  await open(page, 'Nordlys Énergie');
  await page.keyboard.press('e');
  await expect(page.getByTestId('customer-form-name')).toBeFocused();
  await page.getByTestId('customer-form-name').fill('Port de Sète');
  await page.getByTestId('customer-form-note').fill('Calls on Mondays');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('customer-form-name')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByTestId('customer-form')).toContainText('is another customer’s name');
  await page.getByTestId('customer-form-name').fill('Nordlys Group');
  await page.getByTestId('customer-form-name').press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('#customer-name')).toHaveText('Nordlys Group');
  await expect(page.getByTestId('customer-panel-overview')).toContainText('Calls on Mondays');

  await page.getByTestId('contact-add').press('Enter');
  await expect(page.getByTestId('contact-name')).toBeFocused();
  await page.keyboard.type('Inès Roy');
  await expect(page.getByTestId('contact-role').getByLabel('Contract referent')).toBeChecked();
  await page.getByTestId('contact-mail').fill('no address');
  await page.getByTestId('contact-mail').press('Enter');
  await expect(page.getByTestId('contact-mail')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('contact-mail').fill('ines@example.org');
  // Escape loses nothing; what was sent is not offered again.
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('contact-add')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('contact-name')).toHaveValue('Inès Roy');
  await page.getByTestId('contact-mail').press('Enter');
  await expect(page.getByTestId('contact')).toContainText('Contract referent');
  await page.getByTestId('contact-add').press('Enter');
  await expect(page.getByTestId('contact-name')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('contact-add')).toBeFocused();
  await page.getByTestId('contact-remove').press('Enter');
  await expect(page.getByTestId('contact')).toHaveCount(0);
  await page.getByTestId('contact-put-back').press('Enter');
  await expect(page.getByTestId('contact')).toContainText('Inès Roy');

  // Tickets, one of them in the queue, and back by its customer's name.
  await page.keyboard.press('3');
  await expect(page.getByTestId('customer-tab-tickets')).toHaveAttribute('aria-selected', 'true');
  await page.getByTestId('customer-tickets').press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('ticket-detail')).toBeVisible();
  await page.getByTestId('ticket-customer').press('Enter');
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await expect(page.locator('#customer-name')).toHaveText('Nordlys Group');
  await page.keyboard.press('3');
  await page.getByTestId('show-in-queue').press('Enter');
  await expect(page.getByTestId('queue-table')).toBeFocused();
  await expect(page.getByTestId('queue-row').first()).toContainText('Nordlys Group');

  // The palette: Enter lists its tickets, Shift with Enter opens its page.
  await page.keyboard.press('Control+k');
  await page.getByTestId('palette-input').fill('Port de Sète');
  await expect(page.locator('[data-kind="customer"]')).toBeVisible();
  // Its tickets come first; from the first line upwards is the last.
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-kind="customer"]')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByTestId('palette')).toContainText('its page');
  await page.keyboard.press('Shift+Enter');
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await expect(page.locator('#customer-name')).toHaveText('Port de Sète');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('queue-table')).toBeFocused();
});

test('a workspace without customers says so, and the first one is a key away', async ({ own: { page } }) => {
  await openCustomers(page);
  await expect(page.getByText('No customer yet')).toBeVisible();
  await expect(page.getByText('Choose a customer')).toBeHidden();
  await expectNoViolations(page, '.customers');
  await page.getByRole('button', { name: 'New customer' }).last().press('Enter');
  await expect(page.getByTestId('customer-form-name')).toBeFocused();
  await page.keyboard.type('Phare Ouest');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await expect(page.getByTestId('customer-row')).toHaveCount(1);
  await expect(page.getByTestId('tier-assumed')).toContainText('Since when the customer has STANDARD is not known');
});

test('a new customer, and an upgrade in mid-month: what the preview says is what comes', async ({
  samples: { page },
}) => {
  await page.keyboard.press('Shift+N');
  await expect(page.getByTestId('customer-form-name')).toBeFocused();
  await page.keyboard.type('Phare Ouest');
  await page.getByTestId('customer-form-dated').getByLabel('Since…').press(' ');
  await page.getByTestId('customer-form-since').fill('yesterday');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await expect(page.getByTestId('entitlement-line')).toHaveText(
    'No expert: a pack of hours, SILVER or GOLD would open it.',
  );
  await ask(page, 'ticket:create', p1('Phare Ouest', null));
  expect(await dueOf(page, 'Phare Ouest')).toBeNull();

  await page.keyboard.press('t');
  await expect(page.getByTestId('tier-choice').getByLabel('BRONZE')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('tier-choice').getByLabel('SILVER')).toBeChecked();
  const preview = page.getByTestId('tier-preview');
  await expect(preview).toHaveAttribute('data-current', 'true');
  await expect(page.getByTestId('preview-effective')).toHaveText('at once');
  await expect(page.getByTestId('preview-hours')).toContainText('0 min');
  await expect(page.getByTestId('preview-hours').locator('strong')).toHaveText('2 h');
  const invoiced = await page.getByTestId('preview-invoiced').innerText();
  expect(invoiced).toBe(nextMonth('en-GB'));
  await expect(page.getByTestId('preview-after')).toHaveText('Experts: 2 h left');
  const moved = page.getByTestId('preview-moved').getByRole('listitem');
  await expect(moved).toHaveCount(1);
  await expect(moved).toContainText('best effort');
  const movedTo = await moved.locator('strong').innerText();
  // Nobody asked yet: that is told at its field.
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('asked-by-other')).toHaveAttribute('aria-invalid', 'true');
  await page.getByTestId('asked-by-other').fill('Inès Roy');
  await page.getByTestId('tier-note').fill('After the outage');
  const confirmedAtMs = Date.now();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await expect(page.getByText('Phare Ouest has SILVER from now on')).toBeVisible();
  await expect(page.getByTestId('entitlement-line')).toHaveText('Experts: 2 h left');
  const dueAtMs = (await dueOf(page, 'Phare Ouest')) ?? 0;
  expect(Math.abs(dueAtMs - confirmedAtMs - 8 * HOUR_MS)).toBeLessThan(MINUTE_MS);
  expect(movedTo).toMatch(written(dueAtMs, 'en-GB'));
  const id = await idOf(page, 'Phare Ouest');
  const { entitlement } = await ask(page, 'expertise:get-ledger', { customerId: id });
  expect(entitlement).toMatchObject({ isEntitled: true, leftMin: 120, monthlyLeftMin: 120 });
  const { tiers } = await ask(page, 'customer:get', { id });
  expect(tiers.at(-1)).toMatchObject({ tier: 'silver', change: { askedBy: 'Inès Roy', channel: 'portal' } });
  const invoicedDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', day: 'numeric', month: 'long' });
  expect(invoiced).toContain(invoicedDay.format(tiers.at(-1)?.change?.invoicedFromMs ?? 0));
  await expect(page.getByTestId('tier-entry')).toHaveCount(2);
  await expect(page.getByTestId('tier-table')).toContainText('After the outage');
  await expect(page.getByTestId('tier-stretch').last()).toHaveAccessibleName(/^SILVER since/);
  await page.getByTestId('tier-stretch').last().press('ArrowLeft');
  await expect(page.getByTestId('tier-told')).toContainText('STANDARD from');
});

test('a downgrade at the end of the month, in French, is to come and is called off', async ({ userData }) => {
  const { page, close } = await start({
    userData,
    args: ['--sample', '--language=fr', '--theme=dark', '--size=1366x768'],
  });
  await be(page, 'agent');
  await openCustomers(page);
  await open(page, 'Port de Sète');
  await page.keyboard.press('t');
  // Of GOLD there is no way but down: Customer Support is preset.
  await expect(page.getByTestId('tier-choice').getByLabel('SILVER')).toBeFocused();
  await expect(page.getByTestId('tier-channel').getByLabel('Support client')).toBeChecked();
  await expect(page.getByTestId('tier-when')).toHaveCount(0);
  await page.getByTestId('tier-choice').getByLabel('STANDARD').press(' ');
  await expect(page.getByTestId('tier-preview')).toHaveAttribute('data-current', 'true');
  await expect(page.getByTestId('preview-effective')).toContainText('00:00');
  await expect(page.getByTestId('preview-invoiced')).toHaveText('non facturé');
  await expect(page.getByTestId('preview-hours').locator('strong')).toHaveText('0 min');
  await expect(page.getByTestId('preview-after')).toContainText('Pas d’expert');
  await page.getByTestId('asked-by-other').fill('Inès Roy');
  await page.getByTestId('tier-channel').getByLabel('Téléphone').press(' ');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('tier-form').locator('#tier-channel-told')).toHaveAttribute('data-wrong', 'true');
  await page.getByTestId('tier-channel').getByLabel('Support client').press(' ');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  const toCome = `STANDARD à partir du ${nextMonth('fr-FR')}`;
  await expect(page.locator('.customer-head').getByTestId('mark-nextTier')).toHaveText(toCome);
  await expect(page.getByTestId('customer-row').getByTestId('mark-nextTier')).toHaveText(toCome);
  await expect(page.locator('.customer-title .tier')).toHaveText('gold');
  await expect(page.getByTestId('tier-stretch').last()).toHaveAttribute('data-standing', 'toCome');
  await expect(page.getByTestId('tier-entry').first()).toContainText('à venir');
  await expectNoViolations(page, '.customers');

  // A second one has to wait.
  await page.keyboard.press('t');
  await expect(page.getByTestId('preview-failure')).toContainText('Un autre changement de niveau est à venir');
  await expect(page.getByTestId('dialog-submit')).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByTestId('call-off').press('Enter');
  await expect(page.getByTestId('call-off-reason')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('call-off-reason')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Demande retirée');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('Port de Sète garde GOLD')).toBeVisible();
  await expect(page.getByTestId('mark-nextTier')).toHaveCount(0);
  await expect(page.getByTestId('tier-entry')).toHaveCount(1);
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await close();
});

test('a lead says since when BRONZE holds, and the page says when its experts end', async ({ samples: { page } }) => {
  await openCustomers(page);
  await open(page, 'Mutuelle Artois');
  await expect(page.getByTestId('entitlement-line')).toContainText('since when the customer has it is not known');
  await expect(page.getByTestId('tier-assumed')).toContainText('A lead can say it.');
  await be(page, 'lead');
  await page.getByTestId('date-tier').press('Enter');
  await expect(page.getByTestId('date-tier-since')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('date-tier-since')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('today');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByTestId('tier-assumed')).toHaveCount(0);
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await expect(page.getByTestId('entitlement-line')).toContainText(/^Experts: 2 h left, until \d+ \w+/);
});

test('a lead merges a duplicate; its name leads to the customer that stays', async ({ samples: { page } }) => {
  await ask(page, 'ticket:create', p1('Nordlys Energie SA', 'standard'));
  const before = await idOf(page, 'Nordlys Energie SA');
  await openCustomers(page);
  await open(page, 'Nordlys Energie SA');
  await expect(page.getByTestId('merge-customer')).toHaveCount(0);
  await be(page, 'lead');
  await page.getByTestId('merge-customer').press('Enter');
  await expect(page.getByTestId('merge-search')).toBeFocused();
  // Enter does not wait for the answer: the one that it finds is taken.
  await page.keyboard.type('Nordlys');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('merge-preview')).toContainText('1 ticket');
  await expect(page.getByTestId('merge-preview')).toContainText('GOLD');
  await expectNoViolations(page, '[role="dialog"]');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await expect(page.locator('#customer-name')).toHaveText('Nordlys Énergie');
  await expect(page.getByTestId('took-in')).toHaveText('Includes Nordlys Energie SA.');
  expect((await ask(page, 'customer:get', { id: before })).mergedIntoId).toBe(await idOf(page, 'Nordlys Énergie'));
  await page.keyboard.press('3');
  await expect(page.getByTestId('customer-tickets')).toContainText('Nothing starts any more');
});

for (const [language, theme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const) {
  test(`axe finds nothing wrong with the customers, ${language}, ${theme}`, async ({ userData }) => {
    const { page, close } = await start({
      userData,
      args: ['--sample', `--language=${language}`, `--theme=${theme}`, '--size=1366x768'],
    });
    await be(page, 'lead');
    await openCustomers(page);
    await expect(page.getByTestId('customer-row').first()).toBeVisible();
    await expectNoViolations(page, '.customers');
    await open(page, 'Mutuelle Artois');
    await expectNoViolations(page, '.customers');
    await page.keyboard.press('3');
    await expect(page.getByTestId('customer-ticket').first()).toBeVisible();
    await expectNoViolations(page, '.customers');
    await page.keyboard.press('t');
    await expect(page.getByTestId('tier-preview')).toHaveAttribute('data-current', 'true');
    await page.getByTestId('tier-when').getByRole('radio').last().press(' ');
    await page.keyboard.press('Control+Enter');
    await expectNoViolations(page, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Shift+N');
    await expect(page.getByTestId('customer-form-name')).toBeFocused();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('customer-form-name')).toHaveAttribute('aria-invalid', 'true');
    await expectNoViolations(page, '[role="dialog"]');
    await close();
  });
}
