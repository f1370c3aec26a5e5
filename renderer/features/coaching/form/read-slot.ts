import { localToInstant, offsetAt, type Zone } from '../../../../shared/calendar/zone.ts';
import { LONGEST_SESSION_MS } from '../../../../shared/coaching/session.ts';
import { DAY_MS, MINUTE_MS, type InstantMs } from '../../../../shared/time/instant.ts';
import { parseDuration } from '../../../../shared/time/parse-duration.ts';
import { momentText, parseMoment } from '../../../../shared/time/parse-moment.ts';
import type { Span } from '../session-words.ts';

/** A session's time as typed: a day in any way that moments are typed, a time, and the time of its end or `+1h30`. */
export type TypedSlot = { readonly day: string; readonly start: string; readonly end: string };
export type SlotField = keyof TypedSlot;

export type SlotFault = 'unreadable' | 'endsBeforeStart' | 'tooLong' | 'past';

export type ReadSlot =
  | { readonly kind: 'slot'; readonly startMs: InstantMs; readonly endMs: InstantMs }
  | { readonly kind: 'incomplete'; readonly field: SlotField }
  | { readonly kind: 'fault'; readonly field: SlotField; readonly fault: SlotFault };

/** What a form began with: as long as nobody types another time, it is this one, though its texts may mean two. */
export type BegunSlot = { readonly typed: TypedSlot; readonly span: Span };

type Context = { readonly nowMs: InstantMs; readonly zone: Zone; readonly begun?: BegunSlot | null };

const minuteOf = (ms: InstantMs): InstantMs => Math.floor(ms / MINUTE_MS) * MINUTE_MS;

/** An instant on either side of now; of two readings that to come. */
const readAt = (text: string, context: Context): InstantMs | null => {
  const ahead = parseMoment(text, { ...context, side: 'ahead' });
  const moment = ahead.kind === 'wrongSide' ? parseMoment(text, { ...context, side: 'past' }) : ahead;
  return moment.kind === 'moment' ? minuteOf(moment.atMs) : null;
};

const dayOf = (zone: Zone, ms: InstantMs): string => momentText(zone, ms).slice(0, 10);

/** `90`, `90 min`, `+1h30`: a bare `1h30` is a time of day. */
const lengthOf = (text: string): number | null => {
  const typed = text.trim();
  if (typed.startsWith('+')) return parseDuration(typed.slice(1));
  return /^\d{1,3}\s*(?:m|mn|min)?$/i.test(typed) ? parseDuration(typed) : null;
};

const fault = (field: SlotField, why: SlotFault): ReadSlot => ({ kind: 'fault', field, fault: why });

/** The midnight of a day that was typed, null where it is none: where slots are looked for from. */
export const readDay = (day: string, context: Context): InstantMs | null =>
  day.trim() === '' ? null : readAt(`${day.trim()} 0:00`, context);

export const isSameSlot = (a: TypedSlot, b: TypedSlot): boolean =>
  a.day === b.day && a.start === b.start && a.end === b.end;

/** When a session is to be held, in what was typed; wall times are those of the zone. */
export const readSlot = (typed: TypedSlot, context: Context): ReadSlot => {
  const { day, start, end } = typed;
  const { zone, nowMs, begun } = context;
  if (begun != null && isSameSlot(typed, begun.typed)) {
    return begun.span.endMs <= nowMs ? fault('day', 'past') : { kind: 'slot', ...begun.span };
  }
  if (day.trim() !== '' && readAt(`${day.trim()} 12:00`, context) === null) return fault('day', 'unreadable');
  if (day.trim() === '') return { kind: 'incomplete', field: 'day' };
  if (start.trim() === '') return { kind: 'incomplete', field: 'start' };
  const startMs = readAt(`${day.trim()} ${start.trim()}`, context);
  if (startMs === null) return fault('start', 'unreadable');
  if (end.trim() === '') return { kind: 'incomplete', field: 'end' };
  const lengthMs = lengthOf(end);
  const endMs = lengthMs === null ? readAt(`${dayOf(zone, startMs)} ${end.trim()}`, context) : startMs + lengthMs;
  if (endMs === null) return fault('end', 'unreadable');
  if (endMs <= startMs) return fault('end', 'endsBeforeStart');
  if (endMs - startMs > LONGEST_SESSION_MS) return fault('end', 'tooLong');
  return endMs <= nowMs ? fault('day', 'past') : { kind: 'slot', startMs, endMs };
};

/** Its wall time stands for no other instant. */
const isPlain = (zone: Zone, ms: InstantMs): boolean => localToInstant(zone, ms + offsetAt(zone, ms)) === ms;

/**
 * A slot as it is typed: `26/11/2026`, `14:00`, `15:30`. Both languages write the day first. An end on another day, or in an hour that
 * comes twice, is told by the length: `+120`.
 */
export const slotTexts = (zone: Zone, { startMs, endMs }: Span): TypedSlot => {
  const [day = '', start = ''] = momentText(zone, startMs).split(' ');
  const [year = '', month = '', date = ''] = day.split('-');
  const [endDay, endTime = ''] = momentText(zone, endMs).split(' ');
  const isTime = endDay === day && isPlain(zone, startMs) && isPlain(zone, endMs);
  return {
    ...{ day: `${date}/${month}/${year}`, start },
    end: isTime ? endTime : `+${Math.round((endMs - startMs) / MINUTE_MS)}`,
  };
};

const STEP_MS = 15 * MINUTE_MS;

/** What an arrow in one of the fields makes of a slot: another day at the same wall time, or a quarter of an hour. */
export const stepSlot = (zone: Zone, { startMs, endMs }: Span, field: SlotField, step: 1 | -1): Span => {
  if (field === 'end') return { startMs, endMs: Math.max(startMs + STEP_MS, endMs + step * STEP_MS) };
  if (field === 'start') return { startMs: startMs + step * STEP_MS, endMs: endMs + step * STEP_MS };
  const movedMs = localToInstant(zone, startMs + offsetAt(zone, startMs) + step * DAY_MS);
  return { startMs: movedMs, endMs: movedMs + endMs - startMs };
};
