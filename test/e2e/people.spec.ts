import type { Page } from '@playwright/test';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { readFileSync, writeFileSync } from 'node:fs';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { becomeLead, expect, PASSPHRASE, start, test } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { runFromPalette } from './hours.ts';

const EN = ['--language=en', '--theme=light'] as const;

const replyOf = (page: Page, name: string, input: object) =>
  page.evaluate(
    async ([call, value]) => {
      const reply = await window.vigie.call(call as 'app:get-state', value as never);
      return reply.ok ? 'done' : reply.error.code;
    },
    [name, input] as const,
  );

/** A lead's act that changes nothing by itself. */
const leadsAct = (page: Page) => replyOf(page, 'expertise:close-month', { month: '1999-01' });

const FACTS = { account: null, role: 'agent', level: 'L2', week: null, isActive: true } as const;
const add = (page: Page, facts: Partial<CallInput<'people:save'>['facts']> & { readonly name: string }) =>
  ask(page, 'people:save', {
    ...{ id: null, expectedVersion: null, facts: { ...FACTS, languages: ['fr'], ...facts } },
  });

const openPeople = async (page: Page): Promise<void> => {
  await page.getByTestId('settings-button').press('Enter');
  await page.getByTestId('policy-tab-people').press('Enter');
  await expect(page.getByTestId('people-place')).toBeVisible();
};

test('the first lead sets the passphrase, a restart asks for it, a wrong one keeps waiting, and it locks again', async ({
  userData,
}) => {
  test.setTimeout(120_000);
  const first = await start({ userData, args: EN });
  const { page } = first;
  // A window that only says so gets no lead's rights.
  await ask(page, 'app:set-preferences', { me: { name: 'Ada', role: 'agent', level: 'L2' } });
  await page.getByTestId('profile-entry').press('Enter');
  await expect(page.getByTestId('profile-name')).toBeFocused();
  await page.getByTestId('profile-role').selectOption('lead');
  await page.getByTestId('profile-save').press('Enter');
  await expect(page.getByTestId('passphrase-new')).toBeFocused();
  expect(await leadsAct(page)).toBe('access/locked');
  await page.keyboard.type('too short');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('passphrase-form')).toContainText('Too short: 12 characters at least.');
  await page.getByTestId('passphrase-new').fill(PASSPHRASE);
  await expect(page.getByTestId('passphrase-strength')).toContainText('Fair');
  await page.getByTestId('passphrase-again').fill('cerise wagon mardi tuyau');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('passphrase-form')).toContainText('The two are not the same.');
  await expectNoViolations(page, '[role="dialog"]');
  await page.getByTestId('passphrase-again').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('passphrase-form')).toHaveCount(0);
  await expect(page.getByTestId('lock-band')).toHaveCount(0);
  await expect(page.getByTestId('profile-entry')).toBeFocused();
  expect(await leadsAct(page)).not.toMatch(/^access/);
  await first.close();

  const again = await start({ userData, args: EN });
  const band = again.page.getByTestId('lock-band');
  await expect(band).toHaveAttribute('data-state', 'locked');
  await expect(again.page.getByTestId('profile-locked')).toContainText('locked');
  await expectNoViolations(again.page);
  expect(await leadsAct(again.page)).toBe('access/locked');
  await again.page.getByTestId('lock-band-open').press('Enter');
  await expect(again.page.getByTestId('passphrase')).toBeFocused();
  await again.page.keyboard.type('not the passphrase');
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByTestId('dialog-failure')).toContainText('This is not the lead’s passphrase');
  await expect(again.page.getByTestId('dialog-submit')).toBeDisabled();
  // Whoever asks past the window waits as well.
  expect(await replyOf(again.page, 'access:unlock', { passphrase: PASSPHRASE })).toBe('access/wait');
  expect(await replyOf(again.page, 'access:check-passphrase', { passphrase: PASSPHRASE })).toBe('call/refused');
  await expect(again.page.getByTestId('dialog-submit')).toBeEnabled();
  await again.page.getByTestId('passphrase').fill(PASSPHRASE);
  await again.page.keyboard.press('Enter');
  await expect(again.page.getByTestId('unlock-form')).toHaveCount(0);
  await expect(band).toHaveCount(0);
  expect(await leadsAct(again.page)).not.toMatch(/^access/);

  await runFromPalette(again.page, 'Lock the lead’s rights');
  await expect(band).toBeVisible();
  expect(await leadsAct(again.page)).toBe('access/locked');
  // Another workspace, and back: locked there as well, and free where nothing is anybody's.
  await ask(again.page, 'access:unlock', { passphrase: PASSPHRASE });
  expect((await ask(again.page, 'app:switch-workspace', { workspace: 'sample' })).me.role).toBe('lead');
  await expect(again.page.getByTestId('sample-banner')).toBeVisible();
  await expect(band).toHaveCount(0);
  const { access, me } = await ask(again.page, 'app:switch-workspace', { workspace: 'own' });
  expect([access.isLeadLocked, me.role]).toEqual([true, 'agent']);
  await again.close();
  const log = readFileSync(join(userData, 'logs', 'vigie.log'), 'utf8');
  expect(log).not.toContain('cerise');
});

