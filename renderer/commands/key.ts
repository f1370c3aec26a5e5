/**
 * A key as a command names it: `j`, `ArrowDown`, `?`, `Alt+1`. Letters and signs are what the key types (`event.key`), so they are where
 * the user's layout has them; Shift and AltGr are only means to type a sign. Digits with Alt are the keys of the digit row, which type
 * other signs on AZERTY.
 */
export type KeyName = string;

export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'getModifierState'>;

/** The name of a key press; null where it belongs to the system (Ctrl or Cmd is held). */
export const keyNameOf = (press: KeyPress): KeyName | null => {
  if (press.getModifierState('AltGraph')) return press.key;
  if (press.ctrlKey || press.metaKey) return null;
  if (!press.altKey) return press.key.length === 1 ? press.key.toLowerCase() : press.key;
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  return `Alt+${digit ?? press.key}`;
};

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The signs and words on the keys themselves; those that differ by language have a message `key.<name>`. */
export const keySigns = (name: KeyName, translate: (key: string) => string | null): string[] =>
  name.split('+').map((part) => SIGNS[part] ?? translate(part) ?? part);
