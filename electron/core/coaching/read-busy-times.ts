import ICAL from 'ical.js';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { localToInstant, type Zone } from '../../../shared/calendar/zone.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { withinTime } from '../within-time.ts';

/** Time at which somebody is busy. `uid` is the event's, with its place where it recurs: the same each time the file is read. */
export type BusyTime = {
  readonly uid: string;
  readonly fromMs: InstantMs;
  readonly untilMs: InstantMs;
  /** Null where it is private, or says nothing. */
  readonly summary: string | null;
};

type Reading = {
  /** Wall times that name no zone, or one that nobody knows. */
  readonly zone: Zone;
  /** Only what overlaps these is read. */
  readonly fromMs: InstantMs;
  readonly toMs: InstantMs;
};

const MOST_STEPS = 50_000;
const MOST_BUSY = 5_000;
/** A rule may repeat for ever and hit nothing, which its reader does not notice: a year of anybody's calendar takes less. */
const LONGEST_MS = 8_000;
/** Sessions that Vigie wrote itself are no absences. */
const OWN = /@vigie$/;

const unreadable = (why: string): VigieError =>
  new VigieError(
    'calendar/unreadable',
    `This calendar file cannot be read: ${why}. Export it again as iCalendar (.ics).`,
    {
      why,
    },
  );

const calendarsIn = (text: string): ICAL.Component[] => {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) {
    throw new VigieError(
      'calendar/not-calendar',
      'This file is no calendar: choose one in the iCalendar format (.ics).',
    );
  }
  try {
    const parsed: unknown[] = ICAL.parse(text.replace(/^\uFEFF/, ''));
    const all = typeof parsed[0] === 'string' ? [parsed] : parsed;
    return all.flatMap((one) => (Array.isArray(one) ? [new ICAL.Component(one)] : []));
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
};

const textOf = (component: ICAL.Component, name: string): string | null => {
  const value: unknown = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? null : String(value);
};

/** Whether an event takes up somebody's time. */
const isBusy = (event: ICAL.Component): boolean =>
  textOf(event, 'transp')?.toUpperCase() !== 'TRANSPARENT' &&
  textOf(event, 'status')?.toUpperCase() !== 'CANCELLED' &&
  textOf(event, 'x-microsoft-cdo-busystatus')?.toUpperCase() !== 'FREE';

const summaryOf = (event: ICAL.Component): string | null => {
  const shown = textOf(event, 'class')?.toUpperCase() ?? 'PUBLIC';
  const summary = textOf(event, 'summary')?.trim() ?? '';
  return shown !== 'PUBLIC' || summary === '' ? null : summary.slice(0, 400);
};

const zoneNamed = (tzid: string | null, otherwise: Zone): Zone => {
  if (tzid === null) return otherwise;
  try {
    return compileZone(tzid);
  } catch {
    return otherwise;
  }
};

/** The instant of a time; one without a zone that the file tells of is a wall time of `floating`. */
const instantOf = (time: ICAL.Time, floating: Zone): InstantMs => {
  if (!time.isDate && time.zone !== ICAL.Timezone.localTimezone) return time.toUnixTime() * 1_000;
  return localToInstant(floating, Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second));
};

const floatingOf = (event: ICAL.Component, zone: Zone): Zone => {
  const tzid: unknown = event.getFirstProperty('dtstart')?.getFirstParameter('tzid');
  return zoneNamed(typeof tzid === 'string' ? tzid : null, zone);
};

const occurrencesOf = (event: ICAL.Event, { zone, fromMs, toMs }: Reading): BusyTime[] => {
  const { component, uid } = event;
  const floating = floatingOf(component, zone);
  const busy: BusyTime[] = [];
  const take = (own: ICAL.Event, key: string, start: ICAL.Time, end: ICAL.Time): void => {
    if (!isBusy(own.component)) return;
    const ownZone = own === event ? floating : floatingOf(own.component, zone);
    const span = { fromMs: instantOf(start, ownZone), untilMs: instantOf(end, ownZone) };
    if (span.untilMs <= span.fromMs || span.untilMs <= fromMs || span.fromMs >= toMs) return;
    busy.push({ uid: key, ...span, summary: summaryOf(own.component) });
  };
  if (!event.isRecurring()) {
    take(event, uid, event.startDate, event.endDate);
    return busy;
  }
  const steps = event.iterator();
  for (let i = 0; i < MOST_STEPS; i++) {
    const next = steps.next();
    if (!next || instantOf(next, floating) >= toMs) break;
    const { recurrenceId, item, startDate, endDate } = event.getOccurrenceDetails(next);
    take(item, `${uid}/${instantOf(recurrenceId, floating)}`, startDate, endDate);
  }
  return busy;
};

