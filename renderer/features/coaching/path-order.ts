import type { CoachingPath } from '../../../shared/ipc/coaching-schemas.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

export type PathSession = CoachingPath['sessions'][number];

/** A customer's sessions as they are read: what is to come, what waits for a time, and what was, the newest first. */
export type PathOrder = {
  readonly ahead: readonly PathSession[];
  readonly waiting: readonly PathSession[];
  readonly past: readonly PathSession[];
  /** The first that is still to be held. */
  readonly next: PathSession | null;
};

const isBooked = ({ state }: PathSession): boolean => state === 'planned' || state === 'confirmed';

/** It has begun, and nobody said yet whether it was held. */
export const isToClose = (session: PathSession, nowMs: InstantMs): boolean =>
  isBooked(session) && session.startMs !== null && session.startMs <= nowMs;

/** It was held, and the work that it posted was taken back. */
export const isUnposted = ({ state, workedMin }: PathSession): boolean => state === 'done' && workedMin === 0;

export const isAhead = (session: PathSession, nowMs: InstantMs): boolean =>
  isBooked(session) && session.startMs !== null && session.startMs > nowMs;

/** `sessions` in order of time, as the core gives them. */
export const pathOrder = (sessions: readonly PathSession[], nowMs: InstantMs): PathOrder => {
  const ahead = sessions.filter((session) => isAhead(session, nowMs));
  const waiting = sessions.filter(({ state }) => state === 'asked');
  const past = sessions.filter((session) => session.state !== 'asked' && !isAhead(session, nowMs)).toReversed();
  return { ahead, waiting, past, next: ahead[0] ?? null };
};

/** How a session stands on the path: its state, or that it is still to be closed. */
export type PathStanding = PathSession['state'] | 'toClose';

export const standingOf = (session: PathSession, nowMs: InstantMs): PathStanding =>
  isToClose(session, nowMs) ? 'toClose' : session.state;
