import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const STYLES = resolve(__dirname, '../../../renderer/styles');
const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch)a?\(/gi;

it('every colour of the styles is a token: both themes have it, and its contrast is known', () => {
  const files = readdirSync(STYLES).filter((name) => name.endsWith('.css') && name !== 'tokens.css');
  const loose = files.flatMap((name) => {
    const rules = readFileSync(join(STYLES, name), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    // An id in a selector looks like a colour of three to eight hexadecimal digits only where it has no other letter.
    return [...rules.matchAll(COLOUR)].map(([colour]) => `${name}: ${colour}`);
  });
  expect(loose).toEqual([]);
});
