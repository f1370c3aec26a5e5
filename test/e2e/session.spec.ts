import type { Page } from '@playwright/test';
import type { Role } from '../../shared/access/actor.ts';
import { expect, start, test, workAs } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { addCustomer, runFromPalette } from './hours.ts';

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

const become = async (page: Page, role: Role, name = role === 'lead' ? 'Lea' : 'grace'): Promise<void> => {
  await workAs(page, { name, role, level: 'L3' });
  await expect(page.getByTestId('profile-entry')).toContainText(name);
};

const inParis = (atMs: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', ...options }).format(atMs);
/** `24/11/2026`, as people type a day. */
const dayText = (atMs: number): string => inParis(atMs, { day: '2-digit', month: '2-digit', year: 'numeric' });
const timeText = (atMs: number): string => inParis(atMs, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Noon of a Tuesday that is to come, four days from now at least. */
const tuesday = (): number => {
  let atMs = new Date().setUTCHours(11, 0, 0, 0) + 4 * DAY_MS;
  while (new Date(atMs).getUTCDay() !== 2) atMs += DAY_MS;
  return atMs;
};

/** Two experts with the usual week. */
const addExperts = async (page: Page): Promise<void> => {
  for (const name of ['Eva', 'Noa']) {
    const week = Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [[540, 1_080]]]));
    await ask(page, 'expert:save', { name, week, isActive: true });
  }
};

const field = (page: Page, name: string) => page.locator(`[data-field="${name}"]`);
const conflictsOf = (page: Page) => page.getByTestId('session-against').getByTestId('conflict');
const state = (page: Page) => page.getByTestId('session-panel').locator('.session-line').getByTestId('session-state');

const openCoaching = async (page: Page): Promise<void> => {
  await page.getByTestId('coaching-button').press('Enter');
  await expect(page.getByTestId('waiting-list')).toBeVisible();
};

/** Types when and with whom. */
const fillSlot = async (page: Page, day: string, from: string, to: string, expert: string): Promise<void> => {
  await page.getByTestId('slot-day').fill(day);
  await page.getByTestId('slot-start').fill(from);
  await page.getByTestId('slot-end').fill(to);
  await page.getByTestId('session-expert').selectOption(expert);
};

