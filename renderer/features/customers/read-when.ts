import type { Zone } from '../../../shared/calendar/zone.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { parseMoment, type Moment, type MomentSide } from '../../../shared/time/parse-moment.ts';

/** What was typed as an instant; `empty` where nothing was. */
export type When = Moment | { readonly kind: 'empty' };

type Context = { readonly side: MomentSide | 'either'; readonly nowMs: InstantMs; readonly zone: Zone };

/** A day alone is its midnight: tiers begin with days. */
const onSide = (
  text: string,
  context: { readonly side: MomentSide; readonly nowMs: InstantMs; readonly zone: Zone },
) => {
  const asDay = parseMoment(`${text} 0:00`, context);
  return asDay.kind === 'unreadable' ? parseMoment(text, context) : asDay;
};

/** Reads when something was or will be; of two readings of one text, that to come. */
export const readWhen = (text: string, { side, ...context }: Context): When => {
  const typed = text.trim();
  if (typed === '') return { kind: 'empty' };
  if (side !== 'either') return onSide(typed, { side, ...context });
  const ahead = onSide(typed, { side: 'ahead', ...context });
  return ahead.kind === 'wrongSide' ? onSide(typed, { side: 'past', ...context }) : ahead;
};

export const whenMs = (when: When): InstantMs | null => (when.kind === 'moment' ? when.atMs : null);
