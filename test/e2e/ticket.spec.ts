import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect, start, test } from './app.ts';

const detail = (page: Page) => page.getByTestId('ticket-detail');
const events = (page: Page, kind: string) =>
  detail(page).locator(`[data-testid="timeline-event"][data-kind="${kind}"]`);
const state = (page: Page) => detail(page).getByTestId('fact-state').locator('[data-state]');

/** Opens the first ticket of the list by keyboard, which has been in its state for days. */
const openFirst = async (page: Page): Promise<string> => {
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(detail(page).getByTestId('ticket-facts')).toBeVisible();
  return (await detail(page).locator('.ticket-reference').textContent()) ?? '';
};

/** Opens a form by its key. */
const openForm = async (page: Page, key: string, form: string) => {
  await page.keyboard.press(key);
  const shown = page.getByTestId(`form-${form}`);
  await expect(shown).toBeVisible();
  return shown;
};

/** Opens a form by its key, types into its fields in their order with Tab between them, and submits it. */
const fill = async (page: Page, key: string, form: string, texts: readonly string[]): Promise<void> => {
  await openForm(page, key, form);
  for (const [i, text] of texts.entries()) {
    if (i > 0) await page.keyboard.press('Tab');
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId(`form-${form}`)).toHaveCount(0);
};

test('a ticket’s life by keyboard, back-dated where it happened before', async ({ samples: { page } }) => {
  await openFirst(page);
  await fill(page, 'd', 'note', ['Asked the network team.']);
  await expect(events(page, 'commented').first()).toContainText('Asked the network team.');
  await fill(page, 'o', 'call', ['Restarted together.', '-40m']);
  await expect(events(page, 'responded').first()).toContainText('Call with the customer');
  await expect(events(page, 'responded').first()).toContainText('recorded');

  const wait = await openForm(page, 'w', 'wait');
  await page.keyboard.press('Control+Enter');
  await expect(wait.getByRole('textbox').first()).toBeFocused();
  await expect(wait).toContainText('This is needed.');
  await page.keyboard.type('A trace of the browser');
  await expect(wait.getByRole('textbox').nth(1)).toHaveValue(/^\d{4}-\d\d-\d\d 10:00$/);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Tab');
  await page.keyboard.type('-30m');
  await page.keyboard.press('Control+Enter');
  await expect(wait).toHaveCount(0);
  await expect(state(page)).toHaveAttribute('data-state', 'waitingCustomer');
  await expect(detail(page).getByTestId('fact-wake')).toContainText('10:00');

  // Before the wait began is refused, and says why.
  await openForm(page, 'q', 'answered');
  await page.keyboard.type('-50m');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('form-answered').getByRole('alert')).toContainText('choose a later instant');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('-10m');
  await page.keyboard.press('Control+Enter');
  await expect(state(page)).toHaveAttribute('data-state', 'active');
  await expect(events(page, 'resumed').first()).toContainText('recorded');

  await fill(page, 'r', 'resolve', ['Failover reversed.']);
  await expect(state(page)).toHaveAttribute('data-state', 'resolved');
  await fill(page, 'Shift+R', 'reopen', ['It is back.']);
  await expect(state(page)).toHaveAttribute('data-state', 'active');
  await fill(page, 'r', 'resolve', ['Cable replaced.']);
  await page.keyboard.press('Shift+C');
  await expect(state(page)).toHaveAttribute('data-state', 'closed');
  await expect(events(page, 'closed')).toHaveCount(1);
});

test('undoing strikes an event through and says who undid it', async ({ samples: { page } }) => {
  await openFirst(page);
  await fill(page, 'd', 'note', ['Wrong ticket.']);
  await page.keyboard.press('Control+Z');
  const note = events(page, 'commented').first();
  await expect(note).toHaveAttribute('data-undone', 'true');
  await expect(note).toContainText('undone by');
});

test('escalation: asked, pending, accepted at the other level', async ({ samples: { page } }) => {
  await openFirst(page);
  await fill(page, 'e', 'escalate', ['Beyond the desk', 'Restart, failover', 'Trace 17', 'Look at the edge']);
  await expect(detail(page).getByTestId('escalation-pending')).toContainText('Level 2');
  await expect(events(page, 'escalated')).toContainText('Restart, failover');
  await page.evaluate(() =>
    window.vigie.call('app:set-preferences', { me: { name: 'Lena', role: 'agent', level: 'L2' } }),
  );
  await expect(detail(page).locator('[data-verb="accept"]')).toBeVisible();
  await page.keyboard.press('Shift+E');
  await expect(detail(page).getByTestId('fact-level')).toContainText('Level 2');
  await expect(detail(page).getByTestId('escalation-pending')).toHaveCount(0);
  await expect(detail(page).getByTestId('fact-assignee')).toContainText('me');
});

