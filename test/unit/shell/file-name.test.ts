import { expect, it } from 'vitest';
import { toFileName } from '../../../electron/shell/file-name.ts';

it.each([
  ['Relevé Clinique du Lac 2026-10', 'Relevé Clinique du Lac 2026-10.pdf'],
  ['../../etc/passwd', 'etc passwd.pdf'],
  ['..', 'vigie.pdf'],
  ['A/B: "C"\n?', 'A B C.pdf'],
  ['C:\\Windows', 'C Windows.pdf'],
])('%j becomes the name of a file that leads nowhere else', (name, file) => expect(toFileName(name, 'pdf')).toBe(file));
