import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { PresentClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { WorkService } from '../expertise/work-service.ts';
import type { MaintenanceBook } from '../maintenance/maintenance-book.ts';
import type { Caller } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import { createCalendarService } from './calendar-service.ts';
import { createCoachingBook } from './coaching-book.ts';
import { coachingHandlers } from './coaching-handlers.ts';
import { createCoachingView } from './coaching-view.ts';
import { createExpertService } from './expert-service.ts';
import { createPlanningService } from './planning-service.ts';
import { createSeriesScope } from './series-scope.ts';
import { createSessionService } from './session-service.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly maintenance: MaintenanceBook;
  readonly work: WorkService;
  readonly clock: PresentClock;
  readonly registered: () => readonly string[];
  readonly makeId: () => Uint8Array;
  readonly by: (caller: Caller) => Recording;
  /** The file that a window's user chose for a use; throws a VigieError where none is chosen. */
  readonly pathOf: (caller: Caller, selectionId: string, use: 'read' | 'write') => string;
  readonly onCustomers: (customerIds: readonly number[]) => void;
  readonly onExperts: (experts: readonly string[] | null) => void;
};

/** The coaching schedule, put together: the calls that it answers. */
export const openCoaching = (parts: Parts): ReturnType<typeof coachingHandlers> => {
  const { database, book, customers, maintenance, work, clock, registered, makeId, by, ...told } = parts;
  const coaching = createCoachingBook({ database, book, maintenance, clock, registered });
  const scoping = createSeriesScope({ zone: book.zone, coaching, clock });
  const shared = { database, book, coaching, scoping, clock, by };
  const planning = createPlanningService({ ...shared, makeId });
  return coachingHandlers({
    ...{ database, book, coaching, planning, ...told },
    view: createCoachingView({ connection: database.connection, book, customers, coaching, clock }),
    sessions: createSessionService({ ...shared, planning, work }),
    experts: createExpertService(shared),
    calendars: createCalendarService(shared),
  });
};
