import type { Page } from '@playwright/test';
import { expect, start, test, workAs } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import type { Role } from '../../shared/access/actor.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const become = async (page: Page, role: Role, name = role === 'lead' ? 'ada' : 'grace'): Promise<void> => {
  await workAs(page, { name, role, level: 'L1' });
  await expect(page.getByTestId('profile-entry')).toContainText(name);
};

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);

/** A customer of a tier, of which nothing is known yet but that. */
const customerOf = async (page: Page, tier: string) => {
  const { rows } = await ask(page, 'customer:list', { text: '', tier });
  // Samples have work and packs: one who has neither.
  const row = rows.find(
    ({ chargedMin, entitlement: { leftMin, monthlyLeftMin } }) => chargedMin === 0 && leftMin === monthlyLeftMin,
  );
  if (row === undefined) throw new Error(`no customer of ${tier}`);
  return row;
};

/** Opens a ticket of a customer from the palette. */
const openTicketOf = async (page: Page, customer: string) => {
  const { tickets } = await ask(page, 'palette:search', { text: customer });
  const ticket = tickets.find((one) => one.customer === customer && ['new', 'active'].includes(one.state));
  if (ticket === undefined) throw new Error(`no open ticket of ${customer}`);
  await page.keyboard.press('Control+k');
  await page.keyboard.type(ticket.reference);
  await expect(page.getByRole('option', { name: new RegExp(ticket.reference) }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.ticket-reference')).toHaveText(ticket.reference);
  return ticket;
};

/** Logs for a customer by keyboard, from wherever the keys are. */
const openFor = async (page: Page, name: string): Promise<void> => {
  // What was told already may still have its dialog open.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByTestId('audit-button').press('Enter');
  await page.keyboard.press('Shift+L');
  await page.keyboard.type(name.split(' ')[0] ?? '');
  await expect(page.getByTestId('customer-option').first()).toContainText(name);
  await page.keyboard.press('Enter');
  await expect(field(page, 'when')).toBeFocused();
};

const openHours = async (page: Page, name: string): Promise<void> => {
  await page.getByTestId('expertise-button').press('Enter');
  await page.locator('.standing-name', { hasText: name }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('customer-hours')).toBeVisible();
};

/** The tenth of the month before this one, in Paris. */
const lastMonth = (): string => {
  const [year = 0, month = 0] = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' })
    .format(Date.now())
    .split('-')
    .map(Number);
  return new Date(Date.UTC(year, month - 2, 10)).toISOString().slice(0, 10);
};

test('an expert’s day: a timer becomes work, 45 minutes in two presses, and one is taken back', async ({
  samples: { page },
}) => {
  await become(page, 'expert');
  const gold = await customerOf(page, 'gold');
  const ticket = await openTicketOf(page, gold.name);
  await expect(page.getByTestId('ticket-hours')).toContainText('Experts: 2 h left');
  await ask(page, 'timer:start', { ticketId: ticket.id, atMs: Date.now() - 20 * MINUTE });

  await page.getByTestId('timer-log-work').press('Enter');
  await expect(field(page, 'when')).toHaveValue('20');
  await expect(field(page, 'ticket')).toHaveValue(ticket.reference);
  await page.getByTestId('work-assignment').getByLabel('Daily advice').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('work-assignment').getByLabel('Diagnosis')).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press(' ');
  await expect(page.getByTestId('work-fault').getByLabel('the customer’s')).toBeChecked();
  await expect(page.getByTestId('work-charged')).toHaveText('30 min');
  await expect(page.getByTestId('work-rounded')).toContainText('10 min more');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('notice').last()).toContainText(`20 min logged for ${gold.name}: 1 h 30 left`);
  await expect(page.getByTestId('timer-bar')).toHaveCount(0);
  expect(await ask(page, 'timer:get', {})).toBeNull();
  await expect(page.getByTestId('ticket-worked')).toHaveText('Experts: 20 min logged');

  // The ticket that is looked at says for whom: two presses beside the words.
  await page.keyboard.press('Shift+L');
  await page.keyboard.type('45');
  await expect(page.getByTestId('work-preview')).toContainText('Monthly hours');
  await expect(page.getByTestId('work-overlap')).toContainText(gold.name);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('notice').last()).toContainText('45 min logged');
  await expect(page.getByTestId('ticket-worked')).toHaveText('Experts: 1 h 05 logged');

  await openHours(page, gold.name);
  await expect(page.getByTestId('hours-left')).toContainText('45 min');
  await expect(page.getByTestId('work-entry')).toHaveCount(2);
  await page.locator('.work-entry-head').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('work-why')).toContainText('rounded up');
  await page.getByTestId('takeBack').press('Enter');
  await page.keyboard.press('Enter');
  await expect(field(page, 'reason')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Logged twice');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-testid="work-entry"][data-reversed]')).toHaveCount(1);
  await expect(page.getByTestId('work-why')).toContainText('Logged twice');
  await expect(page.locator('[data-reversed] [data-testid="standing"]')).toHaveText('taken back');
  await expect(page.locator('.work-entry-head').first()).toBeFocused();
});

