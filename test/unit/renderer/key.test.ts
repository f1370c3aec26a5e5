import { describe, expect, it } from 'vitest';
import { keyNameOf, keySigns, type KeyPress } from '../../../renderer/commands/key.ts';

type Held = Partial<KeyPress> & { readonly altGraph?: boolean };

const press = (key: string, held: Held = {}): KeyPress => ({
  key,
  code: '',
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  getModifierState: (name) => name === 'AltGraph' && held.altGraph === true,
  ...held,
});

const nameOf = (key: string, held: Held = {}) => keyNameOf(press(key, held), false);
const macNameOf = (key: string, held: Held = {}) => keyNameOf(press(key, held), true);

describe('the name of a key press', () => {
  it('is what the key types, wherever the layout has it', () => {
    expect(nameOf('j')).toBe('j');
    expect(nameOf('/')).toBe('/');
    expect(nameOf('?')).toBe('?');
    expect(nameOf('ArrowDown')).toBe('ArrowDown');
    expect(nameOf(' ')).toBe('Space');
  });

  it('takes Shift with letters and named keys, and as a means to type a sign', () => {
    expect(nameOf('W', { shiftKey: true })).toBe('Shift+W');
    expect(nameOf('ArrowDown', { shiftKey: true })).toBe('Shift+ArrowDown');
    // '/' and '?' on AZERTY
    expect(nameOf('/', { shiftKey: true })).toBe('/');
    expect(nameOf('?', { shiftKey: true })).toBe('?');
  });

  it('does not mind CapsLock', () => {
    expect(nameOf('W')).toBe('w');
    expect(nameOf('w', { shiftKey: true })).toBe('Shift+W');
    expect(nameOf('K', { ctrlKey: true })).toBe('Mod+K');
    expect(nameOf('k', { ctrlKey: true })).toBe('Mod+K');
  });

  it('takes AltGr as a means to type a sign, as AZERTY needs for brackets', () => {
    expect(nameOf(']', { ctrlKey: true, altKey: true, altGraph: true })).toBe(']');
    expect(macNameOf('[', { altKey: true, shiftKey: true, code: 'Digit5' })).toBe('Alt+5');
    expect(macNameOf('[', { altKey: true, code: 'KeyX' })).toBe('[');
  });

  it('takes digits with Alt from the digit row, which types other signs on AZERTY', () => {
    expect(nameOf('&', { altKey: true, code: 'Digit1' })).toBe('Alt+1');
    expect(nameOf('1', { altKey: true, code: 'Digit1' })).toBe('Alt+1');
    expect(nameOf('3', { altKey: true, code: 'Numpad3' })).toBe('Alt+3');
  });

  it('calls Ctrl, and Cmd on a Mac, Mod; letters are those that the layout types', () => {
    expect(nameOf('z', { ctrlKey: true, code: 'KeyW' })).toBe('Mod+Z');
    expect(nameOf('Z', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+Z');
    expect(nameOf('Enter', { ctrlKey: true })).toBe('Mod+Enter');
    expect(macNameOf('k', { metaKey: true })).toBe('Mod+K');
  });

  it('leaves the other of the two to the system, and keys that only change others', () => {
    expect(nameOf('k', { metaKey: true })).toBeNull();
    expect(macNameOf('k', { ctrlKey: true })).toBeNull();
    expect(nameOf('x', { ctrlKey: true, altKey: true })).toBeNull();
    for (const key of ['Shift', 'Control', 'AltGraph', 'CapsLock', 'Dead']) expect(nameOf(key)).toBeNull();
  });
});

it('keys are drawn as they are printed', () => {
  const words: Readonly<Record<string, string>> = { Enter: 'Entrée', Shift: 'Maj' };
  const french = (key: string): string | null => words[key] ?? null;
  expect(keySigns('ArrowDown', french)).toEqual(['↓']);
  expect(keySigns('Enter', french)).toEqual(['Entrée']);
  expect(keySigns('Alt+1', french)).toEqual(['Alt', '1']);
  expect(keySigns('Shift+W', french)).toEqual(['Maj', 'W']);
  expect(keySigns('Mod+K', french, false)).toEqual(['Ctrl', 'K']);
  expect(keySigns('Mod+K', french, true)).toEqual(['⌘', 'K']);
  expect(keySigns('+', french)).toEqual(['+']);
});
