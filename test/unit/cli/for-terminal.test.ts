import { expect, it } from 'vitest';
import { forTerminal } from '../../../electron/core/cli/for-terminal.ts';

it.each([
  ['plain\ttext\r\nand a line\n', 'plain\ttext\r\nand a line\n'],
  ['\u001b[2J\u001b]0;title\u0007 gone', '\uFFFD[2J\uFFFD]0;title\uFFFD gone'],
  ['P4 low\rP1 high', 'P4 low\uFFFDP1 high'],
  ['\u009b31m red', '\uFFFD31m red'],
  ['a\u202Ecba\u202C', 'acba'],
  ['naïve café 👩\u200d🚀', 'naïve café 👩\u200d🚀'],
])('%j is shown, not obeyed', (text, shown) => expect(forTerminal(text)).toBe(shown));