test('priority: the matrix by arrows, an override only with a reason', async ({ samples: { page } }) => {
  await openFirst(page);
  const form = await openForm(page, 'p', 'priority');
  await expect(form.locator('.matrix :focus')).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowLeft');
  await expect(form.locator('[aria-checked="true"]')).toHaveText('P1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(form).toContainText('Say why');
  await page.keyboard.type('A workaround holds.');
  await page.keyboard.press('Control+Enter');
  await expect(detail(page).getByTestId('fact-priority')).toContainText('P2');
  await expect(detail(page).getByTestId('fact-priority')).toContainText('impact high × urgency high');
  await expect(events(page, 'priorityChanged').first()).toContainText('A workaround holds.');
});

test('tags, people and other tickets are chosen as one types', async ({ samples: { page } }) => {
  const own = await openFirst(page);
  await fill(page, 'l', 'tags', ['vpn, edge']);
  await expect(detail(page).getByTestId('fact-tags')).toContainText('edge');
  await openForm(page, 'a', 'assign');
  await page.keyboard.type('agent 0');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('form-assign')).toHaveCount(0);

  await openForm(page, 'u', 'link');
  await page.keyboard.type('CAV-2');
  await expect(page.getByRole('option').first()).toBeVisible();
  const other = (await page.getByRole('option').first().locator('bdi').first().textContent()) ?? '';
  expect(other).not.toBe(own);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(detail(page).getByRole('button', { name: other, exact: true })).toBeVisible();
});

/** The mail program cannot be there in a test: what would open is kept instead. */
const catchMail = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      Object.assign(globalThis, { openedUrl: url });
      return Promise.resolve();
    };
  });

test('a mail goes to the mail program and is recorded with what was said', async ({ samples: { app, page } }) => {
  await catchMail(app);
  const reference = await openFirst(page);
  const form = await openForm(page, 'm', 'mail');
  await form.getByLabel('To').fill('ops@example.com');
  await form.getByLabel('Text').fill('We see it too.\nMore in an hour.');
  await page.keyboard.press('Control+Enter');
  await expect(form).toHaveCount(0);
  const url = await app.evaluate(() => String((globalThis as { openedUrl?: unknown }).openedUrl));
  expect(decodeURIComponent(url)).toContain(`mailto:ops@example.com?subject=Re: [${reference}]`);
  await expect(events(page, 'responded').first()).toContainText('More in an hour.');
});

test('a ticket that moved on while a form was open: what happened, and the way on', async ({ samples: { page } }) => {
  const reference = await openFirst(page);
  await openForm(page, 'r', 'resolve');
  await page.keyboard.type('Done.');
  await page.evaluate(async (wanted) => {
    const reply = await window.vigie.call('palette:search', { text: wanted });
    const id = reply.ok ? (reply.value.tickets[0]?.id ?? 0) : 0;
    await window.vigie.call('ticket:run-commands', {
      targets: [{ id, expectedVersion: null }],
      commands: [{ kind: 'note', text: 'Do not resolve yet' }],
    });
  }, reference);
  await page.keyboard.press('Control+Enter');
  const conflict = page.getByTestId('conflict');
  await expect(conflict).toContainText(`${reference} was changed`);
  await expect(conflict.getByRole('listitem')).toHaveCount(1);
  await conflict.getByRole('button').press('Enter');
  await expect(state(page)).toHaveAttribute('data-state', 'resolved');
});

test('a draft survives the death of the application', async ({ userData }) => {
  const args = ['--language=en', '--theme=light'];
  const first = await start({ userData, args });
  await first.page.evaluate(() =>
    window.vigie.call('ticket:create', {
      ...{ customer: 'Nordlys', title: 'VPN down', description: null, category: 'incident', isBeta: false },
      ...{ priority: 'P1', impact: 'high', urgency: 'high', priorityReason: null, channel: 'phone', language: 'en' },
      ...{
        platform: null,
        requester: null,
        contact: null,
        assignee: null,
        reportedAtMs: null,
        newCustomerTier: 'gold',
      },
    }),
  );
  await expect(first.page.getByTestId('queue-row')).toHaveCount(1);
  await openFirst(first.page);
  // What is typed before the form is there finds its field.
  await first.page.keyboard.press('d');
  await first.page.keyboard.type('Half a thought');
  const kept = () =>
    first.page.evaluate(async () => {
      const reply = await window.vigie.call('draft:list', {});
      return reply.ok && reply.value.some(({ body }) => body.includes('Half a thought'));
    });
  await expect.poll(kept, { timeout: 3_000 }).toBe(true);
  const process = first.app.process();
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await gone;

  const second = await start({ userData, args });
  const { page } = second;
  await openFirst(page);
  await expect(page.getByTestId('open-draft')).toContainText('Internal note');
  await page.keyboard.press('d');
  await expect(page.getByTestId('draft-restored')).toBeVisible();
  const text = page.getByTestId('form-note').getByRole('textbox');
  await expect(text).toHaveValue('Half a thought');
  await page.keyboard.type(', finished.');
  await page.keyboard.press('Control+Enter');
  await expect(events(page, 'commented').first()).toContainText('Half a thought, finished.');
  await expect(page.getByTestId('open-draft')).toHaveCount(0);
  await second.close();
});