test('opening Expertise chooses nobody’s customer; an arrow does', async ({ samples: { page } }) => {
  await become(page, 'expert');
  await page.getByTestId('expertise-button').press('Enter');
  await expect(page.locator('.standing-name').first()).toBeFocused();
  await page.keyboard.press('Shift+L');
  await expect(field(page, 'customer')).toBeFocused();
  await expect(field(page, 'customer')).toHaveValue('');
  await page.keyboard.press('Escape');
  await page.locator('.standing-name').first().focus();
  await page.keyboard.press('ArrowDown');
  const second = await page.locator('.standing-name').nth(1).textContent();
  await page.keyboard.press('Shift+L');
  await expect(field(page, 'customer')).toHaveValue(second ?? '');
});

test('the last thing logged is undone by its key', async ({ samples: { page } }) => {
  await become(page, 'expert');
  const gold = await customerOf(page, 'gold');
  await openFor(page, gold.name);
  await page.keyboard.type('30');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('notice')).toContainText('30 min logged');
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('notice').last()).toContainText('Taken back');
  const { work } = await ask(page, 'expertise:get-ledger', { customerId: gold.id });
  expect(work.map(({ reversed }) => reversed?.reason)).toEqual(['Entered by mistake']);
});

test('a lead’s approval: work beyond what is left says why, and a lead approves or declines, in French', async ({
  userData,
}) => {
  const { page, close } = await start({ userData, args: ['--sample', '--language=fr'] });
  await become(page, 'expert');
  const gold = await customerOf(page, 'gold');
  await openFor(page, gold.name);
  await page.keyboard.type('2h30');
  await expect(page.getByTestId('work-overage')).toContainText('Dépassement : 30 min');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, 'overageReason')).toBeFocused();
  await expect(field(page, 'overageReason')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Migration urgente');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('notice').last()).toContainText('2 h 30 enregistrés');
  await openFor(page, gold.name);
  await page.keyboard.type('1h');
  await expect(field(page, 'overageReason')).toBeVisible();
  await field(page, 'overageReason').focus();
  await page.keyboard.type('Demande par téléphone');
  await page.keyboard.press('Control+Enter');

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByTestId('expertise-button').press('Enter');
  const pending = page.getByTestId('pending-entry').filter({ hasText: gold.name });
  await expect(pending).toHaveCount(2);
  await expect(page.getByTestId('approve')).toHaveCount(0);
  await become(page, 'lead');
  await pending.getByTestId('approve').first().press('Enter');
  await expect(field(page, 'reason')).toBeFocused();
  await page.keyboard.type('Convenu avec le client');
  await page.keyboard.press('Enter');
  await expect(pending).toHaveCount(1);
  // The keys go on to the next one.
  await expect(page.getByTestId('pending').locator(':focus')).toHaveCount(1);
  await pending.getByTestId('decline').first().press('Enter');
  await expect(field(page, 'reason')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(field(page, 'reason')).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.type('Non prévu au contrat');
  await page.keyboard.press('Enter');
  await expect(pending).toHaveCount(0);
  const { work } = await ask(page, 'expertise:get-ledger', { customerId: gold.id });
  expect(work.map(({ overageState }) => overageState).sort()).toEqual(['approved', 'declined']);
  await openHours(page, gold.name);
  await expect(page.getByTestId('standing')).toHaveText([/dépassement/, /dépassement/]);
  await close();
});

test('what cannot be is refused in words, before it is saved', async ({ samples: { page } }) => {
  await become(page, 'expert');
  const gold = await customerOf(page, 'gold');
  await openFor(page, gold.name);
  const told = page.locator('.work-when .form-told');
  for (const [typed, words] of [
    ['yesterday 15:00-14:00', 'ends before it starts'],
    ['25h', 'More than 24 hours'],
    ['31/12/2098 45', 'has not been done yet'],
  ] as const) {
    await field(page, 'when').fill(typed);
    await expect(told).toContainText(words);
  }
  await field(page, 'when').fill('soon');
  await expect(told).not.toContainText('Not understood');
  await page.keyboard.press('Control+Enter');
  await expect(told).toContainText('Not understood');
  await expect(field(page, 'when')).toBeFocused();
  expect((await ask(page, 'expertise:get-ledger', { customerId: gold.id })).work).toEqual([]);
});

