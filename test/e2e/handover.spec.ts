import { expect, test } from './app.ts';
import { ask } from './ask.ts';
import { be, beginAsAda, goToHandover, handOver, headOf, itemOf } from './handovers.ts';

test('a shift is handed over from one person to another by keys alone', async ({ samples: { page } }) => {
  await page.getByTestId('queue-row').first().waitFor();
  await be(page, 'Ada Martin');
  await page.keyboard.press('h');
  await expect(page.getByTestId('new-handover')).toBeVisible();

  // The draft writes nothing; the shift's end is chosen by the arrows.
  await page.keyboard.press('b');
  await expect(page.getByTestId('preview-openP1')).toBeVisible();
  expect(await ask(page, 'handover:list', { limit: 5 })).toEqual([]);
  const chosen = page.getByTestId('handover-until').locator('input:checked');
  await expect(chosen).toBeFocused();
  const first = await chosen.inputValue();
  await page.keyboard.press('ArrowRight');
  await expect(chosen).not.toHaveValue(first);
  const untilMs = Number(await chosen.inputValue());
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('handover-document')).toBeVisible();
  const [line] = await ask(page, 'handover:list', { limit: 5 });
  const id = line?.id ?? '';
  const begun = await ask(page, 'handover:get', { id });
  expect(begun.untilMs).toBe(untilMs);
  const [p1, second] = begun.items;
  if (p1 === undefined || second === undefined || p1.ticketId === null) throw new Error('no open P1 in the samples');

  // What is typed survives Escape, and is saved by Enter.
  await expect(headOf(page, p1.id)).toBeFocused();
  await expect(itemOf(page, p1.id).getByTestId('lack')).toBeVisible();
  await page.keyboard.press('e');
  const action = page.getByTestId('item-editor').locator('[data-field="nextAction"]');
  await expect(action).toBeFocused();
  await page.keyboard.type('call the network team');
  await page.keyboard.press('Tab');
  await page.keyboard.type('+2h');
  await page.keyboard.press('Escape');
  await expect(headOf(page, p1.id)).toBeFocused();
  await expect(itemOf(page, p1.id)).toContainText('typed, not saved');
  await page.keyboard.press('e');
  await expect(action).toBeFocused();
  await expect(action).toHaveValue('call the network team');
  await page.keyboard.press('Enter');
  await expect(itemOf(page, p1.id)).toContainText('update promised');
  await expect(itemOf(page, p1.id)).not.toContainText('typed, not saved');
  await expect(itemOf(page, p1.id).getByTestId('lack')).toHaveCount(0);
  await expect(headOf(page, p1.id)).toBeFocused();

  // A note, taken out again with an undo.
  await page.keyboard.press('m');
  await expect(page.getByTestId('note-form').locator('textarea')).toBeFocused();
  await page.keyboard.type('ring the bell twice');
  await page.keyboard.press('Escape');
  await expect(headOf(page, p1.id)).toBeFocused();
  await page.keyboard.press('m');
  await expect(page.getByTestId('note-form').locator('textarea')).toHaveValue('ring the bell twice');
  await expect(page.getByTestId('note-form').locator('textarea')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  const note = page.getByTestId('section-note').getByTestId('handover-item-head');
  await expect(note).toBeFocused();
  await page.keyboard.press('Shift+X');
  await expect(note).toHaveCount(0);
  await page
    .getByTestId('notice')
    .filter({ hasText: 'Note removed' })
    .getByRole('button', { name: 'Undo' })
    .press('Enter');
  await expect(note).toHaveText('ring the bell twice');

  // The ticket behind an item, and back.
  await headOf(page, p1.id).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('ticket-detail')).toContainText(p1.title.split(' ')[0] ?? '');
  await page.keyboard.press('h');
  await expect(headOf(page, p1.id)).toBeFocused();

  await page.keyboard.press('s');
  await expect(page.getByTestId('sign-dialog')).toContainText('Ada Martin hands over');
  await expect(page.getByTestId('sign-typed')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('signature-outgoing')).toHaveAttribute('data-signed', 'true');
  await expect(page.getByTestId('handover-reason')).toContainText('you signed as outgoing');
  await expect(page.getByTestId('sign-button')).toBeDisabled();

  // The other side: two at once, with what else there is of their tickets; then a whole section.
  await be(page, 'Bo Larsson');
  await headOf(page, p1.id).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('[data-testid="handover-item"][data-checked]')).toHaveCount(2);
  await expect(headOf(page, second.id)).toBeFocused();
  await page.keyboard.press('a');
  const tickets = new Set([p1.ticketId, second.ticketId]);
  const taken = begun.items.filter(({ ticketId }) => ticketId !== null && tickets.has(ticketId));
  expect(taken.length).toBeGreaterThan(2);
  await expect(page.locator('[data-testid="handover-item"][data-standing="accepted"]')).toHaveCount(taken.length);
  const section = begun.items.filter((item) => item.section === 'openP1').map((item) => item.id);
  await expect(headOf(page, section[2] ?? '')).toBeFocused();
  await page.keyboard.press('Shift+S');
  await expect(page.locator('[data-section="openP1"] [data-standing="open"]')).toHaveCount(0);
  await expect(page.locator('[data-standing="open"]').first()).toBeVisible();

  await page.keyboard.press('s');
  await expect(page.getByTestId('sign-open')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('frozen')).toBeVisible();
  await expect(page.getByTestId('signature-incoming')).toContainText('Bo Larsson');
  const left = await ask(page, 'handover:list-left', {});
  expect(left.length).toBeGreaterThan(0);
  await expect(page.getByTestId('left-item')).toHaveCount(left.length);
  await expect(page.getByTestId('handover-line')).toContainText(`${left.length} left`);
});