test('Escape keeps the draft and gives the focus back', async ({ samples: { page } }) => {
  await openFirst(page);
  await openForm(page, 'd', 'note');
  await page.keyboard.type('Later');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('form-note')).toHaveCount(0);
  await expect(page.getByTestId('queue-table')).toBeFocused();
  await page.keyboard.press('d');
  await expect(page.getByTestId('form-note').getByRole('textbox')).toHaveValue('Later');
  await page.getByTestId('draft-restored').getByRole('button').click();
  await expect(page.getByTestId('form-note').getByRole('textbox')).toHaveValue('');
});

test('a timer runs on a ticket, follows to the list, and is kept as time spent', async ({ samples: { page } }) => {
  await openFirst(page);
  await page.keyboard.press('s');
  const bar = page.getByTestId('timer-bar');
  await expect(bar.getByTestId('timer-figure')).toHaveText(/0:00:0[1-9]/);
  await bar.getByRole('button', { name: 'Change when it started' }).press('Enter');
  await page.keyboard.type('-25m');
  await page.keyboard.press('Enter');
  await expect(bar.getByTestId('timer-figure')).toHaveText(/0:25:\d\d/);
  await bar.getByRole('button', { name: 'Pause' }).press('Enter');
  await expect(bar).toContainText('Paused');
  await page.getByTestId('queue-table').focus();
  await page.keyboard.press('j');
  await expect(page.locator('.queue-footer').getByTestId('timer-bar')).toBeVisible();
  await page.keyboard.press('k');
  await detail(page).getByTestId('timer-bar').getByRole('button', { name: 'Keep' }).press('Enter');
  await expect(detail(page).getByTestId('fact-spent')).toContainText('25 min');
  await expect(page.getByTestId('timer-bar')).toHaveCount(0);
});

test('in French: attendre, réponse datée d’avant, résoudre', async ({ userData }) => {
  const { page, close } = await start({ userData, args: ['--sample', '--language=fr', '--theme=dark'] });
  await openFirst(page);
  await openForm(page, 'w', 'wait');
  await page.keyboard.type('La trace du navigateur');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('demain 10h');
  for (let i = 0; i < 2; i++) await page.keyboard.press('Tab');
  await page.keyboard.type('-2h');
  await page.keyboard.press('Control+Enter');
  await expect(state(page)).toHaveAttribute('data-state', 'waitingCustomer');
  await fill(page, 'q', 'answered', ['-1h', 'Voici la trace']);
  await expect(events(page, 'resumed').first()).toContainText('Le client a répondu');
  await expect(events(page, 'resumed').first()).toContainText('consigné');
  await expect(await openForm(page, 'v', 'vendor')).toContainText('Le compteur continue');
  await page.keyboard.type('Correctif demandé');
  await page.keyboard.press('Control+Enter');
  await expect(state(page)).toHaveAttribute('data-state', 'waitingVendor');
  await fill(page, 'r', 'resolve', ['Correctif installé']);
  await expect(state(page)).toHaveAttribute('data-state', 'resolved');
  await close();
});

test('the page and its forms have no fault that axe finds', async ({ samples: { page } }) => {
  const faults = async (): Promise<readonly string[]> => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('.ticket').analyze();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  };
  await openFirst(page);
  expect(await faults()).toEqual([]);
  const forms = [
    ['m', 'mail'],
    ['w', 'wait'],
    ['p', 'priority'],
    ['e', 'escalate'],
    ['l', 'tags'],
    ['Shift+D', 'edit'],
  ] as const;
  for (const [key, form] of forms) {
    const shown = await openForm(page, key, form);
    expect(await faults(), form).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(shown).toHaveCount(0);
  }
});
