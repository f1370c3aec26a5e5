import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld } from '../support/world.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = tempFolder();

const vigie = (...args: readonly string[]) => {
  const script = join(root, 'electron/provision/vigie.mjs');
  const { status, stdout } = spawnSync(process.execPath, [script, 'lead-passphrase', ...args], {
    ...{ encoding: 'utf8', cwd: folder, env: { ...process.env, INIT_CWD: folder } },
  });
  return { status, stdout };
};

it(
  'who forgot the passphrase takes it back on the command line, and the audit has it',
  { timeout: 120_000 },
  async () => {
    const path = join(folder, 'own.db');
    const world = createWorld({ path });
    await world.call('access:keep-passphrase', { passphrase: 'cerise wagon lundi tuyau', old: null });
    world.close();
    expect(vigie('--db', 'own.db')).toEqual({ status: 0, stdout: "A lead's passphrase is set.\n" });
    expect(JSON.parse(vigie('--db', 'own.db', '--reset', '--json').stdout)).toEqual({ isSet: false, isReset: true });
    expect(JSON.parse(vigie('--db', 'own.db', '--reset', '--json').stdout)).toEqual({ isSet: false, isReset: false });
    expect(vigie('--db', 'nowhere.db', '--reset')).toEqual({ status: 2, stdout: '' });
    const again = createWorld({ path });
    const filter = { actor: '', ticket: '', kind: 'passphraseReset', fromMs: null, toMs: null, isVoided: null };
    const { rows } = await again.call('audit:list', { filter, before: null, limit: 10 });
    expect(rows).toMatchObject([{ kind: 'passphraseReset', payload: {} }]);
    expect(rows[0]?.actor).not.toBe('tester');
    again.close();
  },
);
