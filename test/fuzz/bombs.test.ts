import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { openFuzzWorld, type FuzzWorld } from './fuzz-world.ts';
import { startWatchdog } from './watchdog.ts';

/** 1: bombs of full size, as in `npm run test:fuzz`; small ones tell as much in a second. */
const SCALE = Number(process.env['VIGIE_BOMB_SCALE'] ?? 0.01);
const LIMIT_MS = 60_000;
const MEGABYTE = 1_048_576;

const folder = tempFolder();
const dog = startWatchdog(LIMIT_MS);
const took: Record<string, { ms: number; megabytes: number; code: string }> = {};
let world: FuzzWorld;
let bomb = 0;

beforeAll(() => {
  world = openFuzzWorld(join(folder, 'vigie.db'));
});
afterAll(async () => {
  world.close();
  await dog.stop();
  process.stdout.write(`${JSON.stringify({ scale: SCALE, took }, null, 1)}\n`);
});

/** A file of a head, a piece so often, and a tail. */
const file = (name: string, head: string, piece: string | Buffer, times: number, tail = ''): string => {
  const path = join(folder, name);
  const handle = openSync(path, 'w');
  const block = Buffer.concat(Array.from({ length: 1_000 }, () => Buffer.from(piece)));
  const length = Buffer.byteLength(piece);
  writeSync(handle, head);
  for (let left = Math.ceil(times); left > 0; left -= 1_000)
    writeSync(handle, block, 0, Math.min(left, 1_000) * length);
  writeSync(handle, tail);
  closeSync(handle);
  return path;
};

const measured = async <Value>(name: string, run: () => Promise<Value>): Promise<Value> => {
  dog.begin(++bomb);
  const beganMs = performance.now();
  const value = await run();
  dog.rest();
  const code = JSON.stringify(value).slice(0, 200);
  took[name] = {
    ms: Math.round(performance.now() - beganMs),
    megabytes: Math.round(process.memoryUsage.rss() / MEGABYTE),
    code,
  };
  expect(world.faults).toEqual([]);
  return value;
};

/** The code of the refusal, or what became of the lines. */
const imported = (name: string, path: string): Promise<string> =>
  measured(name, async () => {
    const selectionId = world.choose(path);
    const order = { selectionId, profile: 'auto', zone: 'Europe/Paris', tierMapId: null, levelMapId: null } as const;
    const reply = await world.ask('import:run', order);
    if (!reply.ok) return reply.error.code;
    const { rows, tickets, errorCount } = reply.value;
    return `${rows} rows, ${tickets.new} tickets, ${errorCount} errors`;
  });

const busy = (name: string, path: string): Promise<string> =>
  measured(name, async () => {
    const reply = await world.ask('calendar:import-busy', { expert: 'Eva', selectionId: world.choose(path) }, 'expert');
    return reply.ok ? `${reply.value.added} added` : reply.error.code;
  });

const HEADER = 'number,opened,state,title,customer\n';
const LINE = 'T1,2026-11-20 10:00,open,Broken,Nordlys\n';
const million = 1_000_000 * SCALE;
const limit = { timeout: 2 * LIMIT_MS };

it('a file larger than any', limit, async () => {
  const path = file('300.csv', `${HEADER}T1,`, 'x'.repeat(1_000), 300 * 1_049);
  expect(await imported('300 MB, one field', path)).toBe('import/too-large');
});

it.each([
  [
    'field without an end',
    HEADER + LINE + 'T2,2026-11-20 10:00,open,',
    'x'.repeat(1_000),
    `,Nordlys\n${LINE.replace('T1', 'T3')}`,
  ],
  [
    'quoted field without an end',
    HEADER + LINE + 'T2,2026-11-20 10:00,open,"',
    'x'.repeat(1_000),
    `\n${LINE.replace('T1', 'T3')}`,
  ],
])('a %s costs its line', limit, async (name, head, piece, tail) => {
  const path = file('field.csv', head, piece, Math.max(250 * 1_049 * SCALE, 5 * 1_049), tail);
  const first = took['field'] === undefined ? 2 : 0;
  took['field'] ??= { ms: 0, megabytes: 0, code: '' };
  expect(await imported(name, path)).toBe(`3 rows, ${first} tickets, 1 errors`);
});

it('ten million columns', limit, async () => {
  expect(await imported('columns', file('columns.csv', HEADER.trim(), ',', 10 * million, `\n${LINE}`))).toBe(
    'import/unknown-format',
  );
  expect(await imported('cells', file('cells.csv', HEADER + LINE.trim(), ',', 10 * million, `\n${LINE}`))).toMatch(
    /^2 rows/,
  );
  const named = `{"number":"T9","opened":"2026-11-20","state":"open"}`;
  expect(await imported('names', file('names.json', `[${named},{"a":1`, ',"b":2', million, `}]`))).toMatch(
    /^2 rows|too-large/,
  );
});

