import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(tsx?|css)$/.test(name) && !name.startsWith('provision'))
    .map((name) => join(root, folder, name));

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const imported = new Set(
  ['electron', 'renderer', 'shared']
    .flatMap(sources)
    .flatMap((file) => [
      ...readFileSync(file, 'utf8').matchAll(/^(?:import|export|\}) ?(?:[^'\n]*from )?'([^'.\s][^'\s]*)';$/gm),
    ])
    .map(([, specifier]) => packageOf(specifier ?? ''))
    .filter((name) => !name.startsWith('node:') && !name.startsWith('virtual:') && !builtinModules.includes(name)),
);

describe('what is shipped of others', () => {
  const listed = readFileSync(join(root, 'THIRD_PARTY.md'), 'utf8').toLowerCase();
  it('names every package that the sources import', () => {
    expect(imported.size).toBeGreaterThan(10);
    expect([...imported].filter((name) => !listed.includes(name.toLowerCase()))).toEqual([]);
  });
});
