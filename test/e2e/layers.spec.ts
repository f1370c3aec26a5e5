import { expect, start, test } from './app.ts';

test('Escape closes what was opened last, and leaves the dialog around it', async ({ samples: { page } }) => {
  await page.keyboard.press('?');
  const choice = page.getByTestId('key-takeNext');
  await choice.click();
  await expect(choice.getByRole('status')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(choice.getByRole('status')).toHaveCount(0);
  await choice.click();
  await page.keyboard.press('r');
  await expect(page.locator('.key-taken')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.key-taken')).toHaveCount(0);
  await expect(choice).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Home');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('a');
  await expect(page.getByTestId('form-assign')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  const list = page.getByTestId('form-assign').getByRole('listbox');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await expect(page.getByTestId('form-assign')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('bulk-dialog')).toHaveCount(0);
});

test('the menu of more views opens when it is pressed, and never by itself', async ({ userData }) => {
  const { app, page, close } = await start({ userData, args: ['--sample', '--language=fr', '--size=1366x768'] });
  const resize = (width: number): Promise<void> =>
    app.evaluate(({ BrowserWindow }, w) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, 768), width);
  await page.keyboard.press('Enter');
  const more = page.getByTestId('view-more');
  await more.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  // Its keys are its own once it has the focus, some frames after it is drawn.
  await expect(page.locator('[role="menu"]:focus, [role="menu"] :focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await resize(1_670);
  await expect(more).toHaveCount(0);
  await resize(1_100);
  await expect(more).toBeVisible();
  await expect(page.getByRole('menu')).toHaveCount(0);
  await more.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await close();
});

test('what is of now is not offered in the past, and leaves it', async ({ samples: { page } }) => {
  const band = page.getByTestId('replay-band');
  const lookBack = async (): Promise<void> => {
    await page.keyboard.press('Shift+Y');
    await expect(page.getByTestId('replay-field')).toBeFocused();
    await page.keyboard.type('-2d');
    await page.keyboard.press('Enter');
    await expect(band).toHaveAttribute('data-at', /./);
  };
  await lookBack();
  await page.keyboard.press('f');
  await page.keyboard.press('y');
  await expect(page.getByTestId('ticket-detail')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByTestId('texts-button').click();
  await expect(page.getByTestId('texts-screen')).toBeVisible();
  await expect(band).toHaveCount(0);

  await page.getByTestId('texts-button').focus();
  await lookBack();
  await expect(page.getByTestId('queue-table')).toBeVisible();
  await page.getByTestId('settings-button').click();
  await expect(band).toHaveCount(0);
});

test('of two instants asked quickly, the last is shown', async ({ samples: { page } }) => {
  const band = page.getByTestId('replay-band');
  await page.keyboard.press('Shift+Y');
  await expect(page.getByTestId('replay-field')).toBeFocused();
  await page.keyboard.type('-2d');
  await page.keyboard.press('Enter');
  await expect(band).toHaveAttribute('data-at', /./);
  const atMs = Number(await band.getAttribute('data-at'));
  await page.evaluate(async () => {
    for (let i = 0; i < 4; i++) {
      document.querySelector<HTMLElement>('[data-testid="replay.hourBack"]')?.click();
      // The next press is of the next render, and before the answer.
      await new Promise((resolve) => setTimeout(resolve));
    }
  });
  await expect(band).toHaveAttribute('data-at', String(atMs - 4 * 3_600_000));
  await expect(page.getByTestId('queue-row').first()).toBeVisible();
});
