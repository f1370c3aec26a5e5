import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import type { Policy } from '../../shared/sla/policy.ts';
import { becomeLead, expect, start, test } from './app.ts';
import { expectNoViolations } from './axe.ts';
import { ask } from './ask.ts';

const beLead = (page: Page): Promise<void> => becomeLead(page, { name: 'Ada Martin' });

const openSettings = async (page: Page): Promise<void> => {
  await page.getByTestId('settings-button').press('Enter');
  await expect(page.locator('.policy-version[aria-current]')).toBeFocused();
};

/** When running P3 of gold customers are due, by reference, as the queue says. */
const goldP3 = async (page: Page): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await ask(page, 'queue:get-page', {
    filter: { ...EMPTY_FILTER, priorities: ['P3'], tiers: ['gold'] },
    ...{ sort: { by: 'due', isDescending: false }, offset: 0, limit: 200 },
  });
  return new Map(
    rows.flatMap(({ reference, resolution }) =>
      resolution.kind === 'running' && resolution.dueAtMs !== null ? [[reference, resolution.dueAtMs] as const] : [],
    ),
  );
};

const dueCell = (page: Page) => page.getByTestId('queue-row').first().getByTestId('due-cell');

const search = async (page: Page, text: string): Promise<void> => {
  await page.keyboard.press('/');
  await page.keyboard.type(text);
  await expect(page.getByTestId('queue-row')).toHaveCount(1);
};

const previewAndSave = async (page: Page): Promise<void> => {
  await page.getByTestId('policy-preview').press('Enter');
  await expect(page.getByTestId('policy-result')).toBeVisible({ timeout: 30_000 });
  await page.getByTestId('policy-save').press('Enter');
  await expect(page.getByTestId('policy-edit')).toBeVisible({ timeout: 30_000 });
};

