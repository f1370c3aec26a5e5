import type { AuditChange } from '../../../shared/ipc/audit-schemas.ts';
import { TICKET_FACTS, type Ticket, type TicketRef } from '../../../shared/ticket/ticket.ts';

/** What of a ticket people change; instants that only follow from these are left out. */
const FACTS = [
  'state',
  'priority',
  'tier',
  ...TICKET_FACTS,
  'owner',
  'contact',
  'platform',
  'description',
  'impact',
  'urgency',
  'reportedAtMs',
  'wakeAtMs',
  'remindAtMs',
  'escalatedTo',
  'mergedInto',
  'links',
  'expertiseAtMs',
  'spentMs',
  'tags',
] as const satisfies readonly (keyof Ticket)[];

type Value = AuditChange['before'];

const isRef = (value: unknown): value is TicketRef =>
  typeof value === 'object' && value !== null && 'reference' in value;

const valueOf = (ticket: Ticket | null, fact: (typeof FACTS)[number]): Value => {
  const value = ticket?.[fact] ?? null;
  if (value === null || typeof value !== 'object') return value === 0 || value === false ? null : value;
  if (isRef(value)) return value.reference;
  const names = value.map((one) => (isRef(one) ? one.reference : one));
  return names.length === 0 ? null : names;
};

const isSame = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs between two states of a ticket; null is one that is not open. */
export const ticketChanges = (before: Ticket | null, after: Ticket | null): AuditChange[] =>
  FACTS.map((fact) => ({ fact, before: valueOf(before, fact), after: valueOf(after, fact) })).filter(
    (change) => !isSame(change.before, change.after),
  );
