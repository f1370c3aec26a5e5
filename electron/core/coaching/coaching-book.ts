import { compileCalendar, type Calendar } from '../../../shared/calendar/calendar.ts';
import { frenchHolidays } from '../../../shared/calendar/french-holidays.ts';
import {
  conflictsOf,
  type BookedSession,
  type Conflict,
  type Surroundings,
} from '../../../shared/coaching/conflicts.ts';
import { hoursNeeded, type HoursNeeded } from '../../../shared/coaching/hours-needed.ts';
import { isBooked, isTimed, type Session } from '../../../shared/coaching/session.ts';
import type { Customer } from '../../../shared/customer/customer.ts';
import type { Assignment } from '../../../shared/expertise/assignment.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { DEFAULT_POLICY, type Priority } from '../../../shared/sla/policy.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { MaintenanceBook } from '../maintenance/maintenance-book.ts';
import { createExpertRepo, type Expert, type Week } from './expert-repo.ts';
import type { SessionPlace } from './session-repo.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly maintenance: MaintenanceBook;
  readonly clock: PresentClock;
  /** Experts of the cell by the registry of people. */
  readonly registered: () => readonly string[];
};

/** A session with the customer whose it is now, and the one under whom it was recorded. */
export type FoundSession = {
  readonly session: Session;
  readonly customerId: number;
  readonly recordedUnder: number;
};

/** A session that is not saved. */
export type Proposed = {
  readonly assignment: Assignment;
  readonly ticketId: number | null;
  readonly expert: string;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
};

type Span = { readonly startMs: InstantMs; readonly endMs: InstantMs };
type Beside = { readonly replaced: ReadonlySet<string>; readonly beside: readonly Proposed[] };

export const USUAL_WEEK: Week = DEFAULT_POLICY.business.week;

/** The schedule as it stands, and what stands around a session in it. */
export const createCoachingBook = ({ database, book, maintenance, clock, registered }: Parts) => {
  const { sessions } = book;
  const experts = createExpertRepo(database.connection);
  const priorities = database.connection
    .prepare<[number], Priority | null>('SELECT priority FROM ticket WHERE ticket_id = ?')
    .pluck();
  const calendars = new Map<string, Calendar>();

  const calendarOf = (week: Week): Calendar => {
    const key = JSON.stringify(week);
    const spec = { zone: book.zone.id, week, closedDays: () => [] };
    const calendar = calendars.get(key) ?? compileCalendar(spec, book.zone, clock.nowMs());
    calendars.set(key, calendar);
    return calendar;
  };

  /** Everybody who was saved, or is known by a session, by work or by the registry. */
  const allExperts = (): (Expert & { readonly isSaved: boolean })[] => {
    const saved = experts.all();
    const names = new Set(saved.map(({ name }) => name));
    const known = [...new Set([...sessions.experts(), ...registered()])].filter((name) => !names.has(name));
    return [
      ...saved.map((expert) => ({ ...expert, isSaved: true })),
      ...known.map((name) => ({ name, week: USUAL_WEEK, isActive: true, isSaved: false })),
    ].sort((a, b) => (a.name < b.name ? -1 : 1));
  };

  /** The customer that a customer has become part of, or itself. */
  const presentId = (customerId: number): number => {
    const { mergedIntoId } = book.load(customerId);
    return mergedIntoId === null ? customerId : presentId(mergedIntoId);
  };

  const find = (id: string): FoundSession => {
    const recordedUnder = sessions.place(id)?.customerId;
    const session =
      recordedUnder === undefined ? undefined : book.load(recordedUnder).sessions.find((one) => one.id === id);
    if (recordedUnder === undefined || session === undefined) {
      throw new VigieError('coaching/unknown', 'This session is not in the schedule. Look at it again.');
    }
    return { session, recordedUnder, customerId: presentId(recordedUnder) };
  };

  const bookedOf = (expert: string, span: Span, replaced: ReadonlySet<string>): BookedSession[] =>
    sessions.bookedOf(expert, span.startMs, span.endMs).flatMap(({ id, customerId, startMs, endMs }: SessionPlace) => {
      if (replaced.has(id) || startMs === null || endMs === null) return [];
      return [{ sessionId: id, expert, customer: book.load(presentId(customerId)).name, startMs, endMs }];
    });

  const hoursOf = (customer: Customer, proposed: Proposed, { replaced, beside }: Beside): HoursNeeded =>
    hoursNeeded(
      customer,
      proposed,
      { replaced, beside },
      {
        ledger: book.ledgerRules(),
        expertise: book.expertiseRules(),
        priorityOf: (ticketId) => priorities.get(ticketId) ?? null,
      },
    );

  /** What stands around sessions of an expert with a customer within a span. */
  const around = (expert: string, customerId: number, span: Span, replaced: ReadonlySet<string>): Surroundings => {
    const customer = book.load(customerId);
    const week = experts.all().find(({ name }) => name === expert)?.week ?? USUAL_WEEK;
    return {
      booked: bookedOf(expert, span, replaced),
      ofCustomer: customer.sessions
        .filter(isTimed)
        .filter(({ id, state, ...one }) => isBooked(state) && !replaced.has(id) && one.endMs > span.startMs)
        .map((one) => ({
          ...{ sessionId: one.id, expert: one.expert, customer: customer.name },
          ...{ startMs: one.startMs, endMs: one.endMs },
        })),
      absences: experts.absences(expert, span.startMs, span.endMs),
      workingHours: calendarOf(week),
      zone: book.zone,
      holidays: frenchHolidays,
      platforms: customer.platforms,
      windows: maintenance.windows(span.startMs, span.endMs, customerId),
      hours: null,
    };
  };

  return {
    sessions,
    experts,
    allExperts,
    calendarOf,
    presentId,
    find,
    around,
    hoursOf,
    /** All that stands against a session, hours among it. */
    conflictsAt: (
      customerId: number,
      proposed: Proposed,
      beside: Beside,
    ): { conflicts: Conflict[]; hours: HoursNeeded } => {
      const hours = hoursOf(book.load(customerId), proposed, beside);
      const surroundings = around(proposed.expert, customerId, proposed, beside.replaced);
      return { conflicts: conflictsOf(proposed, { ...surroundings, hours }), hours };
    },
    /** Refuses an expert whom nobody knows, or with whom nothing new is planned; one may always plan for oneself. */
    refuseExpert: (name: string, self: string | null): void => {
      const expert = allExperts().find((one) => one.name === name);
      if (expert === undefined && name !== self) {
        throw new VigieError(
          'coaching/unknown-expert',
          `${name} is no expert of the cell that is known here: add them to the experts first.`,
          { expert: name },
        );
      }
      if (expert?.isActive === false) {
        throw new VigieError(
          'coaching/inactive-expert',
          `Nothing new is planned with ${name}: choose another expert.`,
          {
            expert: name,
          },
        );
      }
    },
  };
};

export type CoachingBook = ReturnType<typeof createCoachingBook>;
