import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, root, test } from './app.ts';
import { expectNoViolations } from './axe.ts';

const rows = [...readFileSync(join(root, 'THIRD_PARTY.md'), 'utf8').matchAll(/^\| (.+?) \| (.+?) \| (.+?) \|$/gm)]
  .map(([, name, version, licence]) => ({ name, version, licence }))
  .filter(({ version }) => version !== 'Version');

test('what Vigie is made of is read by keys, each with its licence, and the list is that of the build', async ({
  samples: { page, app },
}) => {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByTestId('palette-input')).toBeFocused();
  await page.getByTestId('palette-input').fill('about vigie');
  await expect(page.getByTestId('palette-option').first()).toContainText('About Vigie');
  await page.keyboard.press('Enter');
  const find = page.getByTestId('about-find');
  await expect(find).toBeFocused();
  await expect(page.getByTestId('about-part')).toHaveCount(rows.length + 1);
  await expect(page.getByTestId('about-facts')).toContainText('Chromium');
  await expectNoViolations(page, '[role="dialog"]');

  const built = await page.evaluate(async () => (await fetch('third-party.json')).json());
  const others: { name: string; version: string; licence: string; text: string }[] = built.others;
  expect(others.map(({ text: _text, ...part }) => part)).toEqual(rows);
  expect(others.filter(({ text }) => text.length < 100)).toEqual([]);

  await find.fill('bsd react');
  await expect(page.getByTestId('about-part')).toHaveText(['react-intlBSD-3-Clause']);
  await find.fill('d3-');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toContainText('d3-color');
  await page.keyboard.press('Tab');
  await expect(page.getByTestId('about-text')).toBeFocused();
  await expect(page.getByTestId('about-text')).toContainText('Mike Bostock');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('about-dialog')).toHaveCount(0);

  // The native menu and the settings lead there as well.
  await app.evaluate(({ Menu, BrowserWindow }) => {
    const help = Menu.getApplicationMenu()?.items.at(-1)?.submenu?.items.at(-1);
    help?.click(undefined, BrowserWindow.getAllWindows()[0]);
  });
  await expect(page.getByTestId('about-dialog')).toBeVisible();
});
