import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { expect, test } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { addCustomer, becomeLead, chooseTarget } from './hours.ts';
import { startAt } from './other-time.ts';
import { pdfPages } from './pdf-text.ts';

const NAME = 'Ateliers de l’Été';
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const bare = (text: string): string => text.replaceAll(/\s/g, '');
const wall = (ms: number): string =>
  new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' }).format(ms);
const dayOf = (ms: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(ms);

const plan = (page: Page, customerId: number, more: Partial<CallInput<'coaching:plan'>>) => {
  const startMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 2 * HOUR_MS;
  return ask(page, 'coaching:plan', {
    ...{ customerId, askedId: null, assignment: 'architecture', language: 'fr', place: 'Salle Vauban', link: null },
    attendees: [
      { name: 'Éloïse Dupré', email: 'eloise@exemple.fr' },
      { name: 'Marc Noël', email: null },
    ],
    ...{ ticketId: null, objectives: null, checklist: null, note: 'avant la migration', expert: 'Lea' },
    ...{ startMs, endMs: startMs + 3 * HOUR_MS, recurrence: null, skipsBlocked: false, acceptsWarnings: true },
    ...more,
  });
};

const openPath = async (page: Page): Promise<void> => {
  await page.getByTestId('customers-button').click();
  await page.getByTestId('customers-screen').waitFor();
  await page.getByTestId('customers-search').fill(NAME);
  await page.getByTestId('customer-row').filter({ hasText: NAME }).click();
  await page.getByTestId('customer-tab-coaching').click();
};

const RECOMMENDATIONS = Array.from(
  { length: 40 },
  (_, i) =>
    `- Étape ${i + 1} : prévoir une réserve de mémoire de 20 % sur les serveurs de base de données, et vérifier la latence du stockage à chaque palier.`,
).join('\n');

test('a session is finished with its edited work, and its report is written, kept, saved and printed', async ({
  userData,
}) => {
  const args = ['--sample', '--language=fr', '--theme=dark'];
  // In the afternoon, so that the session is of one day whenever the test runs.
  const nowMs = Date.parse(`${new Date().toISOString().slice(0, 10)}T14:00:00Z`);
  const at = (ms: number): string => new Date(ms).toISOString();
  let { app, page, close } = await startAt(userData, at(nowMs), args);
  await page.getByTestId('queue-row').first().waitFor();
  await ask(page, 'app:set-preferences', { me: { name: 'Lea', role: 'expert', level: 'L3' } });
  const customerId = await addCustomer(page, NAME);
  const { page: planned } = await plan(page, customerId, { startMs: nowMs - 2 * HOUR_MS, endMs: nowMs + HOUR_MS });
  const startMs = planned.row.startMs ?? 0;

  await openPath(page);
  const row = page.getByTestId('path-past').getByTestId('path-session');
  await expect(row).toContainText('passée, à clore');
  await expectNoViolations(page, '[data-testid="coaching-path"]');
  await row.getByTestId('path-finish').press('Enter');
  const when = page.locator('[data-field="when"]');
  await expect(when).toBeFocused();
  await expect(when).toHaveValue(new RegExp(`^${dayOf(startMs)} ${wall(startMs)}-`));
  await expect(page.getByTestId('finish-still-on')).toBeVisible();
  await expect(page.locator('[data-field="note"]')).toHaveValue('avant la migration');
  const end = wall(startMs + 70 * MINUTE_MS);
  await when.fill(`${dayOf(startMs)} ${wall(startMs)}-${end}`);
  await expect(page.getByTestId('work-worked')).toHaveText('1 h 10');
  await expect(page.getByTestId('work-charged')).toHaveText('1 h 15');
  await expectNoViolations(page, '[role="dialog"]');
  await page.keyboard.press('Control+Shift+Enter');

  const done = page.locator('[data-field="done"]');
  await expect(done).toBeFocused();
  await expect(page.getByTestId('session-about')).toContainText(NAME);
  const { work } = await ask(page, 'expertise:get-ledger', { customerId });
  expect(work).toMatchObject([
    { expert: 'Lea', startMs, endMs: startMs + 70 * MINUTE_MS, chargedMin: 75, sessionId: planned.row.id },
  ]);

  const sheets = page.getByTestId('report-page');
  await expect(sheets.first()).toHaveAttribute('lang', 'fr');
  await expect(sheets.first()).toContainText('Architecture cible');
  await expect(sheets.first()).not.toContainText('Recommandations');
  await done.press('Control+End');
  await page.keyboard.type('Inventaire relu : 42 VM à déplacer');
  await expect(sheets.first()).toContainText('Inventaire relu');
  await page.locator('[data-field="recommendations"]').fill(RECOMMENDATIONS);
  await page.getByTestId('sizing-add').press('Enter');
  const name = page.locator('[data-sizing="0"] [data-column="name"]');
  await expect(name).toBeFocused();
  await name.evaluate((field) => {
    const clipboardData = new DataTransfer();
    const rows = Array.from({ length: 60 }, (_, i) => `VM\tsrv-été-${i}\t4 vCPU\t8 vCPU\tpointe no ${i} haute`);
    clipboardData.setData('text/plain', rows.join('\r\n'));
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(page.locator('[data-sizing]')).toHaveCount(60);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.locator('[data-sizing="1"] [data-column="name"]')).toBeFocused();
  await expect(page.locator('[data-sizing="1"] [data-column="name"]')).toHaveValue('srv-été-0');
  await page.locator('[data-sizing="59"] [data-column="why"]').press('Enter');
  await expect(page.locator('[data-sizing="60"] [data-column="name"]')).toBeFocused();
  await page.locator('[data-sizing="60"] [data-column="remove"]').press('Enter');
  await expect(page.locator('[data-sizing]')).toHaveCount(60);
  await page.locator('[data-field="nextSteps"]').fill('Décider de la date de bascule');
  await expectNoViolations(page, '[role="dialog"]');

  // Escape loses nothing, nor does the end of the application.
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('report-dialog')).toHaveCount(0);
  await page.getByTestId('path-report').press('Enter');
  await expect(page.getByTestId('report-restored')).toBeVisible();
  await page.locator('[data-field="nextSteps"]').press('End');
  await page.keyboard.type(' en décembre');
  await expect
    .poll(async () => (await ask(page, 'draft:get', { key: `report:${planned.row.id}:fr` }))?.body)
    .toContain('en décembre');
  await close();
  ({ app, page, close } = await startAt(userData, at(nowMs + MINUTE_MS), args));
  await page.getByTestId('queue-row').first().waitFor();
  await openPath(page);
  await page.getByTestId('path-report').press('Enter');
  await expect(page.locator('[data-field="nextSteps"]')).toHaveValue('Décider de la date de bascule en décembre');
  await expect(page.locator('[data-sizing]')).toHaveCount(60);
  await expect(page.getByTestId('report-standing')).toContainText('brouillon');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('report-standing')).toContainText('Enregistré par Lea');

  const preview = page.getByTestId('report-preview');
  await expect(preview).toHaveAttribute('data-pages', /[3-9]/);
  const count = await preview.getByTestId('report-page').count();
  for (let i = 0; i < count; i++) {
    const isFitting = await preview
      .getByTestId('report-page')
      .nth(i)
      .evaluate((paper) => {
        const body = paper.querySelector('.paper-body');
        return body !== null && body.scrollHeight <= body.clientHeight && body.scrollWidth <= body.clientWidth;
      });
    expect(isFitting, `page ${i + 1}`).toBe(true);
  }
  const pdf = join(userData, 'rapport.pdf');
  await chooseTarget(app, pdf);
  await page.getByTestId('report-pdf').click();
  await expect(page.getByTestId('report-outcome')).toHaveText('rapport.pdf est enregistré.');
  const pages = pdfPages(readFileSync(pdf));
  expect(pages).toHaveLength(count);
  for (const [i, text] of pages.entries()) {
    expect(text).toContain(`Page${i + 1}sur${pages.length}`);
    expect(text).toContain(bare(NAME));
    expect(text).toContain('Donnéesd’exemple');
  }
  const whole = pages.join('');
  const parts = ['Objectifs', 'Ce qui a été fait', 'Recommandations', 'Dimensionnement des VM', 'Suites à donner'];
  const places = parts.map((part) => whole.indexOf(bare(part)));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
  for (const text of ['Éloïse Dupré, Marc Noël', 'Salle Vauban', '42 VM à déplacer', 'bascule en décembre']) {
    expect(whole).toContain(bare(text));
  }
  // No line and no row is lost or printed twice where a page ends, and heads stand again.
  for (let i = 0; i < 40; i++) expect(whole.split(bare(`Étape ${i + 1} : prévoir`))).toHaveLength(2);
  for (let i = 0; i < 60; i++) expect(whole.split(bare(`pointe no ${i} haute`))).toHaveLength(2);
  expect(whole).toContain(bare('Recommandations (suite)'));
  expect(whole.split(bare('Type Nom Actuel Recommandé Motif')).length).toBeGreaterThan(2);

  // Each language has a text of its own.
  await page.getByTestId('report-language').getByRole('radio', { name: 'Anglais' }).check();
  await expect(page.locator('[data-field="objectives"]')).toHaveValue(/Agree on a target architecture/);
  await expect(preview.getByTestId('report-page').first()).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Escape');
  const held = page.getByTestId('path-past').getByTestId('path-session');
  await expect(held).toContainText('1 h 15 décomptés');
  await expect(held.getByTestId('path-report-open')).toHaveText('Rapport FR');
  await expect(page.getByTestId('path-skill-architecture')).toContainText('1 tenue');
  await expect(page.getByTestId('path-skill-discovery')).toContainText('jamais tenue');
  await expect(page.getByTestId('path-worked')).toHaveText('1 h 10');

  // The path prints too.
  await page.getByTestId('path-print').press('Enter');
  await expect(page.getByTestId('path-preview')).toHaveAttribute('data-pages', '1');
  await expectNoViolations(page, '[role="dialog"]');
  const pathPdf = join(userData, 'parcours.pdf');
  await chooseTarget(app, pathPdf);
  await page.getByTestId('path-pdf').click();
  await expect(page.getByTestId('path-outcome')).toHaveText('parcours.pdf est enregistré.');
  const [onPath = ''] = pdfPages(readFileSync(pathPdf));
  for (const text of ['Parcours de coaching', 'Architecture cible', 'jamais tenue', 'Toutes les interventions']) {
    expect(onPath).toContain(bare(text));
  }
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('path-print')).toBeFocused();

  // The entry leads to its session.
  await page.getByTestId('customer-tab-hours').click();
  await expect(page.getByTestId('work-session')).toHaveText('Séance');
  await close();
});

