import { becomeLead, expect, start, test } from './app.ts';
import { ask } from './ask.ts';

/** How long after the start the month ends, by the core's clock. */
const BEFORE_END_MS = 40_000;

/** Midnight in Paris on the first of the next month. */
const nextMonthMs = (): number => {
  const paris = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', year: 'numeric', month: 'numeric' });
  const parts = Object.fromEntries(paris.formatToParts(Date.now()).map(({ type, value }) => [type, Number(value)]));
  const utcMs = Date.UTC(parts['year'] ?? 0, parts['month'] ?? 0, 1);
  const hour = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Paris', hour: 'numeric', hourCycle: 'h23' });
  return utcMs - Number(hour.format(utcMs)) * 3_600_000;
};

test('a month ends while the application runs: tiers follow, tickets are told, unused hours expire', async ({
  userData,
}) => {
  test.setTimeout(120_000);
  const endMs = nextMonthMs();
  const offset = `--clock-offset-ms=${endMs - BEFORE_END_MS - Date.now()}`;
  const { page, close } = await start({ userData, args: ['--language=en', '--theme=light', offset] });
  await becomeLead(page);
  const sinceMs = endMs - 200 * 86_400_000;
  const leaving = (await ask(page, 'customer:save', { id: null, name: 'Leaving', tier: 'gold', sinceMs })).row.id;
  const staying = (await ask(page, 'customer:save', { id: null, name: 'Staying', tier: 'silver', sinceMs })).row.id;
  const { row: ticket } = await ask(page, 'ticket:create', {
    ...{ customer: 'Leaving', title: 'Portal down', description: null, category: 'incident', isBeta: false },
    ...{ priority: 'P1', impact: 'high', urgency: 'high', priorityReason: null, channel: 'phone', language: 'en' },
    ...{ platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: null },
  });
  const worked = { startMs: endMs - 7_200_000, endMs: endMs - 5_400_000, isTimed: true, ticketId: null, note: null };
  await ask(page, 'expertise:log-work', {
    ...{ customerId: staying, expert: null, assignment: 'advice', isCustomerFault: null, overageReason: null },
    ...worked,
  });
  const order = { askedBy: 'Ada', askedAtMs: sinceMs, channel: 'support', note: null } as const;
  await ask(page, 'customer:change-tier', { id: leaving, tier: 'standard', effectiveAtMs: null, ...order });

  await page.getByTestId('customers-button').click();
  const row = (name: string) => page.getByTestId('customer-row').filter({ hasText: name });
  await expect(row('Leaving')).toContainText('gold');
  await expect(row('Leaving').getByTestId('mark-nextTier')).toBeVisible();
  await expect(row('Staying')).toContainText('1 h 30 left');

  await expect(row('Leaving')).toContainText('standard', { timeout: BEFORE_END_MS + 20_000 });
  await expect(row('Leaving').getByTestId('mark-nextTier')).toHaveCount(0);
  await expect(row('Leaving')).toContainText('no experts');
  await expect(row('Staying')).toContainText('2 h left');
  const { row: after } = await ask(page, 'ticket:get-detail', { id: ticket.id });
  expect(after.tier).toBe('standard');
  const { months } = await ask(page, 'expertise:get-ledger', { customerId: staying });
  expect(months.at(-2)).toMatchObject({ chargedMin: 30, expiredMin: 90 });
  await close();
});
