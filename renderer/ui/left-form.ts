import { useState } from 'react';

/** What forms were left with, by form and field, as long as the window lives. */
const left = new Map<string, Map<string, unknown>>();

/** One field of one form, as it was left. */
export type LeftEntry = readonly [form: string, field: string, value: unknown];

let heard = (): void => {};

/** Called whenever somebody typed in such a form; the result stops that. */
export const onLeft = (listener: () => void): (() => void) => {
  heard = listener;
  return () => {
    heard = () => {};
  };
};

const isPlain = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return typeof value !== 'function';
  if (Array.isArray(value)) return value.every(isPlain);
  return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
};

/** All of it that can be written down. */
export const leftEntries = (): readonly LeftEntry[] =>
  [...left].flatMap(([form, fields]) =>
    [...fields].filter(([, value]) => isPlain(value)).map(([field, value]): LeftEntry => [form, field, value]),
  );

export const putLeftBack = (entries: readonly LeftEntry[]): void => {
  for (const [form, field, value] of entries) {
    const fields = left.get(form) ?? new Map<string, unknown>();
    left.set(form, fields.set(field, value));
  }
};

/** A form was sent; without one, all are forgotten: another workspace, or another person. */
export const forgetLeft = (form?: string): void => {
  if (form === undefined) left.clear();
  else left.delete(form);
  heard();
};

/** What a form was left with; undefined where nobody typed in it. */
export const leftIn = <Fields extends object>(form: string): Fields | undefined =>
  // As in `useLeft`: a form writes but its own fields.
  left.get(form)?.get('all') as Fields | undefined;

/** What one field of a form was left with, as text; empty where nobody typed in it. */
export const leftText = (form: string, field: string): string => {
  const text = left.get(form)?.get(field);
  return typeof text === 'string' ? text : '';
};

/**
 * State of a field that outlives its form: whoever leaves it with Escape finds it as it was when it is opened again. A form has one name for
 * one thing, such as `contact/12`.
 */
export const useLeft = <Value>(form: string, field: string, initial: Value) => {
  const [value, setValue] = useState<Value>(() => {
    const fields = left.get(form);
    // One field is of one type: nothing but `keep` below writes it.
    if (fields?.has(field) === true) return fields.get(field) as Value;
    return initial;
  });
  const keep = (next: Value): void => {
    const fields = left.get(form) ?? new Map<string, unknown>();
    left.set(form, fields.set(field, next));
    heard();
    setValue(next);
  };
  return [value, keep] as const;
};

/** All fields of a form at once, in the same way. */
export const useLeftForm = <Fields extends object>(form: string, first: Fields) => {
  const [value, keep] = useLeft(form, 'all', first);
  return {
    value,
    change: (part: Partial<Fields>): void => keep({ ...value, ...part }),
    forget: (): void => forgetLeft(form),
  };
};
