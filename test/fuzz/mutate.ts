import { gzipSync } from 'node:zlib';
import type { Random } from '../../electron/core/sample/random.ts';

/** What readers stumble over, put in at random places. */
const TOKENS: readonly [string, ...string[]] = [
  ...([
    '"',
    '""',
    '"""',
    ',',
    ';',
    '\t',
    '|',
    '\n',
    '\r',
    '\r\n',
    '\0',
    '\uFEFF',
    '\u2028',
    '\\',
    "'",
    '[',
    '{',
    '}',
    ']',
  ] as const),
  ...['\uD800', '\uDFFF', '\u202E', '\u2066', 'e\u0301\u0301\u0301', '𝒳', '\u00A0', '\u0085', 'Ã©', '\u0000\u0001'],
  ...[
    'null',
    'true',
    '{}',
    '[]',
    '-1',
    '0',
    '1e309',
    '9007199254740993',
    'NaN',
    '-0',
    '""',
    '1e-7',
    '999999999999999999999',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '{"__proto__":{"x":1}}', '"\\ud800"', '"\\u0000"'],
  ...[
    '9999-12-31',
    '0000-00-00',
    '1970-01-01T00:00:00Z',
    '275760-09-13',
    '31/02/2026',
    '2026-03-29 02:30',
    '24:00',
    '-271821-04-20',
  ],
  ...[
    '=1+1',
    '<script>',
    '../../etc/passwd',
    'C:\\x',
    "'; DROP TABLE ticket;--",
    '%s%n',
    '${x}',
    'BEGIN:VEVENT',
    'END:VEVENT',
    'RRULE:',
  ],
  ...[
    'FREQ=SECONDLY',
    'BYDAY=9MO',
    'COUNT=99999999',
    'TZID=',
    'DTSTART:',
    'DURATION:-P1W',
    'VALUE=DATE',
    'sep=;\n',
    'P0',
    'gold',
    'closed',
  ],
];

/** Changes in one text, given others to take pieces of. */
type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer;

const place = (bytes: Buffer, random: Random): number => random.between(0, bytes.length);

/** A piece of at most so many bytes. */
const piece = (bytes: Buffer, random: Random, most: number): [number, number] => {
  const from = place(bytes, random);
  return [from, Math.min(bytes.length, from + random.between(0, most))];
};

const put = (bytes: Buffer, at: number, more: Buffer | string, until = at): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(more), bytes.subarray(until)]);

const linesOf = (bytes: Buffer): string[] => bytes.toString('latin1').split('\n');
const ofLines = (lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'), 'latin1');

const swap = (list: string[], random: Random): void => {
  const [a, b] = [random.between(0, list.length - 1), random.between(0, list.length - 1)];
  [list[a], list[b]] = [list[b] ?? '', list[a] ?? ''];
};

const delimiters: readonly [string, ...string[]] = [',', ';', '\t', '|'];

/** Where a value of JSON or a cell of a table begins and ends, near a place. */
const valueAt = (text: string, at: number): [number, number] => {
  const from = Math.max(text.lastIndexOf(':', at), text.lastIndexOf(',', at), text.lastIndexOf('\n', at)) + 1;
  const end = /[,\n}\]]/.exec(text.slice(from))?.index ?? 0;
  return [from, from + end];
};

const isList = (value: unknown): value is unknown[] | Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Another value, or another name, somewhere in a JSON text that stays JSON. */
const inJson: Mutation = (bytes, random, other) => {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    return put(bytes, place(bytes, random), random.pick(TOKENS));
  }
  for (let i = random.between(1, 6); i > 0; i--) {
    let at = value;
    for (let depth = 0; isList(at); depth++) {
      const keys = Object.keys(at);
      const key = keys[random.between(0, keys.length - 1)];
      if (key === undefined) break;
      const next: unknown = Reflect.get(at, key);
      if (!isList(next) || random.isIn(0.2) || depth > 20) {
        const token = random.pick(TOKENS);
        const text = other.toString('latin1', ...piece(other, random, 60));
        const told: unknown = random.pick([
          token,
          text,
          Number(token),
          [token],
          { name: token },
          { [token]: next },
          null,
          true,
          next,
        ]);
        if (random.isIn(0.15)) Reflect.deleteProperty(at, key);
        else
          Object.defineProperty(at, random.isIn(0.1) ? token : key, {
            value: told,
            enumerable: true,
            configurable: true,
            writable: true,
          });
        break;
      }
      at = next;
    }
  }
  return Buffer.from(JSON.stringify(value));
};

const swapBytes = (bytes: Buffer): Buffer => Buffer.from(bytes.subarray(0, bytes.length & ~1)).swap16();

