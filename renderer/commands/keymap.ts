import type { Keyed } from './command.ts';
import type { KeyName } from './key.ts';

/** Keys that the user chose, by command (`preferences.keys`); the others have those they are shipped with. */
export type ChosenKeys = Readonly<Record<string, readonly KeyName[]>>;

export const keysOf = ({ id, keys }: Pick<Keyed, 'id' | 'keys'>, chosen: ChosenKeys): readonly KeyName[] =>
  chosen[id] ?? keys;

const meet = (a: Keyed, b: Keyed): boolean =>
  a.place === b.place || a.place === 'everywhere' || b.place === 'everywhere';

/** The other command that a key runs where this one would have it; null where it is free. */
export const conflictOf = <Command extends Keyed>(
  commands: readonly Command[],
  chosen: ChosenKeys,
  id: string,
  key: KeyName,
): Command | null => {
  const own = commands.find((command) => command.id === id);
  if (own === undefined) return null;
  return commands.find((other) => other.id !== id && meet(own, other) && keysOf(other, chosen).includes(key)) ?? null;
};

export type KeyConflict = { readonly key: KeyName; readonly ids: readonly [string, string] };

/** Every two commands with one key in one place. */
export const conflictsAmong = (commands: readonly Keyed[], chosen: ChosenKeys): KeyConflict[] =>
  commands.flatMap((command, i) =>
    keysOf(command, chosen).flatMap((key) =>
      commands
        .slice(i + 1)
        .filter((other) => meet(command, other) && keysOf(other, chosen).includes(key))
        .map((other): KeyConflict => ({ key, ids: [command.id, other.id] })),
    ),
  );

/** The choices with a key given to one command; the one that had it there loses it. */
export const withKey = (commands: readonly Keyed[], chosen: ChosenKeys, id: string, key: KeyName): ChosenKeys => {
  const before = conflictOf(commands, chosen, id, key);
  const taken = before === null ? {} : { [before.id]: keysOf(before, chosen).filter((other) => other !== key) };
  return { ...chosen, ...taken, [id]: [key] };
};

const isSame = (a: readonly KeyName[], b: readonly KeyName[]): boolean =>
  a.length === b.length && a.every((key, i) => key === b[i]);

/** The choices with a command back at its shipped keys; whoever has one of them now loses it. */
export const withShippedKeys = (commands: readonly Keyed[], chosen: ChosenKeys, id: string): ChosenKeys => {
  const own = commands.find((command) => command.id === id);
  if (own === undefined) return chosen;
  let next: ChosenKeys = Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== id));
  for (const key of own.keys) {
    const holder = conflictOf(commands, next, id, key);
    if (holder !== null) next = { ...next, [holder.id]: keysOf(holder, next).filter((other) => other !== key) };
  }
  // What is as shipped is no choice.
  return Object.fromEntries(
    Object.entries(next).filter(([other, keys]) => {
      const command = commands.find((candidate) => candidate.id === other);
      return command === undefined || !isSame(command.keys, keys);
    }),
  );
};

/** The commands by key, each key with those of every place. */
export const indexKeys = <Command extends Keyed>(
  commands: readonly Command[],
  chosen: ChosenKeys,
): ReadonlyMap<KeyName, readonly Command[]> => {
  const index = new Map<KeyName, Command[]>();
  for (const command of commands) {
    for (const key of keysOf(command, chosen)) index.set(key, [...(index.get(key) ?? []), command]);
  }
  return index;
};
