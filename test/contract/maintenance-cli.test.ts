import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant } from '../support/world.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = tempFolder();

const vigie = (...args: readonly string[]) => {
  const script = join(root, 'electron/provision/vigie.mjs');
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, 'maintenance', ...args], {
    ...{ encoding: 'utf8', cwd: folder, env },
  });
  return { status, stdout, stderr };
};
const DAYS = ['--from', '2026-12-01', '--to', '2026-12-05', '--json'] as const;
const shipped = (platform: string) => ({
  ...{ platform, start: '2026-12-01T23:00:00Z', end: '2026-12-02T05:00:00Z', rule: 'first-wednesday' },
});

it(
  'the command lists the windows of the rules, and those of a database with its exceptions',
  { timeout: 120_000 },
  async () => {
    expect(JSON.parse(vigie(...DAYS).stdout)).toEqual([shipped('NGP'), shipped('NUP')]);
    const world = createWorld({ now: '2026-11-23T09:00:00Z', path: join(folder, 'own.db') });
    world.become({ name: 'Lea', role: 'lead' });
    await world.call('maintenance:save-exception', {
      ...{ kind: 'moved', platforms: ['NUP'], reason: 'a freeze', customerId: null },
      ofStartMs: instant('2026-12-01T23:00:00Z'),
      ...{ startMs: instant('2026-12-03T23:00:00Z'), endMs: instant('2026-12-04T03:00:00Z') },
    });
    world.close();
    const moved = { ...shipped('NUP'), start: '2026-12-03T23:00:00Z', end: '2026-12-04T03:00:00Z' };
    expect(JSON.parse(vigie(...DAYS, '--db', 'own.db').stdout)).toEqual([shipped('NGP'), moved]);
    expect(vigie(...DAYS, '--db', 'nowhere.db')).toMatchObject({ status: 2, stdout: '' });
  },
);
