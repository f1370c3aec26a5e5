import { DAY_MS, HOUR_MS, MINUTE_MS } from './instant.ts';

/** Milliseconds of a span as people type it: `45` and `45m` are minutes, `1h30`, `1:30`, `2h`; null where it is none, or beyond a day. */
export const parseDuration = (text: string): number | null => {
  const typed = text.toLowerCase().replaceAll(/\s/g, '');
  const minutes = /^(\d{1,4})(?:m|mn|min)?$/.exec(typed);
  const hours = /^(\d{1,2})[h:](?:(\d{1,2})(?:m|mn|min)?)?$/.exec(typed);
  const ms =
    minutes !== null
      ? Number(minutes[1]) * MINUTE_MS
      : hours !== null
        ? Number(hours[1]) * HOUR_MS + Number(hours[2] ?? '0') * MINUTE_MS
        : 0;
  return ms > 0 && ms <= DAY_MS ? ms : null;
};
