import { expect, it } from 'vitest';
import { isBounded } from '../../../shared/ipc/bounded.ts';

const deep = (levels: number): unknown => {
  let value: unknown = 1;
  for (let i = 0; i < levels; i++) value = [value];
  return value;
};

it('lets through what calls take', () => {
  const order = { targets: Array.from({ length: 1_000 }, (_, id) => ({ id, expectedVersion: null })), commands: [{}] };
  expect(
    [undefined, null, 0, 'x', {}, [], order, { text: 'x'.repeat(20_000_000) }, deep(50)].map(isBounded),
  ).not.toContain(false);
});

it('refuses at once what would take long to look at, or is no record', () => {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  const values = [
    cycle,
    Array(4_294_967_295),
    deep(100_000),
    'x'.repeat(22_000_000),
    1n,
    new Date(),
    new Map(),
    /x/,
    { a: new Uint8Array(1) },
  ];
  expect(values.map(isBounded)).not.toContain(true);
  const wide = Array.from({ length: 10_000 }, () => Array.from({ length: 100 }, () => 1));
  expect(isBounded(wide)).toBe(false);
});