test('what was typed survives Escape, and is kept for whom it was typed', async ({ samples: { page } }) => {
  await become(page, 'expert');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+L');
  await page.keyboard.type('1h15');
  await expect(field(page, 'when')).toHaveValue('1h15');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+L');
  await expect(field(page, 'when')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Shift+L');
  await expect(page.getByTestId('work-restored')).toBeVisible();
  await expect(field(page, 'when')).toHaveValue('1h15');
});

test('a closed month takes nothing until a lead opens it again', async ({ samples: { page } }) => {
  await become(page, 'lead');
  const gold = await customerOf(page, 'gold');
  await page.getByTestId('expertise-button').press('Enter');
  await page.getByTestId('close-month').first().press('Enter');
  await expect(page.getByTestId('ledger-action')).toContainText('Nothing that touches');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('reopen-month').first()).toBeVisible();

  await become(page, 'expert');
  await openFor(page, gold.name);
  await page.keyboard.type(`${lastMonth()} 1h`);
  await expect(page.getByTestId('work-refusal')).toContainText('That month is closed');
  await expect(field(page, 'overageReason')).toBeVisible();
  await field(page, 'overageReason').fill('Noted late');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('work-failure')).toContainText('That month is closed');
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await ask(page, 'draft:get', { key: 'work' }))?.body).toContain('Noted late');

  await become(page, 'lead');
  await page.getByTestId('expertise-button').press('Enter');
  await page.getByTestId('reopen-month').first().press('Enter');
  await page.keyboard.type('An entry was forgotten');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('closing-month').nth(1)).toHaveAttribute('data-state', 'open');
  await become(page, 'expert');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // What was typed then is there again.
  await page.getByTestId('audit-button').press('Enter');
  await page.keyboard.press('Shift+L');
  await expect(page.getByTestId('work-restored')).toBeVisible();
  await expect(field(page, 'when')).toHaveValue(`${lastMonth()} 1h`);
  await expect(page.getByTestId('work-overage')).toBeVisible();
  await expect(page.getByTestId('work-refusal')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('notice').last()).toContainText('1 h logged');
});

test('a pack opens the door to the experts, and the ticket says so', async ({ samples: { page } }) => {
  await become(page, 'agent');
  const plain = await customerOf(page, 'standard');
  await openTicketOf(page, plain.name);
  await expect(page.getByTestId('ticket-hours')).toContainText('No expert:');
  await openHours(page, plain.name);
  await page.getByTestId('add-pack').press('Enter');
  await page.keyboard.type('7h30');
  await expect(page.getByTestId('ledger-action')).toContainText('= 7 h 30');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('hours-left')).toContainText('7 h 30');
  await page.getByTestId('queue-button').press('Enter');
  await expect(page.getByTestId('ticket-hours')).toContainText('7 h 30 left in packs');
  await page.keyboard.press('Shift+X');
  await expect(page.getByTestId('form-engage')).toBeVisible();
  await page.keyboard.type('Sizing of the target platform');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-kind="expertiseEngaged"]')).toContainText('Sizing of the target');
});

for (const [language, theme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const) {
  test(`axe finds nothing wrong with the hours, ${language}, ${theme}`, async ({ userData }) => {
    const { page, close } = await start({
      userData,
      args: ['--sample', `--language=${language}`, `--theme=${theme}`],
    });
    await become(page, 'lead');
    const gold = await customerOf(page, 'gold');
    const bronze = await customerOf(page, 'bronze');
    const nowMs = Math.floor(Date.now() / MINUTE) * MINUTE;
    const since = nowMs - 62 * 24 * HOUR;
    await ask(page, 'customer:date-tier', { id: bronze.id, sinceMs: since, note: null });
    await become(page, 'expert');
    await ask(page, 'expertise:log-work', {
      ...{ customerId: gold.id, expert: null, assignment: 'report', isTimed: true, ticketId: null, note: 'Sizing' },
      ...{ startMs: nowMs - 3 * HOUR, endMs: nowMs, isCustomerFault: null, overageReason: 'Asked for' },
    });
    await openFor(page, gold.name);
    await page.keyboard.type('1h');
    await expect(page.getByTestId('work-overlap')).toBeVisible();
    await expectNoViolations(page, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await become(page, 'lead');
    await page.getByTestId('expertise-button').press('Enter');
    const pending = page.getByTestId('pending-entry').filter({ hasText: gold.name });
    await expect(pending).toBeVisible();
    await expectNoViolations(page);
    await pending.getByTestId('approve').press('Enter');
    await expect(field(page, 'reason')).toBeFocused();
    await expectNoViolations(page, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await openHours(page, gold.name);
    await page.locator('.work-entry-head').first().press('Enter');
    await expect(page.getByTestId('work-why')).toBeVisible();
    await expectNoViolations(page, '[data-testid="customer-hours"]');
    await close();
  });
}
