import { HOUR_MS, isInstant, MINUTE_MS, type InstantMs } from '../time/instant.ts';
import type { CalledOffBy, ReportSections, SessionFacts } from './session-event.ts';

export const SESSION_STATES = ['asked', 'planned', 'confirmed', 'done', 'cancelled', 'noShow'] as const;
/** Where a session is in its life (DOMAIN: Coaching). */
export type SessionState = (typeof SESSION_STATES)[number];

/** Which states may follow which; another time or expert leads from confirmed back to planned. */
export const NEXT_STATES: Readonly<Record<SessionState, readonly SessionState[]>> = {
  asked: ['planned', 'cancelled'],
  planned: ['confirmed', 'done', 'cancelled', 'noShow'],
  confirmed: ['planned', 'done', 'cancelled', 'noShow'],
  done: [],
  cancelled: [],
  noShow: [],
};

/** Whether a session takes up its expert's time: one that is planned blocks as one that is confirmed does. */
export const isBooked = (state: SessionState): boolean => state === 'planned' || state === 'confirmed';

export type SessionReport = {
  readonly language: 'en' | 'fr';
  readonly sections: ReportSections;
  readonly savedBy: string;
  readonly savedAtMs: InstantMs;
};

/** A coaching session as its events left it. */
export type Session = SessionFacts & {
  readonly id: string;
  readonly state: SessionState;
  /** Null: asked for, of any expert. */
  readonly expert: string | null;
  /** Null until it is planned. */
  readonly startMs: InstantMs | null;
  /** Exclusive. */
  readonly endMs: InstantMs | null;
  /** What was asked for; null where it was planned at once. */
  readonly wish: {
    readonly durationMin: number;
    readonly fromMs: InstantMs | null;
    readonly untilMs: InstantMs | null;
    readonly by: string;
    readonly atMs: InstantMs;
  } | null;
  readonly seriesId: string | null;
  /** What whoever planned it last was warned of. */
  readonly warnings: readonly string[];
  readonly cancelled: {
    readonly by: CalledOffBy;
    readonly reason: string;
    readonly recordedBy: string;
    readonly atMs: InstantMs;
    /** How long before its start; negative after it, null where it had no time yet. */
    readonly noticeMs: number | null;
  } | null;
  readonly noShowNote: string | null;
  /** The entry of the ledger that it posted. */
  readonly workId: string | null;
  /** The last one saved in each language. */
  readonly reports: readonly SessionReport[];
  readonly recordedBy: string;
  readonly recordedAtMs: InstantMs;
  /** Events folded; commands name the one that they saw. */
  readonly version: number;
};

/** A session whose time is known. */
export type TimedSession = Session & {
  readonly expert: string;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
};

export const isTimed = (session: Session): session is TimedSession =>
  session.expert !== null && session.startMs !== null && session.endMs !== null;

/** What is longer is a slip: a series is for work over days. */
export const LONGEST_SESSION_MS = 12 * HOUR_MS;

export type SessionFault = { readonly code: string; readonly message: string };

/** What is wrong with a session's time, or null. */
export const sessionFault = (startMs: InstantMs, endMs: InstantMs): SessionFault | null => {
  if (!isInstant(startMs) || !isInstant(endMs)) {
    return { code: 'coaching/out-of-range', message: 'The session is not between 1970 and 2099: check the dates.' };
  }
  if (endMs <= startMs) {
    return { code: 'coaching/ends-before-start', message: 'The session ends before it starts: change one of the two.' };
  }
  if (startMs % MINUTE_MS !== 0 || endMs % MINUTE_MS !== 0) {
    return { code: 'coaching/not-whole-minutes', message: 'Sessions are in whole minutes: leave the seconds out.' };
  }
  if (endMs - startMs > LONGEST_SESSION_MS) {
    return { code: 'coaching/too-long', message: 'The session lasts more than 12 hours: plan a series instead.' };
  }
  return null;
};
