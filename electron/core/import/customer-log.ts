import { customerEvent, type CustomerEvent } from '../../../shared/customer/customer-event.ts';
import type { Connection } from '../db/database.ts';
import { toUuid } from '../ticket/event-repo.ts';

type Row = { readonly eventId: Buffer; readonly kind: string; readonly payload: string };

export type LoggedCustomerEvent = CustomerEvent & { readonly id: string };

/** What was recorded of customers, for imports that ask where something came from. */
export const createCustomerLog = (connection: Connection) => {
  const ofCustomer = connection.prepare<[number], Row>(
    `SELECT event_id AS eventId, kind, payload FROM event WHERE subject = 'customer' AND subject_id = ? ORDER BY seq`,
  );
  const eventsOf = (customerId: number): LoggedCustomerEvent[] =>
    ofCustomer.all(customerId).map(({ eventId, kind, payload }) => ({
      ...customerEvent.parse({ ...JSON.parse(payload), kind }),
      id: toUuid(eventId),
    }));
  return {
    /** In the order of recording, without those of customers that became part of it. */
    eventsOf,
    /** Whether it ever bore the name itself; else a customer did that became part of it. */
    bore: (customerId: number, name: string): boolean =>
      eventsOf(customerId).some(
        (event) =>
          (event.kind === 'customerAdded' && event.name === name) ||
          (event.kind === 'customerEdited' && event.facts.name === name),
      ),
  };
};

export type CustomerLog = ReturnType<typeof createCustomerLog>;
