import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLedgerWorld } from '../support/ledger-world.ts';
import { tempFolder } from '../support/temp-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = tempFolder();
const path = join(folder, 'hours.db');

const vigie = (...args: readonly string[]) =>
  spawnSync(process.execPath, [join(root, 'electron/provision/vigie.mjs'), 'statement', '--db', path, ...args], {
    ...{ encoding: 'utf8', cwd: folder, env: { ...process.env, INIT_CWD: folder } },
  });

describe('vigie statement', { timeout: 120_000 }, () => {
  it('prints the statement of a customer in its language or another, and says what it cannot do', async () => {
    const { world, log } = await createLedgerWorld({ path });
    await log({ start: '2026-10-07T08:00:00Z', end: '2026-10-07T09:10:00Z', note: 'sizing' });
    world.close();
    const of = ['--customer', 'clinique du lac', '--from', '2026-10'];
    const french = vigie(...of);
    expect(french.stderr).not.toContain('vigie:');
    expect(french.stdout).toContain('\r\nTotal;2;70;1,25;1,25;0;0,75\r\n');
    const english = vigie(...of, '--to', '2026-11', '--language', 'en', '--notes').stdout;
    expect(english).toMatch(/^\uFEFFStatement of expertise hours\r\n/);
    expect(english).toContain('7 Oct 2026,10:00–11:10,Daily advice · sizing,Ada,70,1.25,Hours of October 2026,0\r\n');
    for (const wrong of [
      ['--customer', 'Nobody', '--from', '2026-10'],
      ['--customer', 'Clinique du Lac', '--from', 'October'],
      [...of, '--to', '2026-09'],
      [...of, '--language', 'de'],
      ['--from', '2026-10'],
    ]) {
      const { status, stdout, stderr } = vigie(...wrong);
      expect([status, stdout, stderr.trim().split('\n').length], wrong.join(' ')).toEqual([2, '', 1]);
    }
  });
});
