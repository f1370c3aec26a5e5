import type { Page } from '@playwright/test';
import { expect, start, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { ask } from './ask.ts';
import { addCustomer, becomeLead } from './hours.ts';
import { setWindowTime, startAt } from './other-time.ts';

const HOUR = 3_600_000;
const EN = ['--language=en', '--theme=light'] as const;

const openPlace = async (page: Page): Promise<void> => {
  await page.getByTestId('maintenance-button').press('Enter');
  await expect(page.getByTestId('window-row').first()).toBeVisible();
};

const rowsOf = (page: Page, month: string) => page.getByTestId(`month-${month}`).getByTestId('window-row');

const exceptions = (page: Page) => ask(page, 'maintenance:list-exceptions', {});

test('a month of five Wednesdays: the second has no window, and says so', async ({ userData }) => {
  const { page, close } = await startAt(userData, '2024-01-02T11:00:00Z', EN);
  await openPlace(page);
  const january = rowsOf(page, '2024-01');
  await expect(january).toHaveCount(5);
  await expect(january.nth(0)).toContainText('Wednesday, 3 January');
  await expect(january.nth(0)).toContainText('00:00–06:00');
  await expect(january.nth(0)).toContainText('first Wednesday of the month');
  await expect(january.nth(0)).toContainText('scope to be confirmed');
  await expect(january.nth(0)).toContainText('control plane, vCloud Director portal and API');
  await expect(january.nth(1)).toContainText('Wednesday, 10 January');
  await expect(january.nth(1)).toContainText('No window: second Wednesday of a month that has five');
  for (const [index, day] of [17, 24, 31].entries()) {
    await expect(january.nth(index + 2)).toContainText(`Wednesday, ${day} January`);
    await expect(january.nth(index + 2)).toContainText('three last Wednesdays of the month');
  }
  await expect(rowsOf(page, '2024-02')).toHaveCount(4);
  await expect(rowsOf(page, '2024-04')).toHaveCount(4);
  await expect(page.getByTestId('month-2024-05')).toHaveCount(0);
  await expect(page.getByTestId('next-window')).toContainText('Wednesday, 3 January');
  await expect(page.getByTestId('next-left')).toHaveText('begins in 12 h');
  await expect(page.getByTestId('maintenance-rules')).toContainText('A window never pauses a clock.');
  await expect(page.getByTestId('maintenance-rules')).toContainText('Customers’ VMs keep running.');
  await page.getByTestId('earlier').press('Enter');
  await expect(rowsOf(page, '2023-10')).toHaveCount(4);
  await page.getByTestId('platform-filter').getByRole('radio', { name: 'NUP' }).check();
  await expect(january.nth(0).locator('.platform')).toHaveText(['NUP']);
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('maintenance-screen')).toHaveCount(0);
  await close();
});

test('the banner: from the day before, put away until it begins, back while it lasts', async ({ userData }) => {
  // Wednesday 25 November 2026, 00:00 in Paris.
  const startMs = Date.parse('2026-11-24T23:00:00Z');
  const { page, close } = await startAt(userData, '2026-11-23T22:59:00Z', EN);
  const banner = page.getByTestId('maintenance-banner');
  await setWindowTime(page, startMs - 24 * HOUR + 5_000);
  await expect(banner).toContainText('Maintenance of NGP and NUP ahead');
  await expect(banner).toContainText('Wed 25 Nov 00:00–06:00');
  await expect(banner).toContainText('May be unavailable: control plane, vCloud Director portal and API.');
  await expect(page.getByTestId('banner-left')).toHaveText('begins in 24 h');
  await setWindowTime(page, startMs - 24 * HOUR - 60_000);
  await expect(banner).toHaveCount(0);
  await setWindowTime(page, startMs - 24 * HOUR + 5_000);
  await expect(banner).toHaveCount(1);
  await expectNoViolations(page, '.place');
  await setWindowTime(page, startMs - 12 * 60_000 + 5_000);
  await expect(page.getByTestId('banner-left')).toHaveText('begins in 12 min');
  await page.getByTestId('banner-open').press('Enter');
  await expect(page.getByTestId('maintenance-screen')).toBeVisible();
  await page.getByTestId('banner-put-away').press('Enter');
  await expect(banner).toHaveCount(0);
  await expect(page.locator('.maint-main')).toBeFocused();

  await setWindowTime(page, startMs - 1_500);
  await expect(banner).toContainText('Maintenance of NGP and NUP under way');
  await expect(page.getByTestId('banner-left')).toHaveText('ends in 6 h');
  await expect(page.getByTestId('banner-put-away')).toHaveCount(0);
  await expect(page.getByTestId('next-window')).toContainText('Under way');
  await expectNoViolations(page, '.place');
  await ask(page, 'app:set-preferences', { theme: 'dark' });
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expectNoViolations(page, '.place');
  await setWindowTime(page, startMs + 6 * HOUR - 1_500);
  await expect(banner).toHaveCount(0);
  await close();
});