test('a lead of before the passphrase finds the way in; what is refused offers it and keeps what was typed', async ({
  userData,
}) => {
  const before = { language: 'en', theme: 'light', me: { name: 'Lea', role: 'lead', level: 'L3' }, keys: {} };
  writeFileSync(join(userData, 'preferences.json'), JSON.stringify(before));
  const { page, close } = await start({ userData, args: EN });
  await expect(page.getByTestId('lock-band')).toHaveAttribute('data-state', 'unset');
  await expect(page.getByTestId('lock-band')).toContainText('until then you work as an agent');
  await page.getByTestId('lock-band-away').press('Enter');
  await expect(page.getByTestId('lock-band')).toHaveCount(0);
  await openPeople(page);
  await expect(page.getByTestId('people-place')).toContainText('Unlock your lead’s rights to begin');
  await runFromPalette(page, 'Unlock the lead’s rights');
  await expect(page.getByTestId('passphrase-new')).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.getByTestId('passphrase-again').fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('passphrase-form')).toHaveCount(0);

  await page.getByTestId('person-new').press('Enter');
  await page.getByTestId('person-name').fill('Grace');
  // The rights lapse, or are locked elsewhere, while the page still offers to save.
  await page.evaluate(() => {
    const { call } = window.vigie;
    void call('access:lock', {});
  });
  await expect(page.getByTestId('lock-band')).toBeVisible();
  await expect(page.getByTestId('person-save')).toHaveCount(0);
  await page.getByTestId('lock-band-open').press('Enter');
  await expect(page.getByTestId('passphrase')).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByTestId('person-new').press('Enter');
  await expect(page.getByTestId('person-name')).toHaveValue('Grace');
  await page.getByTestId('person-save').press('Enter');
  await expect(page.getByTestId('person-Grace')).toBeVisible();

  await openChangeAndRun(page);
  await close();
});

/** The passphrase is changed by whoever knows the present one. */
const openChangeAndRun = async (page: Page): Promise<void> => {
  const other = 'brume velours canard orage';
  await page.getByTestId('people-passphrase').press('Enter');
  await page.getByTestId('passphrase-change').press('Enter');
  await expect(page.getByTestId('passphrase-old')).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.getByTestId('passphrase-new').fill(other);
  await page.getByTestId('passphrase-again').fill(other);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('passphrase-form')).toHaveCount(0);
  await expect(page.getByTestId('passphrase-state')).toHaveAttribute('data-state', 'open');
  await page.getByTestId('passphrase-lock').press('Enter');
  await expect(page.getByTestId('passphrase-state')).toHaveAttribute('data-state', 'locked');
  await page.getByTestId('person-Grace').press('Enter');
  await expect(page.getByTestId('person-note')).toContainText('A lead changes this.');
  await expect(page.getByTestId('unlock-hint')).toBeVisible();
  expect(await replyOf(page, 'access:unlock', { passphrase: PASSPHRASE })).toBe('access/wrong-passphrase');
  await page.getByTestId('audit-button').press('Enter');
  await expect(page.getByTestId('audit-row').first()).toContainText('Wrong passphrase of a lead refused');
  await expect(page.getByTestId('audit-list')).toContainText('Lead’s passphrase changed');
  await expect(page.getByTestId('audit-list')).toContainText('Grace');
};

