import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJsonFile } from '../../../electron/shell/json-file.ts';
import { tightenAll, tightenProfile } from '../../../electron/shell/tighten-profile.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const root = tempFolder();
let made = 0;

const OURS = [
  ...['vigie.db', 'vigie.db-wal', 'vigie.db-shm', 'vigie.db.before-140.bak', 'vigie.db.replaced-20261123T090000Z'],
  ...['sample.db', 'preferences.json', 'preferences.json.1a2b3c4d.part', 'first-answers.json', 'window.json'],
  ...['logs/vigie.log', 'logs/vigie.old.log', 'backups/vigie.db-manual-20261123T090000Z.db'],
  'backups/vigie.db-automatic-20261123T090000Z.db.json',
];
const OTHERS = ['notes.txt', 'vigie.database.csv', 'logs/other.log', 'Local Storage/leveldb/LOG'];

/** A folder as a wide umask leaves it. */
const looseProfile = (): string => {
  const folder = join(root, String(++made));
  for (const name of [...OURS, ...OTHERS]) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o644);
    chmodSync(dirname(join(folder, name)), 0o755);
  }
  chmodSync(folder, 0o755);
  return folder;
};

const modeOf = (...path: readonly string[]): string => (statSync(join(...path)).mode & 0o777).toString(8);
const modesOf = (folder: string, names: readonly string[]): string[] => names.map((name) => modeOf(folder, name));
const all = (mode: string, names: readonly string[]): string[] => names.map(() => mode);

describe.skipIf(process.platform === 'win32')('a profile with looser rights', () => {
  it('is its owner’s alone where it is Vigie’s own', () => {
    const folder = looseProfile();
    tightenProfile(folder, { isOwn: true });
    expect(modeOf(folder)).toBe('700');
    expect(modesOf(folder, OURS)).toEqual(all('600', OURS));
    expect(modesOf(folder, ['logs', 'backups'])).toEqual(['700', '700']);
    tightenAll(folder);
    expect(modesOf(folder, OTHERS)).toEqual(all('600', OTHERS));
    expect(modesOf(folder, ['Local Storage', 'Local Storage/leveldb'])).toEqual(['700', '700']);
  });

  it('keeps what is not Vigie’s in a folder that somebody named', () => {
    const folder = looseProfile();
    tightenProfile(folder, { isOwn: false });
    expect(modesOf(folder, OURS)).toEqual(all('600', OURS));
    expect(modeOf(folder)).toBe('755');
    expect(modesOf(folder, OTHERS)).toEqual(all('644', OTHERS));
  });

  it('leaves alone what a link leads to, and what is tighter still', () => {
    const folder = looseProfile();
    const elsewhere = join(root, 'elsewhere.db');
    writeFileSync(elsewhere, '');
    chmodSync(elsewhere, 0o644);
    symlinkSync(elsewhere, join(folder, 'sample.db-link'));
    chmodSync(join(folder, 'vigie.db'), 0o400);
    tightenProfile(folder, { isOwn: true });
    tightenAll(folder);
    expect([modeOf(elsewhere), modeOf(folder, 'vigie.db')]).toEqual(['644', '400']);
  });

  it('that does not exist stays so', () => {
    const folder = join(root, 'none');
    tightenProfile(folder, { isOwn: true });
    expect(statSync(folder, { throwIfNoEntry: false })).toBe(undefined);
  });

  it('gets settings that only their owner reads', () => {
    const path = join(root, 'new', 'window.json');
    createJsonFile(path, String, '').write('x');
    expect([modeOf(path), modeOf(dirname(path))]).toEqual(['600', '700']);
  });
});