test('what a handover would hold keeps up with the desk while one looks at it', async ({ samples: { page } }) => {
  await page.getByTestId('queue-row').first().waitFor();
  await be(page, 'Ada Martin');
  await page.keyboard.press('h');
  await expect(page.getByTestId('new-handover')).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.getByTestId('preview-openP1')).toBeVisible();
  const chosen = page.getByTestId('handover-until').locator('input:checked');
  await expect(chosen).toBeFocused();
  await ask(page, 'ticket:create', {
    ...{ customer: 'Nordlys', title: 'Badge readers down', description: null, category: 'incident', isBeta: false },
    ...{ priority: 'P1', impact: null, urgency: null, priorityReason: null, channel: 'phone', language: 'fr' },
    ...{ platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: 'gold' },
  });
  await expect(page.getByTestId('preview-openP1')).toContainText('Badge readers down');
  await expect(chosen).toBeFocused();
});

test('what nobody accepted stays in sight, is accepted late, and goes into the next handover', async ({
  samples: { page },
}) => {
  const { signed, left } = await handOver(page);
  const [first, second, third] = left;
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few items');
  await be(page, 'Cy Ray');
  await goToHandover(page);
  await expect(page.getByTestId('left-item')).toHaveCount(3);
  await page.getByTestId('left-item').first().press('Enter');
  await expect(headOf(page, first)).toBeFocused();
  await page.keyboard.press('a');
  await expect(itemOf(page, first)).toHaveAttribute('data-standing', 'late');
  await expect(itemOf(page, first)).toContainText('Cy Ray');
  await expect(page.getByTestId('left-item')).toHaveCount(2);
  // The document stays as both signed it.
  await expect(page.getByTestId('frozen')).toBeVisible();

  await page.keyboard.press('b');
  await expect(page.getByTestId('handover-until').locator('input:checked')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('handover-line')).toHaveCount(2);
  await expect(page.getByTestId('handover-left')).toHaveCount(0);
  await expect(itemOf(page, second)).toContainText('left over from before');
  await expect(itemOf(page, third)).toContainText('left over from before');
  await expect(itemOf(page, first)).not.toContainText('left over from before');

  // All of it stands in the audit, and leads back.
  await page.getByTestId('audit-button').press('Enter');
  await page.getByTestId('audit-kind').selectOption({ label: 'Handover: items accepted' });
  await expect(page.getByTestId('audit-row')).toHaveCount(2);
  await expect(page.getByTestId('audit-row').first()).toContainText('Cy Ray');
  await expect(page.getByTestId('audit-detail')).toContainText('after both had signed');
  await page.getByTestId('audit-kind').selectOption({ label: 'Handover begun' });
  await expect(page.getByTestId('audit-row').first()).toHaveAttribute('data-kind', 'handover.begun');
  await expect(page.getByTestId('audit-detail')).toContainText('Handover of Cy Ray');
  await page.getByTestId('audit-open-handover').press('Enter');
  await expect(itemOf(page, second)).toContainText('left over from before');

  // In the one before, it is told that they went on.
  const [next] = await ask(page, 'handover:list', { limit: 1 });
  expect(next?.id).not.toBe(signed.id);
  await expect(page.locator('[data-handover-document] :focus')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByTestId('handover-line').first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(itemOf(page, second)).toHaveAttribute('data-standing', 'goneOn');
});

test('what somebody else writes meanwhile is told, and nothing typed is lost', async ({ samples: { page } }) => {
  const begun = await beginAsAda(page);
  const { id } = begun;
  const [p1, other] = begun.items;
  if (p1 === undefined || other === undefined) throw new Error('too few items');
  await goToHandover(page);
  await expect(headOf(page, p1.id)).toBeFocused();
  await page.keyboard.press('e');
  const editor = page.getByTestId('item-editor');
  await expect(editor.locator('[data-field="nextAction"]')).toBeFocused();
  await page.keyboard.type('call the customer');

  // Of another item: it is in nobody's way.
  const change = { id, expectedVersion: null, nextUpdateMs: null };
  await ask(page, 'handover:change-item', { ...change, itemId: other.id, nextAction: 'wait', note: null });
  await expect(itemOf(page, other.id)).toContainText('wait');
  await expect(page.getByTestId('meanwhile')).toHaveCount(0);

  // Of this one: both are there, and what was not typed in goes with the other.
  await ask(page, 'handover:change-item', { ...change, itemId: p1.id, nextAction: 'mail', note: 'VIP' });
  await expect(page.getByTestId('meanwhile')).toContainText('now “mail”');
  await expect(editor.locator('[data-field="nextAction"]')).toHaveValue('call the customer');
  await page.getByTestId('keep-mine').press('Enter');
  await expect(editor.locator('[data-field="note"]')).toHaveValue('VIP');
  await editor.locator('[data-field="nextAction"]').press('Enter');
  await expect(editor).toHaveCount(0);
  await expect(itemOf(page, p1.id)).toContainText('call the customer');
  await expect(itemOf(page, p1.id)).toContainText('VIP');

  // A note that was typed and not added is told before one signs.
  await page.getByTestId('add-note').press('Enter');
  const note = page.getByTestId('note-form').locator('textarea');
  await expect(note).toBeFocused();
  await note.fill('the badge reader is slow');
  await page.keyboard.press('Escape');

  // What changes while one signs is read first.
  await page.keyboard.press('s');
  await expect(page.getByTestId('sign-dialog')).toBeVisible();
  await expect(page.getByTestId('sign-typed')).toContainText('The note that you typed is not added');
  await expect(page.getByTestId('sign-typed')).toContainText('the badge reader is slow');
  await ask(page, 'handover:add-note', { id, text: 'the lift is out of order' });
  await expect(page.getByTestId('sign-changed')).toContainText('Added: the lift is out of order');
  const press = page.getByTestId('dialog-submit');
  await expect(press).toContainText('I have read it');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('sign-changed')).toHaveCount(0);
  expect((await ask(page, 'handover:get', { id })).offered).toBeNull();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('signature-outgoing')).toContainText('Ada Martin');
  await expect(page.getByTestId('signature-outgoing')).toHaveAttribute('data-signed', 'true');
});

