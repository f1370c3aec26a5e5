import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HandoverPage } from '../../shared/ipc/handover-calls.ts';
import { expect, start, test } from './app.ts';
import { ask } from './ask.ts';
import { expectNoViolations } from './axe.ts';
import { be, goToHandover, handOver } from './handovers.ts';
import { chooseTarget } from './hours.ts';
import { pdfPages } from './pdf-text.ts';

/** A ticket that stands in several sections, those of an open P1 among them. */
const twinsOf = ({ items }: HandoverPage): readonly string[] => {
  const first = items.find(
    ({ section, ticketId }) => section === 'openP1' && items.filter((item) => item.ticketId === ticketId).length > 1,
  );
  return items.filter(({ ticketId }) => ticketId === first?.ticketId).map(({ id }) => id);
};

test('on paper a handover has its signatures, its pages and what was accepted late, in both languages', async ({
  samples: { app, page },
  userData,
}) => {
  const { signed, left } = await handOver(page);
  await ask(page, 'handover:accept', { id: signed.id, itemIds: [left[0] ?? ''] });
  await goToHandover(page);
  await expect(page.getByTestId('handover-document')).toBeVisible();
  await expect(page.locator('[data-handover-document] :focus')).toBeVisible();
  await page.keyboard.press('p');
  const paper = page.getByTestId('handover-paper');
  await expect(paper).toHaveAttribute('data-pages', /\d/);
  await expectNoViolations(page, '[role="dialog"]');
  const save = async (name: string): Promise<readonly string[]> => {
    const path = join(userData, name);
    await chooseTarget(app, path);
    await page.getByTestId('handover-pdf').click();
    await expect(page.getByTestId('handover-outcome')).toContainText(name);
    return pdfPages(readFileSync(path));
  };
  const english = await save('handover.pdf');
  expect(english.length).toBe(Number(await paper.getAttribute('data-pages')));
  expect(english.length).toBeGreaterThan(1);
  expect(english[0]).toMatch(/OutgoingAdaMartin,\d+\w{3,4}\d{4}\d\d:\d\dIncomingBoLarsson,/);
  expect(english[0]).toContain('2of');
  expect(english.join('')).toContain('acceptedlatebyBoLarsson');
  expect(english[1]).toContain(`Page2of${english.length}`);
  // A section that goes on has its head again.
  expect(english[1]).toContain('Accepted');
  const references = signed.items.flatMap(({ ticketId, title }) =>
    ticketId === null ? [] : [title.split(' ')[0] ?? ''],
  );
  for (const reference of new Set(references)) expect(english.join('')).toContain(reference);

  await page.getByTestId('handover-language').getByLabel('French').check();
  await expect(paper.getByTestId('report-page').first()).toHaveAttribute('lang', 'fr');
  await expect(paper).toHaveAttribute('data-pages', /\d/);
  const french = await save('passation.pdf');
  expect(french[0]).toContain('PartiesortanteAdaMartin');
  expect(french.join('')).toContain('acceptéaprèscoupparBoLarsson');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-handover-document] :focus')).toBeVisible();
});

for (const [theme, language] of [
  ['light', 'en'],
  ['dark', 'fr'],
] as const) {
  test(`axe finds nothing in any state of a handover, ${theme}, in ${language}`, async ({ userData }) => {
    const { page, close } = await start({ userData, args: ['--sample', `--language=${language}`, `--theme=${theme}`] });
    await page.getByTestId('queue-row').first().waitFor();
    await be(page, 'Ada Martin');
    await goToHandover(page);
    await expect(page.getByTestId('new-handover')).toBeVisible();
    await expectNoViolations(page, '[data-testid="handover-screen"]');
    await page.keyboard.press('b');
    await expect(page.getByTestId('preview-openP1')).toBeVisible();
    await expectNoViolations(page, '[data-testid="handover-screen"]');
    await page.getByTestId('begin-handover').press('Enter');
    await expect(page.locator('[data-handover-document] :focus')).toBeVisible();
    await page.keyboard.press('e');
    await expect(page.getByTestId('item-editor').locator('[data-field="nextAction"]')).toBeFocused();
    await expectNoViolations(page, '[data-testid="handover-screen"]');
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    await expect(page.getByTestId('sign-dialog')).toBeVisible();
    await expectNoViolations(page, '[role="dialog"]');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByTestId('signature-outgoing')).toHaveAttribute('data-signed', 'true');
    await be(page, 'Bo Larsson');
    await expect(page.getByTestId('accept-item').first()).toBeVisible();
    await expectNoViolations(page, '[data-testid="handover-screen"]');
    const [line] = await ask(page, 'handover:list', { limit: 1 });
    const offered = await ask(page, 'handover:get', { id: line?.id ?? '' });
    const twins = twinsOf(offered);
    expect(twins.length).toBeGreaterThan(1);
    const taken = await ask(page, 'handover:accept', { id: offered.id, itemIds: [...twins] });
    await ask(page, 'handover:sign', { id: offered.id, expectedVersion: taken.version });
    await expect(page.getByTestId('handover-left')).toBeVisible();
    await expectNoViolations(page, '[data-testid="handover-screen"]');
    await close();
  });
}
