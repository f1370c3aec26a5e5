import type { Actor } from '../../../shared/access/actor.ts';
import type { CustomerEvent } from '../../../shared/customer/customer-event.ts';
import { roundUp, workedMin } from '../../../shared/expertise/allocate.ts';
import { chargingOf } from '../../../shared/expertise/assignment.ts';
import { workFault } from '../../../shared/expertise/work-fault.ts';
import type { WorkPreview } from '../../../shared/ipc/expertise-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Priority } from '../../../shared/sla/policy.ts';
import { CLOCKS_APART_MS } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { Input } from '../router.ts';

type Work = Input<'expertise:log-work'>;
export type Logged = Extract<CustomerEvent, { kind: 'workLogged' }>;
type TicketFacts = { readonly priority: Priority | null; readonly customerId: number };

type Parts = { readonly database: Database; readonly book: CustomerBook; readonly clock: PresentClock };

/** Work as somebody tells it -> its event, with why it is not charged; throws where it cannot be what they say. */
export const createWorkReader = ({ database, book, clock }: Parts) => {
  const factsOf = database.connection.prepare<[number], TicketFacts>(
    'SELECT priority, customer_id AS customerId FROM ticket WHERE ticket_id = ?',
  );

  return (input: Work, { name, role }: Actor): { event: Logged; uncharged: WorkPreview['uncharged'] } => {
    const fault = workFault(input);
    if (fault !== null)
      throw new VigieError(fault.code, `${fault.message[0]?.toUpperCase()}${fault.message.slice(1)}.`);
    if (input.endMs > clock.nowMs() + CLOCKS_APART_MS) {
      throw new VigieError('work/future', 'This work has not been done yet: log it once it is over.');
    }
    const expert = input.expert ?? name;
    if (expert !== name && role !== 'lead') {
      throw new VigieError('work/other-expert', 'Experts log their own work: a lead can log it for somebody else.');
    }
    const ticket = input.ticketId === null ? undefined : factsOf.get(input.ticketId);
    if (input.ticketId !== null && ticket === undefined) {
      throw new VigieError('ticket/unknown', 'This ticket is not in this queue. Go back to the list.');
    }
    if (ticket !== undefined && ticket.customerId !== input.customerId) {
      throw new VigieError(
        'work/other-customer',
        'This ticket is another customer’s: choose that customer, or another ticket.',
      );
    }
    const { assignment, isCustomerFault } = input;
    const charged = book.expertiseRules();
    const charging = chargingOf({ assignment, priority: ticket?.priority ?? null, isCustomerFault }, charged);
    const { startMs, endMs, isTimed, ticketId, note, overageReason } = input;
    const worked = workedMin(input);
    const chargedMin = charging.isCharged ? roundUp(worked, charged.stepMin) : 0;
    return {
      event: {
        ...{ kind: 'workLogged', expert, assignment, startMs, endMs, isTimed, chargedMin, ticketId, note },
        ...{ isCustomerFault, overageReason, sessionId: null },
      },
      uncharged: charging.isCharged ? null : charging.because,
    };
  };
};
