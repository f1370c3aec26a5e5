import { expect, start, test } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';

test('language and theme change at once and are kept', async ({ userData }) => {
  const first = await start({ userData, args: ['--sample'] });
  await first.page.getByTestId('language-menu').click();
  await first.page.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(first.page.getByTestId('sample-banner')).toContainText('Données d’exemple');
  await first.page.getByTestId('theme-menu').click();
  await first.page.getByRole('menuitemradio', { name: 'Sombre' }).click();
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'fr');
  await first.close();
  const again = await start({ userData, args: ['--sample'] });
  await expect(again.page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(again.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await again.close();
});

test('of two changes that cross each other none is lost', async ({ samples: { page } }) => {
  await Promise.all([
    ask(page, 'app:set-preferences', { watch: { quietFrom: '22:00' } }),
    ask(page, 'app:set-preferences', { watch: { quietTo: '07:00', atRisk: false } }),
  ]);
  const { preferences } = await ask(page, 'app:get-state', {});
  expect(preferences.watch).toMatchObject({ quietFrom: '22:00', quietTo: '07:00', atRisk: false, breached: true });
});

for (const theme of ['light', 'dark'] as const) {
  for (const language of ['en', 'fr'] as const) {
    test(`axe finds nothing wrong with the queue and a ticket, ${theme}, ${language}`, async ({ userData }) => {
      const { page, close } = await start({
        userData,
        args: ['--sample', `--language=${language}`, `--theme=${theme}`],
      });
      await page.keyboard.press('Home');
      await page.keyboard.press('Enter');
      await expect(page.getByTestId('timeline-event').first()).toBeVisible();
      await expectNoViolations(page);
      await close();
    });
  }
}

test('sample data that is left while it is being made is left, and nothing waits for it for ever', async ({ own }) => {
  const { page } = own;
  await ask(page, 'app:switch-workspace', { workspace: 'sample' });
  const { workspace } = await ask(page, 'app:switch-workspace', { workspace: 'own' });
  expect(workspace).toBe('own');
  expect((await ask(page, 'people:list', {})).people).toEqual([]);
});
