import fc from 'fast-check';
import { basename, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { toFileName } from '../../../electron/shell/file-name.ts';

it.each([
  ['Relevé Clinique du Lac 2026-10', 'Relevé Clinique du Lac 2026-10.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['..', 'vigie.pdf'],
  ['A/B: "C"\n?', 'A B C.pdf'],
  ['C:\\Windows', 'C Windows.pdf'],
  ['CON', '_CON.pdf'],
  ['com1.report', '_com1.report.pdf'],
  ['nul ', '_nul.pdf'],
  ['Console', 'Console.pdf'],
  ['ends in points...', 'ends in points.pdf'],
  ['Report \u202Efdp.exe', 'Report fdp.exe.pdf'],
  ['a\0b\u2028c\uD800d\u200bx', 'a b c d x.pdf'],
  ['👩‍🚀'.repeat(60), `${'👩‍🚀'.repeat(16)}👩.pdf`],
])('%j becomes the name of a file that leads nowhere else', (name, file) => expect(toFileName(name, 'pdf')).toBe(file));

it('whatever is given, it is one name that every file system takes', () => {
  const hostile = fc.constantFrom(
    '..',
    '/',
    '\\',
    ':',
    '.',
    ' ',
    'CON',
    'aux',
    '\0',
    '\u202E',
    '\uD83D',
    '～',
    'é',
    'x'.repeat(300),
  );
  const names = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(hostile, fc.string())).map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(names, (name) => {
      const file = toFileName(name, 'csv');
      expect([basename(file), win32.basename(file)]).toEqual([file, file]);
      expect(file).toMatch(/^(?![. ])[^\\/:*?"<>|\p{Cc}\p{Cs}]+(?<![. ])\.csv$/u);
      expect(Buffer.byteLength(file)).toBeLessThanOrEqual(190);
      expect(file).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)[. ]/i);
    }),
  );
});
