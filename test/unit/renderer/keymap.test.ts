import { describe, expect, it } from 'vitest';
import type { Keyed } from '../../../renderer/commands/command.ts';
import { conflictOf, conflictsAmong, keysOf, withKey, withShippedKeys } from '../../../renderer/commands/keymap.ts';
import { COMMANDS } from '../../../renderer/commands/registry.ts';
import { VERB_IDS } from '../../../renderer/features/ticket/verbs.ts';

describe('the registry', () => {
  it('has no two commands with one key in one place', () => expect(conflictsAmong(COMMANDS, {})).toEqual([]));

  it('has each command once', () => {
    const ids = COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has every verb of a ticket, with a key', () => {
    const withKeys = COMMANDS.filter(({ keys }) => keys.length > 0).map(({ id }) => id);
    expect(VERB_IDS.filter((id) => !withKeys.includes(id))).toEqual([]);
  });

  it('takes keys that AZERTY and QWERTY type without AltGr, or has one that they do', () => {
    const needsAltGr = /^[[\]{}@#\\|~^`€]$/;
    const wrong = COMMANDS.filter(({ keys }) => keys.length > 0 && keys.every((key) => needsAltGr.test(key)));
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});

const resolve: Keyed = { id: 'resolve', place: 'queue', keys: ['r'] };
const reply: Keyed = { id: 'reply', place: 'texts', keys: ['r'] };
const undo: Keyed = { id: 'undo', place: 'everywhere', keys: ['Mod+Z'] };
const move: Keyed = { id: 'move', place: 'queue', keys: ['ArrowDown', 'j'] };
const all = [resolve, reply, undo, move];

describe('chosen keys', () => {
  it('replace the shipped ones', () => {
    expect(keysOf(resolve, {})).toEqual(['r']);
    expect(keysOf(resolve, { resolve: ['h'] })).toEqual(['h']);
    expect(keysOf(resolve, { resolve: [] })).toEqual([]);
  });

  it('meet those of the same place and of commands that work everywhere', () => {
    expect(conflictOf(all, {}, 'resolve', 'j')?.id).toBe('move');
    expect(conflictOf(all, {}, 'reply', 'j')).toBeNull();
    expect(conflictOf(all, {}, 'reply', 'Mod+Z')?.id).toBe('undo');
    expect(conflictOf(all, {}, 'undo', 'r')?.id).toBe('resolve');
    expect(conflictOf(all, {}, 'resolve', 'r')).toBeNull();
    expect(conflictOf(all, { move: ['ArrowDown'] }, 'resolve', 'j')).toBeNull();
  });

  it('are found where two have one key', () => {
    expect(conflictsAmong(all, {})).toEqual([]);
    expect(conflictsAmong(all, { move: ['r'] })).toEqual([{ key: 'r', ids: ['resolve', 'move'] }]);
  });

  it('take a key from whoever had it, and leave its others', () => {
    const chosen = withKey(all, {}, 'resolve', 'j');
    expect(chosen).toEqual({ resolve: ['j'], move: ['ArrowDown'] });
    expect(conflictsAmong(all, chosen)).toEqual([]);
  });

  it('go back to the shipped ones without a conflict', () => {
    expect(withShippedKeys(all, { resolve: ['h'] }, 'resolve')).toEqual({});
    const swapped = { resolve: ['h'], move: ['ArrowDown', 'r'] };
    expect(withShippedKeys(all, swapped, 'resolve')).toEqual({ move: ['ArrowDown'] });
    const lost = { resolve: ['j'], move: ['ArrowDown'] };
    expect(withShippedKeys(all, lost, 'move')).toEqual({ resolve: [] });
  });
});
