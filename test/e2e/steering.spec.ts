import type { Page } from '@playwright/test';
import type { Role } from '../../shared/access/actor.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { expect, start, test, workAs } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { addCustomer, becomeLead, fillLastMonth, lastMonth, runFromPalette } from './hours.ts';

const DAY_MS = 86_400_000;

const become = async (page: Page, name: string, role: Role): Promise<void> => {
  await workAs(page, { name, role, level: 'L1' });
  await expect(page.getByTestId('profile-entry')).toContainText(name);
};

const closeLastMonth = async (page: Page): Promise<void> => {
  const now = new Date();
  await ask(page, 'expertise:close-month', { month: now.getUTCFullYear() * 12 + now.getUTCMonth() - 1 });
};

const work = (customerId: number, day: number) => ({
  ...{ customerId, expert: null, assignment: 'advice' as const, isTimed: true, ticketId: null, note: 'sizing' },
  ...{ startMs: lastMonth(day, 8), endMs: lastMonth(day, 9), isCustomerFault: null, overageReason: null },
});

const askFor = (page: Page, customerId: number, day: number) =>
  ask(page, 'steering:ask', { order: { kind: 'logWork', work: work(customerId, day) }, reason: 'it was forgotten' });

const approvals = (page: Page) => page.getByTestId('approvals');
const chosen = (page: Page) => page.locator('.approval[aria-current]');
const openApprovals = async (page: Page): Promise<void> => {
  await page.getByTestId('wall-button').press('Enter');
  await expect(page.getByTestId('steering-approvals')).toBeVisible();
  await page.keyboard.press('Shift+O');
  await expect(chosen(page)).toBeFocused();
};
const chargedOf = async (page: Page, customerId: number): Promise<number> =>
  (await ask(page, 'expertise:get-ledger', { customerId })).work
    .filter(({ reversed }) => reversed === null)
    .reduce((sum, { chargedMin }) => sum + chargedMin, 0);

test('an expert asks for what a closed month refuses, a lead sees what it changes, approves, and undoes', async ({
  own: { page },
}) => {
  await becomeLead(page);
  const customerId = await addCustomer(page, 'Clinique du Lac');
  await closeLastMonth(page);
  await become(page, 'eva', 'expert');
  await page.getByTestId('audit-button').press('Enter');
  await page.keyboard.press('Shift+L');
  await page.keyboard.type('Clinique');
  await expect(page.getByTestId('customer-option').first()).toContainText('Clinique du Lac');
  await page.keyboard.press('Enter');
  const when = page.locator('[data-field="when"]');
  await expect(when).toBeFocused();
  const day = new Date(lastMonth(12, 8)).toISOString().slice(0, 10);
  await page.keyboard.type(`${day} 10:00-11:00`);
  await expect(page.getByTestId('work-refusal')).toContainText('ask a lead to approve it');
  await page.getByTestId('ask-send').press('Enter');
  await expect(page.getByTestId('ask-reason')).toBeFocused();
  await page.keyboard.type('forgotten before the closing');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('notice').last()).toContainText('Sent to the leads: Clinique du Lac');
  await expect(page.getByTestId('work-form')).toHaveCount(0);
  expect(await chargedOf(page, customerId)).toBe(0);

  await become(page, 'lea', 'lead');
  await page.getByTestId('wall-button').press('Enter');
  await expect(page.getByTestId('steering-count-approvals')).toHaveText('1');
  await openApprovals(page);
  const detail = page.getByTestId('approval-detail');
  await expect(detail).toContainText('forgotten before the closing');
  await expect(page.getByTestId('changed-months')).toContainText('closed');
  await expect(page.getByTestId('changed-statements')).toContainText('The statement of');
  await page.keyboard.press('a');
  await expect(page.getByTestId('notice').last()).toContainText('Approved and recorded: Clinique du Lac');
  await expect(approvals(page)).toContainText('Nothing waits for your decision.');
  expect(await chargedOf(page, customerId)).toBe(60);
  const [entry] = (await ask(page, 'expertise:get-ledger', { customerId })).work;
  expect(entry).toMatchObject({ expert: 'eva', recordedBy: 'eva', approvedBy: 'lea' });

  await page.keyboard.press('Escape');
  await expect(approvals(page)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('notice').last()).toContainText('the request waits again');
  expect(await chargedOf(page, customerId)).toBe(0);
  await openApprovals(page);
  await page.keyboard.press('r');
  await expect(page.getByTestId('decision-reason')).toBeFocused();
  await page.keyboard.type('order a pack');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(page.getByTestId('notice').last()).toContainText('Request refused: Clinique du Lac');
  await page.keyboard.press('Escape');

  await become(page, 'eva', 'expert');
  await runFromPalette(page, 'Approvals and requests');
  await expect(approvals(page)).toContainText('None of your requests waits.');
  await page.getByRole('tab', { name: 'Decided' }).click();
  await expect(page.getByTestId('request-decided')).toContainText('order a pack');
});

