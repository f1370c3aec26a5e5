import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { expect, it } from 'vitest';

const START = resolve('renderer/main.tsx');
const STATIC = /^(?:import|export)\s+(?!type\b)([^;]*?)\bfrom\s+'([^']+)'/gms;
const LAZY = /\bimport\('([^']+)'\)/g;

const isTypesOnly = (clause: string): boolean => {
  const named = /^\{([^}]*)\}$/s.exec(clause.trim())?.[1]?.split(',') ?? [];
  const names = named.map((name) => name.trim()).filter((name) => name !== '');
  return names.length > 0 && names.every((name) => name.startsWith('type '));
};

/** What a module needs when it runs: types are gone by then. */
const importsOf = (text: string): string[] => [
  ...[...text.matchAll(STATIC)].flatMap(([, clause = '', from = '']) => (isTypesOnly(clause) ? [] : [from])),
  ...[...text.matchAll(LAZY)].map(([, from = '']) => from),
];

/** Every module that the window may come to load, with the one that led to it. */
const modules = (): ReadonlyMap<string, string | null> => {
  const found = new Map<string, string | null>([[START, null]]);
  for (const file of found.keys()) {
    for (const from of importsOf(readFileSync(file, 'utf8'))) {
      const target = from.startsWith('.') ? resolve(dirname(file), from) : from;
      if (found.has(target)) continue;
      if (from === 'zod' || (/\.tsx?$/.test(target) && existsSync(target))) found.set(target, file);
    }
    if (found.has('zod')) break;
  }
  return found;
};

it('no part of the window loads zod: what comes from the core is parsed there', () => {
  const found = modules();
  const way: string[] = [];
  for (let at = found.get('zod') ?? null; at !== null; at = found.get(at) ?? null) way.push(at);
  expect(way).toEqual([]);
  // A trace that sees nothing finds nothing.
  expect(found.size).toBeGreaterThan(300);
});
