import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const FOLDERS = [
  'shared/ticket',
  'shared/reply',
  'shared/coaching',
  'shared/handover',
  'shared/steering',
  'electron/core/ticket',
  'electron/core/desk',
  'electron/core/policy',
  'electron/core/coaching',
  'electron/core/maintenance',
  'electron/core/report',
  'electron/core/handover',
  'electron/core/steering',
  'electron/core/backup',
  'electron/core/db',
  'electron/core/privacy',
];
/** Importing has a report of its own, in which the sentences stand as they are. */
const REPORTED = ['import/no-opening', 'import/other-opening'];

const codesIn = (folder: string): string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const text = readFileSync(join(root, folder, name), 'utf8');
      return [...text.matchAll(/(?:refuse\(|VigieError\(|code: )\s*'([a-z]+\/[a-z-]+)'/g)].map(([, code = '']) => code);
    });

describe('every refusal of the desk is told in both languages', () => {
  const codes = [...new Set(FOLDERS.flatMap(codesIn))].filter((code) => !REPORTED.includes(code));

  it('finds the refusals', () => {
    expect(codes).toContain('ticket/finished');
    expect(codes.length).toBeGreaterThan(30);
  });

  it.each(['en', 'fr'])('%s', (language) => {
    const texts = JSON.parse(readFileSync(join(root, `resources/locales/${language}.json`), 'utf8')) as object;
    expect(codes.filter((code) => !(`error.${code}` in texts))).toEqual([]);
  });
});
