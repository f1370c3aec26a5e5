import type { CustomerEvent } from '../customer/customer-event.ts';
import type { RecordedSessionEvent } from './session-event.ts';
import type { Session } from './session.ts';

const begun = (
  { id, actor: recordedBy, recordedAtMs }: RecordedSessionEvent,
  facts: Pick<
    Session,
    'assignment' | 'language' | 'attendees' | 'place' | 'link' | 'ticketId' | 'objectives' | 'checklist' | 'note'
  >,
): Session => {
  const { assignment, language, attendees, place, link, ticketId, objectives, checklist, note } = facts;
  return {
    ...{ id, assignment, language, attendees, place, link, ticketId, objectives, checklist, note },
    ...{ state: 'asked', expert: null, startMs: null, endMs: null, wish: null, seriesId: null, warnings: [] },
    ...{ cancelled: null, noShowNote: null, workId: null, reports: [], recordedBy, recordedAtMs, version: 1 },
  };
};

/** One event on the session that it is of. */
const changed = (session: Session, event: RecordedSessionEvent): Session => {
  const { actor, recordedAtMs } = event;
  switch (event.kind) {
    case 'sessionAsked':
      return session;
    case 'sessionPlanned': {
      const { kind: _kind, id: _id, actor: _actor, recordedAtMs: _at, sessionId: _session, ...planned } = event;
      return { ...session, ...planned, state: 'planned' };
    }
    case 'sessionChanged': {
      const { facts, slot, warnings } = event;
      if (slot === null) return { ...session, ...facts };
      return { ...session, ...facts, ...slot, warnings, state: 'planned' };
    }
    case 'sessionConfirmed':
      return { ...session, state: 'confirmed' };
    case 'sessionCancelled': {
      const { by, reason } = event;
      const noticeMs = session.startMs === null ? null : session.startMs - recordedAtMs;
      return {
        ...session,
        state: 'cancelled',
        cancelled: { by, reason, recordedBy: actor, atMs: recordedAtMs, noticeMs },
      };
    }
    case 'sessionNoShow':
      return { ...session, state: 'noShow', noShowNote: event.note };
    case 'sessionDone':
      return { ...session, state: 'done', workId: event.workId };
    case 'reportSaved': {
      const { language, sections } = event;
      const others = session.reports.filter((report) => report.language !== language);
      return { ...session, reports: [...others, { language, sections, savedBy: actor, savedAtMs: recordedAtMs }] };
    }
  }
};

/** The id of the session that an event of a customer is of, by the event's own id; null where it is of none. */
export const sessionTold = (eventId: string, event: CustomerEvent): string | null => {
  switch (event.kind) {
    case 'sessionAsked':
      return eventId;
    case 'sessionPlanned':
      return event.sessionId ?? eventId;
    case 'sessionChanged':
    case 'sessionConfirmed':
    case 'sessionCancelled':
    case 'sessionNoShow':
    case 'sessionDone':
    case 'reportSaved':
      return event.sessionId;
    default:
      return null;
  }
};

/** A customer's sessions after one more event, in the order in which they began to be known. */
export const foldSession = (sessions: readonly Session[], event: RecordedSessionEvent): Session[] => {
  if (event.kind === 'sessionAsked') {
    const { expert, durationMin, fromMs, untilMs, actor: by, recordedAtMs: atMs } = event;
    return [...sessions, { ...begun(event, event), expert, wish: { durationMin, fromMs, untilMs, by, atMs } }];
  }
  if (event.kind === 'sessionPlanned' && event.sessionId === null) {
    return [...sessions, changed(begun(event, event), event)];
  }
  const id = sessionTold(event.id, event);
  return sessions.map((session) =>
    session.id === id ? { ...changed(session, event), version: session.version + 1 } : session,
  );
};
