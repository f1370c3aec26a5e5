import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { foldPeople } from '../../shared/access/person.ts';
import { toPersonEvent } from '../../electron/core/access/access-repo.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
const folder = tempFolder();
beforeEach(() => {
  world = createWorld();
  world.become({ name: 'Lea', role: 'lead' });
});
afterEach(() => world.close());

type Facts = CallInput<'people:save'>['facts'];
const FACTS: Facts = {
  ...{ name: 'Ada', account: null, role: 'agent', level: 'L1', languages: ['fr', 'en'], week: null, isActive: true },
};
const add = async (part: Partial<Facts>) =>
  (await world.call('people:save', { id: null, expectedVersion: null, facts: { ...FACTS, ...part } })).people;
const codeOf = async (input: CallInput<'people:save'>) => {
  const reply = await world.reply('people:save', input);
  return reply.ok ? null : reply.error.code;
};

describe('people of the desk', () => {
  it('are added and changed by leads alone, with who changed what', async () => {
    await add({ name: 'Ada', account: 'amartin' });
    const [ada] = await add({ name: 'Grace', role: 'expert' });
    expect(ada).toMatchObject({ name: 'Ada', languages: ['en', 'fr'], version: 1 });
    const id = ada?.id ?? '';
    world.setNow('2026-11-23T10:00:00Z');
    const facts: Facts = { ...FACTS, account: 'amartin', level: 'L2', week: { 1: [[540, 1_020]], 2: [] } };
    expect(await codeOf({ id, expectedVersion: 0, facts })).toBe('people/changed');
    await world.call('people:save', { id, expectedVersion: 1, facts });
    // Nothing is recorded where nothing is otherwise.
    await world.call('people:save', { id, expectedVersion: 2, facts });
    const [change, addition] = await world.call('people:get-history', { id });
    expect(addition).toMatchObject({ kind: 'personAdded', actor: 'Lea', workstation: 'bench' });
    expect(change?.changes).toEqual([
      { fact: 'level', before: 'L1', after: 'L2' },
      { fact: 'week', before: null, after: { 1: [[540, 1_020]] } },
    ]);
    expect(world.heard.filter(({ name }) => name === 'people:changed')).toHaveLength(3);
    world.become({ name: 'Ada', role: 'agent' });
    expect(await codeOf({ id, expectedVersion: 2, facts })).toBe('access/role');
  });

  it('have one name and one account each', async () => {
    const [ada] = await add({ name: 'Ada', account: 'amartin' });
    expect(await codeOf({ id: null, expectedVersion: null, facts: { ...FACTS, name: 'ADA' } })).toBe(
      'people/name-taken',
    );
    const namesake = { ...FACTS, name: 'Alan', account: 'AMartin' };
    expect(await codeOf({ id: null, expectedVersion: null, facts: namesake })).toBe('people/account-taken');
    // The name stays, and an account is free again when somebody leaves.
    const facts = { ...FACTS, name: 'Adah', account: 'amartin', isActive: false };
    const { people } = await world.call('people:save', { id: ada?.id ?? '', expectedVersion: 1, facts });
    expect(people).toMatchObject([{ name: 'Ada', isActive: false }]);
    expect(await codeOf({ id: null, expectedVersion: null, facts: namesake })).toBeNull();
  });

  it('the account of this computer decides who works here, and somebody who can be a lead is always left', async () => {
    const standing = () => world.call('access:get-standing', {});
    expect(await standing()).toEqual({ person: null, passphraseSeq: null });
    const mine = { ...FACTS, name: 'Noor', account: 'Tester', level: 'L2' } as const;
    expect(await codeOf({ id: null, expectedVersion: null, facts: mine })).toBe('people/no-lead-left');
    await add({ name: 'Lea', role: 'lead', account: 'lea' });
    await add(mine);
    expect((await standing()).person).toEqual({ name: 'Noor', role: 'agent', level: 'L2' });
    const lea = (await world.call('people:list', {})).people.find(({ name }) => name === 'Lea');
    const gone = { id: lea?.id ?? '', expectedVersion: 1, facts: { ...FACTS, name: 'Lea', isActive: false } };
    expect(await codeOf(gone)).toBe('people/no-lead-left');
  });

  it('who are experts are of the coaching cell, with the usual hours, until they leave', async () => {
    const [person] = await add({ name: 'Noor', role: 'expert' });
    const cell = async () => (await world.call('expert:list', {})).map(({ name, isSaved }) => [name, isSaved]);
    expect(await cell()).toEqual([['Noor', false]]);
    const gone = { ...FACTS, name: 'Noor', role: 'expert', isActive: false } as const;
    await world.call('people:save', { id: person?.id ?? '', expectedVersion: 1, facts: gone });
    expect(await cell()).toEqual([]);
    expect(world.heard.filter(({ name }) => name === 'coaching:changed')).toHaveLength(2);
  });

  it('are offered where a name is typed', async () => {
    await add({ name: 'Zoé' });
    expect(await world.call('people:find', { text: 'zoe' })).toEqual([{ name: 'Zoé', openTickets: 0 }]);
  });

  it('are a fold of what was recorded, in the audit as well, and again from the file', async () => {
    const path = join(folder, 'people.db');
    const first = createWorld({ path });
    first.become({ name: 'Lea', role: 'lead' });
    const { people } = await first.call('people:save', { id: null, expectedVersion: null, facts: FACTS });
    const id = people[0]?.id ?? '';
    await first.call('people:save', { id, expectedVersion: 1, facts: { ...FACTS, role: 'expert' } });
    first.close();
    const again = createWorld({ path });
    const { people: found } = await again.call('people:list', {});
    expect([...foldPeople(again.core.access.repo.ofPeople().map(toPersonEvent)).values()]).toEqual(found);
    expect(found).toMatchObject([{ name: 'Ada', role: 'expert', version: 2 }]);
    const filter = { actor: 'Lea', ticket: '', kind: null, fromMs: null, toMs: null, isVoided: null };
    const { rows } = await again.call('audit:list', { filter, before: null, limit: 10 });
    expect(rows.map(({ kind, person }) => [kind, person])).toEqual([
      ['personChanged', 'Ada'],
      ['personAdded', 'Ada'],
    ]);
    expect(rows[0]?.changes).toEqual([{ fact: 'person.role', before: 'agent', after: 'expert' }]);
    again.close();
  });
});
