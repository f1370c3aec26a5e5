import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a file is given to. */
export type Kind = 'tickets' | 'customers' | 'calendar' | 'map';

/** `family`: files that may be imported together. */
export type Seed = { readonly name: string; readonly family: string; readonly bytes: Buffer };

/** Longer files are cut after a line near here: every run reads its files whole, several times. */
const LONGEST = 24_000;

const cut = (bytes: Buffer): Buffer => {
  if (bytes.length <= LONGEST) return bytes;
  return bytes.subarray(0, bytes.indexOf('\n', LONGEST) + 1);
};

const filesUnder = (folder: string): Seed[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(csv|json|txt)$/.test(entry.name))
    .map(({ parentPath, name }) => ({
      ...{ name, family: /zendesk|freshdesk/.exec(join(parentPath, name))?.[0] ?? name },
      bytes: cut(readFileSync(join(parentPath, name))),
    }));

const text = (name: string, ...lines: readonly string[]): Seed => ({
  name,
  family: name,
  bytes: Buffer.from(`${lines.join('\r\n')}\r\n`),
});

const FIXTURES = resolve('test/fixtures');
const FOLDERS = ['formats', 'traps', 'servicenow-incident-log'];
/** More real files, where somebody has some: `VIGIE_FUZZ_MORE`. */
const more = process.env['VIGIE_FUZZ_MORE'];

const CUSTOMERS = [
  text(
    'customers.csv',
    'Nom du client;Niveau de support;Depuis;Langue;Plateformes;Site;Note;Nom du contact;Courriel;Téléphone;Rôle',
    'Société Éclair;BRONZE;03/01/2026;français;NUP, NGP;Lyon;"une note\r\nde deux lignes";Zoé Lefèvre;zoe@eclair.example;+33 1;référent',
    'Société Éclair;Silver;10/02/2026;;;;;;;;',
    'Zêta;gold;31/10/2025;fr;NGP;;;;;;',
    ';gold;;;;;;;;;',
  ),
  text(
    'list.csv',
    'name,tier,since,language,platforms,contact name,contact mail,contact role',
    'Nordlys,gold,2026-01-31,en,NUP,Ingrid,i@nordlys.example,technical',
    '"Acme, Inc.",standard,,en,,,,',
    'Quill & Öre,silver,2025-12-01,en,NUP|NGP,"Bob ""B"" Stone",bob@quill.example,billing',
  ),
];

const MAPS = [
  text('tiers.csv', 'customer,tier', 'Nordlys,gold', 'caller 2403,silver', '"Company, 1",bronze'),
  text('levels.csv', 'group;level', 'Group 70;L2', 'Support;N3', 'IT;1'),
];

const ZONE = [
  ...['BEGIN:VTIMEZONE', 'TZID:Romance Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T030000'],
  ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
  ...['RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
];
const event = (uid: string, ...lines: readonly string[]): string[] => [
  ...['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT'],
];
const calendar = (name: string, ...lines: readonly string[]): Seed =>
  text(name, 'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:test', ...lines, 'END:VCALENDAR');

const CALENDARS = [
  calendar(
    'weekly.ics',
    ...ZONE,
    ...event(
      'w',
      'DTSTART;TZID=Romance Standard Time:20261205T100000',
      'DTEND;TZID=Romance Standard Time:20261205T110000',
      'RRULE:FREQ=WEEKLY;COUNT=5;BYDAY=MO,WE',
      'EXDATE;TZID=Romance Standard Time:20261212T100000',
      'SUMMARY:Team, weekly\\; with',
      ' a folded line',
    ),
    ...event(
      'w',
      'RECURRENCE-ID;TZID=Romance Standard Time:20261219T100000',
      'DTSTART;TZID=Romance Standard Time:20261219T150000',
      'DURATION:PT1H',
    ),
    ...event(
      'm',
      'DTSTART:20261201T090000Z',
      'DTEND:20261201T100000Z',
      'RRULE:FREQ=MONTHLY;BYMONTHDAY=-1,15;UNTIL=20270601T000000Z',
      'RDATE:20261224T090000Z',
      'CLASS:PRIVATE',
      'SUMMARY:Secret',
    ),
    ...event(
      'y',
      'DTSTART;VALUE=DATE:20261224',
      'DTEND;VALUE=DATE:20261226',
      'RRULE:FREQ=YEARLY;BYMONTH=12;BYSETPOS=1',
      'SUMMARY:Leave',
    ),
  ),
  calendar(
    'free-busy.ics',
    ...[
      'BEGIN:VFREEBUSY',
      'UID:f',
      'FREEBUSY;FBTYPE=BUSY:20261125T090000Z/PT1H,20261126T090000Z/20261126T120000Z',
      'END:VFREEBUSY',
    ],
    ...event('d', 'DTSTART:20261126T090000', 'DTEND:20261126T100000', 'TRANSP:OPAQUE', 'STATUS:CONFIRMED'),
    ...event('h', 'DTSTART;TZID=Europe/Paris:20261127T090000', 'DURATION:PT90M', 'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=9'),
  ),
];

/** Real files of each kind, to be damaged. */
export const readCorpus = (): Readonly<Record<Kind, readonly [Seed, ...Seed[]]>> => {
  const [first, ...rest] = [
    ...FOLDERS.map((name) => join(FIXTURES, name)),
    ...(more === undefined ? [] : [more]),
  ].flatMap(filesUnder);
  if (first === undefined) throw new Error('no file to damage was found');
  const list = ([one, ...others]: readonly Seed[]): readonly [Seed, ...Seed[]] => {
    if (one === undefined) throw new Error('a kind without files');
    return [one, ...others];
  };
  return { tickets: [first, ...rest], customers: list(CUSTOMERS), calendar: list(CALENDARS), map: list(MAPS) };
};
