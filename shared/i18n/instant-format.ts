import { DAY_MS, type InstantMs } from '../time/instant.ts';

/** Writes instants in one zone and language. */
export type InstantFormat = {
  readonly zone: string;
  /** `14:04` */
  readonly time: (ms: InstantMs) => string;
  /** The shortest that is clear from `nowMs`: `14:04` today, `Thu 11:30` within six days, else `3 Dec 11:30`, or with the year alone. */
  readonly near: (ms: InstantMs, nowMs: InstantMs) => string;
  /** `Thu 26 Nov 11:30` */
  readonly due: (ms: InstantMs) => string;
  /** `26 Nov 2026 11:30` */
  readonly full: (ms: InstantMs) => string;
  /** `Thursday 26 November 2026` */
  readonly day: (ms: InstantMs) => string;
  /** `Thu 26` */
  readonly shortDay: (ms: InstantMs) => string;
  /** `2026-11-26`, to compare days. */
  readonly dayKey: (ms: InstantMs) => string;
  /** What the zone is called at an instant: `CET`, `UTC+1`. */
  readonly zoneName: (ms: InstantMs) => string;
};

const NEAR_DAYS = 6;
/** Every zone's midnight lies on a quarter of an hour. */
const QUARTER_MS = 900_000;
const KEPT_TEXTS = 4_000;

/** Remembers texts: a list shows the same few instants again and again while it is scrolled. */
const remember = (format: (ms: InstantMs) => string): ((ms: InstantMs) => string) => {
  const known = new Map<InstantMs, string>();
  return (ms) => {
    const text = known.get(ms);
    if (text !== undefined) return text;
    if (known.size >= KEPT_TEXTS) known.clear();
    const made = format(ms);
    known.set(ms, made);
    return made;
  };
};

/** Makes a formatter when it is first needed: each takes milliseconds, and the first picture needs two of six. */
const lazily = <Value>(make: () => Value): (() => Value) => {
  let made: Value | undefined;
  return () => (made ??= make());
};

const createInstantFormat = (locale: string, zone: string): InstantFormat => {
  const format = (options: Intl.DateTimeFormatOptions): ((ms: InstantMs) => string) => {
    const formatter = lazily(() => new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }));
    return remember((ms) => formatter().format(ms));
  };
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const weekday = format({ weekday: 'short' });
  const date = format({ day: 'numeric', month: 'short' });
  const dateWithYear = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayKeyFormat = lazily(() => new Intl.DateTimeFormat('en-CA', { timeZone: zone }));
  const dayKeyOfQuarter = remember((quarter) => dayKeyFormat().format(quarter * QUARTER_MS));
  const dayKey = (ms: InstantMs): string => dayKeyOfQuarter(Math.floor(ms / QUARTER_MS));
  const withZone = lazily(
    () => new Intl.DateTimeFormat(locale, { timeZone: zone, hour: 'numeric', timeZoneName: 'short' }),
  );
  return {
    zone,
    time,
    dayKey,
    near: (ms, nowMs) => {
      if (dayKey(ms) === dayKey(nowMs)) return time(ms);
      if (Math.abs(ms - nowMs) < NEAR_DAYS * DAY_MS) return `${weekday(ms)} ${time(ms)}`;
      const isSameYear = dayKey(ms).slice(0, 4) === dayKey(nowMs).slice(0, 4);
      return isSameYear ? `${date(ms)} ${time(ms)}` : dateWithYear(ms);
    },
    due: (ms) => `${weekday(ms)} ${date(ms)} ${time(ms)}`,
    full: (ms) => `${dateWithYear(ms)} ${time(ms)}`,
    shortDay: format({ weekday: 'short', day: 'numeric' }),
    day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    zoneName: (ms) =>
      withZone()
        .formatToParts(ms)
        .find(({ type }) => type === 'timeZoneName')?.value ?? zone,
  };
};

const made = new Map<string, InstantFormat>();

/** The format of a locale and zone, made once: formatters are slow to make and fast to use. */
export const instantFormat = (locale: string, zone: string): InstantFormat => {
  const key = `${locale} ${zone}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const format = createInstantFormat(locale, zone);
  made.set(key, format);
  return format;
};
