import { localToInstant, offsetAt, type Zone } from '../calendar/zone.ts';
import { DAY_MS, type InstantMs } from '../time/instant.ts';
import { parseMoment, type MomentSide } from '../time/parse-moment.ts';

type Context = { readonly nowMs: InstantMs; readonly zone: Zone; readonly side: MomentSide };

/** The midnight that begins a day, past or to come, as it is typed: `today`, `1/12`, `2026-12-01`; a weekday is one of the side. Null where it is none. */
export const parseDay = (text: string, context: Context): InstantMs | null => {
  const { side } = context;
  if (text.trim() === '') return null;
  for (const tried of [side, side === 'past' ? 'ahead' : 'past'] as const) {
    const moment = parseMoment(`${text} 0:00`, { ...context, side: tried });
    if (moment.kind === 'moment') return moment.atMs;
  }
  return null;
};

/** The midnight that ends the day of an instant. */
export const dayEndMs = (zone: Zone, ms: InstantMs): InstantMs =>
  localToInstant(zone, Math.floor((ms + offsetAt(zone, ms)) / DAY_MS) * DAY_MS + DAY_MS);