test('a lead cancels, moves, adds and revokes by keyboard; everybody reads it, nobody else may', async ({
  userData,
}) => {
  const { page, close } = await startAt(userData, '2026-11-23T09:00:00Z', EN);
  await becomeLead(page);
  const nordlys = await addCustomer(page, 'Nordlys');
  await openPlace(page);
  const december = rowsOf(page, '2026-12');
  await expect(december).toHaveCount(5);

  // What is left of one platform's form is not the other's.
  const platforms = page.getByTestId('platform-filter');
  await platforms.getByRole('radio', { name: 'NUP' }).check();
  await december.nth(0).getByTestId('window-cancelled').press('Enter');
  await expect(page.getByTestId('exception-reason')).toBeFocused();
  await page.keyboard.type('Only NUP');
  await page.keyboard.press('Escape');
  await platforms.getByRole('radio', { name: 'NGP' }).check();
  await december.nth(0).getByTestId('window-cancelled').press('Enter');
  await expect(page.getByTestId('exception-reason')).toHaveValue('');
  await expect(page.getByTestId('exception-platforms-NGP')).toBeChecked();
  await page.keyboard.press('Escape');
  await platforms.getByRole('radio').first().check();

  await december.nth(0).getByTestId('window-cancelled').press('Enter');
  await expect(page.getByTestId('exception-reason')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Say why: others rely on it.')).toBeVisible();
  await page.keyboard.type('Freeze');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('exception-form')).toHaveCount(0);
  await expect(december.nth(0)).toHaveAttribute('data-kind', 'gone');
  await expect(december.nth(0).locator('s').first()).toHaveText('Wednesday, 2 December');
  await expect(december.nth(0)).toContainText('Cancelled');
  await expect(december.nth(0)).toContainText('Freeze');

  const third = december.filter({ hasText: '16 December' });
  await third.getByTestId('window-moved').press('Enter');
  await expect(page.getByTestId('exception-from')).toBeFocused();
  await page.getByTestId('exception-reason').fill('A vendor asked');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The window is then already: choose another time.')).toBeVisible();
  await page.getByTestId('exception-platforms-NGP').uncheck();
  await page.getByTestId('exception-from').fill('17/12/2026 1:00');
  await page.getByTestId('exception-until').fill('17/12/2026 0:30');
  await expect(page.getByText('It ends before it begins.')).toBeVisible();
  await page.getByTestId('exception-until').fill('17/12/2026 4:00');
  await expectNoViolations(page, '[role="dialog"]');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('exception-form')).toHaveCount(0);
  await expect(third.filter({ hasText: 'Moved to Thu 17 Dec 01:00' }).locator('.platform')).toHaveText(['NUP']);
  const held = december.filter({ hasText: 'Thursday, 17 December' });
  await expect(held).toContainText('01:00–04:00');
  await expect(held).toContainText('Moved from Wed 16 Dec 00:00');

  await page.getByTestId('add-window').press('Enter');
  await page.getByTestId('exception-from').fill('21/12/2026 20:00');
  await page.getByTestId('exception-until').fill('21/12/2026 22:00');
  await page.getByTestId('exception-reason').fill('Only they asked');
  const customer = page.locator('[data-field="exception-customer"]');
  await customer.fill('nordl');
  await page.getByTestId('exception-customer-option').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choose a customer of the list, or none.')).toBeVisible();
  await customer.press('Enter');
  await expect(customer).toHaveValue('Nordlys');
  await page.keyboard.press('Control+Enter');
  await expect(december.filter({ hasText: 'Monday, 21 December' })).toContainText('for Nordlys only');

  expect(await exceptions(page)).toMatchObject([
    { kind: 'added', customerId: nordlys, revoked: null },
    { kind: 'moved', platforms: ['NUP'], recordedBy: 'Lea' },
    { kind: 'cancelled', reason: 'Freeze' },
  ]);
  const listed = page.getByTestId('exception');
  await expect(listed).toHaveCount(3);
  await listed.last().getByTestId('revoke').press('Enter');
  await page.keyboard.type('No freeze after all');
  await page.keyboard.press('Control+Enter');
  await expect(listed.last()).toContainText('No freeze after all');
  await expect(december.nth(0)).toHaveAttribute('data-kind', 'held');
  await expectNoViolations(page, '.maintenance');

  await ask(page, 'app:set-preferences', { me: { name: 'Eva', role: 'expert', level: 'L3' } });
  await expect(page.getByTestId('maintenance-role')).toContainText('Only a lead');
  await expect(page.getByTestId('add-window')).toHaveCount(0);
  await expect(page.getByTestId('window-moved')).toHaveCount(0);
  await expect(page.getByTestId('revoke')).toHaveCount(0);
  await expect(listed).toHaveCount(3);
  const again = { startMs: Date.parse('2026-12-28T00:00:00Z'), endMs: Date.parse('2026-12-28T02:00:00Z') };
  await expect(
    ask(page, 'maintenance:save-exception', {
      ...{ kind: 'added', ...again, platforms: ['NUP'], reason: 'x', customerId: null },
    }),
  ).rejects.toThrow('access/role');
  await close();
});

