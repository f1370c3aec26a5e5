import { expect, it } from 'vitest';
import { isImportable } from '../../../electron/shell/importable.ts';
import { refusedSwitch } from '../../../electron/shell/refused-switches.ts';

const among =
  (...names: readonly string[]) =>
  (name: string): boolean =>
    names.includes(name);

it('a switch that opens the window to another program is found among others', () => {
  expect(refusedSwitch(among('lang', 'remote-debugging-port'))).toBe('remote-debugging-port');
  expect(refusedSwitch(among('js-flags'))).toBe('js-flags');
  expect(refusedSwitch(among('lang', 'sample', 'no-sandbox', 'disable-gpu'))).toBe(null);
});

it.each([
  ['/home/lea/export.csv', true],
  ['/home/lea/EXPORT.JSON', true],
  ['/home/lea/.ssh/id_ed25519', false],
  ['/home/lea/.config/Vigie/vigie.db', false],
  ['/home/lea/.csv', false],
  ['/etc/passwd', false],
  ['/home/lea/a.csv.exe', false],
])('%s may be offered by dropping it: %s', (path, may) => expect(isImportable(path)).toBe(may));
