import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { seedTickets } from '../../electron/core/sample/seed-tickets.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import { FIGURES } from '../../shared/report/figures.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant } from '../support/world.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = tempFolder();

const vigie = (...args: readonly string[]) => {
  const script = join(root, 'electron/provision/vigie.mjs');
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'report', ...args], {
    ...{ encoding: 'utf8', cwd: folder, env },
  });
  return { status, stdout, stderr };
};
/** A week of September 2026 in Paris: past for every clock that this is run by. */
const DAYS = ['--db', 'own.db', '--from', '2026-09-07', '--to', '2026-09-13'] as const;

it('the command tells what the window is told', { timeout: 120_000 }, async () => {
  const world = createWorld({ now: '2026-09-20T09:00:00Z', path: join(folder, 'own.db') });
  await world.core.imports.take(seedTickets({ count: 2000, seed: 8, nowMs: instant('2026-09-20T09:00:00Z') }));
  const page = await world.call('report:get', {
    ...{ fromMs: instant('2026-09-06T22:00:00Z'), toMs: instant('2026-09-13T22:00:00Z'), asOfMs: null, step: 'day' },
    filter: { ...EMPTY_FILTER, view: 'all', tiers: ['gold', 'silver'] },
  });
  world.close();
  const asOf = ['--as-of', '2026-09-20T09:00:00Z'] as const;
  const told = JSON.parse(vigie('sla', ...DAYS, ...asOf, '--filter', 'tier:gold,silver', '--json').stdout);
  expect(told.lines).toEqual(page.lines.filter(({ figure }) => FIGURES[figure].family === 'sla'));
  expect(told.lines.some(({ value }: { value: number | null }) => value !== null && value > 0)).toBe(true);
  expect(told.points).toEqual(page.points);
  expect(told).toMatchObject({
    from: '2026-09-06T22:00:00Z',
    to: '2026-09-13T22:00:00Z',
    asOf: '2026-09-20T09:00:00Z',
  });
  expect(told.before).toEqual({ from: '2026-08-30T22:00:00Z', to: '2026-09-06T22:00:00Z' });

  const french = vigie('flow', ...DAYS, '--language', 'fr', '--definitions').stdout;
  expect(french).toMatch(/^Ouverts +\d+ +\d+ +\d+$/m);
  expect(french).toContain('Ouverts — Entrées\u00a0: tickets ouverts dans la période.');
  expect(vigie('nothing', ...DAYS)).toMatchObject({ status: 2, stdout: '' });
  expect(vigie('sla', '--db', 'nowhere.db', '--from', '2026-09-07', '--to', '2026-09-13').status).toBe(2);
  expect(vigie('sla', '--db', 'own.db', '--from', 'monday', '--to', '2026-09-13').stderr).toContain(
    "'monday' is not a day",
  );
});
