import type { Zone } from '../../../shared/calendar/zone.ts';
import { MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { parseMoment } from '../../../shared/time/parse-moment.ts';

/** An end of a span of the log as it is typed: a moment, or a day, which is meant whole. `atMs` is null where it bounds nothing. */
export type Edge = { readonly kind: 'edge'; readonly atMs: InstantMs | null } | { readonly kind: 'unreadable' };

/** Reads the end of a span. The later end holds the minute that was typed; one that lies ahead bounds nothing. */
export const readEdge = (text: string, edge: 'from' | 'to', zone: Zone, nowMs: InstantMs): Edge => {
  if (text.trim() === '') return { kind: 'edge', atMs: null };
  const context = { nowMs, zone, side: 'past' } as const;
  const typed = parseMoment(text, context);
  const moment =
    typed.kind === 'unreadable' ? parseMoment(`${text} ${edge === 'from' ? '0:00' : '23:59'}`, context) : typed;
  if (moment.kind === 'unreadable') return moment;
  if (moment.kind === 'wrongSide') return edge === 'to' ? { kind: 'edge', atMs: null } : { kind: 'unreadable' };
  return { kind: 'edge', atMs: edge === 'from' ? moment.atMs : moment.atMs + MINUTE_MS };
};