/** Busy stretches of a VFREEBUSY, which has no events to name. */
const freeBusyOf = (component: ICAL.Component, { fromMs, toMs }: Reading): BusyTime[] =>
  component.getAllProperties('freebusy').flatMap((property) => {
    const type: unknown = property.getFirstParameter('fbtype');
    if (typeof type === 'string' && type.toUpperCase() === 'FREE') return [];
    return property.getValues().flatMap((period: unknown) => {
      if (!(period instanceof ICAL.Period)) return [];
      const span = {
        fromMs: period.start.toUnixTime() * 1_000,
        untilMs: period.getEnd().toUnixTime() * 1_000,
      };
      if (span.untilMs <= span.fromMs || span.untilMs <= fromMs || span.fromMs >= toMs) return [];
      return [{ uid: `freebusy/${span.fromMs}`, ...span, summary: null }];
    });
  });

const eventsOf = (calendar: ICAL.Component): ICAL.Event[] => {
  const all = calendar.getAllSubcomponents('vevent');
  const isException = (one: ICAL.Component): boolean => one.hasProperty('recurrence-id');
  const known = new Set(all.filter((one) => !isException(one)).map((one) => textOf(one, 'uid')));
  // ical.js relates the exceptions of every event to each: those of the same event are told it here.
  const exceptionsOf = new Map<string | null, ICAL.Component[]>();
  for (const one of all.filter(isException)) {
    const uid = textOf(one, 'uid');
    const known = exceptionsOf.get(uid);
    if (known) known.push(one);
    else exceptionsOf.set(uid, [one]);
  }
  const masters = all
    .filter((one) => !isException(one))
    .map((one) => {
      const exceptions = exceptionsOf.get(textOf(one, 'uid')) ?? [];
      return new ICAL.Event(one, { exceptions, strictExceptions: true });
    });
  const alone = all.filter((one) => isException(one) && !known.has(textOf(one, 'uid')));
  return [...masters, ...alone.map((one) => new ICAL.Event(one, { exceptions: [] }))];
};

const readAll = (text: string, reading: Reading): ReadonlyMap<string, BusyTime> => {
  const busy = new Map<string, BusyTime>();
  for (const calendar of calendarsIn(text)) {
    const times = [
      ...eventsOf(calendar)
        .filter(({ uid, startDate }) => Boolean(uid) && Boolean(startDate) && !OWN.test(uid))
        .flatMap((event) => occurrencesOf(event, reading)),
      ...calendar.getAllSubcomponents('vfreebusy').flatMap((one) => freeBusyOf(one, reading)),
    ];
    for (const time of times) busy.set(time.uid, time);
  }
  return busy;
};

/**
 * The busy times of a calendar file, recurring ones each by itself, in order of time; throws a VigieError
 * `calendar/not-calendar`, `calendar/unreadable`, `calendar/too-long` or `calendar/too-much`.
 */
export const readBusyTimes = (text: string, reading: Reading): BusyTime[] => {
  let busy: ReadonlyMap<string, BusyTime>;
  try {
    const read = withinTime(LONGEST_MS, () => readAll(text, reading));
    if (read === null) {
      throw new VigieError(
        'calendar/too-long',
        'This calendar file cannot be read in time: it has too many events, or a rule that repeats too often. Export a year of it.',
      );
    }
    busy = read.value;
  } catch (error) {
    if (error instanceof VigieError) throw error;
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
  if (busy.size > MOST_BUSY) {
    throw new VigieError(
      'calendar/too-much',
      `This calendar has more than ${MOST_BUSY} busy times in a year: export only what keeps its owner from sessions.`,
      { most: MOST_BUSY },
    );
  }
  return [...busy.values()].sort((a, b) => a.fromMs - b.fromMs || (a.uid < b.uid ? -1 : 1));
};