test('what an agent asks for is planned over a warning, confirmed, moved with its series and called off', async ({
  own: { page },
}) => {
  const atMs = tuesday();
  await become(page, 'lead');
  await addCustomer(page, 'Nordlys Énergie');
  await addExperts(page);
  await become(page, 'agent');
  await openCoaching(page);

  await test.step('an agent asks, and cannot plan', async () => {
    await expect(page.getByText('Nobody waits')).toBeVisible();
    await expect(page.getByTestId('plan-session')).toHaveCount(0);
    await page.getByTestId('ask-session').press('Enter');
    await expect(field(page, 'customer')).toBeFocused();
    await page.keyboard.type('nord');
    await expect(page.getByTestId('customer-option').first()).toContainText('Nordlys');
    await page.keyboard.press('Enter');
    await field(page, 'assignment').selectOption('architecture');
    await field(page, 'duration').fill('1h30');
    await page.getByTestId('ask-note').fill('Before the migration');
    // Escape loses nothing.
    await expect
      .poll(async () => (await ask(page, 'draft:list', {})).map(({ body }) => body).join())
      .toContain('Before');
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('ask-form')).toHaveCount(0);
    await expect(page.getByTestId('ask-session')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('ask-restored')).toBeVisible();
    await expect(page.getByTestId('ask-note')).toHaveValue('Before the migration');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('waiting-line')).toContainText('Architecture · 1 h 30');
    await expect(page.getByTestId('waiting-line')).toContainText('asked by grace');
    await expect(page.getByTestId('waiting-plan')).toHaveCount(0);
    expect(await ask(page, 'draft:list', {})).toEqual([]);
  });

  await test.step('a lead plans three of it, outside working hours', async () => {
    await become(page, 'lead');
    await expect(page.locator('#waiting-title')).toContainText('1');
    await page.getByTestId('waiting-list').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByTestId('slot-day')).toBeFocused();
    await expect(page.getByTestId('slot-end')).toHaveValue('+90');
    await fillSlot(page, dayText(atMs), '20:00', '+90', 'Eva');
    await expect(page.getByTestId('slot-told')).toContainText('20:00–21:30');
    await expect(conflictsOf(page).first()).toContainText('outside the expert’s working hours');
    await page.getByTestId('session-repeats').selectOption('1');
    await page.getByTestId('session-count').fill('3');
    await expect(page.getByTestId('occurrence')).toHaveCount(3);
    await expect(page.getByTestId('dialog-submit')).toContainText('Plan all the same');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('session-panel')).toBeFocused();
    await expect(state(page)).toHaveText('Planned');
    await expect(page.getByTestId('session-warned')).toContainText('outside working hours');
    await expect(page.getByTestId('session-series').getByRole('listitem')).toHaveCount(2);
  });

  await test.step('it is confirmed and prepared', async () => {
    await page.keyboard.press('Shift+C');
    await expect(state(page)).toHaveText('Confirmed');
    await page.getByTestId('session-checklist').getByRole('checkbox').first().check();
    await page.getByTestId('session-checklist').getByRole('checkbox').nth(1).check();
    const listed = { fromMs: atMs - DAY_MS, toMs: atMs + DAY_MS, experts: null, customerId: null };
    await expect
      .poll(async () => {
        const [row] = (await ask(page, 'coaching:list', listed)).rows;
        const { checklist } = await ask(page, 'coaching:get', { id: row?.id ?? '' });
        return checklist.filter(({ isDone }) => isDone).length;
      })
      .toBe(2);
  });

  await test.step('a note is written, and taken back', async () => {
    await page.getByTestId('session-panel').focus();
    await page.keyboard.press('e');
    await page.getByTestId('session-note').fill('Bring the plans');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('edit-session')).toHaveCount(0);
    await expect(page.getByTestId('session-panel')).toContainText('Bring the plans');
    await expect(state(page)).toHaveText('Confirmed');
    await page.getByTestId('notice').filter({ hasText: 'changed' }).getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByTestId('session-panel')).toContainText('Before the migration');
    await expect(page.getByTestId('session-panel')).not.toContainText('Bring the plans');
  });

  await test.step('it and later ones begin a quarter of an hour earlier', async () => {
    await page.getByTestId('session-panel').focus();
    await page.keyboard.press('e');
    await expect(page.getByTestId('slot-start')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByTestId('slot-start')).toHaveValue('19:45');
    await expect(page.getByTestId('confirm-again')).toBeVisible();
    await page.getByTestId('session-scope').getByRole('radio', { name: 'this one' }).press('ArrowRight');
    await expect(page.getByTestId('occurrence')).toHaveCount(3);
    await expect(page.getByTestId('dialog-submit')).toContainText('Save all the same');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('edit-session')).toHaveCount(0);
    await expect(page.getByTestId('session-when')).toContainText('19:45–21:15');
    await expect(state(page)).toHaveText('Planned');
    const { rows } = await ask(page, 'coaching:list', {
      ...{ fromMs: atMs - DAY_MS, toMs: atMs + 3 * WEEK_MS, experts: ['Eva'], customerId: null },
    });
    expect(rows.map(({ startMs }) => timeText(startMs ?? 0))).toEqual(['19:45', '19:45', '19:45']);
  });

  await test.step('one of them is called off, with its notice', async () => {
    await page.getByTestId('session-panel').focus();
    await page.keyboard.press('x');
    await expect(page.getByTestId('call-off-notice')).toContainText('days before its start');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Say why')).toBeVisible();
    await page.getByTestId('call-off-reason').fill('Moved to another team');
    const by = page.getByTestId('call-off-by').getByRole('radio');
    await by.nth(1).check();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('session-panel')).toBeFocused();
    await page.keyboard.press('x');
    await expect(page.getByTestId('call-off-reason')).toHaveValue('Moved to another team');
    await expect(by.nth(1)).toBeChecked();
    await by.first().check();
    await page.keyboard.press('Control+Enter');
    await expect(state(page)).toHaveText('Cancelled');
    await expect(page.getByTestId('session-cancelled')).toContainText('Called off by the customer');
    await expect(page.getByTestId('session-cancelled')).toContainText('days before its start');
    await expect(page.getByTestId('session-callOff')).toHaveCount(0);
  });

  await test.step('Escape leaves its page', async () => {
    await page.getByTestId('session-panel').focus();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('session-panel')).toHaveCount(0);
    await expect(page.getByText('Nobody waits')).toBeVisible();
  });
});