it('a record of its own columns each, thousands of them', limit, async () => {
  const records = Array.from(
    { length: 2_000 },
    (_, i) =>
      `{"number":"W${i}","opened":"2026-11-20",${Array.from({ length: 200 }, (_, k) => `"c${i}_${k}":1`).join(',')}}`,
  );
  expect(await imported('wide JSON', file('wide.json', `[${records.join(',')}`, ' ', 1, ']'))).toMatch(/^2000 rows/);
});

it('JSON nested a hundred thousand deep, closed or not, in lists, records and lines', limit, async () => {
  const closed = file('deep.json', '['.repeat(100_000), ' ', 1, ']'.repeat(100_000));
  expect(await imported('deep', closed)).toBe('import/not-json');
  expect(await imported('deep, open', file('open.json', '', '[', 100_000))).toBe('import/not-json');
  const record = file(
    'record.json',
    '[{"id":1,"subject":"x","status":2,"created_at":',
    '{"a":',
    100_000,
    `1${'}'.repeat(100_000)}}]`,
  );
  expect(await imported('deep record', record)).toBe('import/not-json');
});

it('JSON of as many values, and as many lines, as a file can hold', limit, async () => {
  if (SCALE === 1) {
    expect(await imported('values', file('values.json', '[0', ',{}', 80e6, ']'))).toBe('import/too-large');
  }
  expect(await imported('lines', file('lines.json', '{}\n', '\n', Math.max(250 * million, 8.1e6)))).toBe(
    'import/too-large',
  );
});

it('lines of nothing, and quotes alone', limit, async () => {
  expect(await imported('line ends', file('ends.csv', HEADER, '\n', 250 * million))).toBe(
    '0 rows, 0 tickets, 0 errors',
  );
  expect(await imported('quotes', file('quotes.csv', HEADER, '"', 30 * million))).toMatch(/errors$/);
  expect(await imported('quotes in lines', file('quotes2.csv', HEADER, '"\n"a', 8 * million))).toMatch(/errors$/);
  expect(await imported('errors', file('errors.csv', HEADER, `,,"${'x'.repeat(500)}",\n`, million / 4))).toMatch(
    /errors$/,
  );
});

it('archives under another name, and UTF-16 of odd length', limit, async () => {
  const packed = gzipSync(Buffer.alloc(100 * MEGABYTE * SCALE));
  expect(await imported('gzip', file('packed.csv', '', packed, 1))).toBe('import/binary');
  expect(await imported('zip', file('zip.csv', 'PK\x03\x04', 'x', 1_000))).toBe('import/binary');
  const odd = Buffer.concat([
    Buffer.from([0xff, 0xfe]),
    Buffer.from(HEADER + LINE.replace('T1', 'T\0\ud800'), 'utf16le'),
    Buffer.from([0x41]),
  ]);
  expect(await imported('odd UTF-16', file('odd.csv', '', odd, 1))).toMatch(/^[12] rows/);
});

const CALENDAR = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:x', ''].join('\r\n');
const END = 'END:VCALENDAR\r\n';
const event = (uid: string, ...lines: readonly string[]): string =>
  ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT', ''].join('\r\n');
const AT = ['DTSTART:20261124T090000Z', 'DTEND:20261124T090001Z'];

it('calendars that repeat for ever, or never', limit, async () => {
  const of = (name: string, ...lines: readonly string[]) =>
    busy(name, file('bomb.ics', CALENDAR, event('a', ...AT, ...lines), 1, END));
  expect(await of('every second', 'RRULE:FREQ=SECONDLY')).toMatch(/^calendar\/too-/);
  // A library that never ends is broken off after eight seconds: test/unit/within-time.test.ts waits less.
  if (SCALE < 1) return;
  expect(await of('every 30 February', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')).toBe('calendar/too-long');
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Bomb', 'BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200'];
  const bomb = [...zone, 'TZOFFSETTO:+0100', 'RRULE:FREQ=SECONDLY', 'END:STANDARD', 'END:VTIMEZONE', ''].join('\r\n');
  const inZone = event('a', 'DTSTART;TZID=Bomb:20261124T090000', 'DTEND;TZID=Bomb:20261124T100000');
  expect(await busy('zone every second', file('zone.ics', CALENDAR + bomb, inZone, 1, END))).toBe('calendar/too-long');
});

it('calendars of a million events, of one line folded for ever, nested, and with paths for zones', limit, async () => {
  const events = file('many.ics', CALENDAR, event('a', ...AT), million, END);
  expect(await busy('a million events', events)).toMatch(SCALE === 1 ? /too-much/ : /added|too-/);
  expect(await busy('folded', file('folded.ics', `${CALENDAR}DESCRIPTION:x\r\n`, ' y\r\n', 4 * million, END))).toMatch(
    /added|too-long/,
  );
  expect(await busy('nested', file('nested.ics', CALENDAR, 'BEGIN:VEVENT\r\n', million, END))).toMatch(
    /unreadable|too-/,
  );
  const odd = 'DTSTART;TZID=../../../etc/passwd:20261124T090000';
  expect(await busy('path', file('path.ics', CALENDAR, event('p', odd, 'DURATION:PT1H'), 1, END))).toBe('1 added');
});
