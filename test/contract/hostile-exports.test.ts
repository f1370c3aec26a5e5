import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messagesOf } from '../../electron/core/cli/messages.ts';
import { tableCsv } from '../../renderer/features/pictures/picture-data.ts';
import { compileZone } from '../../shared/calendar/compile-zone.ts';
import { LEDGER_ZONE, parseMonth } from '../../shared/expertise/month.ts';
import { statementOf } from '../../shared/expertise/statement.ts';
import { statementCsv } from '../../shared/expertise/statement-csv.ts';
import { statementOrder } from '../../shared/expertise/statement-order.ts';
import { statementWords } from '../../shared/expertise/statement-words.ts';
import { tellStatement } from '../../shared/expertise/tell-statement.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { compilePolicy } from '../../shared/sla/compile-policy.ts';
import { DEFAULT_POLICY } from '../../shared/sla/policy.ts';
import { deskOf } from '../support/desk-calls.ts';
import { createLedgerWorld } from '../support/ledger-world.ts';
import { tempFolder } from '../support/temp-folder.ts';

const folder = tempFolder();
/** What each spreadsheet runs, written by strangers in every field that is exported. */
const FORMULAS = [
  '=1+cmd|x!A1',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '＝1+1',
  '"=1+1',
  '\u200b=1',
  'x\t=1',
  'x;=1',
  "x\r\n=1,'=1",
];
const DANGEROUS = /^["'\p{Cf}]*[=+\-@＝＋－＠]/u;

/** No cell that a spreadsheet makes of it, whatever it divides cells by, begins like a formula; numbers may. */
const expectHarmless = (text: string): void => {
  expect(text).toMatch(/^\uFEFF/);
  for (const delimiter of [',', ';', '\t']) {
    const cells = parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true }).flat();
    const harmful = cells.filter((cell) => DANGEROUS.test(cell) && !/^"*'/.test(cell) && !/^-?[\d.,;]+$/.test(cell));
    expect([delimiter, harmful]).toEqual([delimiter, []]);
  }
};

it.each(FORMULAS)('%j is a formula in no export', async (formula) => {
  const made = await createLedgerWorld();
  const { world, customerId, log } = made;
  await world.call('customer:save', { id: customerId, name: formula, note: formula });
  await log({ start: '2026-11-12T09:00:00Z', end: '2026-11-12T10:00:00Z', note: formula, expert: formula });
  const { id } = await deskOf(world).open({ title: formula, customer: formula, requester: formula });
  await deskOf(world).run(id, { kind: 'note', text: formula }, { kind: 'assign', assignee: formula });

  const path = join(folder, 'audit.csv');
  const filter = { actor: '', ticket: '', kind: null, fromMs: null, toMs: null, isVoided: null };
  await world.call('audit:export', { filter, selectionId: world.chooseToWrite(path) });
  expectHarmless(readFileSync(path, 'utf8'));

  const span = { fromMs: Date.UTC(2026, 10, 1), toMs: Date.UTC(2026, 11, 2) };
  const report = { ...span, filter: EMPTY_FILTER, asOfMs: null, figures: null };
  for (const language of ['en', 'fr'] as const)
    expectHarmless((await world.call('report:export', { ...report, language })).text);

  const [ledger, customer] = await Promise.all([made.ledger(), made.customer()]);
  const month = parseMonth('2026-11') ?? 0;
  const [rules, zone] = [compilePolicy(DEFAULT_POLICY), compileZone(LEDGER_ZONE)];
  const statement = statementOf(statementOrder(ledger, customer, { fromMonth: month, toMonth: month }, rules, zone));
  for (const language of ['en', 'fr'] as const) {
    const sheet = tellStatement(statement, statementWords(language, messagesOf(language)), {
      hasNotes: true,
      isSample: false,
    });
    expectHarmless(statementCsv(sheet));
    const columns = [
      { key: 'a', label: formula, unit: 'text' as const },
      { key: 'b', label: formula, unit: 'hours' as const },
    ];
    expectHarmless(tableCsv({ columns, rows: [[formula, -90]] }, language));
  }
  world.close();
});