test('a lead adds and changes people by keyboard; both themes, in English and in French', async ({ userData }) => {
  const { page, close } = await start({ userData, args: EN });
  await becomeLead(page);
  await openPeople(page);
  await expect(page.getByText('Nobody in the list yet')).toBeVisible();
  await page.getByTestId('person-new').press('Enter');
  await page.getByTestId('person-name').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Give a name.')).toBeVisible();
  await page.keyboard.type('Ada Martin');
  await page.getByTestId('person-level').selectOption('L2');
  await page.getByTestId('person-language-en').uncheck();
  await page.getByTestId('person-name').press('Enter');
  await expect(page.getByTestId('person-Ada Martin')).toBeFocused();
  await expect(page.getByTestId('person-Ada Martin')).toContainText('Agent · L2');

  // What is not saved outlives a look elsewhere.
  await page.getByTestId('person-role').selectOption('lead');
  await page.getByTestId('person-usual').uncheck();
  await page.getByTestId('week-1-0-open').fill('8:30');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('person-Ada Martin')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('people-place')).toHaveCount(0);
  await openPeople(page);
  await expect(page.getByTestId('person-Ada Martin')).toContainText('not saved');
  await page.getByTestId('person-save').press('Enter');
  await expect(page.getByTestId('person-Ada Martin')).toContainText('Team lead · L2');
  const history = page.getByTestId('person-history');
  await expect(history).toContainText('Role: Agent → Team lead');
  await expect(history).toContainText('Working hours: usual hours → Mon 08:30–18:00');
  await page.keyboard.press('Control+z');
  await expect(page.getByTestId('person-Ada Martin')).toContainText('Agent · L2');
  await expect(history.locator('ol > li')).toHaveCount(3);
  await expectNoViolations(page, '.settings');

  await page.getByTestId('absence-add').press('Enter');
  await page.getByTestId('absence-from').fill('tomorrow');
  await page.getByTestId('absence-form').locator('textarea, input').last().fill('Training');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('absence')).toContainText('Training');

  await page.getByTestId('person-Ada Martin').press('Enter');
  await page.getByTestId('person-role').selectOption('expert');
  await page.getByTestId('person-save').press('Enter');
  await page.getByTestId('person-to-expert').press('Enter');
  await expect(page.getByTestId('expert-page')).toContainText('Ada Martin');

  for (const theme of ['light', 'dark'] as const) {
    await ask(page, 'app:set-preferences', { language: 'fr', theme });
    await openPeople(page);
    await page.getByTestId('people-rights').press('Enter');
    await expect(page.getByTestId('right-rules')).toContainText('Modifier les règles');
    await expect(page.getByTestId('right-rules').locator('[data-may]')).toHaveCount(1);
    await expectNoViolations(page, '.settings');
    await page.getByTestId('people-passphrase').press('Enter');
    await expectNoViolations(page, '.settings');
    await page.getByTestId('person-Ada Martin').press('Enter');
    await expect(page.getByTestId('person-history')).toContainText('Rôle');
    await expectNoViolations(page, '.settings');
  }
  await close();
});

test('the account of the computer decides who works here, as what, and that nothing else does', async ({
  userData,
}) => {
  const { page, close } = await start({ userData, args: EN });
  await becomeLead(page);
  const { username } = userInfo();
  await openPeople(page);
  await page.getByTestId('person-new').press('Enter');
  await page.getByTestId('person-name').fill('Noor');
  await page.getByTestId('person-account').fill(username);
  await expect(page.getByTestId('person-page')).toContainText('whoever works here is this person');
  await page.getByTestId('person-save').press('Enter');
  await expect(page.getByTestId('person-failure')).toContainText('Nobody could be a lead here any more');
  await add(page, { name: 'Ada', role: 'lead', account: `${username}-of-ada` });
  await page.getByTestId('person-save').press('Enter');
  await expect(page.getByTestId('profile-entry')).toContainText('Noor');
  // Neither the passphrase nor the preferences make this person another.
  expect(await replyOf(page, 'access:unlock', { passphrase: PASSPHRASE })).toBe('access/not-lead');
  await ask(page, 'app:set-preferences', { me: { name: 'Lea', role: 'lead', level: 'L3' } });
  expect(await leadsAct(page)).toBe('access/role');
  expect(await replyOf(page, 'access:keep-passphrase', { passphrase: PASSPHRASE, old: null })).toBe('call/refused');
  const { me } = await ask(page, 'app:get-state', {});
  expect(me).toMatchObject({ name: 'Noor', role: 'agent' });
  await page.getByTestId('profile-entry').press('Enter');
  await expect(page.getByTestId('profile-name')).toBeDisabled();
  await expect(page.getByTestId('profile-name')).toHaveValue('Noor');
  await expect(page.getByTestId('profile-role')).toBeDisabled();
  await expect(page.getByTestId('profile-why')).toContainText('from the list of people');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('person-note')).toContainText('A lead changes this.');
  await expect(page.getByTestId('person-new')).toHaveCount(0);
  await close();
});

test('sample data is nobody’s: the role is free there, and says so', async ({ samples: { page } }) => {
  await page.getByTestId('profile-entry').press('Enter');
  await expect(page.getByTestId('profile-why')).toContainText('Sample data is nobody’s');
  await page.getByTestId('profile-role').selectOption('lead');
  await page.getByTestId('profile-save').press('Enter');
  await expect(page.getByTestId('profile-dialog')).toHaveCount(0);
  await expect(page.getByTestId('lock-band')).toHaveCount(0);
  expect(await leadsAct(page)).not.toMatch(/^access/);
  expect(await replyOf(page, 'access:set-passphrase', { passphrase: PASSPHRASE, old: null })).toBe('access/sample');
});
