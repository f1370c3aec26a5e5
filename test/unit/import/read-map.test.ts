import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readLevelMap, readTierMap } from '../../../electron/core/import/read-map.ts';

const folder = mkdtempSync(join(tmpdir(), 'vigie-map-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (content: string | Buffer): string => {
  const path = join(folder, 'map.csv');
  writeFileSync(path, content);
  return path;
};
const TIERS = ['standard', 'bronze', 'silver', 'gold'];

it('reads tiers in any dialect', async () => {
  const map = await readTierMap(
    file(
      Buffer.from('note;Client;Tier\r\nx;Électricité;Gold\r\n;"Bœuf; Fils";SILVER\r\n'.replace('œ', 'oe'), 'latin1'),
    ),
    TIERS,
  );
  expect([...map]).toEqual([
    ['Électricité', 'gold'],
    ['Boeuf; Fils', 'silver'],
  ]);
});

it('reads levels as people write them', async () => {
  const map = await readLevelMap(file('group,level\nA,L1\nB,2\nC,N3\nD,niveau 2\nE,l3\n'));
  expect([...map]).toEqual([
    ['A', 'L1'],
    ['B', 'L2'],
    ['C', 'L3'],
    ['D', 'L2'],
    ['E', 'L3'],
  ]);
});

it.each([
  [
    'customer,tier\nA,gold\nB,platinum\n',
    "'map.csv' says 'platinum' on line 3, which is no tier; use standard, bronze, silver, gold.",
  ],
  ['customer,tier\nA,gold\n,gold\n', "'map.csv' names no customer on line 3."],
  ['customer,tier\nA\n', "'map.csv' cannot be read on line 2: it has 1 cells where the header has 2."],
  ['name,tier\nA,gold\n', "'map.csv' needs the columns customer,tier (found: name, tier)."],
  ['[1]', "'map.csv' is not a table: it needs the columns customer,tier."],
])('refuses %j', async (content, message) => {
  await expect(readTierMap(file(content), TIERS)).rejects.toMatchObject({ code: 'import/bad-map', message });
});

it('refuses a level that there is none of', async () => {
  await expect(readLevelMap(file('group,level\nA,L4\n'))).rejects.toThrow(
    "says 'L4' on line 2, which is no level; use L1, L2, L3.",
  );
});
