import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { becomeLead, expect, start, test } from './app.ts';
import { send, type Answer } from './ask.ts';

const MARK = 'Zqmark';
const PERSON = `Maud ${MARK}son`;
const CUSTOMER = `${MARK} Chandlery`;

/** Files under a folder in which a text stands. */
const filesWith = (folder: string, text: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return lstatSync(path).isFile() && readFileSync(path).includes(text);
  });

test('a customer is erased on its page; logs and the rest of the profile never held its texts', async ({
  userData,
}) => {
  const { page, close } = await start({ userData, args: ['--language=en'] });
  await becomeLead(page);
  const created = await send(page, 'ticket:create', {
    ...{ customer: CUSTOMER, title: `title ${MARK}`, description: `text ${MARK}`, category: 'incident', isBeta: false },
    ...{ priority: 'P2', impact: 'high', urgency: 'medium', priorityReason: null, channel: 'phone', language: 'fr' },
    ...{
      platform: null,
      requester: PERSON,
      contact: null,
      assignee: null,
      reportedAtMs: null,
      newCustomerTier: 'gold',
    },
  });
  expect(created.ok).toBe(true);
  const { id } = (created.value as { row: { id: number } }).row;
  const run = (command: object): Promise<Answer<unknown>> =>
    send(page, 'ticket:run-commands', { targets: [{ id, expectedVersion: null }], commands: [command] });
  expect((await run({ kind: 'note', text: `note ${MARK}` })).ok).toBe(true);
  // What is refused, what is no command, and what is searched.
  expect((await run({ kind: 'note', text: `late ${MARK}`, atMs: MARK })).ok).toBe(false);
  expect((await run({ kind: 'link', ticketId: 999_999 })).ok).toBe(false);
  expect((await send(page, `ticket:${MARK.toLowerCase()}`, { text: MARK })).ok).toBe(false);
  await send(page, 'palette:search', { text: MARK });
  await send(page, 'draft:save', { key: `note:${id}`, body: JSON.stringify({ text: `draft ${MARK}` }) });
  const elsewhere = (): string[] => filesWith(userData, MARK).filter((name) => !name.startsWith('vigie.db'));
  expect(filesWith(userData, MARK)).not.toEqual([]);

  await page.getByTestId('customers-button').press('Enter');
  await page.getByTestId('customers-search').fill(CUSTOMER);
  await page.getByTestId('customers-search').press('Enter');
  await expect(page.getByTestId('customer-page')).toBeFocused();
  await page.getByTestId('privacy-erase').press('Enter');
  await expect(page.getByTestId('erase-reason')).toBeFocused();
  await expect(page.getByTestId('erase-found')).toContainText('1 ticket');
  await page.getByTestId('erase-reason').fill('asked for');
  await page.getByTestId('dialog-submit').press('Enter');
  await expect(page.getByText('This is not the name.')).toBeVisible();
  await page.getByTestId('erase-name').fill(CUSTOMER);
  await page.getByTestId('erase-name').press('Enter');
  await expect(page.getByTestId('customer-erased')).toBeVisible();
  await expect(page.locator('#customer-name')).toHaveText(/^Client #\d+$/);
  await expect(page.getByTestId('privacy-erase')).toBeFocused();
  await close();
  expect(elsewhere()).toEqual([]);
  expect(filesWith(userData, MARK)).toEqual([]);
});
