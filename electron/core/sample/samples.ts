import type { PeopleBook } from '../access/people-book.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database } from '../db/database.ts';
import type { DeskRepo } from '../desk/desk-repo.ts';
import type { ImportService } from '../import/import-service.ts';
import { fillSampleCoaching } from './sample-coaching.ts';
import { fillSampleCustomers } from './sample-customers.ts';
import { fillSampleDesk } from './sample-desk.ts';
import { fillSamplePeople } from './sample-people.ts';
import { sampleTickets } from './sample-tickets.ts';

type Parts = {
  readonly database: Database;
  readonly people: PeopleBook;
  readonly imports: ImportService;
  readonly deskRows: DeskRepo;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly clock: PresentClock;
};

/** Fills an empty database with all that sample data is made of; loaded where a workspace is to be filled, and not at every start. */
export const fillSamples = async (parts: Parts): Promise<void> => {
  const { database, people, imports, deskRows, book, customers, clock } = parts;
  database.write(() => fillSamplePeople(people, clock.nowMs()));
  await imports.take(sampleTickets(clock.nowMs()));
  database.write((writer) => {
    fillSampleDesk(writer, deskRows);
    fillSampleCoaching({ writer, book, customers, nowMs: clock.nowMs() });
    fillSampleCustomers({ writer, book, customers, nowMs: clock.nowMs() });
  });
};