test('overage is decided in the same list, and each decision goes on to the next by itself', async ({
  own: { page },
}) => {
  await becomeLead(page);
  const first = await addCustomer(page, 'Atelier');
  const second = await addCustomer(page, 'Belledonne');
  await become(page, 'Ada', 'expert');
  await ask(page, 'expertise:log-work', {
    ...work(first, 10),
    ...{ endMs: lastMonth(10, 11), overageReason: 'the migration could not wait' },
  });
  await becomeLead(page);
  await closeLastMonth(page);
  await become(page, 'eva', 'expert');
  await askFor(page, second, 12);
  await become(page, 'lea', 'lead');
  await openApprovals(page);
  await expect(page.getByTestId('approval')).toHaveCount(2);
  await expect(chosen(page)).toContainText('Overage');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toContainText('Closed month');
  await expect(chosen(page)).toBeFocused();
  await expect(page.getByTestId('changed-months')).toBeVisible();
  await page.keyboard.press('a');
  await expect(page.getByTestId('approval')).toHaveCount(1);
  await expect(chosen(page)).toBeFocused();
  await page.keyboard.press('a');
  await expect(page.getByTestId('decision-reason')).toBeFocused();
  await expect(approvals(page)).toContainText('Say why');
});

test('a call of long ago is asked for from its form, and recorded as of then once a lead approves', async ({
  samples: { page },
}) => {
  const { rows } = await ask(page, 'queue:get-page', {
    ...{ filter: { ...EMPTY_FILTER, view: 'open' }, sort: { by: 'opened', isDescending: false }, offset: 0, limit: 50 },
  });
  const row = rows.find(({ openedAtMs }) => openedAtMs < Date.now() - 10 * DAY_MS);
  if (row === undefined) throw new Error('no ticket was opened long ago');
  await become(page, 'ann', 'agent');
  await runFromPalette(page, row.reference);
  await expect(page.locator('.ticket-reference')).toHaveText(row.reference);
  await page.keyboard.press('o');
  const form = page.getByTestId('form-call');
  await form.locator('textarea').first().fill('The tunnel is back');
  await form
    .locator('[data-field="at"]')
    .fill(new Date(Date.now() - 9 * DAY_MS).toISOString().slice(0, 16).replace('T', ' '));
  await page.keyboard.press('Control+Enter');
  await expect(form.getByRole('alert')).toContainText('longer ago than agents record by themselves');
  await form.getByTestId('ask-reason').fill('the line was down');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('notice').last()).toContainText(`Sent to the leads: ${row.reference}`);
  await expect(form).toHaveCount(0);

  await become(page, 'lea', 'lead');
  await openApprovals(page);
  const request = page.getByTestId('approval').filter({ hasText: row.reference });
  await request.click();
  await expect(page.getByTestId('changed-ticket')).toBeVisible();
  await request.press('a');
  await expect(page.getByTestId('notice').last()).toContainText(`Approved and recorded: ${row.reference}`);
  const { events } = await ask(page, 'ticket:get-detail', { id: row.id });
  expect(events.filter(({ kind, actor }) => kind === 'responded' && actor === 'ann')).toMatchObject([
    { payload: { approvedBy: 'lea', text: 'The tunnel is back' } },
  ]);
});

test('escalations wait until a lead acknowledges them, by key, with an undo, and on the ticket', async ({
  samples: { page },
}) => {
  await become(page, 'lea', 'lead');
  await page.getByTestId('wall-button').press('Enter');
  const count = page.getByTestId('steering-count-escalations');
  await expect(count).not.toHaveText('0');
  const before = Number(await count.textContent());
  await page.keyboard.press('Shift+Z');
  const lines = page.getByTestId('escalation');
  await expect(lines.first().locator('.escalation-open')).toBeFocused();
  const reference = (await lines.first().locator('strong').textContent()) ?? '';
  // With Caps Lock, and held: it is the one with the keys, and no other.
  await page.keyboard.down('A');
  await expect(page.getByTestId('notice').last()).toContainText('Acknowledged');
  await expect(lines).toHaveCount(before - 1);
  await expect(lines.first().locator('.escalation-open')).toBeFocused();
  await page.keyboard.down('A');
  await page.keyboard.up('A');
  expect((await ask(page, 'steering:list-escalations', {})).escalations).toHaveLength(before - 1);
  await page.keyboard.press('Escape');
  await expect(count).toHaveText(String(before - 1));
  await page.keyboard.press('Control+z');
  await expect(count).toHaveText(String(before));

  await runFromPalette(page, reference);
  await expect(page.locator('.ticket-reference')).toHaveText(reference);
  await page.keyboard.press('Shift+V');
  const event = page.locator('[data-testid="timeline-event"][data-kind="acknowledged"]').first();
  await expect(event).toContainText('A lead knows of it');
  await page.keyboard.press('Shift+V');
  await expect(page.getByTestId('notice').last()).toContainText('nothing new for a lead to acknowledge');
});

