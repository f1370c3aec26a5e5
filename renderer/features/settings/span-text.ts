const MOST_MIN = 1_000_000;

/** Minutes as a target is written: `45 min`, `4 h`, `4 h 30`. The same in both languages. */
export const spanText = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
};

/** Minutes of a target as people type it: `45`, `45 min`, `4 h`, `4h30`, `4:30`; null where it is none, nothing, or beyond what may be saved. */
export const parseSpan = (text: string): number | null => {
  const typed = text.toLowerCase().replaceAll(/\s/g, '');
  const match = /^(?:(\d{1,5})[h:])?(?:(\d{1,7})(?:m|mn|min)?)?$/.exec(typed);
  if (match === null || typed === '') return null;
  const [, hours, minutes = '0'] = match;
  if (hours !== undefined && Number(minutes) > 59) return null;
  const all = Number(hours ?? '0') * 60 + Number(minutes);
  return all >= 1 && all <= MOST_MIN ? all : null;
};

/** As `parseSpan`, and 0 for nothing at all: `0`, `0 min`. */
export const parseSpanOrNone = (text: string): number | null =>
  /^0\s*(?:m|mn|min|h)?$/i.test(text.trim()) ? 0 : parseSpan(text);

/** Minutes from midnight as a wall time: `09:00`, `24:00`. */
export const wallText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Minutes from midnight of `9`, `9:00`, `09:00`, `9h30`, `24:00`; null where it is no time of a day. */
export const parseWall = (text: string): number | null => {
  const match = /^(\d{1,2})(?:[:h](\d{2})?)?$/.exec(text.toLowerCase().replaceAll(/\s/g, ''));
  if (match === null) return null;
  const minute = Number(match[2] ?? '0');
  const all = Number(match[1]) * 60 + minute;
  return minute > 59 || all > 1_440 ? null : all;
};

/** In the form that everybody reads, once typing is over; null where it is none. */
export const settleSpanOrNone = (typed: string): string | null => {
  const minutes = parseSpanOrNone(typed);
  return minutes === null ? null : spanText(minutes);
};