test('a lead changes a target, sees what moves, saves; the queue follows, and so it does back', async ({
  samples: { page },
}) => {
  await beLead(page);
  const before = await goldP3(page);
  const [watched = ''] = [...before.keys()];
  await search(page, watched);
  const shownBefore = await dueCell(page).innerText();
  await openSettings(page);
  await expectNoViolations(page, '.settings');
  await page.getByTestId('policy-edit').press('Enter');
  const target = page.getByTestId('resolution-P3-gold');
  await expect(page.getByTestId('resolution-P1-bronze')).toBeFocused();
  await expect(page.getByTestId('policy-save')).toBeDisabled();
  await target.fill('soon');
  await expect(page.getByTestId('policy-preview')).toBeDisabled();
  await expect(target).toHaveAttribute('aria-invalid', 'true');
  await target.fill('1h');
  await page.keyboard.press('Tab');
  await expect(target).toHaveValue('1 h');
  await expect(page.locator('td[data-changed]')).toHaveText('was 27 h');
  await page.getByTestId('policy-note').fill('One hour for gold');
  await expectNoViolations(page, '.settings');

  await page.getByTestId('policy-preview').press('Enter');
  await expect(page.getByTestId('policy-result')).toBeVisible({ timeout: 30_000 });
  const moved = page.getByTestId('moved-ticket');
  expect(await moved.count()).toBeGreaterThan(0);
  await expect(moved.first()).toContainText('P3');
  await expect(page.getByTestId('becomes-count')).toContainText('breached');
  await expectNoViolations(page, '.settings');

  // Another draft is another preview.
  await page.keyboard.press('Escape');
  await target.fill('2h');
  await expect(page.getByTestId('policy-save')).toBeDisabled();
  await target.fill('1 h');
  await expect(page.getByTestId('policy-save')).toBeEnabled();

  // A look at a ticket loses nothing.
  await page.getByTestId('policy-preview').press('Enter');
  const first = moved.first().getByRole('button');
  const reference = await first.innerText();
  await first.press('Enter');
  await expect(page.getByTestId('ticket-detail')).toContainText(reference);
  await openSettings(page);
  await expect(page.getByTestId('policy-result')).toBeVisible();

  expect((await ask(page, 'policy:list', {})).versions).toEqual([]);
  await page.getByTestId('policy-save').press('Enter');
  await expect(page.getByText('The new rules are saved.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByTestId('policy-version-0')).toContainText('In force');
  await expect(page.getByTestId('policy-version-0')).toContainText('One hour for gold');
  await expect(page.getByTestId('policy-version-shipped')).toContainText('Past');
  expect(await ask(page, 'draft:list', {})).toEqual([]);

  // The list shows it without a reload.
  const after = await goldP3(page);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  for (const [one, dueAtMs] of after) expect(dueAtMs, one).toBeLessThan(before.get(one) ?? 0);
  await page.getByTestId('policy-versions').getByRole('button').first().press('Escape');
  await expect(page.getByTestId('queue-table')).toBeFocused();
  await expect(dueCell(page)).not.toHaveText(shownBefore);

  // Undone by another version: that of before.
  await openSettings(page);
  await page.getByTestId('policy-version-shipped').press('Enter');
  await page.getByTestId('policy-edit').press('Enter');
  await previewAndSave(page);
  await expect(page.getByTestId('policy-version-1')).toContainText('In force');
  expect(await goldP3(page)).toEqual(before);
  expect((await ask(page, 'policy:list', {})).versions).toHaveLength(2);
});

test('a version that was saved for later begins while the window is open', async ({ samples: { page } }) => {
  await beLead(page);
  const before = await goldP3(page);
  const [watched = ''] = [...before.keys()];
  await search(page, watched);
  const { shippedJson } = await ask(page, 'policy:list', {});
  const policy: Policy = JSON.parse(shippedJson);
  const { P3 } = policy.resolution;
  const faster = { ...P3, targetMin: { ...P3.targetMin, gold: 60 } };
  const policyJson = JSON.stringify({ ...policy, resolution: { ...policy.resolution, P3: faster } });
  await ask(page, 'policy:save', { fromMs: Date.now() + 15_000, policyJson, note: null });
  await page.getByTestId('settings-button').press('Enter');
  await expect(page.getByTestId('policy-version-0')).toContainText('To come');
  await expect(page.getByTestId('policy-version-0')).toContainText('In force', { timeout: 30_000 });
  await page.getByTestId('policy-versions').getByRole('button').first().press('Escape');
  await expect.poll(async () => (await goldP3(page)).get(watched)).toBeLessThan(before.get(watched) ?? 0);
});

test('an agent reads the rules and cannot change them, here or in the core', async ({ samples: { page } }) => {
  await openSettings(page);
  await expect(page.getByTestId('policy-edit')).toBeDisabled();
  await expect(page.getByText('Only a team lead changes the rules')).toBeVisible();
  await expect(page.getByTestId('policy-resolution')).toContainText('27 h');
  await expect(page.getByTestId('policy-resolution').getByRole('textbox')).toHaveCount(0);
  await expect(page.getByTestId('holidays')).toContainText('National Day');
  const { shippedJson: policyJson } = await ask(page, 'policy:list', {});
  const draft = { fromMs: Date.now(), policyJson };
  await expect(ask(page, 'policy:preview', draft)).rejects.toThrow('access/role');
  await expect(ask(page, 'policy:save', { ...draft, note: null })).rejects.toThrow('access/role');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('queue-table')).toBeFocused();
});

test('hours, closures and a tier, from a date on, in French; the draft outlives the window', async ({ userData }) => {
  const args = ['--sample', '--language=fr', '--theme=dark', '--size=1366x768'];
  const first = await start({ userData, args });
  const { page } = first;
  await beLead(page);
  await openSettings(page);
  await page.getByTestId('policy-edit').press('Enter');
  await page.getByTestId('tier-name').fill('Gold');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Un niveau porte déjà ce nom.')).toBeVisible();
  await page.getByTestId('tier-name').fill('platine');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('resolution-P1-platine')).toHaveValue('4 h');
  await page.getByTestId('resolution-P4-platine-best').press('Enter');
  await expect(page.getByTestId('resolution-P4-platine')).toHaveText('au mieux');
  await page.getByTestId('week-6-add').press('Enter');
  await page.getByTestId('week-6-0-close').fill('8h');
  await expect(page.getByText('La fermeture précède l’ouverture.')).toBeVisible();
  await page.getByTestId('week-6-0-close').fill('12h30');
  const year = new Date().getFullYear() + 1;
  await page.getByTestId('closure-date').fill(`24/12/${year}`);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('closures')).toContainText(`24 décembre ${year}`);
  const holidays = readFileSync('resources/holidays/fr.json', 'utf8');
  const [, month, day] = new RegExp(`${year}-(0[34])-(\\d\\d)`).exec(holidays) ?? [];
  await expect(page.getByTestId('holidays')).toContainText('Lundi de Pâques');
  await expect(page.getByTestId('holidays')).toContainText(`${Number(day)} ${month === '03' ? 'mars' : 'avril'}`);
  await page.getByTestId('policy-when').getByRole('radio').first().press('ArrowRight');
  await page.getByTestId('policy-from').fill('1/1/2020 9:00');
  await expect(page.getByText('Indiquez un instant à venir')).toBeVisible();
  await expect(page.getByTestId('policy-preview')).toBeDisabled();
  await page.getByTestId('policy-from').fill('demain 9:00');
  await page.getByTestId('policy-note').fill('Ouverture du samedi');
  await page.getByTestId('tier-name').scrollIntoViewIfNeeded();
  await expectNoViolations(page, '.settings');
  await expect.poll(async () => (await ask(page, 'draft:list', {})).map(({ key }) => key)).toEqual(['policy']);
  await expect.poll(async () => (await ask(page, 'draft:get', { key: 'policy' }))?.body).toContain('samedi');
  await first.close();

  const again = await start({ userData, args });
  await openSettings(again.page);
  await expect(again.page.getByTestId('policy-version-draft')).toHaveAttribute('aria-current', 'true');
  await expect(again.page.getByTestId('policy-note')).toHaveValue('Ouverture du samedi');
  await again.page.getByTestId('policy-preview').press('Enter');
  await expect(again.page.getByTestId('policy-result')).toBeVisible({ timeout: 30_000 });
  await again.page.getByTestId('policy-save').press('Enter');
  await expect(again.page.getByTestId('policy-version-0')).toContainText('À venir', { timeout: 30_000 });
  await expect(again.page.getByTestId('policy-version-shipped')).toContainText('En vigueur');
  await again.page.getByTestId('policy-version-0').press('Enter');
  await expect(again.page.getByTestId('policy-resolution')).toContainText('platine');
  await again.close();
});
