import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, root, start, test } from './app.ts';
import { importGoldP1s } from './import-tickets.ts';

const MINUTE_MS = 60_000;

/** Whether the first picture of the last start was drawn from what the run before had kept. */
const wasFromKept = (userData: string): unknown => {
  const lines = readFileSync(join(userData, 'logs/vigie.log'), 'utf8').trim().split('\n');
  const ready = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ event }) => event === 'window/ready');
  return ready.at(-1)?.['isFromKept'];
};

const ownArgs = ['--language=en', '--theme=light'];

test('a start draws what the last one showed at its end, and goes on with what the core says', async ({ userData }) => {
  const first = await start({ userData, args: ownArgs });
  await importGoldP1s(first, userData, [{ reference: 'G-1', openedAtMs: Date.now() - 10 * MINUTE_MS }]);
  await expect(first.page.getByText('Portal G-1 down')).toBeVisible();
  await first.close();
  expect(wasFromKept(userData)).toBe(false);

  const again = await start({ userData, args: ownArgs });
  await expect(again.page.getByText('Portal G-1 down')).toBeVisible();
  await expect.poll(() => wasFromKept(userData)).toBe(true);
  await importGoldP1s(again, userData, [{ reference: 'G-2', openedAtMs: Date.now() - 5 * MINUTE_MS }]);
  await expect(again.page.getByText('Portal G-2 down')).toBeVisible();
  await again.close();

  const third = await start({ userData, args: ownArgs });
  await expect(third.page.getByText('Portal G-2 down')).toBeVisible();
  await third.close();
  expect(wasFromKept(userData)).toBe(true);
});

test('nothing of it is used where the queue has changed meanwhile', async ({ userData }) => {
  const first = await start({ userData, args: ownArgs });
  await first.close();
  const file = join(userData, 'more.csv');
  writeFileSync(file, 'Reference,Title,State,Opened at\nM-1,Told on the command line,open,2026-09-01T08:00:00Z\n');
  const vigie = join(root, 'electron/provision/vigie.mjs');
  const args = ['import', file, '--db', join(userData, 'vigie.db'), '--profile', 'generic'];
  const { status, stderr } = spawnSync(process.execPath, [vigie, ...args], { cwd: root, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const again = await start({ userData, args: ownArgs });
  await expect(again.page.getByText('Told on the command line')).toBeVisible();
  await again.close();
  expect(wasFromKept(userData)).toBe(false);
});

test('a Vigie that was killed leaves nothing to draw from', async ({ userData }) => {
  const first = await start({ userData, args: ownArgs });
  await first.close();
  const kept = join(userData, 'first-answers.json');
  expect(existsSync(kept)).toBe(true);
  const killed = await start({ userData, args: ownArgs });
  const gone = killed.app.waitForEvent('close');
  killed.app.process().kill('SIGKILL');
  await gone;
  expect(existsSync(kept)).toBe(false);
  const again = await start({ userData, args: ownArgs });
  await again.close();
  expect(wasFromKept(userData)).toBe(false);
});
