import { offsetAt, type Zone } from '../calendar/zone.ts';
import { HOUR_MS, type InstantMs } from '../time/instant.ts';

/** One event of a calendar file. */
export type IcsEvent = {
  /** The same for every version of it. */
  readonly uid: string;
  /** Grows with each version. */
  readonly sequence: number;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
  readonly summary: string;
  readonly description: string | null;
  readonly location: string | null;
  readonly url: string | null;
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
  readonly attendees: readonly { readonly name: string; readonly email: string | null }[];
};

/**
 * Summer time of the European Union as it has been since 1996: the last Sundays of March and October, 01:00 UTC. Sessions are later than that,
 * and rules are what every calendar program reads.
 */
const EUROPE_PARIS = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Paris',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
] as const;

const escape = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');

/** A parameter's value: quoted, without what no quoting allows. */
const quoted = (text: string): string => `"${text.replace(/["\p{Cc}]/gu, ' ')}"`;

const bytesOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Lines are at most 75 bytes; longer ones go on after a line break and a space (RFC 5545, 3.1). */
const fold = (line: string): string => {
  let folded = '';
  let bytes = 0;
  for (const char of line) {
    const more = bytesOf(char);
    if (bytes + more > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += char;
    bytes += more;
  }
  return folded;
};

const digits = (ms: number): string => new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '');
const utc = (ms: InstantMs): string => `${digits(ms)}Z`;

/** In wall time, so that a session stays where it is if rules change; in UTC where a night has that wall time twice, which readers take differently. */
const at = (name: 'DTSTART' | 'DTEND', zone: Zone, ms: InstantMs): string => {
  const offset = offsetAt(zone, ms);
  const isTwice = offsetAt(zone, ms - HOUR_MS) > offset || offsetAt(zone, ms + HOUR_MS) < offset;
  return isTwice ? `${name}:${utc(ms)}` : `${name};TZID=Europe/Paris:${digits(ms + offset)}`;
};

const eventLines = (event: IcsEvent, paris: Zone, nowMs: InstantMs): string[] => [
  'BEGIN:VEVENT',
  `UID:${event.uid}`,
  `DTSTAMP:${utc(nowMs)}`,
  `SEQUENCE:${event.sequence}`,
  at('DTSTART', paris, event.startMs),
  at('DTEND', paris, event.endMs),
  `SUMMARY:${escape(event.summary)}`,
  ...(event.description === null ? [] : [`DESCRIPTION:${escape(event.description)}`]),
  ...(event.location === null ? [] : [`LOCATION:${escape(event.location)}`]),
  ...(event.url === null ? [] : [`URL:${event.url.replace(/[\p{Cc}\s]/gu, '')}`]),
  `STATUS:${event.status}`,
  ...event.attendees.flatMap(({ name, email }) =>
    email === null ? [] : [`ATTENDEE;CN=${quoted(name)}:mailto:${email.replace(/[\p{Cc}\s]/gu, '')}`],
  ),
  'END:VEVENT',
];

/** A calendar file (RFC 5545) of events in Europe/Paris; `paris` is the compiled table of that zone. */
export const toIcs = (
  name: string,
  events: readonly IcsEvent[],
  { paris, nowMs }: { readonly paris: Zone; readonly nowMs: InstantMs },
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Vigie//Coaching//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escape(name)}`,
    ...EUROPE_PARIS,
    ...events.flatMap((event) => eventLines(event, paris, nowMs)),
    'END:VCALENDAR',
  ]
    .map((line) => `${fold(line)}\r\n`)
    .join('');
