import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';

/** What a module needs when it is loaded: types are gone by then, if nothing but types is imported by `import type`. */
const STATIC = /^(?:import|export)\s+(?!type\b)(?:[^;']*?\bfrom\s+)?'([^']+)'/gms;
const LAZY = /\bimport\('([^']+)'\)/g;

const importsOf = (text: string, patterns: readonly RegExp[]): string[] =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, from = '']) => from));

/** Every module that is loaded for one, with the one that led to it. */
const modulesOf = (start: string, patterns: readonly RegExp[]): ReadonlyMap<string, string | null> => {
  const found = new Map<string, string | null>([[resolve(start), null]]);
  for (const file of found.keys()) {
    for (const from of importsOf(readFileSync(file, 'utf8'), patterns)) {
      const target = from.startsWith('.') ? resolve(dirname(file), from) : from;
      if (found.has(target)) continue;
      if (from === 'zod' || (/\.tsx?$/.test(target) && existsSync(target))) found.set(target, file);
    }
    if (found.has('zod')) break;
  }
  return found;
};

const wayToZod = (found: ReadonlyMap<string, string | null>): string[] => {
  const way: string[] = [];
  for (let at = found.get('zod') ?? null; at !== null; at = found.get(at) ?? null) way.push(at);
  return way;
};

it('no part of the window loads zod: what comes from the core is parsed there', () => {
  const found = modulesOf('renderer/main.tsx', [STATIC, LAZY]);
  expect(wayToZod(found)).toEqual([]);
  // A trace that sees nothing finds nothing.
  expect(found.size).toBeGreaterThan(300);
});

it('the main process asks for its window before it loads zod', () => {
  const found = modulesOf('electron/main.ts', [STATIC]);
  expect(wayToZod(found)).toEqual([]);
  expect(found.size).toBeGreaterThan(10);
  expect(wayToZod(modulesOf('electron/main.ts', [STATIC, LAZY]))).not.toEqual([]);
});
