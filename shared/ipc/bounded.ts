/** A file's text that is saved whole is the longest that is ever sent: 20 million characters. */
const MOST_CHARACTERS = 21_000_000;
/** Of lists, records and what is in them. */
const MOST_VALUES = 400_000;
const LONGEST_LIST = 100_000;
const DEEPEST = 60;

type Waiting = { readonly value: unknown; readonly depth: number };

const isRecord = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * Whether a value of a window may be looked at at all: texts, numbers, lists and records, and of these no more than any call takes. A schema
 * goes through a list before it says that the list is too long, and a list of four thousand million holes costs its sender nothing.
 */
export const isBounded = (input: unknown): boolean => {
  const waiting: Waiting[] = [{ value: input, depth: 0 }];
  let values = 0;
  let characters = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, depth } = next;
    if (++values > MOST_VALUES) return false;
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      if (depth >= DEEPEST) return false;
      if (Array.isArray(value) ? value.length > LONGEST_LIST : !isRecord(value)) return false;
      for (const [key, each] of Object.entries(value)) {
        characters += key.length;
        waiting.push({ value: each, depth: depth + 1 });
      }
    } else if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return false;
    if (characters > MOST_CHARACTERS) return false;
  }
  return true;
};
