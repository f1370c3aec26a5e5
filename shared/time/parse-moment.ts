import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { DAY_MS, HOUR_MS, isInstant, MINUTE_MS, utcMs, type InstantMs } from './instant.ts';

/** Whether something happened already or lies ahead. */
export type MomentSide = 'past' | 'ahead';

/** `wrongSide`: a future instant for something that happened, or a past one for something to come. */
export type Moment =
  | { readonly kind: 'moment'; readonly atMs: InstantMs }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'wrongSide' };

type Context = { readonly nowMs: InstantMs; readonly zone: Zone; readonly side: MomentSide };

const UNREADABLE: Moment = { kind: 'unreadable' };
/** When a day ahead is meant and no time was typed. */
const MORNING_MS = 10 * HOUR_MS;
/** A bare time that is still to come today meant yesterday only in the small hours. */
const LAST_NIGHT_MS = 12 * HOUR_MS;

const DAYS: Readonly<Record<string, number>> = {
  today: 0,
  aujourdhui: 0,
  yesterday: -1,
  hier: -1,
  tomorrow: 1,
  demain: 1,
};

/** ISO weekdays by the first three letters of their names in both languages. */
const WEEKDAYS: Readonly<Record<string, number>> = {
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 7,
  lun: 1,
  mar: 2,
  mer: 3,
  jeu: 4,
  ven: 5,
  sam: 6,
  dim: 7,
};
const WEEKDAY =
  /^(mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)(?:day|sday|nesday|rsday|urday|di|credi|dredi|edi|anche)?$/;

const TIME = /^(\d{1,2})(?:[:h](\d{2})?)$/;
const RELATIVE = /^([+-])?(?:(\d{1,3})(?:d|j))?(?:(\d{1,3})h)?(?:(\d{1,4})(?:m|mn|min)?)?$/;

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[−–]/g, '-')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/(\d)t(\d)/g, '$1 $2')
    .replaceAll(/\s(?:at|à)(?=\s)/g, ' ')
    .trim();

const timeOf = (word: string | undefined): number | null => {
  const match = TIME.exec(word ?? '');
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  return hour > 23 || minute > 59 ? null : hour * HOUR_MS + minute * MINUTE_MS;
};

/**
 * `-20m`, `+2h`, `-1h30`, `2d`: without a sign it goes to the side that is asked for. A bare number is none, and neither is `14h05`
 * without a sign: in French that is a time of day.
 */
const relativeOf = (text: string, { side, nowMs }: Context): InstantMs | null => {
  const compact = text.replaceAll(' ', '');
  const match = RELATIVE.exec(compact);
  if (match === null || !/\d[a-z]/.test(compact)) return null;
  if (match[1] === undefined && match[3] !== undefined) return null;
  const [, sign, days = '0', hours = '0', minutes = '0'] = match;
  const spanMs = Number(days) * DAY_MS + Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
  const isBack = sign === undefined ? side === 'past' : sign === '-';
  return isBack ? nowMs - spanMs : nowMs + spanMs;
};

/** The local date that a word names, as a UTC midnight; null where it names none. */
const dateOf = (word: string, todayMs: number): number | null => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(word);
  if (iso !== null) return utcMs(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  // Both languages write the day before the month.
  const european = /^(\d{1,2})[/.](\d{1,2})(?:[/.](\d{4}))?$/.exec(word);
  if (european === null) return null;
  const year = european[3] === undefined ? new Date(todayMs).getUTCFullYear() : Number(european[3]);
  return utcMs(year, Number(european[2]), Number(european[1]));
};

const isoWeekday = (dayMs: number): number => new Date(dayMs).getUTCDay() || 7;

const sided = (atMs: InstantMs, { nowMs, side }: Context): Moment => {
  if (!isInstant(atMs)) return UNREADABLE;
  return (side === 'past' ? atMs <= nowMs : atMs > nowMs) ? { kind: 'moment', atMs } : { kind: 'wrongSide' };
};

/** A bare time is today's; where that lies on the wrong side it is that of the night before, or of the next day. */
const atBareTime = (todayMs: number, timeMs: number, context: Context): Moment => {
  const { zone, nowMs, side } = context;
  const at = (dayMs: number): InstantMs => localToInstant(zone, dayMs + timeMs);
  const today = at(todayMs);
  if (side === 'ahead') return sided(today > nowMs ? today : at(todayMs + DAY_MS), context);
  const lastNight = at(todayMs - DAY_MS);
  return sided(today > nowMs && nowMs - lastNight < LAST_NIGHT_MS ? lastNight : today, context);
};

/** The nearest such weekday on the side that is asked for. */
const onWeekday = (weekday: number, todayMs: number, timeMs: number, context: Context): Moment => {
  const forward = (weekday - isoWeekday(todayMs) + 7) % 7;
  const step = context.side === 'ahead' ? 7 : -7;
  const first = context.side === 'ahead' || forward === 0 ? forward : forward - 7;
  const at = (days: number): InstantMs => localToInstant(context.zone, todayMs + days * DAY_MS + timeMs);
  const near = sided(at(first), context);
  return near.kind === 'wrongSide' ? sided(at(first + step), context) : near;
};

/**
 * The instant that people mean when they type when something happened or will: `now`, `-20m`, `+2h`, `14:05`, `14h05`,
 * `yesterday 17:30`, `hier 17h30`, `mon 9:00`, `lundi 9:00`, `23/11 14:05`, `2026-11-23 14:05`. English and French alike, in any window;
 * wall times are in `zone`. What happened never lies in the future, what is to come never in the past.
 */
export const parseMoment = (text: string, context: Context): Moment => {
  const { nowMs, zone, side } = context;
  const typed = fold(text);
  if (typed === 'now' || typed === 'maintenant') return sided(nowMs, context);
  const relative = relativeOf(typed, context);
  if (relative !== null) return sided(relative, context);
  const [word = '', next, ...more] = typed.split(/\s+/);
  const localNowMs = nowMs + offsetAt(zone, nowMs);
  const todayMs = Math.floor(localNowMs / DAY_MS) * DAY_MS;
  const bareTime = next === undefined ? timeOf(word) : null;
  if (bareTime !== null) return atBareTime(todayMs, bareTime, context);
  if (more.length > 0) return UNREADABLE;
  const timeMs = next === undefined ? (side === 'ahead' ? MORNING_MS : null) : timeOf(next);
  if (timeMs === null) return UNREADABLE;
  const days = DAYS[word];
  if (days !== undefined) return sided(localToInstant(zone, todayMs + days * DAY_MS + timeMs), context);
  const weekday = WEEKDAYS[WEEKDAY.exec(word)?.[1] ?? ''];
  if (weekday !== undefined) return onWeekday(weekday, todayMs, timeMs, context);
  const dateMs = dateOf(word, todayMs);
  return dateMs === null ? UNREADABLE : sided(localToInstant(zone, dateMs + timeMs), context);
};

/** An instant as `parseMoment` reads it back on any day: `2026-11-23 14:05`, without its seconds. */
export const momentText = (zone: Zone, atMs: InstantMs): string =>
  new Date(atMs + offsetAt(zone, atMs)).toISOString().slice(0, 16).replace('T', ' ');
