import { describe, expect, it } from 'vitest';
import { keyNameOf, keySigns, type KeyPress } from '../../../renderer/commands/key.ts';
import { COMMANDS } from '../../../renderer/commands/registry.ts';

const press = (key: string, held: Partial<KeyPress> & { readonly altGraph?: boolean } = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  getModifierState: (name) => name === 'AltGraph' && held.altGraph === true,
  ...held,
});

describe('the name of a key press', () => {
  it('is what the key types, wherever the layout has it', () => {
    expect(keyNameOf(press('j'))).toBe('j');
    expect(keyNameOf(press('J'))).toBe('j');
    expect(keyNameOf(press('/'))).toBe('/');
    expect(keyNameOf(press('?'))).toBe('?');
    expect(keyNameOf(press('ArrowDown'))).toBe('ArrowDown');
  });

  it('takes AltGr as a means to type a sign, as AZERTY needs for brackets', () => {
    expect(keyNameOf(press(']', { ctrlKey: true, altKey: true, altGraph: true }))).toBe(']');
  });

  it('takes digits with Alt from the digit row, which types other signs on AZERTY', () => {
    expect(keyNameOf(press('&', { altKey: true, code: 'Digit1' }))).toBe('Alt+1');
    expect(keyNameOf(press('1', { altKey: true, code: 'Digit1' }))).toBe('Alt+1');
    expect(keyNameOf(press('3', { altKey: true, code: 'Numpad3' }))).toBe('Alt+3');
  });

  it('leaves Ctrl and Cmd to the system', () => {
    expect(keyNameOf(press('j', { ctrlKey: true }))).toBeNull();
    expect(keyNameOf(press('j', { metaKey: true }))).toBeNull();
  });
});

it('no two commands share a key', () => {
  const keys = COMMANDS.flatMap((command) => command.keys);
  expect(new Set(keys).size).toBe(keys.length);
});

it('keys are drawn as they are printed', () => {
  const french = (key: string): string | null => (key === 'Enter' ? 'Entrée' : null);
  expect(keySigns('ArrowDown', french)).toEqual(['↓']);
  expect(keySigns('Enter', french)).toEqual(['Entrée']);
  expect(keySigns('Alt+1', french)).toEqual(['Alt', '1']);
});
