import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { ask } from './ask.ts';

const detail = (page: Page) => page.getByTestId('ticket-detail');
const events = (page: Page, kind: string) =>
  detail(page).locator(`[data-testid="timeline-event"][data-kind="${kind}"]`);

/** Opens the first ticket of the list; gives its id. */
const openFirst = async (page: Page): Promise<number> => {
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(detail(page).getByTestId('ticket-facts')).toBeVisible();
  const text = (await detail(page).locator('.ticket-reference').textContent()) ?? '';
  const [row] = (await ask(page, 'palette:search', { text })).tickets;
  return row?.id ?? 0;
};

const openForm = async (page: Page, key: string, form: string): Promise<void> => {
  await page.keyboard.press(key);
  await expect(page.getByTestId(`form-${form}`)).toBeVisible();
};

/** What a colleague does meanwhile. */
const changeOf = (page: Page, id: number, title: string): Promise<unknown> =>
  ask(page, 'ticket:run-commands', {
    targets: [{ id, expectedVersion: null }],
    commands: [{ kind: 'edit', facts: { title } }],
  });

test('done all the same, a form says what it says by then', async ({ samples: { page } }) => {
  const id = await openFirst(page);
  await openForm(page, 'r', 'resolve');
  await page.keyboard.type('First words');
  await changeOf(page, id, 'Another title');
  await page.keyboard.press('Control+Enter');
  const conflict = page.getByTestId('conflict');
  await expect(conflict.getByRole('listitem')).toHaveCount(1);
  const field = page.getByTestId('form-resolve').locator('textarea').first();
  await field.fill('Better words');
  await conflict.getByRole('button').press('Enter');
  await expect(events(page, 'resolved').first()).toContainText('Better words');
  await expect(detail(page)).not.toContainText('First words');
  await expect(page.getByTestId('open-draft')).toHaveCount(0);
});

test('what a colleague changed meanwhile is not changed back by an edit of something else', async ({
  samples: { page },
}) => {
  const id = await openFirst(page);
  await openForm(page, 'Shift+D', 'edit');
  const form = page.getByTestId('form-edit');
  await form.locator('[data-field="requester"]').fill('Grace');
  await changeOf(page, id, 'Another title');
  await page.keyboard.press('Control+Enter');
  await page.getByTestId('conflict').getByRole('button').press('Enter');
  await expect(form).toHaveCount(0);
  const { row, requester } = await ask(page, 'ticket:get-detail', { id });
  expect([row.title, requester]).toEqual(['Another title', 'Grace']);
});

test('a second press of the key that submits does nothing twice', async ({ samples: { page } }) => {
  await openFirst(page);
  await openForm(page, 'd', 'note');
  await page.keyboard.type('Only once');
  await page.evaluate(() => {
    const press = (): unknown =>
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
      );
    press();
    press();
  });
  await expect(page.getByTestId('form-note')).toHaveCount(0);
  await expect(events(page, 'commented').filter({ hasText: 'Only once' })).toHaveCount(1);
});

test('what is refused after its form was left is told, and its words are kept', async ({ samples: { page } }) => {
  const id = await openFirst(page);
  await openForm(page, 'r', 'resolve');
  await page.keyboard.type('Kept words');
  await changeOf(page, id, 'Another title');
  await page.evaluate(() => {
    const press = (init: KeyboardEventInit): unknown =>
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
    press({ key: 'Enter', ctrlKey: true });
    press({ key: 'Escape' });
  });
  await expect(page.getByTestId('form-resolve')).toHaveCount(0);
  await expect(page.getByTestId('notice')).toHaveAttribute('data-tone', 'refused');
  await expect(page.getByTestId('open-draft')).toBeVisible();
  await openForm(page, 'r', 'resolve');
  await expect(page.getByTestId('form-resolve').locator('textarea').first()).toHaveValue('Kept words');
});

test('a preview that is cancelled keeps what was typed for all', async ({ samples: { page } }) => {
  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await openForm(page, 'd', 'note');
  await page.keyboard.type('For all of them');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('bulk-preview')).toHaveAttribute('data-ready', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('bulk-dialog')).toHaveCount(0);
  await openForm(page, 'd', 'note');
  const field = page.getByTestId('form-note').locator('textarea').first();
  await expect(field).toHaveValue('For all of them');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('bulk-run')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('bulk-dialog')).toHaveCount(0);
  await expect.poll(async () => (await ask(page, 'draft:list', {})).length).toBe(0);
});
