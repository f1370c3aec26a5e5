import type { Priority, TierId } from '../sla/policy.ts';
import type { Opened } from '../ticket/ticket-event.ts';
import type { Level, Source, TicketFacts } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import type { ReadOptions } from './profile.ts';

/** The customer of a ticket whose export tells none. */
export const UNKNOWN_CUSTOMER = 'Unknown';

/** What an export tells of a ticket beside its life. */
export type ToldFacts = Omit<TicketFacts, 'isBeta' | 'level' | 'customer'> & { readonly customer: string | null };

type Maps = Pick<ReadOptions, 'tierOf' | 'levelOf'>;

export const customerOf = (told: ToldFacts): string => told.customer ?? UNKNOWN_CUSTOMER;

/** The tier that the map gives the customer, else `standard`. */
export const tierOf = (told: ToldFacts, maps: Maps): TierId => maps.tierOf(customerOf(told)) ?? 'standard';

/** Group and assignee as told, with the level that the map gives the group, else L1. */
export const assignmentOf = ({ group, assignee }: ToldFacts, maps: Maps) => {
  const level: Level = maps.levelOf(group) ?? 'L1';
  return { level, group, assignee };
};

type Told = {
  readonly source: Source;
  readonly reference: string;
  readonly openedMs: InstantMs;
  readonly priority: Priority | null;
};

export const openingEvent = (ticket: Told, told: ToldFacts, maps: Maps): Opened & { readonly atMs: InstantMs } => ({
  atMs: ticket.openedMs,
  kind: 'opened',
  source: ticket.source,
  reference: ticket.reference,
  priority: ticket.priority,
  tier: tierOf(told, maps),
  title: told.title,
  category: told.category,
  isBeta: false,
  customer: customerOf(told),
  requester: told.requester,
  channel: told.channel,
  language: told.language,
  ...assignmentOf(told, maps),
});
