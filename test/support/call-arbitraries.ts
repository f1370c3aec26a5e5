import fc from 'fast-check';
import type { z } from 'zod';

/** Stands in every text that is sent, and so may stand in no SQL, no path and no log. */
export const MARKER = 'zqmarker';

/** What must do no harm wherever a text is taken. */
export const HOSTILE_TEXTS: readonly string[] = [
  `${MARKER}'; DROP TABLE event;--`,
  `../../../../${MARKER}`,
  `/etc/${MARKER}`,
  `C:\\${MARKER}\\..`,
  `<script>${MARKER}</script><img src=x onerror=alert(1)>`,
  `javascript:${MARKER}`,
  `=cmd|'/c ${MARKER}'!A1`,
  `\u202E${MARKER}\u2066`,
  `${MARKER}\0`,
  `\0${MARKER}`,
  `\uD800${MARKER}\uDFFF`,
  `${MARKER}${'e\u0301\u0327'.repeat(60)}`,
  `${MARKER}\r\nBcc: everybody@example.com`,
  `%00%2e%2e%2f${MARKER}{0}$&\${x}`,
  `"${MARKER}" OR 1=1 NEAR * ^ ( -`,
  '',
  ' ',
  '\u200b',
  '__proto__',
  'constructor',
  'x'.repeat(100_000),
];

const deep = (levels: number): unknown => {
  let value: unknown = MARKER;
  for (let i = 0; i < levels; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
};

const cycle = (): unknown => {
  const list: unknown[] = [];
  list.push(list);
  return { a: list };
};

/** What can cross from a window and is in no contract; made anew each time, since a handler might keep it. */
const HOSTILE_VALUES: readonly (() => unknown)[] = [
  ...[
    Number.NaN,
    -0,
    Infinity,
    -Infinity,
    0.1,
    -1,
    2 ** 31,
    2 ** 53,
    1e308,
    8.64e15,
    8.64e15 + 1,
    4_102_444_800_000,
  ].map((value) => () => value),
  ...[null, undefined, true, [], {}, 10n, new Date(0), /x/].map((value) => () => value),
  () => new Map([[MARKER, 1]]),
  () => new Uint8Array(8),
  () => new Error(MARKER),
  () => JSON.parse(`{"__proto__":{"role":"lead"},"constructor":{"prototype":{"x":1}}}`) as unknown,
  () => deep(50_000),
  cycle,
  () => Array(4_294_967_295),
  () => Array.from({ length: 5_000 }, () => MARKER),
  () => Object.fromEntries(Array.from({ length: 2_000 }, (_, i) => [`${MARKER}${i}`, i])),
  () => MARKER.repeat(200_000),
];

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.constantFrom(...HOSTILE_VALUES).map((make) => make()),
  fc.anything({ maxDepth: 3 }),
);

/** What exists, so that a call goes further than to a look for it. */
export type Known = {
  readonly ids: readonly number[];
  readonly uuids: readonly string[];
  readonly names: readonly string[];
  readonly instantsMs: readonly number[];
};

const DAY_MS = 86_400_000;

const numberOf = (schema: z.core.$ZodType, { ids, instantsMs }: Known): fc.Arbitrary<number> => {
  const { minimum, maximum, format } = schema._zod.bag as { minimum?: number; maximum?: number; format?: string };
  const [min, max] = [minimum ?? -1e15, maximum ?? 1e15];
  const fits = (value: number): boolean => value >= min && value <= max;
  const isInt = format === 'safeint' || format === 'int32';
  const known = [...ids, ...instantsMs, 0, 1, 15, 60, 30 * DAY_MS].filter(fits);
  const any = isInt
    ? fc.integer({ min: Math.ceil(Math.max(min, -1e15)), max: Math.floor(Math.min(max, 1e15)) })
    : fc.double({ min, max, noNaN: true });
  return known.length === 0 ? any : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...known) }, any);
};

