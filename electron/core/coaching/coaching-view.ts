import { hasSizing, reportTemplate } from '../../../shared/coaching/report-template.ts';
import { isBooked, isTimed, type Session } from '../../../shared/coaching/session.ts';
import { ASSIGNMENTS } from '../../../shared/expertise/assignment.ts';
import type { CoachingPath, ConflictRow, SessionPage, SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Connection } from '../db/database.ts';
import type { CoachingBook } from './coaching-book.ts';
import type { SessionPlace } from './session-repo.ts';

type Parts = {
  readonly connection: Connection;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly coaching: CoachingBook;
  readonly clock: PresentClock;
};

/** Tells the schedule as a window shows it. */
export const createCoachingView = ({ connection, book, customers, coaching, clock }: Parts) => {
  const referenceOf = connection.prepare<[number], string>('SELECT reference FROM ticket WHERE ticket_id = ?').pluck();

  /** Rows of places; a customer that many of them are of is looked up once. */
  const rows = (places: readonly SessionPlace[]): SessionRow[] => {
    const names = new Map<number, { readonly customerId: number; readonly customer: string }>();
    return places.map(({ customerId: recordedUnder, ...place }) => {
      const customerId = names.get(recordedUnder)?.customerId ?? coaching.presentId(recordedUnder);
      const named = names.get(recordedUnder) ?? { customerId, customer: book.load(customerId).name };
      names.set(recordedUnder, named);
      return { ...place, ...named };
    });
  };

  const rowOf = (customerId: number, session: Session): SessionRow => {
    const { id, expert, state, startMs, endMs, assignment, seriesId, version } = session;
    const { name: customer } = book.load(customerId);
    return { id, customerId, customer, expert, state, startMs, endMs, assignment, seriesId, version };
  };

  const conflictsNow = (customerId: number, session: Session): ConflictRow[] => {
    if (!isTimed(session) || !isBooked(session.state) || session.endMs <= clock.nowMs()) return [];
    const beside = { replaced: new Set([session.id]), beside: [] };
    return coaching.conflictsAt(customerId, session, beside).conflicts;
  };

  const page = (id: string): SessionPage => {
    const { session, customerId } = coaching.find(id);
    const { language, attendees, place, link, ticketId, objectives, checklist, note, wish, warnings } = session;
    const { cancelled, noShowNote, workId, reports, recordedBy, recordedAtMs, seriesId, assignment } = session;
    const reference = ticketId === null ? undefined : referenceOf.get(ticketId);
    const others = seriesId === null ? [] : coaching.sessions.ofSeries(seriesId).filter((one) => one.id !== id);
    return {
      row: rowOf(customerId, session),
      ...{ language, attendees, place, link, objectives, checklist, note, wish, cancelled, noShowNote, workId },
      ...{ reports: [...reports], recordedBy, recordedAtMs, warnings: [...warnings] },
      ticket: ticketId === null || reference === undefined ? null : { id: ticketId, reference },
      conflicts: conflictsNow(customerId, session),
      reportTemplates: {
        en: reportTemplate(assignment, 'en', objectives),
        fr: reportTemplate(assignment, 'fr', objectives),
      },
      hasSizing: hasSizing(assignment),
      series: rows(others),
    };
  };

  return {
    rows,
    page,
    /** Booked sessions of an expert that stand within one of some spans. */
    within: (expert: string, spans: readonly { readonly fromMs: number; readonly untilMs: number }[]): SessionRow[] => {
      const hit = spans.flatMap(({ fromMs, untilMs }) => coaching.sessions.bookedOf(expert, fromMs, untilMs));
      return rows([...new Map(hit.map((one) => [one.id, one])).values()]);
    },
    path: (customerId: number): CoachingPath => {
      const { name, sessions } = book.load(customerId);
      const work = book.ledger(book.load(customerId)).work.filter(({ reversed }) => reversed === null);
      const sum = (entries: typeof work) => ({
        workedMin: entries.reduce((total, { workedMin }) => total + workedMin, 0),
        chargedMin: entries.reduce((total, { chargedMin }) => total + chargedMin, 0),
      });
      const ordered = [...sessions].sort(
        (a, b) => (a.startMs ?? Infinity) - (b.startMs ?? Infinity) || a.recordedAtMs - b.recordedAtMs,
      );
      return {
        ...{ customerId, customer: name },
        sessions: ordered.map((session) => ({
          ...rowOf(customerId, session),
          language: session.language,
          reports: session.reports.map(({ language }) => language),
          ...sum(work.filter(({ sessionId }) => sessionId === session.id)),
        })),
        covered: ASSIGNMENTS.map((assignment) => {
          const own = sessions.filter((session) => session.assignment === assignment);
          return {
            assignment,
            held: own.filter(({ state }) => state === 'done').length,
            planned: own.filter(({ state }) => isBooked(state)).length,
            ...sum(work.filter((entry) => entry.assignment === assignment)),
          };
        }),
        ...sum(work),
      };
    },
    /** The ids under which sessions of a customer were recorded: its own, and those of what became part of it. */
    recordedUnder: (customerId: number): number[] => {
      const ids = [customerId];
      for (const id of ids) ids.push(...customers.mergedInto(id));
      return ids;
    },
  };
};

export type CoachingView = ReturnType<typeof createCoachingView>;
