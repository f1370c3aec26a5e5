import { VigieError } from '../ipc/reply.ts';
import type { InstantMs } from '../time/instant.ts';
import type { Conflict } from './conflicts.ts';
import type { CalledOffBy, ReportSections, SessionEvent, SessionFacts, SessionSlot } from './session-event.ts';
import { isBooked, NEXT_STATES, sessionFault, type Session, type SessionState } from './session.ts';

/** What somebody wants of a session. `conflicts` are those of the slot (`conflictsOf`). */
export type SessionCommand =
  | {
      readonly kind: 'plan';
      readonly facts: SessionFacts;
      readonly slot: SessionSlot;
      readonly seriesId: string | null;
      readonly conflicts: readonly Conflict[];
      /** Whether whoever plans it has seen what it warns of. */
      readonly acceptsWarnings: boolean;
    }
  | {
      readonly kind: 'change';
      readonly facts: Partial<SessionFacts>;
      /** Null where time and expert stay. */
      readonly slot: SessionSlot | null;
      readonly conflicts: readonly Conflict[];
      readonly acceptsWarnings: boolean;
    }
  | { readonly kind: 'confirm'; readonly note: string | null }
  | { readonly kind: 'callOff'; readonly by: CalledOffBy; readonly reason: string }
  | { readonly kind: 'noShow'; readonly note: string | null }
  /** `isAgain`: the work that it posted was taken back. */
  | { readonly kind: 'finish'; readonly workId: string; readonly isAgain: boolean }
  | { readonly kind: 'saveReport'; readonly language: 'en' | 'fr'; readonly sections: ReportSections };

const refusalOfBlocking = (conflict: Extract<Conflict, { severity: 'blocks' }>): VigieError => {
  const startAtMs = conflict.startMs;
  const endAtMs = conflict.endMs;
  switch (conflict.kind) {
    case 'doubleBooking':
      return new VigieError(
        'coaching/double-booked',
        `The expert is with ${conflict.customer} then: choose another time or another expert.`,
        { customer: conflict.customer, startAtMs, endAtMs },
      );
    case 'absence':
      return new VigieError(
        'coaching/absent',
        `The expert is absent then (${conflict.reason}): choose another time or another expert.`,
        { reason: conflict.reason, startAtMs, endAtMs },
      );
    case 'portalDown':
      return new VigieError(
        'coaching/portal-down',
        `The portal of ${conflict.platform} may be down for maintenance then: hold the discovery at another time.`,
        { platform: conflict.platform, startAtMs, endAtMs },
      );
  }
};

/** The kinds of what is warned of, or the refusal of what blocks or was not accepted. */
const warningsOf = (conflicts: readonly Conflict[], acceptsWarnings: boolean): string[] => {
  const warnings: string[] = [];
  for (const conflict of conflicts) {
    if (conflict.severity === 'blocks') throw refusalOfBlocking(conflict);
    warnings.push(conflict.kind);
  }
  if (warnings.length > 0 && !acceptsWarnings) {
    throw new VigieError('coaching/not-accepted', 'Something speaks against this session: look at it, then go on.', {
      warnings: warnings.join(', '),
    });
  }
  return [...new Set(warnings)];
};

/** Throws where a session cannot come into a state. */
export const refuseState = (session: Session, to: SessionState, nowMs: InstantMs): void => {
  const isHeld = to === 'done' || to === 'noShow';
  if (!NEXT_STATES[session.state].includes(to)) {
    throw new VigieError('coaching/state', 'The session is not in a state in which this can be done.', {
      state: session.state,
    });
  }
  if (isHeld && (session.startMs === null || session.startMs > nowMs)) {
    throw new VigieError('coaching/not-begun', 'The session has not begun: this can be said once it has.');
  }
};

const refuseSlot = ({ startMs, endMs }: SessionSlot, nowMs: InstantMs): void => {
  const fault = sessionFault(startMs, endMs);
  if (fault !== null) throw new VigieError(fault.code, fault.message);
  if (endMs <= nowMs) {
    throw new VigieError('coaching/past', 'That time is over: log the work instead, or choose a time to come.');
  }
};

/** What a command makes happen with a session, null for a new one; throws a VigieError where it cannot. */
export const decideSession = (
  session: Session | null,
  command: SessionCommand,
  nowMs: InstantMs,
): Exclude<SessionEvent, { kind: 'sessionAsked' }> => {
  if (command.kind === 'plan') {
    if (session !== null && session.state !== 'asked') {
      throw new VigieError('coaching/planned-already', 'This session is planned already: look at it again.');
    }
    const { facts, slot, seriesId, conflicts, acceptsWarnings } = command;
    refuseSlot(slot, nowMs);
    const warnings = warningsOf(conflicts, acceptsWarnings);
    return { kind: 'sessionPlanned', sessionId: session?.id ?? null, ...facts, ...slot, seriesId, warnings };
  }
  if (session === null) {
    throw new VigieError('coaching/unknown', 'This session is not in the schedule. Look at it again.');
  }
  const sessionId = session.id;
  switch (command.kind) {
    case 'change': {
      const { facts, slot, conflicts, acceptsWarnings } = command;
      if (slot === null) return { kind: 'sessionChanged', sessionId, facts, slot, warnings: [] };
      if (!isBooked(session.state)) refuseState(session, 'confirmed', nowMs);
      refuseSlot(slot, nowMs);
      return { kind: 'sessionChanged', sessionId, facts, slot, warnings: warningsOf(conflicts, acceptsWarnings) };
    }
    case 'confirm':
      if (session.state === 'confirmed') {
        throw new VigieError('coaching/confirmed-already', 'This session is confirmed already.');
      }
      refuseState(session, 'confirmed', nowMs);
      return { kind: 'sessionConfirmed', sessionId, note: command.note };
    case 'callOff':
      refuseState(session, 'cancelled', nowMs);
      return { kind: 'sessionCancelled', sessionId, by: command.by, reason: command.reason };
    case 'noShow':
      refuseState(session, 'noShow', nowMs);
      return { kind: 'sessionNoShow', sessionId, note: command.note };
    case 'finish':
      if (!(command.isAgain && session.state === 'done')) refuseState(session, 'done', nowMs);
      return { kind: 'sessionDone', sessionId, workId: command.workId };
    case 'saveReport':
      if (session.state === 'asked' || session.state === 'cancelled') {
        throw new VigieError('coaching/nothing-to-report', 'This session was not held: there is nothing to report on.');
      }
      return { kind: 'reportSaved', sessionId, language: command.language, sections: command.sections };
  }
};
