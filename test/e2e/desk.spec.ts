import type { Page } from '@playwright/test';
import type { Role } from '../../shared/access/actor.ts';
import type { Level } from '../../shared/ticket/ticket.ts';
import { expect, test, workAs } from './app.ts';

const detail = (page: Page) => page.getByTestId('ticket-detail');
const event = (page: Page, kind: string) => detail(page).locator(`[data-testid="timeline-event"][data-kind="${kind}"]`);

/** Lists what a typed filter lets through and opens the first of it; gives its reference. */
const openFirstOf = async (page: Page, filter: string): Promise<string> => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  await page.keyboard.type(`${filter} `);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('queue-table')).toBeFocused();
  // The list follows what was typed once the typing rests.
  await expect(page.getByTestId('queue-table')).toHaveAttribute('data-filter', filter);
  await expect(page.getByTestId('queue-row').first()).toBeVisible();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(detail(page).getByTestId('ticket-facts')).toBeVisible();
  return (await detail(page).locator('.ticket-reference').textContent()) ?? '';
};

const become = (page: Page, role: Role, level: Level): Promise<void> => workAs(page, { name: 'ada', role, level });

const typeAll = async (page: Page, texts: readonly string[]): Promise<void> => {
  for (const [i, text] of texts.entries()) {
    if (i > 0) await page.keyboard.press('Tab');
    if (text !== '') await page.keyboard.type(text);
  }
  await page.keyboard.press('Control+Enter');
};

test('an escalation waits in the inbox of its level, comes back with a reason, and is accepted', async ({
  samples: { page },
}) => {
  await become(page, 'agent', 'L1');
  const reference = await openFirstOf(page, 'level:l1 state:active');
  await page.keyboard.press('e');
  await expect(page.getByTestId('form-escalate')).toBeVisible();
  await typeAll(page, ['Needs the network team', 'Restarted the edge', 'Trace of the edge', 'Look at the uplink']);
  await expect(detail(page).getByTestId('escalation-pending')).toBeVisible();
  await expect(event(page, 'escalated')).toContainText('Look at the uplink');

  await become(page, 'agent', 'L2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+4');
  await expect(page.getByTestId('queue-row').filter({ hasText: reference })).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('b');
  await expect(page.getByTestId('form-return')).toBeVisible();
  await typeAll(page, ['The uplink is fine: ask for the browser trace first']);
  await expect(event(page, 'escalationReturned')).toContainText('ask for the browser trace');
  await expect(detail(page).getByTestId('escalation-pending')).toHaveCount(0);

  await page.keyboard.press('e');
  await expect(page.getByTestId('form-escalate')).toBeVisible();
  await typeAll(page, ['Trace shows a reset', 'Asked for the trace', '', 'Look at the load balancer']);
  await expect(detail(page).getByTestId('escalation-pending')).toBeVisible();
  await page.keyboard.press('Shift+E');
  await expect(event(page, 'escalationAccepted')).toHaveCount(1);
  await expect(detail(page).getByTestId('fact-level')).toContainText('Level 2');
});

test('Cloud Expertise is another door: the page says what would open it, and a lead opens it', async ({
  samples: { page },
}) => {
  await become(page, 'agent', 'L1');
  await openFirstOf(page, 'tier:standard state:active');
  await page.keyboard.press('Shift+X');
  await expect(page.getByTestId('not-entitled')).toContainText(/SILVER/);
  await page.keyboard.press('Escape');
  await expect(event(page, 'expertiseEngaged')).toHaveCount(0);
  await become(page, 'lead', 'L1');
  await page.keyboard.press('Shift+X');
  await expect(page.getByTestId('form-engage')).toBeVisible();
  await typeAll(page, ['An exception: sizing before the migration']);
  await expect(event(page, 'expertiseEngaged')).toContainText('An exception');
  await become(page, 'agent', 'L1');

  await openFirstOf(page, 'tier:gold state:active');
  await page.keyboard.press('Shift+X');
  await expect(page.getByTestId('form-engage')).toBeVisible();
  await typeAll(page, ['Sizing of the cluster after the incident']);
  await expect(event(page, 'expertiseEngaged')).toContainText('Sizing of the cluster');
});

test('a ticket is merged into another and taken out again; both keep what happened to them', async ({
  samples: { page },
}) => {
  const kept = await openFirstOf(page, 'priority:p2 state:active');
  const merged = await openFirstOf(page, 'priority:p3 state:active');
  await page.keyboard.press('g');
  await expect(page.getByTestId('form-merge')).toBeVisible();
  await page.keyboard.type(kept);
  await page.getByRole('option').filter({ hasText: kept }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(event(page, 'merged')).toContainText(kept);
  await page.keyboard.press('Shift+G');
  await expect(event(page, 'unmerged')).toHaveCount(1);
  await expect(event(page, 'merged')).toHaveCount(1);
  await openFirstOf(page, kept);
  await expect(event(page, 'tookIn')).toContainText(merged);
  await expect(event(page, 'gaveBack')).toHaveCount(1);
});

test('a macro runs from the palette on the ticket, and one undo takes all of it back', async ({
  samples: { page },
}) => {
  await openFirstOf(page, 'level:l1 state:active');
  const before = await detail(page).getByTestId('timeline-event').count();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('Hand over to level 2');
  await page.getByRole('option').filter({ hasText: 'Hand over to level 2' }).first().waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => detail(page).getByTestId('timeline-event').count()).toBeGreaterThan(before + 1);
  const after = await detail(page).getByTestId('timeline-event').count();
  await page.keyboard.press('Control+z');
  await expect(detail(page).locator('[data-testid="timeline-event"][data-undone]')).toHaveCount(after - before);
});