test('who may not act sees why, and who is waited for sees it on the rail', async ({ samples: { page } }) => {
  const begun = await beginAsAda(page);
  await expect(page.getByTestId('handover-waits')).toHaveCount(0);
  await be(page, 'Bo Larsson');
  await goToHandover(page);
  await expect(page.getByTestId('handover-reason')).toContainText('Whoever began it prepares it, or a lead.');
  await expect(page.getByTestId('sign-button')).toBeDisabled();
  await expect(page.getByTestId('edit-item')).toHaveCount(0);
  await expect(page.getByTestId('new-handover')).toBeDisabled();
  await page.keyboard.press('e');
  await expect(page.getByTestId('notice').filter({ hasText: 'Whoever began it prepares it' })).toBeVisible();
  await ask(page, 'app:set-preferences', { me: { name: 'Ada Martin', role: 'agent', level: 'L1' } });
  await ask(page, 'handover:offer', { id: begun.id, expectedVersion: begun.version });
  await expect(page.getByTestId('handover-waits')).toHaveCount(0);
  await be(page, 'Eva', 'expert');
  await expect(page.getByTestId('handover-role')).toBeVisible();
  await expect(page.getByTestId('handover-reason')).toContainText('not for your role');
  await expect(page.getByTestId('handover-waits')).toHaveCount(0);
  await be(page, 'Bo Larsson');
  await expect(page.getByTestId('handover-waits')).toBeVisible();
  await expect(page.getByTestId('handover-button')).toHaveAccessibleName(/A handover by Ada Martin waits for you/);
});
