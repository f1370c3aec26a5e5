import { judgeClock, startedAtMs, type ClockReading, type ClockTrust } from '../../../shared/time/clock-trust.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { Notify } from '../core.ts';
import type { Database } from '../db/database.ts';
import type { Log } from '../log.ts';
import type { Handlers } from '../router.ts';
import type { Scheduler } from './scheduler.ts';

type Parts = {
  readonly database: Database;
  readonly clock: PresentClock;
  readonly scheduler: Scheduler;
  readonly notify: Notify;
  readonly log: Log;
};

const LOOK_EVERY_MS = 2 * SECOND_MS;
/** What was recorded before so many events has been worked past. */
const MOST_READ = 1000;

/**
 * Says whether the machine's clock can be believed, from the first time that somebody asks: against what was recorded, and against the
 * machine's uptime, which runs through sleep and is set by nobody. It corrects nothing: that is the owner's of the machine to do.
 */
export const createClockTrustService = ({ database, clock, scheduler, notify, log }: Parts) => {
  const newest = database.connection.prepare<[number, number], { seq: number; at: number }>(
    'SELECT seq, recorded_at_ms AS at FROM event WHERE seq > ? ORDER BY seq DESC LIMIT ?',
  );
  let readUntilSeq = -1;
  let recordedAtMs: number | null = null;
  let acceptedAtMs = -Infinity;
  let baseMs: number | null = null;
  let trust: ClockTrust = { kind: 'trusted' };
  let callOff = (): void => {};

  const read = (): ClockReading => {
    const rows = newest.all(readUntilSeq, MOST_READ);
    readUntilSeq = rows[0]?.seq ?? readUntilSeq;
    for (const { at } of rows) recordedAtMs = Math.max(recordedAtMs ?? at, at);
    const isAccepted = recordedAtMs !== null && recordedAtMs <= acceptedAtMs;
    return { nowMs: clock.nowMs(), uptimeMs: scheduler.uptimeMs(), recordedAtMs: isAccepted ? null : recordedAtMs };
  };

  const judge = (): ClockTrust => {
    const reading = read();
    baseMs ??= startedAtMs(reading);
    const judged = judgeClock(reading, baseMs);
    if (trust.kind !== 'behind' || judged.kind !== 'moved') return judged;
    // It was wrong and has been set: what matters is whether it is right now.
    const now = startedAtMs(reading);
    const corrected = judgeClock(reading, now);
    if (corrected.kind === 'trusted') baseMs = now;
    return corrected;
  };

  const look = (): ClockTrust => {
    const before = trust;
    trust = judge();
    if (trust.kind !== before.kind) {
      log(trust.kind === 'trusted' ? 'info' : 'warn', 'clock/trust-changed', trust);
      notify('clock:trust-changed', {});
    }
    return trust;
  };

  const follow = (): void => {
    callOff();
    callOff = scheduler.after(LOOK_EVERY_MS, () => {
      try {
        // A database that another process holds for a moment is read by the next look.
        look();
      } finally {
        follow();
      }
    });
  };

  const handlers: Pick<Handlers<'core'>, `clock:${'get-trust' | 'accept'}`> = {
    'clock:get-trust': () => {
      if (baseMs === null) follow();
      return look();
    },
    'clock:accept': () => {
      const { nowMs, uptimeMs } = read();
      acceptedAtMs = recordedAtMs ?? acceptedAtMs;
      baseMs = startedAtMs({ nowMs, uptimeMs });
      log('info', 'clock/accepted');
      return look();
    },
  };

  return { handlers, stop: (): void => callOff() };
};
