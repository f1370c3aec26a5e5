/** No SQLite function reads on after a NUL, and half a surrogate pair is no letter in any encoding. */
// oxlint-disable-next-line no-control-regex
const NO_TEXT = /\0|\p{Cs}/gu;

/** What stands where something stood that no text can hold. */
const REPLACEMENT = '\uFFFD';

/** A text that can be stored, compared and sent as it is: NUL and halves of surrogate pairs become U+FFFD, all else stays. */
export const storable = (text: string): string => text.replace(NO_TEXT, REPLACEMENT);

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

const inside = (value: unknown): unknown => {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(inside);
  if (typeof value !== 'object' || value === null || !isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [storable(key), inside(each)]));
};

/** The same of every text in a value made of lists and records. */
export const storableIn = <Value>(value: Value): Value => inside(value) as Value;
