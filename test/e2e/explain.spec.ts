import { expect, start, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { importGoldP1s } from './import-tickets.ts';

test('y tells why a ticket is due when it is due, and what would change it', async ({ samples }) => {
  const { page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('y');
  const explain = page.getByTestId('explain');
  await expect(explain).toBeVisible();
  await expect(explain.getByRole('listitem').first()).toContainText('opened as');

  const picture = page.getByTestId('story-picture');
  await picture.focus();
  const before = await page.getByTestId('stretch-text').textContent();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByTestId('stretch-text')).not.toHaveText(before ?? '');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('stretch-text')).toHaveText(before ?? '');

  await explain.getByLabel('we waited for the customer now').check();
  await expect(page.getByTestId('what-if')).toContainText('nothing is written');
  await explain.getByLabel('Tier').selectOption('gold');
  await expect(page.getByTestId('what-if')).toContainText('2 h a month');
  await expect(page.getByTestId('customer-what-if')).toContainText('Atelier Kerguelen');
  await expectNoViolations(page);

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('queue-table')).toBeFocused();
  await page.keyboard.press('y');
  await expect(explain).toHaveCount(0);
});

const HOUR = 3_600_000;

for (const [language, now, paused, basis] of [
  ['en', /^Now: due .*left to count\.$/, 'Now: waiting for the customer', 'P1 at L1: median 6 h, n = 5'],
  ['fr', /^Maintenant\s: échéance /, 'Maintenant\u00a0: en attente du client', 'P1 au L1\u00a0: médiane 6 h, n = 5'],
] as const) {
  test(`another priority is due at another time; what will probably be late is told with its basis, ${language}`, async ({
    userData,
  }) => {
    const own = await start({ userData, args: [`--language=${language}`, '--theme=dark'] });
    const { page } = own;
    const nowMs = Date.now();
    // Five P1s took six hours; one is open since two, of four.
    const solved = [3, 4, 5, 6, 7].map((days) => {
      const openedAtMs = nowMs - days * 24 * HOUR;
      return { reference: `F-${days}`, openedAtMs, resolvedAtMs: openedAtMs + 6 * HOUR };
    });
    await importGoldP1s(own, userData, [...solved, { reference: 'F-1', openedAtMs: nowMs - 2 * HOUR }]);
    await page.getByTestId('queue-row').first().waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('y');
    const explain = page.getByTestId('explain');
    const said = explain.getByRole('listitem').last();
    await expect(said).toHaveText(now);
    const outcome = page.getByTestId('what-if').locator('p').first();
    await explain.getByRole('combobox').first().selectOption('P2');
    await expect(outcome).toHaveText(now);
    expect(await outcome.textContent()).not.toBe(await said.textContent());
    await explain.getByRole('checkbox').check();
    await expect(outcome).toContainText(paused);
    await expectNoViolations(page);
    await page.keyboard.press('Escape');

    await page.keyboard.press('f');
    const late = page.getByTestId('forecast-ticket');
    await expect(late).toHaveCount(1);
    await expect(late).toContainText('F-1');
    await expect(late).toContainText(basis);
    await expectNoViolations(page);
    await late.press('Enter');
    await expect(page.getByTestId('ticket-detail')).toContainText('F-1');
    await own.close();
  });
}

test('f tells what it is: an estimate', async ({ samples: { page } }) => {
  await page.getByTestId('queue-row').first().waitFor();
  await page.keyboard.press('f');
  const forecast = page.getByTestId('forecast');
  await expect(forecast).toContainText('estimate');
  await expect(forecast).toContainText(/due within 8 h/);
  await page.keyboard.press('Escape');
  await expect(forecast).toHaveCount(0);
});
