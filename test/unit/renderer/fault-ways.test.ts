import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAULTS, isFault, waysOf } from '../../../renderer/features/fault/fault-ways.ts';
import { MESSAGES } from '../../../renderer/i18n/messages.ts';
import { CallFailure, isRefusedInPast } from '../../../renderer/ipc/client.ts';
import { contract, type CallName } from '../../../shared/ipc/contract.ts';
import { isReading } from '../../../shared/ipc/reading-calls.ts';

const core = join(import.meta.dirname, '../../../electron/core');

describe('the ways on from a fault', () => {
  it('are known for every fault that opening a database tells', () => {
    const told = ['db', 'backup']
      .flatMap((folder) => readdirSync(join(core, folder)).map((name) => join(core, folder, name)))
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) =>
        [...readFileSync(path, 'utf8').matchAll(/(?<!log\('info', )'((?:db|disk)\/[a-z-]+)'/g)].map(
          ([, code = '']) => code,
        ),
      );
    expect(told).toContain('db/restore-cut-off');
    expect([...new Set(told)].filter((code) => !FAULTS.includes(code))).toEqual([]);
  });

  it('each begin with one, and each fault is told in both languages', () => {
    for (const code of FAULTS) {
      expect(waysOf(code)).toContain('retry');
      for (const words of [MESSAGES.en, MESSAGES.fr]) {
        expect([code, `fault.title.${code}` in words, `error.${code}` in words]).toEqual([code, true, true]);
      }
    }
  });

  it('never replace what is of another program or of a newer Vigie, nor what is only locked or full', () => {
    for (const code of ['db/not-vigie', 'db/newer-schema', 'db/locked', 'disk/full', 'db/read-only']) {
      expect(waysOf(code)).not.toContain('restore');
    }
  });

  it('are for faults alone: what was refused or is a bug has none', () => {
    expect(isFault(new CallFailure('db/damaged', ''))).toBe(true);
    expect(isFault(new CallFailure('ticket/finished', ''))).toBe(false);
    expect(isFault(new TypeError('x'))).toBe(false);
  });
});

it('a copy that is read only refuses all of the core that the past refuses, and what people keep', () => {
  const ofCore = (Object.keys(contract) as CallName[]).filter((name) => contract[name].place === 'core');
  const refused = ofCore.filter((name) => !isReading(name));
  expect(ofCore.filter(isRefusedInPast).filter(isReading)).toEqual([]);
  expect(refused.filter((name) => !isRefusedInPast(name)).sort()).toEqual([
    'access:keep-passphrase',
    'draft:save',
    'view:delete',
    'view:save',
    'watch:mark-seen',
    'watch:snooze',
  ]);
});
