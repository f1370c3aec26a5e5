import { expect, it } from 'vitest';
import en from '../../../resources/locales/en.json';
import fr from '../../../resources/locales/fr.json';
import { ROLES } from '../../../shared/access/actor.ts';
import { RIGHTS } from '../../../shared/access/rights.ts';
import { contract } from '../../../shared/ipc/contract.ts';

it('what the contract keeps for roles is told once, for the same roles', () => {
  const kept = Object.entries(contract)
    .filter(([, { roles }]) => roles.length < ROLES.length)
    .map(([name, { roles }]) => [name, ROLES.filter((role) => roles.includes(role))]);
  const told = RIGHTS.flatMap(({ calls, roles }) => calls.map((name) => [name, [...roles]]));
  const byName = (a: unknown[], b: unknown[]): number => String(a[0]).localeCompare(String(b[0]));
  expect(told.sort(byName)).toEqual(kept.sort(byName));
});

it.each([
  ['English', en],
  ['French', fr],
])('every right has its words in %s', (_name, messages: Readonly<Record<string, string>>) => {
  expect(RIGHTS.filter(({ id }) => messages[`people.right.${id}`] === undefined)).toEqual([]);
});
