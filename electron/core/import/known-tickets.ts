import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import { withToldTiers } from '../../../shared/import/told-tiers.ts';
import { correctedOpening, type TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { Source } from '../../../shared/ticket/ticket.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database } from '../db/database.ts';
import { createToldRedaction } from '../privacy/told-redaction.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import type { TicketRepo } from '../ticket/ticket-repo.ts';
import type { CustomerTiers } from './customer-tiers.ts';

const ONCE_GENERIC: readonly Source[] = ['jira', 'glpi', 'zammad', 'osticket'];

type Parts = {
  readonly database: Database;
  readonly tickets: TicketRepo;
  readonly events: EventRepo;
  readonly customers: CustomerRepo;
  readonly clock: PresentClock;
};

/** What the queue knows of the tickets that a file tells: their customers' present names, what was erased, which they are. */
export const createKnownTickets = ({ database, tickets, events, customers, clock }: Parts) => {
  const redaction = createToldRedaction(database.connection, (name) => customers.byName(name) !== undefined);

  /** Files may call a customer by the name that it, or a duplicate of it, bore before, or before it was erased. */
  const withPresentNames = (told: readonly TicketEvent[]): readonly TicketEvent[] => {
    if (!customers.hasAliases() && !redaction.isNeeded()) return told;
    const present = (name: string): string => customers.byName(name)?.name ?? redaction.pseudonymOf(name) ?? name;
    return told.map((event) => {
      if (event.kind === 'opened') return { ...event, customer: present(event.customer) };
      if (event.kind !== 'edited' || event.facts.customer === undefined) return event;
      return { ...event, facts: { ...event.facts, customer: present(event.facts.customer) } };
    });
  };

  /** A ticket under the names that its customers bear now, and with the tiers that they had. */
  const asKnown = (imported: ImportedTicket, tiers: CustomerTiers): ImportedTicket => ({
    ...imported,
    events: withToldTiers(withPresentNames(imported.events), tiers.lineOf, clock.nowMs()),
  });

  /** Exports of products that have a profile now were read as those of another system once: their tickets are the same still. */
  const knownIdOf = ({ source, reference, events: [opened] }: ImportedTicket): number | undefined => {
    const ticketId = tickets.idOf(source, reference);
    if (ticketId !== undefined || !ONCE_GENERIC.includes(source)) return ticketId;
    const asGeneric = tickets.idOf('generic', reference);
    const isSame = asGeneric !== undefined && correctedOpening(events.toldOf(asGeneric))?.atMs === opened?.atMs;
    return isSame ? asGeneric : undefined;
  };

  return { redaction, withPresentNames, asKnown, knownIdOf };
};