test('a session whose work was taken back is finished again from its page', async ({ samples: { page } }) => {
  await ask(page, 'app:set-preferences', { me: { name: 'Lea', role: 'expert', level: 'L3' } });
  const customerId = await addCustomer(page, NAME);
  await plan(page, customerId, {});
  await openPath(page);
  await page.getByTestId('path-past').getByTestId('path-open').press('Enter');
  const panel = page.getByTestId('session-panel');
  // The calendar takes the focus once it is drawn.
  await expect(page.locator('[data-testid="calendar"] [data-session]').first()).toBeVisible();
  await expect(page.locator('[data-testid="coaching-screen"] :focus')).toHaveCount(1);
  await panel.getByTestId('session-finish').press('Enter');
  await expect(page.locator('[data-field="when"]')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByTestId('finish-dialog')).toHaveCount(0);
  // The button is gone: the page has the focus.
  await expect(panel).toBeFocused();
  await page
    .getByTestId('notice')
    .last()
    .getByRole('button', { name: /Undo|Annuler/ })
    .click();
  await panel.getByTestId('session-finish-again').press('Enter');
  await expect(page.locator('[data-field="when"]')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(panel.getByTestId('session-finish-again')).toHaveCount(0);
  const { work } = await ask(page, 'expertise:get-ledger', { customerId });
  expect(work.map(({ reversed }) => reversed === null).toSorted()).toEqual([false, true]);

  // What it was stays; the rest may be written.
  await panel.getByTestId('session-edit').press('Enter');
  await expect(page.getByTestId('session-assignment')).toBeDisabled();
  await page.getByTestId('session-note').fill('apr\u00e8s coup');
  await page.keyboard.press('Control+Enter');
  await expect(panel).toContainText('apr\u00e8s coup');
});

test('a version that somebody else saved meanwhile is told, and neither text is lost', async ({ samples }) => {
  const { page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await ask(page, 'app:set-preferences', { me: { name: 'Lea', role: 'expert', level: 'L3' } });
  const customerId = await addCustomer(page, NAME);
  const { page: planned } = await plan(page, customerId, { language: 'en' });
  const { id } = planned.row;
  const startMs = planned.row.startMs ?? 0;
  await ask(page, 'coaching:finish', {
    ...{ id, expectedVersion: null },
    work: {
      ...{ assignment: 'architecture', startMs, endMs: startMs + HOUR_MS, isTimed: true, ticketId: null, note: null },
      ...{ isCustomerFault: null, overageReason: null },
    },
  });
  await openPath(page);
  await page.getByTestId('path-report').press('Enter');
  const done = page.locator('[data-field="done"]');
  await done.fill('Mine');
  const theirs = { ...planned.reportTemplates.en, done: 'Theirs' };
  await ask(page, 'coaching:save-report', { id, expectedVersion: null, language: 'en', sections: theirs });
  await expect(page.getByTestId('report-overtaken')).toContainText('Lea saved another version');
  await expect(page.getByTestId('report-pdf')).toBeDisabled();
  await page.keyboard.press('Control+Enter');
  expect((await ask(page, 'coaching:get', { id })).reports[0]?.sections.done).toBe('Theirs');
  const sheet = page.getByTestId('report-page').first();
  await page.getByTestId('report-show-saved').click();
  await expect(sheet).toContainText('Theirs');
  await page.getByTestId('report-show-saved').click();
  await expect(sheet).toContainText('Mine');
  await expectNoViolations(page, '[role="dialog"]');
  await page.getByTestId('report-take-saved').click();
  await expect(done).toHaveValue('Theirs');
  await page.getByTestId('report-bring-back').click();
  await expect(done).toHaveValue('Mine');
  await page.keyboard.press('Control+s');
  await expect(page.getByTestId('report-standing')).toContainText('Saved by Lea');
  expect((await ask(page, 'coaching:get', { id })).reports[0]?.sections.done).toBe('Mine');

  // Somebody of another role reads it and changes nothing.
  await page.keyboard.press('Escape');
  await ask(page, 'app:set-preferences', { me: { name: 'Ada', role: 'agent', level: 'L1' } });
  await expect(page.getByTestId('path-plan')).toHaveCount(0);
  await page.getByTestId('path-report-open').click();
  await expect(page.getByTestId('report-read-only')).toBeVisible();
  await expect(done).not.toBeEditable();
  await expect(page.getByTestId('report-save')).toHaveCount(0);
});

test('what has not begun is not finished, and its invitation is written in either language', async ({ samples }) => {
  const { app, page } = samples;
  await page.getByTestId('queue-row').first().waitFor();
  await becomeLead(page);
  const customerId = await addCustomer(page, NAME);
  await openPath(page);
  await expect(page.getByTestId('customer-panel-coaching')).toContainText('No coaching yet');
  await expectNoViolations(page, '[data-testid="customer-panel-coaching"]');
  await page.getByTestId('customer-page').press('1');
  await page.getByTestId('customer-page').press('4');
  const startMs = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS + 3 * 24 * HOUR_MS;
  await ask(page, 'expert:save', { name: 'Noa', week: { '1': [[540, 1_080]] }, isActive: true });
  const { page: planned } = await plan(page, customerId, { startMs, endMs: startMs + HOUR_MS, expert: 'Noa' });
  const row = page.getByTestId('path-ahead').getByTestId('path-session');
  await expect(row).toContainText('Next session');
  await expect(row.getByTestId('path-finish')).toHaveCount(0);
  const refused = await page.evaluate(
    ([id, at]) =>
      window.vigie.call('coaching:finish', {
        ...{ id, expectedVersion: null },
        work: {
          ...{ assignment: 'architecture', startMs: at, endMs: at + 60_000, isTimed: true, ticketId: null },
          ...{ note: null, isCustomerFault: null, overageReason: null },
        },
      }),
    [planned.row.id, startMs] as const,
  );
  expect(refused).toMatchObject({ ok: false, error: { code: 'coaching/not-begun' } });

  await row.getByTestId('path-invitation').press('Enter');
  await expect(page.getByTestId('invitation-to')).toContainText('eloise@exemple.fr');
  await expect(page.getByTestId('invitation-to')).toContainText('Without an address: Marc Noël');
  await expect(page.getByTestId('invitation-subject')).toContainText('Séance de coaching : Architecture cible');
  await page.getByTestId('invitation-language').getByRole('radio', { name: 'English' }).check();
  await expect(page.getByTestId('invitation-subject')).toContainText('Coaching session: Target architecture');
  await expect(page.getByTestId('invitation-body')).toContainText('Place: Salle Vauban');
  await expectNoViolations(page, '[role="dialog"]');
  await app.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      Object.assign(globalThis, { openedUrl: url });
      return Promise.resolve();
    };
  });
  await page.getByTestId('invitation-mail').click();
  await expect(page.getByTestId('invitation-outcome')).toHaveText('The mail program is open. The mail is sent there.');
  const url = await app.evaluate(() => (globalThis as { openedUrl?: string }).openedUrl ?? '');
  expect(decodeURIComponent(url)).toContain('mailto:eloise@exemple.fr?subject=Coaching session: Target architecture');
  await page.getByTestId('invitation-copy').click();
  await expect(page.getByTestId('invitation-outcome')).toHaveText('The invitation is on the clipboard.');
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Kind regards,\nNoa');
  await page.keyboard.press('Escape');
  await expect(row.getByTestId('path-invitation')).toBeFocused();
});