test('rules written in a draft change its preview, and the list from their date on', async ({ userData }) => {
  const { page, close } = await startAt(userData, '2026-11-23T09:00:00Z', [
    ...['--language=fr', '--theme=dark', '--size=1366x768'],
  ]);
  await becomeLead(page);
  await openPlace(page);
  await expect(rowsOf(page, '2027-01').first()).toContainText('00:00–06:00');
  await page.getByTestId('to-rules').press('Enter');
  await expect(page.getByTestId('maintenance-form')).toContainText('trois derniers mercredis du mois');
  const preview = page.getByTestId('maintenance-preview').getByRole('listitem');
  await expect(preview.first()).toContainText('25 novembre');
  await page.getByTestId('policy-edit').press('Enter');
  await expect(page.getByTestId('rule-0-rule')).toBeFocused();
  await page.getByTestId('rule-0-start').fill('minuit');
  await expect(page.getByTestId('policy-tab-maintenance')).toContainText('1 à corriger');
  await expect(page.getByTestId('maintenance-preview').getByRole('listitem')).toHaveCount(0);
  await page.getByTestId('rule-0-start').fill('2h');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('rule-0-start')).toHaveValue('02:00');
  await page.getByTestId('rule-0-platform-NGP').uncheck();
  await page.getByTestId('rule-0-scope').selectOption('confirmed');
  await page.getByTestId('rule-0-impact').fill('Prévenir la veille');
  await page.getByTestId('rule-1-remove').press('Enter');
  await page.getByTestId('policy-when').getByRole('radio').first().press('ArrowRight');
  await page.getByTestId('policy-from').fill('1/1/2027 0:00');
  await expect(preview).toHaveText([/6 janvier.*02:00–06:00.*NUP/s, /3 février.*NUP/s, /3 mars.*NUP/s]);
  await expectNoViolations(page, '.settings');
  await page.getByTestId('policy-preview').press('Enter');
  await expect(page.getByTestId('policy-result')).toBeVisible({ timeout: 30_000 });
  await page.getByTestId('policy-save').press('Enter');
  await expect(page.getByTestId('policy-version-0')).toBeVisible({ timeout: 30_000 });

  await openPlace(page);
  await expect(rowsOf(page, '2026-12')).toHaveCount(5);
  await expect(rowsOf(page, '2026-12').nth(0)).toContainText('00:00–06:00');
  const january = rowsOf(page, '2027-01');
  await expect(january.nth(0)).toContainText('02:00–06:00');
  await expect(january.nth(0)).toContainText('Prévenir la veille');
  await expect(january.nth(0)).not.toContainText('périmètre à confirmer');
  await expect(january.nth(0).locator('.platform')).toHaveText(['NUP']);
  await expect(january.nth(1)).toContainText('Pas de fenêtre d’après les règles');
  await expectNoViolations(page, '.maintenance');
  await close();
});

test('a ticket about the portal that is opened within a window says so; its clock runs on', async ({ userData }) => {
  const { page, close } = await startAt(userData, '2026-11-25T01:00:00Z', EN);
  const create = async (title: string): Promise<void> => {
    await ask(page, 'ticket:create', {
      ...{ customer: 'Nordlys', title, description: null, category: 'incident', isBeta: false },
      ...{ priority: 'P1', impact: 'high', urgency: 'high', priorityReason: null, channel: 'phone', language: 'en' },
      ...{
        platform: 'NGP',
        requester: null,
        contact: null,
        assignee: null,
        reportedAtMs: null,
        newCustomerTier: 'gold',
      },
    });
  };
  await create('vCD portal does not answer');
  const row = page.getByTestId('queue-row').filter({ hasText: 'vCD portal' });
  await row.click();
  const mark = page.getByTestId('ticket-maintenance');
  await expect(mark).toContainText('Opened during a maintenance window of NGP');
  await expect(mark).toContainText('Wed 25 Nov 00:00–06:00');
  await expect(mark).toContainText('The clock is not paused.');
  await expect(page.getByTestId('ticket-detail')).not.toContainText('paused since');
  await expectNoViolations(page, '[data-testid="ticket-detail"]');
  await close();
});

test('a foreign machine reads both times', async ({ userData }) => {
  test.skip(process.platform === 'win32', 'the zone of a process is an environment variable elsewhere alone');
  const zone = process.env['TZ'];
  process.env['TZ'] = 'America/New_York';
  const { page, close } = await start({ userData, args: EN });
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
  await openPlace(page);
  const held = page.locator('[data-testid="window-row"][data-kind="held"]').first();
  await expect(held).toContainText(/00:00–06:00 CES?T/);
  await expect(held).toContainText(/Tue \d+, 1[78]:00–(23|00):00 where you are \(America\/New_York\)/);
  await close();
});