test('somebody is informed of a ticket: a mail to send, and a note of it', async ({ own: { page, app } }) => {
  await becomeLead(page);
  const customerId = await addCustomer(page, 'Nordlys');
  await ask(page, 'customer:save-contact', {
    id: customerId,
    contact: {
      ...{ contactId: null, name: 'Ines', role: 'technical', email: 'ines@example.com', phone: null, language: null },
    },
  });
  const { row } = await ask(page, 'ticket:create', {
    ...{ customer: 'Nordlys', title: 'VPN down', description: null, category: 'incident', isBeta: false },
    ...{ priority: 'P3', impact: null, urgency: null, priorityReason: null, channel: 'phone', language: 'en' },
    ...{ platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: null },
  });
  await app.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      Reflect.set(globalThis, 'opened', url);
      return Promise.resolve();
    };
  });
  await runFromPalette(page, row.reference);
  await expect(page.locator('.ticket-reference')).toHaveText(row.reference);
  await page.keyboard.press('Shift+M');
  const form = page.getByTestId('form-inform');
  await expect(form.locator('[data-field="to"]')).toBeFocused();
  await page.keyboard.type('ines');
  await expect(form.getByRole('option')).toContainText('ines@example.com');
  await page.keyboard.press('Enter');
  await form.locator('textarea').fill('We are on it.');
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  const url = decodeURIComponent(String(await app.evaluate(() => Reflect.get(globalThis, 'opened'))));
  expect(url).toContain(`mailto:ines@example.com?subject=[${row.reference}] VPN down`);
  const note = page.locator('[data-testid="timeline-event"][data-kind="commented"]');
  await expect(note).toContainText('Message prepared for ines@example.com');
  await expect(note).toContainText('We are on it.');
});

test('a level is rebalanced as one step, line by line as the lead wants, and undone as one', async ({
  samples: { page },
}) => {
  await become(page, 'lea', 'lead');
  const openOf = async (): Promise<Map<string, number>> => {
    const { people } = await ask(page, 'steering:preview-moves', {
      ...{ level: 'L1', away: [], movesP1: false, sharesUnassigned: false },
    });
    return new Map(people.map(({ name, open }) => [name, open]));
  };
  const before = await openOf();
  await page.keyboard.press('Shift+B');
  const dialog = page.getByTestId('rebalance');
  await expect(dialog).toHaveAttribute('data-ready', 'true');
  await expect(dialog.getByRole('radio', { name: 'Level 1' })).toBeFocused();
  const moves = page.getByTestId('move');
  const count = await moves.count();
  expect(count).toBeGreaterThan(1);
  await moves.first().getByRole('combobox').selectOption({ label: 'stays where it is' });
  await expect(dialog).toHaveAttribute('data-ready', 'true');
  await expect(page.getByTestId('rebalance-run')).toContainText(
    count - 1 === 1 ? 'one ticket' : `${count - 1} tickets`,
  );
  await page.getByTestId('rebalance-run').press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByTestId('notice').last()).toContainText(`${count - 1}`);
  const spread = (loads: Map<string, number>) => Math.max(...loads.values()) - Math.min(...loads.values());
  expect(spread(await openOf())).toBeLessThan(spread(before));
  await page.keyboard.press('Control+z');
  await expect.poll(openOf).toEqual(before);

  const [leaver = ''] = [...before].find(([, open]) => open > 1) ?? [];
  await page.keyboard.press('Shift+B');
  await expect(dialog).toHaveAttribute('data-ready', 'true');
  await page.getByRole('checkbox', { name: `${leaver} takes tickets` }).uncheck();
  await expect(page.getByTestId('load').filter({ hasText: leaver })).toContainText('left out');
  const { total } = await ask(page, 'queue:list-ids', {
    filter: { ...EMPTY_FILTER, view: 'open', levels: ['L1'], assignees: [leaver] },
    sort: { by: 'due', isDescending: false },
  });
  expect(total).toBe(before.get(leaver));
});

for (const [language, theme] of [
  ['en', 'light'],
  ['fr', 'dark'],
] as const) {
  test(`axe finds nothing wrong with steering, ${language}, ${theme}`, async ({ userData }) => {
    const args = ['--sample', `--language=${language}`, `--theme=${theme}`];
    const { page, close } = await start({ userData, args });
    await becomeLead(page);
    const customerId = await addCustomer(page, 'Clinique');
    await fillLastMonth(page, customerId);
    await closeLastMonth(page);
    await become(page, 'eva', 'expert');
    const withReason = { ...work(customerId, 20), overageReason: 'it could not wait' };
    await ask(page, 'steering:ask', { order: { kind: 'logWork', work: withReason }, reason: 'late' });
    await become(page, 'lea', 'lead');
    await openApprovals(page);
    await page.getByTestId('approval').last().click();
    await expect(page.getByTestId('changed-months')).toBeVisible();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await expect(approvals(page)).toHaveCount(0);
    await page.keyboard.press('Shift+Z');
    await expect(page.getByTestId('escalation').first()).toBeVisible();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('escalations')).toHaveCount(0);
    await page.keyboard.press('Shift+B');
    await expect(page.getByTestId('rebalance')).toHaveAttribute('data-ready', 'true');
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await close();
  });
}
