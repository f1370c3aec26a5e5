import ICAL from 'ical.js';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coachingOf } from '../support/coaching-calls.ts';
import { codeOf } from '../support/desk-calls.ts';
import { ledgerOf } from '../support/ledger-calls.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const folder = tempFolder();
let world: World;
let of: ReturnType<typeof coachingOf>;
let nordlys: number;
beforeEach(async () => {
  world = createWorld({ now: '2026-11-23T09:00:00Z' });
  of = coachingOf(world);
  world.become({ name: 'Eva', role: 'expert' });
  nordlys = await ledgerOf(world).customer('Nordlys, “Énergie”; & Söhne', 'silver');
});
afterEach(() => world.close());

type What =
  | { readonly kind: 'session'; readonly id: string }
  | { readonly kind: 'expert'; readonly expert: string; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'cell'; readonly fromMs: number; readonly toMs: number };
const YEAR = { fromMs: instant('2026-11-01T00:00:00Z'), toMs: instant('2027-12-01T00:00:00Z') };

const written = async (what: What) => {
  const path = join(folder, 'out.ics');
  const { events } = await world.call('calendar:export', { what, selectionId: world.chooseToWrite(path) });
  const text = readFileSync(path, 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  const all = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(all).toHaveLength(events);
  return { text, all };
};
const startOf = (event: ICAL.Event | undefined): number => (event?.startDate.toUnixTime() ?? 0) * 1_000;
const endOf = (event: ICAL.Event | undefined): number => (event?.endDate.toUnixTime() ?? 0) * 1_000;

describe('a calendar file of sessions', () => {
  it('is read back to the same instants and words, whatever stands in them', async () => {
    const words = {
      place: 'Room 3; 2nd floor, left',
      objectives: ['One, two', 'Three\\four'],
      language: 'fr' as const,
    };
    const attendees = [
      { name: 'Ingrid "I" Solberg', email: 'i@nordlys.example' },
      { name: 'Nobody', email: null },
    ];
    const { row } = await of.plan(nordlys, '2026-11-24T09:00:00Z', '2026-11-24T10:30:00Z', { ...words, attendees });
    const { text, all } = await written({ kind: 'session', id: row.id });
    expect([startOf(all[0]), endOf(all[0])]).toEqual([row.startMs, row.endMs]);
    expect(all[0]?.summary).toBe('Nordlys, “Énergie”; & Söhne\u00a0: Conseil quotidien');
    expect(all[0]?.location).toBe('Room 3; 2nd floor, left');
    expect(all[0]?.description).toContain('- One, two\n- Three\\four');
    expect(all[0]?.attendees.map((one) => one.getFirstValue())).toEqual(['mailto:i@nordlys.example']);
    expect(all[0]?.component.getFirstPropertyValue('status')).toBe('TENTATIVE');
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it.each([
    ['2027-03-26T09:00:00Z', '2027-04-02T08:00:00Z', '2027-03-28'],
    ['2026-10-23T08:00:00Z', '2026-10-30T09:00:00Z', '2026-10-25'],
    ['2030-10-25T08:00:00Z', '2030-11-01T09:00:00Z', '2030-10-27'],
  ])('sessions from %s on keep their instants over the change of the clock', async (first, second) => {
    world.setNow('2026-10-01T09:00:00Z');
    for (const start of [first, second]) {
      await of.plan(nordlys, start, new Date(instant(start) + 3_600_000).toISOString());
    }
    const span = { fromMs: instant(first), toMs: instant(second) + 86_400_000 };
    const { all } = await written({ kind: 'cell', ...span });
    expect(all.map(startOf)).toEqual([instant(first), instant(second)]);
    expect(all.map(({ startDate }) => [startDate.hour, startDate.zone.tzid])).toEqual([
      [10, 'Europe/Paris'],
      [10, 'Europe/Paris'],
    ]);
  });

  it.each([
    // The hour that comes twice, and the night that skips one.
    ['2027-10-31T00:30:00Z', '2027-10-31T01:30:00Z'],
    ['2027-10-31T01:00:00Z', '2027-10-31T02:30:00Z'],
    ['2027-03-28T00:30:00Z', '2027-03-28T01:30:00Z'],
  ])('a session within such a night, from %s, too', async (start, end) => {
    const { row } = await of.plan(nordlys, start, end);
    const { all } = await written({ kind: 'session', id: row.id });
    expect([startOf(all[0]), endOf(all[0])]).toEqual([instant(start), instant(end)]);
  });

  it('of an expert holds theirs, of the cell those of all, without what was called off', async () => {
    await of.plan(nordlys, '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z');
    const { row } = await of.plan(nordlys, '2026-11-25T09:00:00Z', '2026-11-25T10:00:00Z');
    world.become({ name: 'Noa' });
    await of.plan(nordlys, '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z', { expert: 'Noa' });
    await world.call('coaching:call-off', {
      id: row.id,
      expectedVersion: null,
      scope: 'this',
      by: 'desk',
      reason: 'x',
    });
    expect((await written({ kind: 'expert', expert: 'Eva', ...YEAR })).all).toHaveLength(1);
    expect((await written({ kind: 'cell', ...YEAR })).all).toHaveLength(2);
    const readable = world.choose(join(folder, 'out.ics'));
    const what = { kind: 'cell', ...YEAR } as const;
    expect(codeOf(await world.reply('calendar:export', { what, selectionId: readable }))).toBe('import/selection-gone');
    const nowhere = world.chooseToWrite(join(folder, 'no folder', 'x.ics'));
    expect(codeOf(await world.reply('calendar:export', { what, selectionId: nowhere }))).toBe('file/unwritable');
  });

  it('an invitation says when in both languages, and to whom', async () => {
    const attendees = [{ name: 'Ingrid', email: 'i@nordlys.example' }];
    const { row } = await of.plan(nordlys, '2026-11-24T09:00:00Z', '2026-11-24T10:30:00Z', { attendees });
    const en = await world.call('coaching:get-invitation', { id: row.id, language: 'en' });
    expect(en).toMatchObject({ to: ['i@nordlys.example'], subject: expect.stringContaining('24 November 2026') });
    expect(en.body).toContain('10:00 to 11:30 (Europe/Paris)');
    const fr = await world.call('coaching:get-invitation', { id: row.id, language: 'fr' });
    expect(fr.body).toContain('mardi 24 novembre 2026, de 10:00 à 11:30 (Europe/Paris)');
  });
});

const file = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name);
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...lines, 'END:VCALENDAR', ''].join('\r\n');
  writeFileSync(path, text);
  return path;
};
const event = (uid: string, ...lines: readonly string[]): string[] => [
  ...['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T000000Z'],
  ...lines,
  'END:VEVENT',
];
const take = (path: string) => world.call('calendar:import-busy', { expert: 'Eva', selectionId: world.choose(path) });
const absences = async () =>
  (await world.call('absence:list', { ...YEAR, expert: 'Eva' })).map(({ fromMs, untilMs, reason }) => [
    new Date(fromMs).toISOString().slice(0, 16),
    new Date(untilMs).toISOString().slice(0, 16),
    reason,
  ]);