const OFTEN: readonly [Mutation, ...Mutation[]] = [
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    for (let i = random.between(1, 8); i > 0 && changed.length > 0; i--) {
      const at = random.between(0, changed.length - 1);
      changed[at] = (changed[at] ?? 0) ^ (1 << random.between(0, 7));
    }
    return changed;
  },
  (bytes, random) => {
    const changed = Buffer.from(bytes);
    if (changed.length > 0) changed[random.between(0, changed.length - 1)] = random.between(0, 255);
    return changed;
  },
  (bytes, random) => bytes.subarray(0, place(bytes, random)),
  (bytes, random) => bytes.subarray(place(bytes, random)),
  (bytes, random) => {
    const [from, to] = piece(bytes, random, 400);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => put(bytes, place(bytes, random), bytes.subarray(...piece(bytes, random, 2_000))),
  (bytes, random, other) => put(bytes, place(bytes, random), other.subarray(...piece(other, random, 2_000))),
  (bytes, random, other) => put(bytes, place(bytes, random), other.subarray(place(other, random)), bytes.length),
  (bytes, random) => put(bytes, place(bytes, random), random.pick(TOKENS)),
  (bytes, random) => put(bytes, place(bytes, random), random.pick(TOKENS)),
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const [from, to] = valueAt(text, random.between(0, text.length));
    return put(bytes, from, random.pick(TOKENS), to);
  },
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const [from, to] = valueAt(text, random.between(0, text.length));
    return put(bytes, from, JSON.stringify(random.pick(TOKENS)), to);
  },
  (bytes, random) => {
    const lines = linesOf(bytes);
    for (let i = random.between(1, 5); i > 0; i--) swap(lines, random);
    return ofLines(lines);
  },
  (bytes, random) => {
    const lines = linesOf(bytes);
    const separator = random.pick(delimiters);
    const line = random.between(0, lines.length - 1);
    const cells = (lines[line] ?? '').split(separator);
    swap(cells, random);
    lines[line] = cells.join(separator);
    return ofLines(lines);
  },
];

const IN_JSON = /^\s*[[{]/;

const SELDOM: readonly [Mutation, ...Mutation[]] = [
  (bytes, random) =>
    Buffer.from(bytes.toString('latin1').replaceAll(random.pick(delimiters), random.pick(delimiters)), 'latin1'),
  (bytes, random) =>
    Buffer.from(bytes.toString('latin1').replaceAll('\n', random.pick(['\r\n', '\r', '\n\n', '\u0085'])), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('latin1'), 'utf8'),
  (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString('utf8'), 'utf16le')]),
  (bytes) => Buffer.concat([Buffer.from([0xfe, 0xff]), swapBytes(Buffer.from(bytes.toString('utf8'), 'utf16le'))]),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => swapBytes(Buffer.from(bytes.toString('utf8'), 'utf16le')),
  (bytes, random) =>
    put(bytes, 0, random.pick(['\uFEFF', '\xff\xfe', 'PK\x03\x04', 'sep=;\n', 'sep=\t\r\n', '[', '{', ' \n\n ', '\0'])),
  (bytes) => gzipSync(bytes),
  (bytes, random) => {
    const [head = '', ...rest] = linesOf(bytes);
    return ofLines([head, ...Array.from({ length: random.between(2, 20) }, () => rest).flat()].slice(0, 1_500));
  },
  (bytes, random) => {
    // As every table says it: the same column twice, one gone, others in another order.
    const separator = random.pick(delimiters);
    const order = Array.from({ length: 40 }, () => random.between(0, 30));
    return ofLines(
      linesOf(bytes).map((line) => {
        const cells = line.split(separator);
        return order.map((at) => cells[at] ?? '').join(separator);
      }),
    );
  },
  (bytes, random) => {
    const depth = random.between(1, 300);
    return Buffer.concat([Buffer.from('['.repeat(depth)), bytes, Buffer.from(']'.repeat(depth))]);
  },
];

const HUGE: readonly [Mutation, ...Mutation[]] = [
  (bytes, random) =>
    put(
      bytes,
      place(bytes, random),
      random.pick(['x', 'é', '"', '\u202E', ' ', '0']).repeat(random.between(10_000, 600_000)),
    ),
  (bytes, random) => {
    const more = random.pick(delimiters).repeat(10_000);
    return ofLines(
      linesOf(bytes)
        .slice(0, 20)
        .map((line, i) => (i === 0 || random.isIn(0.7) ? line.trimEnd() + more : line)),
    );
  },
  (bytes, random) => {
    const names = Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(random.pick(delimiters));
    const [head = '', ...rest] = linesOf(bytes);
    return ofLines([`${head.trimEnd()},${names}`, ...rest]);
  },
  (bytes, random) => put(bytes, place(bytes, random), '[{"a":'.repeat(random.between(5_000, 50_000))),
  (bytes, random) => put(bytes, place(bytes, random), '\n'.repeat(random.between(1_000, 100_000))),
];

/** A real file as it might come damaged: one to six changes, one after the other. */
export const mutate = (bytes: Buffer, random: Random, other: Buffer): Buffer => {
  let changed = bytes;
  for (let i = random.pick([1, 1, 1, 2, 2, 3, 6]); i > 0; i--) {
    const kind = random.next();
    const isJson = IN_JSON.test(changed.toString('latin1', 0, 40)) && random.isIn(0.75);
    const mutation = kind < 0.008 ? random.pick(HUGE) : isJson ? inJson : random.pick(kind < 0.12 ? SELDOM : OFTEN);
    changed = mutation(changed, random, other).subarray(0, 4_000_000);
  }
  return changed;
};

/** A file of JSON lines whose lines stay JSON, one to five of them changed. */
export const mutateLines = (bytes: Buffer, random: Random, other: Buffer): Buffer => {
  const lines = bytes.toString('utf8').split('\n');
  for (let i = random.between(1, 5); i > 0; i--) {
    const at = random.between(0, lines.length - 2);
    lines[at] = inJson(Buffer.from(lines[at] ?? ''), random, other).toString('utf8');
  }
  return Buffer.from(lines.join('\n'));
};
