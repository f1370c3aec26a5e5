import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFirstAnswers } from '../../../electron/shell/first-answers.ts';
import { fail, succeed } from '../../../shared/ipc/reply.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vigie-first-'));
  writeFileSync(join(folder, 'vigie.db'), 'tickets');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (circumstances: readonly string[] = ['1.0.0']) =>
  createFirstAnswers({
    path: join(folder, 'first-answers.json'),
    databasePath: join(folder, 'vigie.db'),
    preferencesPath: join(folder, 'preferences.json'),
    circumstances,
  });

const PAGE = { filter: { view: 'all' }, offset: 0 };

/** A run in which a page is asked for first; what it keeps for the next one. */
const run = async (value: unknown = ['a row']): Promise<void> => {
  const answers = start();
  answers.answer('queue:get-page', PAGE);
  const write = await answers.collect(() => Promise.resolve(succeed(value)));
  write();
};

it('the first start has nothing', () => {
  const answers = start();
  expect(answers.areKept).toBe(false);
  expect(answers.answer('queue:get-page', PAGE)).toBeNull();
});

it('what was asked first is answered at the next start, once', async () => {
  await run();
  const answers = start();
  expect(answers.areKept).toBe(true);
  expect(answers.answer('queue:get-page', structuredClone(PAGE))).toEqual(succeed(['a row']));
  expect(answers.answer('queue:get-page', PAGE)).toBeNull();
});

it('another question, and what is not asked first, go to the core', async () => {
  await run();
  const answers = start();
  expect(answers.answer('queue:get-page', { ...PAGE, offset: 100 })).toBeNull();
  expect(answers.answer('clock:get-rules', {})).toBeNull();
  expect(answers.answer('ticket:run-commands', PAGE)).toBeNull();
});

it.each([
  ['the database', () => writeFileSync(join(folder, 'vigie.db'), 'more tickets')],
  ['what is written beside it', () => writeFileSync(join(folder, 'vigie.db-wal'), 'a ticket')],
  ['the preferences', () => writeFileSync(join(folder, 'preferences.json'), '{}')],
])('nothing is kept where %s changed since', async (_what, change) => {
  await run();
  change();
  expect(start().areKept).toBe(false);
});

it('nothing is kept for another version or account', async () => {
  await run();
  expect(start(['1.1.0']).areKept).toBe(false);
});

it('a run that does not end by itself leaves nothing', async () => {
  await run();
  start();
  expect(existsSync(join(folder, 'first-answers.json'))).toBe(false);
  expect(start().areKept).toBe(false);
});

it('a file that is no JSON counts as none', () => {
  writeFileSync(join(folder, 'first-answers.json'), '{"madeOf"');
  expect(start().areKept).toBe(false);
});

it('an answer that failed is not kept', async () => {
  const answers = start();
  answers.answer('queue:get-page', PAGE);
  const write = await answers.collect(() => Promise.resolve(fail('disk/full', 'The disk is full.')));
  write();
  expect(start().areKept).toBe(false);
});

it.runIf(process.platform !== 'win32')('nobody else may read what is kept', async () => {
  await run();
  expect(statSync(join(folder, 'first-answers.json')).mode & 0o777).toBe(0o600);
});