describe('busy times of a calendar file', () => {
  it('become absences; free, cancelled and past ones do not; private ones keep their name', async () => {
    const path = file(
      'busy.ics',
      ...event('a', 'DTSTART:20261124T090000Z', 'DTEND:20261124T100000Z', 'SUMMARY:Dentist'),
      ...event('b', 'DTSTART;TZID=Europe/Paris:20261125T090000', 'DURATION:PT90M', 'CLASS:PRIVATE', 'SUMMARY:Secret'),
      ...event('c', 'DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261226', 'SUMMARY:Leave'),
      ...event('d', 'DTSTART:20261126T090000Z', 'DTEND:20261126T100000Z', 'TRANSP:TRANSPARENT'),
      ...event('e', 'DTSTART:20261126T090000Z', 'DTEND:20261126T100000Z', 'STATUS:CANCELLED'),
      ...event('f', 'DTSTART:20251126T090000Z', 'DTEND:20251126T100000Z'),
      ...event('g@vigie', 'DTSTART:20261126T090000Z', 'DTEND:20261126T100000Z'),
    );
    const { row } = await of.plan(nordlys, '2026-11-24T09:30:00Z', '2026-11-24T10:30:00Z');
    expect(await take(path)).toEqual({ added: 3, changed: 0, removed: 0, unchanged: 0, sessions: [row] });
    expect(await absences()).toEqual([
      ['2026-11-24T09:00', '2026-11-24T10:00', 'Dentist'],
      ['2026-11-25T08:00', '2026-11-25T09:30', 'Busy'],
      ['2026-12-23T23:00', '2026-12-25T23:00', 'Leave'],
    ]);
    expect(await take(path)).toMatchObject({ added: 0, unchanged: 3 });
    const less = file(
      'busy.ics',
      ...event('a', 'DTSTART:20261124T100000Z', 'DTEND:20261124T110000Z', 'SUMMARY:Dentist'),
    );
    expect(await take(less)).toMatchObject({ added: 0, changed: 1, removed: 2, sessions: [row] });
    expect(await absences()).toHaveLength(1);
  });

  it('recurring ones by wall time over the change of the clock, without exceptions, with what was moved', async () => {
    const zone = [
      ...['BEGIN:VTIMEZONE', 'TZID:Romance Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T030000'],
      ...[
        'TZOFFSETFROM:+0200',
        'TZOFFSETTO:+0100',
        'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
        'END:STANDARD',
      ],
      ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
      ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
    ];
    const at = (name: string, local: string): string => `${name};TZID=Romance Standard Time:${local}`;
    const path = file(
      'weekly.ics',
      ...zone,
      ...event(
        'w',
        at('DTSTART', '20270305T100000'),
        at('DTEND', '20270305T110000'),
        'RRULE:FREQ=WEEKLY;COUNT=5',
        at('EXDATE', '20270312T100000'),
        'SUMMARY:Team',
      ),
      ...event(
        'w',
        at('RECURRENCE-ID', '20270326T100000'),
        at('DTSTART', '20270326T150000'),
        at('DTEND', '20270326T160000'),
      ),
      // Another series at the same times, whose exceptions are its own.
      ...event(
        'x',
        at('DTSTART', '20270326T100000'),
        at('DTEND', '20270326T103000'),
        'RRULE:FREQ=WEEKLY;COUNT=2',
        'SUMMARY:X',
      ),
    );
    expect(await take(path)).toMatchObject({ added: 6 });
    expect(await absences()).toEqual([
      ['2027-03-05T09:00', '2027-03-05T10:00', 'Team'],
      ['2027-03-19T09:00', '2027-03-19T10:00', 'Team'],
      ['2027-03-26T09:00', '2027-03-26T09:30', 'X'],
      ['2027-03-26T14:00', '2027-03-26T15:00', 'Busy'],
      ['2027-04-02T08:00', '2027-04-02T09:00', 'Team'],
      ['2027-04-02T08:00', '2027-04-02T08:30', 'X'],
    ]);
    expect(await take(path)).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 6 });
  });

  it('endless ones for a year; free-busy lists too', async () => {
    const daily = event('d', 'DTSTART:20200101T120000Z', 'DTEND:20200101T123000Z', 'RRULE:FREQ=DAILY', 'SUMMARY:Lunch');
    expect((await take(file('daily.ics', ...daily))).added).toBe(366);
    const free = [
      'FREEBUSY:20261124T090000Z/PT1H,20261125T090000Z/20261125T100000Z',
      'FREEBUSY;FBTYPE=FREE:20261126T090000Z/PT1H',
    ];
    const lines = ['BEGIN:VFREEBUSY', 'UID:z', ...free, 'END:VFREEBUSY'];
    expect(await take(file('free.ifb', ...lines))).toMatchObject({ added: 2, removed: 366 });
  });

  it('of a file that is none, or of somebody else, nothing is taken', async () => {
    const bad = join(folder, 'bad.ics');
    const codeOfFile = async (text: string): Promise<string> => {
      writeFileSync(bad, text);
      return codeOf(await world.reply('calendar:import-busy', { expert: 'Eva', selectionId: world.choose(bad) }));
    };
    expect(await codeOfFile('')).toBe('calendar/not-calendar');
    expect(await codeOfFile('<html></html>')).toBe('calendar/not-calendar');
    expect(await codeOfFile('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\n')).toBe('calendar/unreadable');
    const broken = event('a', 'DTSTART:2026-11-24 09:00', 'DTEND:20261124T100000Z').join('\r\n');
    expect(await codeOfFile(`BEGIN:VCALENDAR\r\n${broken}\r\nEND:VCALENDAR\r\n`)).toBe('calendar/unreadable');
    const gone = { expert: 'Eva', selectionId: world.choose(join(folder, 'not there.ics')) };
    expect(codeOf(await world.reply('calendar:import-busy', gone))).toBe('calendar/unreadable');
    expect(await absences()).toEqual([]);
    world.become({ name: 'Noa' });
    expect(await codeOfFile('')).toBe('coaching/other-expert');
  });
});