test('what blocks a session is told with its reason, and a free slot is taken over', async ({ own: { page } }) => {
  const atMs = tuesday();
  await become(page, 'lead');
  await addExperts(page);
  const other = await addCustomer(page, 'Port de Sète');
  const customerId = await addCustomer(page, 'Nordlys Énergie');
  await ask(page, 'customer:save', { id: customerId, platforms: ['NUP'] });
  await ask(page, 'coaching:plan', {
    ...{ customerId: other, askedId: null, assignment: 'advice', language: 'fr', attendees: [], place: null },
    ...{ link: null, ticketId: null, objectives: null, checklist: null, note: null, expert: 'Eva' },
    ...{ startMs: atMs, endMs: atMs + 3_600_000, recurrence: null, skipsBlocked: false, acceptsWarnings: true },
  });
  await openCoaching(page);
  await page.getByTestId('plan-session').press('Enter');
  await expect(field(page, 'customer')).toBeFocused();
  await page.keyboard.type('nord');
  await expect(page.getByTestId('customer-option').first()).toContainText('Nordlys');
  await page.keyboard.press('Enter');
  await expect(field(page, 'assignment')).toBeFocused();

  // Who takes part goes with the customer.
  await field(page, 'attendees').fill('Jeanne Roux');
  await field(page, 'customer').fill('nordl');
  await expect(field(page, 'attendees')).toHaveValue('');
  await expect(page.getByTestId('customer-option').first()).toContainText('Nordlys');
  await field(page, 'customer').press('Enter');
  await expect(field(page, 'assignment')).toBeFocused();

  // The expert is with somebody else.
  await fillSlot(page, dayText(atMs), timeText(atMs), '+60', 'Eva');
  await expect(conflictsOf(page).first()).toContainText('Blocked: the expert is with Port de Sète then');
  await expect(page.getByTestId('session-refusal')).toBeVisible();
  await expect(page.getByTestId('dialog-submit')).toBeDisabled();
  await page.getByTestId('session-expert').selectOption('Noa');
  await expect(page.getByTestId('session-refusal')).toHaveCount(0);

  // A series leaves out what is blocked.
  await page.getByTestId('session-expert').selectOption('Eva');
  await page.getByTestId('session-repeats').selectOption('1');
  await page.getByTestId('session-count').fill('2');
  await expect(page.locator('[data-stand="blocked"]')).toHaveCount(1);
  await expect(page.getByTestId('dialog-submit')).toBeDisabled();
  await page.getByTestId('skip-blocked').check();
  await expect(page.getByTestId('dialog-submit')).toBeEnabled();
  await page.getByTestId('session-repeats').selectOption('0');

  // A discovery needs the portal, which may be down in a maintenance window.
  const [window] = await ask(page, 'maintenance:list-windows', {
    ...{ fromMs: Date.now() + 2 * DAY_MS, toMs: Date.now() + 40 * DAY_MS, platform: 'NUP', customerId: null },
  });
  if (window === undefined) throw new Error('no maintenance window');
  await field(page, 'assignment').selectOption('discovery');
  await fillSlot(page, dayText(window.startMs), timeText(window.startMs + 3_600_000), '+60', 'Noa');
  await expect(conflictsOf(page).filter({ hasText: 'portal of NUP may be down' })).toBeVisible();
  await expect(page.getByTestId('dialog-submit')).toBeDisabled();

  // One press takes a free slot over.
  const slot = page.getByTestId('free-slot').first();
  const text = (await slot.locator('span').first().textContent()) ?? '';
  await slot.press('Enter');
  await expect(page.getByTestId('slot-told')).toContainText(text);
  await expect(page.getByTestId('session-refusal')).toHaveCount(0);
  await expect(page.getByTestId('dialog-submit')).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('session-panel')).toBeVisible();
  await expect(state(page)).toHaveText('Planned');
  await expect(page.getByTestId('session-when')).toContainText('Noa');
});

test('a session is asked for from a ticket, and from the palette', async ({ samples: { page } }) => {
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  const reference = (await page.locator('.ticket-reference').textContent()) ?? '';
  const customer = (await page.getByTestId('ticket-customer').textContent()) ?? '';
  await page.getByTestId('ticket-ask-coaching').press('Enter');
  await expect(page.getByTestId('ask-form')).toBeVisible();
  await expect(field(page, 'customer')).toHaveValue(customer);
  await expect(field(page, 'customer')).toHaveAttribute('readonly');
  await expect(field(page, 'ticket')).toHaveValue(reference);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('ask-form')).toHaveCount(0);
  await page.getByTestId('customers-button').press('Enter');
  await expect(page.getByTestId('customers-search')).toBeFocused();
  await page.keyboard.type('institut');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await runFromPalette(page, 'Ask for a coaching session');
  await expect(field(page, 'customer')).toHaveValue('Institut Belledonne');
});

for (const theme of ['light', 'dark'] as const) {
  test(`the pages and forms of sessions have nothing that axe finds, ${theme}`, async ({ userData }) => {
    const { page, close } = await start({ userData, args: ['--sample', '--language=fr', `--theme=${theme}`] });
    await become(page, 'lead');
    await openCoaching(page);
    await expect(page.getByTestId('waiting-line')).toHaveCount(2);
    await expectNoViolations(page, '[data-testid="waiting-list"]');
    await page.getByTestId('ask-session').press('Enter');
    await expect(page.getByTestId('ask-form')).toBeVisible();
    await expectNoViolations(page, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await page.getByTestId('waiting-plan').first().press('Enter');
    await fillSlot(page, dayText(tuesday()), '20:00', '+60', 'expert 01');
    await page.getByTestId('session-repeats').selectOption('1');
    await expect(page.getByTestId('occurrence')).toHaveCount(4);
    await expect(page.getByTestId('free-slot').first()).toBeVisible();
    await expectNoViolations(page, '[role="dialog"]');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('session-panel')).toBeFocused();
    await expectNoViolations(page, '[data-testid="session-panel"]');
    await page.keyboard.press('x');
    await expect(page.getByTestId('call-off-session')).toBeVisible();
    await expectNoViolations(page, '[role="dialog"]');
    await close();
  });
}
