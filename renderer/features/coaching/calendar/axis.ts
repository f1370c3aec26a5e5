import { localToInstant, offsetAt, type Zone } from '../../../../shared/calendar/zone.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type InstantMs } from '../../../../shared/time/instant.ts';
import { dayStart, type Day, type DayRange } from './days.ts';

const DAY_MIN = 1_440;

/** A stretch of wall time that a day has twice, in minutes from midnight. */
type Repeat = { readonly day: Day; readonly fromMin: number; readonly untilMin: number };

/**
 * Where instants stand on the time axis that the days of a view share. It goes by wall time; where one of the days has an hour twice, the
 * axis has it twice as well, so that every instant has a place of its own.
 */
export type Axis = {
  readonly zone: Zone;
  readonly repeat: Repeat | null;
  /** Its length in minutes. */
  readonly lengthMin: number;
};

const wallMin = (zone: Zone, day: Day, ms: InstantMs): number => (ms + offsetAt(zone, ms)) / MINUTE_MS - day * DAY_MIN;

/** The instant within a day at which its offset changes, or null. */
const changeWithin = (zone: Zone, day: Day): InstantMs | null => {
  const fromMs = dayStart(zone, day);
  const toMs = dayStart(zone, day + 1);
  if (toMs - fromMs === DAY_MS) return null;
  return zone.changesAtMs.find((ms) => ms > fromMs && ms < toMs) ?? null;
};

const repeatOf = (zone: Zone, day: Day): Repeat | null => {
  const changeMs = changeWithin(zone, day);
  if (changeMs === null) return null;
  const fromMin = wallMin(zone, day, changeMs);
  const untilMin = wallMin(zone, day, changeMs - 1) + 1 / MINUTE_MS;
  return untilMin > fromMin ? { day, fromMin, untilMin: Math.round(untilMin) } : null;
};

export const axisOf = (zone: Zone, { firstDay, days }: DayRange): Axis => {
  let repeat: Repeat | null = null;
  for (let day = firstDay; day < firstDay + days; day++) repeat ??= repeatOf(zone, day);
  const extra = repeat === null ? 0 : repeat.untilMin - repeat.fromMin;
  return { zone, repeat, lengthMin: DAY_MIN + extra };
};

/** Minutes along the axis of an instant in a day; what lies before or after the day is at an end. */
export const toAxis = ({ zone, repeat, lengthMin }: Axis, day: Day, ms: InstantMs): number => {
  if (ms <= dayStart(zone, day)) return 0;
  if (ms >= dayStart(zone, day + 1)) return lengthMin;
  const wall = wallMin(zone, day, ms);
  if (repeat === null) return wall;
  const { fromMin, untilMin } = repeat;
  const isSecond =
    repeat.day === day && wall >= fromMin && wall < untilMin && offsetAt(zone, ms) !== offsetAt(zone, ms - HOUR_MS);
  return wall >= untilMin || isSecond ? wall + untilMin - fromMin : wall;
};

/** The instant at a place of the axis. Where a day does not have that time, the next one that it has. */
export const toInstant = ({ zone, repeat }: Axis, day: Day, axisMin: number): InstantMs => {
  const at = (wall: number): InstantMs => {
    const localMs = day * DAY_MS + wall * MINUTE_MS;
    const ms = localToInstant(zone, localMs);
    return ms + offsetAt(zone, ms) === localMs ? ms : (changeWithin(zone, day) ?? ms);
  };
  if (repeat === null || axisMin < repeat.untilMin) return at(axisMin);
  const extra = repeat.untilMin - repeat.fromMin;
  if (axisMin >= repeat.untilMin + extra) return at(axisMin - extra);
  if (day !== repeat.day) return at(repeat.untilMin);
  return at(repeat.fromMin) + (axisMin - repeat.fromMin) * MINUTE_MS;
};

export type AxisHour = { readonly axisMin: number; readonly hour: number; readonly isAgain: boolean };

/** The hours that are written along the axis. */
export const axisHours = ({ repeat, lengthMin }: Axis): AxisHour[] =>
  Array.from({ length: Math.floor(lengthMin / 60) }, (_, i) => {
    const axisMin = i * 60;
    if (repeat === null || axisMin < repeat.untilMin) return { axisMin, hour: i, isAgain: false };
    const extra = repeat.untilMin - repeat.fromMin;
    return { axisMin, hour: (axisMin - extra) / 60, isAgain: axisMin < repeat.untilMin + extra };
  });

/** What of the axis a day does not have: the hour that is skipped, or one that only another day has twice. */
export const missingOf = (axis: Axis, day: Day): readonly { readonly topMin: number; readonly endMin: number }[] => {
  const { zone, repeat } = axis;
  const missing: { topMin: number; endMin: number }[] = [];
  const changeMs = changeWithin(zone, day);
  if (changeMs !== null) {
    const topMin = wallMin(zone, day, changeMs - 1) + 1 / MINUTE_MS;
    const endMin = wallMin(zone, day, changeMs);
    if (endMin > topMin) missing.push({ topMin: Math.round(topMin), endMin });
  }
  if (repeat !== null && repeat.day !== day) {
    missing.push({ topMin: repeat.untilMin, endMin: 2 * repeat.untilMin - repeat.fromMin });
  }
  return missing;
};

export const SNAP_MIN = 15;

/** To the next quarter: the zone's offsets are whole quarters. */
export const snap = (ms: InstantMs): InstantMs => {
  const step = SNAP_MIN * MINUTE_MS;
  return Math.round(ms / step) * step;
};