const stringOf = (schema: z.core.$ZodType, known: Known): fc.Arbitrary<string> => {
  const bag = schema._zod.bag as { minimum?: number; maximum?: number; format?: string };
  const { format, minimum = 0, maximum = 400 } = bag;
  if (format === 'uuid' || format === 'guid')
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known.uuids) }, fc.uuid());
  if (format === 'email') return fc.constantFrom('ada@example.com', `${MARKER}@example.com`);
  const texts = [...known.names, ...HOSTILE_TEXTS].filter((text) => text.length >= minimum && text.length <= maximum);
  const any = fc.string({ minLength: minimum, maxLength: Math.min(maximum, minimum + 40), unit: 'binary' });
  return texts.length === 0 ? any : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...texts) }, any);
};

type Definition = z.core.$ZodTypes['_zod']['def'];

const records = (shape: Readonly<Record<string, z.core.$ZodType>>, known: Known): fc.Arbitrary<object> => {
  const optional = (schema: z.core.$ZodType): boolean => schema._zod.optin === 'optional';
  const keys = Object.keys(shape);
  return fc.record(Object.fromEntries(keys.map((key) => [key, payloadOf(shape[key] as z.core.$ZodType, known)])), {
    requiredKeys: keys.filter((key) => !optional(shape[key] as z.core.$ZodType)),
  });
};

/** Payloads that a schema takes, mostly; what refinements ask for beside is left to chance. */
export const payloadOf = (schema: z.core.$ZodType, known: Known): fc.Arbitrary<unknown> => {
  const def = schema._zod.def as Definition;
  const inner = (one: z.core.$ZodType): fc.Arbitrary<unknown> => payloadOf(one, known);
  switch (def.type) {
    case 'string':
      return stringOf(schema, known);
    case 'number':
      return numberOf(schema, known);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'literal':
      return fc.constantFrom(...def.values);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries));
    case 'nullable':
      return fc.oneof(fc.constant(null), inner(def.innerType));
    case 'optional':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return inner(def.innerType);
    case 'array': {
      const { minimum = 0, maximum = 4 } = schema._zod.bag as { minimum?: number; maximum?: number };
      return fc.array(inner(def.element), { minLength: minimum, maxLength: Math.max(minimum, Math.min(maximum, 4)) });
    }
    case 'tuple':
      return fc.tuple(...def.items.map(inner));
    case 'union':
      return fc.oneof(...def.options.map(inner));
    case 'record':
      return fc.dictionary(fc.constantFrom('1', '5', 'a', ...known.names), inner(def.valueType), { maxKeys: 4 });
    case 'object':
      return records(def.shape, known);
    case 'pipe':
      return inner(def.in);
    case 'lazy':
      return fc.constantFrom(null, MARKER, { a: [1] });
    default:
      throw new Error(`payloads of ${def.type} cannot be made yet`);
  }
};

/** Puts another value at one of a payload's places, or one more beside those it has. */
const withAt = (payload: unknown, at: number, value: unknown): unknown => {
  if (typeof payload !== 'object' || payload === null || at === 0) return value;
  const keys = Object.keys(payload);
  const key = keys[at % (keys.length + 1)] ?? ['extra', 'actor', 'role', 'path', '__proto__'][at % 5] ?? 'extra';
  const copy: object = Array.isArray(payload) ? [...(payload as unknown[])] : { ...payload };
  const told = withAt(Reflect.get(payload, key), Math.floor(at / (keys.length + 1)), value);
  Object.defineProperty(copy, key, { value: told, enumerable: true, writable: true, configurable: true });
  return copy;
};

/** Anything: as the schema says it, nearly so, or nothing of the kind. */
export const anyPayload = (schema: z.core.$ZodType, known: Known): fc.Arbitrary<unknown> => {
  const right = payloadOf(schema, known);
  const nearly = fc
    .tuple(right, fc.nat(5_000), hostileValue)
    .map(([payload, at, value]) => withAt(payload, at + 1, value));
  return fc.oneof(
    { weight: 4, arbitrary: right },
    { weight: 4, arbitrary: nearly },
    { weight: 1, arbitrary: hostileValue },
  );
};
