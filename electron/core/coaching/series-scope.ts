import type { Zone } from '../../../shared/calendar/zone.ts';
import { movedAlike } from '../../../shared/coaching/series.ts';
import { isBooked, isTimed, type TimedSession } from '../../../shared/coaching/session.ts';
import type { SeriesScope } from '../../../shared/ipc/coaching-schemas.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { CoachingBook } from './coaching-book.ts';

type Span = { readonly startMs: InstantMs; readonly endMs: InstantMs };
type Parts = { readonly zone: Zone; readonly coaching: CoachingBook; readonly clock: PresentClock };

/** Which sessions of a series a change of one of them means. */
export const createSeriesScope = ({ zone, coaching, clock }: Parts) => {
  /** Itself first, then those of its series that are still to be held. */
  const meant = (session: TimedSession, scope: SeriesScope): TimedSession[] => {
    const { seriesId } = session;
    if (seriesId === null || scope === 'this') return [session];
    const others = coaching.sessions
      .ofSeries(seriesId)
      .map(({ id }) => coaching.find(id).session)
      .filter(isTimed)
      .filter(({ id, state, endMs }) => id !== session.id && isBooked(state) && endMs > clock.nowMs())
      .filter(({ startMs }) => scope === 'all' || startMs >= session.startMs);
    return [session, ...others];
  };

  return {
    meant,
    /** Where each of them goes when the session goes to a span. */
    targets: (session: TimedSession, to: Span, scope: SeriesScope): { session: TimedSession; span: Span }[] =>
      meant(session, scope).map((one) => ({
        session: one,
        span: one.id === session.id ? to : movedAlike(zone, one, session, to),
      })),
  };
};

export type SeriesScoping = ReturnType<typeof createSeriesScope>;
