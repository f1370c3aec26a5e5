/**
 * A key as a command names it: `j`, `Shift+W`, `ArrowDown`, `?`, `Alt+1`, `Mod+K`. Letters and signs are what the key types (`event.key`),
 * so they are where the user's layout has them; Shift and AltGr are only means to type a sign, and CapsLock is no means at all. Digits with
 * Alt are the keys of the digit row, which type other signs on AZERTY. `Mod` is Cmd on a Mac and Ctrl elsewhere.
 */
export type KeyName = string;

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'
>;

const IS_MAC = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

/** Keys that only change others, or begin an accent. */
const SILENT = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock', 'Dead', 'Process', 'Fn']);

const isLetter = (key: string): boolean => key.length === 1 && key.toLowerCase() !== key.toUpperCase();

const named = ({ key, shiftKey }: KeyPress, isHeld: boolean): string => {
  if (isLetter(key)) {
    if (isHeld) return shiftKey ? `Shift+${key.toUpperCase()}` : key.toUpperCase();
    return shiftKey ? `Shift+${key.toUpperCase()}` : key.toLowerCase();
  }
  if (key === ' ') return shiftKey ? 'Shift+Space' : 'Space';
  return key.length > 1 && shiftKey ? `Shift+${key}` : key;
};

/** The name of a key press; null where it belongs to the system or is no key by itself. */
export const keyNameOf = (press: KeyPress, isMac = IS_MAC): KeyName | null => {
  const { key, code, altKey, ctrlKey, metaKey } = press;
  if (SILENT.has(key)) return null;
  if (press.getModifierState('AltGraph')) return key;
  const isMod = isMac ? metaKey : ctrlKey;
  if (isMac ? ctrlKey : metaKey) return null;
  if (isMod) return altKey ? null : `Mod+${named(press, true)}`;
  if (!altKey) return named(press, false);
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return `Alt+${digit}`;
  // On a Mac, Option is the AltGr that types signs.
  return isMac && key.length === 1 ? key : `Alt+${named(press, true)}`;
};

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

/** The signs and words on the keys themselves; those that differ by language have a message `key.<name>`. */
export const keySigns = (name: KeyName, translate: (key: string) => string | null, isMac = IS_MAC): string[] => {
  const parts = name === '+' ? ['+'] : name.replace(/\+\+$/, '+plus').split('+');
  return parts.map((part) => {
    if (part === 'plus') return '+';
    if (part === 'Mod') return isMac ? '⌘' : 'Ctrl';
    return SIGNS[part] ?? translate(part) ?? part;
  });
};
