import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EMPTY_MAPPING } from '../../shared/import/empty-mapping.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, type World } from '../support/world.ts';

const LOG = resolve(import.meta.dirname, '../fixtures/servicenow-incident-log/incident_event_log_dev.csv');
const JIRA = resolve(import.meta.dirname, '../fixtures/traps/jira.csv');
const folder = tempFolder();
const ORDER = { profile: 'auto', zone: 'UTC', tierMapId: null, levelMapId: null } as const;
let world: World;

beforeEach(() => {
  world = createWorld();
});
afterEach(() => world.close());

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const guess = (path: string) => world.call('import:guess', { selectionId: world.choose(path), machineZone: 'UTC' });
const run = (path: string, more = {}) =>
  world.call('import:run', { ...ORDER, selectionId: world.choose(path), ...more });

describe('guessing through the contract', () => {
  it('shows what the files are and the tickets they would make, and writes nothing', async () => {
    const told = await guess(JIRA);
    expect(told.profile.value).toBe('jira');
    expect(told.sample.map(({ reference, state }) => [reference, state])).toEqual([
      ['OPS-1', 'resolved'],
      ['OPS-2', 'waitingCustomer'],
    ]);
    expect(world.core.database.connection.prepare('SELECT count(*) FROM event').pluck().get()).toBe(0);
    expect(world.heard.some(({ name }) => name === 'import:progressed')).toBe(true);
  });

  it('can be stopped, and another begins at once', async () => {
    const first = world.reply('import:guess', { selectionId: world.choose(LOG), machineZone: 'UTC' });
    await world.call('import:cancel', {});
    const second = world.reply('import:guess', { selectionId: world.choose(JIRA), machineZone: 'UTC' });
    expect(await first).toMatchObject({ ok: false, error: { code: 'import/cancelled' } });
    expect(await second).toMatchObject({ ok: true, value: { profile: { value: 'jira' } } });
  });

  it('a saved profile is recognised by its header, and read as it was saved', async () => {
    const header = 'Ref;Ouvert le;Statut;Priorité;Client;Groupe';
    const first = file('first.csv', `${header}\nA-1;25/03/2026 09:00;Chez Dupont;Zéro;Acme;Nord\n`);
    const before = await guess(first);
    expect(before.values.states).toMatchObject([{ text: 'Chez Dupont', means: null, by: null }]);
    const draft = {
      ...({ name: 'Dupont', profile: 'generic', zone: 'Europe/Paris' } as const),
      fingerprints: before.files.map(({ fingerprint }) => fingerprint),
      mapping: {
        ...EMPTY_MAPPING,
        states: { 'Chez Dupont': 'waitingCustomer' as const },
        priorities: { Zéro: 'P1' as const },
        levels: { Nord: 'L2' as const },
        tiers: { Acme: 'gold' },
      },
    };
    const { id } = await world.call('import:save-profile', draft);
    expect((await world.call('import:save-profile', draft)).id).toBe(id);
    expect(await world.call('import:list-profiles', {})).toMatchObject([{ id, name: 'Dupont', savedBy: 'tester' }]);
    const again = file(
      'again.csv',
      'Statut;Ref;Ouvert le;Priorité;Groupe;Client\nChez Dupont;B-1;26/03/2026 09:00;Zéro;Nord;Acme\n',
    );
    const told = await guess(again);
    expect(told).toMatchObject({ saved: { id, name: 'Dupont' }, profile: { value: 'generic', confidence: 1 } });
    expect(told.zone.candidates[0]?.zone).toBe('Europe/Paris');
    const preview = await world.call('import:preview', { ...ORDER, selectionId: world.choose(again) });
    expect(preview.sample).toMatchObject([{ state: 'waitingCustomer', priority: 'P1', level: 'L2', tier: 'gold' }]);
    await world.call('import:remove-profile', { id });
    expect((await guess(again)).saved).toBeNull();
  });

  it('a mapping says which columns are read, and is refused where it names no tier', async () => {
    const path = file('odd.csv', 'Kürzel,Wann,Zustand\nX-1,2026-03-02 09:00,offen\n');
    const mapping = {
      ...EMPTY_MAPPING,
      columns: { reference: ['Kürzel'], opened: ['Wann'], state: ['Zustand'] },
      states: { offen: 'active' as const },
    };
    const order = { ...ORDER, profile: 'generic', mapping } as const;
    const preview = await world.call('import:preview', { ...order, selectionId: world.choose(path) });
    expect(preview.sample).toMatchObject([{ reference: 'X-1', state: 'active' }]);
    const wrong = { ...order, mapping: { ...mapping, tiers: { Acme: 'diamond' } } };
    expect(await world.reply('import:preview', { ...wrong, selectionId: world.choose(path) })).toMatchObject({
      error: { code: 'import/bad-map' },
    });
  });

  it('tickets that were once imported as those of another system are not doubled', async () => {
    await run(JIRA, { profile: 'generic' });
    expect((await run(JIRA)).tickets).toMatchObject({ new: 0 });
    expect((await run(JIRA)).events).toBe(0);
  });

  it('is for agents and leads', async () => {
    world.become({ name: 'eve', role: 'expert' });
    expect(await world.reply('import:list-profiles', {})).toMatchObject({ error: { code: 'access/role' } });
  });
});
