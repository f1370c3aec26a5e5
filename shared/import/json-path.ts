import { toldText } from './cell.ts';
import { isRecord } from './json-table.ts';

/** What stands in a JSON value under own keys; undefined where one of them is not there. */
export const valueAt = (value: unknown, ...keys: readonly string[]): unknown => {
  let at = value;
  for (const key of keys) {
    if (!isRecord(at) || !Object.hasOwn(at, key)) return undefined;
    at = at[key];
  }
  return at;
};

/** A text or a number there; null where nothing is told. */
export const textAt = (value: unknown, ...keys: readonly string[]): string | null => {
  const told = valueAt(value, ...keys);
  return typeof told === 'string' ? toldText(told) : typeof told === 'number' ? String(told) : null;
};

/** A list there; empty where there is none. */
export const listAt = (value: unknown, ...keys: readonly string[]): readonly unknown[] => {
  const told = valueAt(value, ...keys);
  return Array.isArray(told) ? told : [];
};
