import type { Priority } from '../sla/policy.ts';
import { inTicketOrder, type TicketEvent } from '../ticket/ticket-event.ts';
import type { Source, TicketState } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import { createLife } from './life.ts';
import { assignmentOf, customerOf, openingEvent, tierOf, type ToldFacts } from './opening.ts';
import type { ReadOptions } from './profile.ts';

/** One update of a ticket: how it stood from then on. */
export type LogRow = {
  readonly line: number;
  readonly atMs: InstantMs;
  /** Orders rows of one instant; rows with the same keep their order. */
  readonly sequence: number;
  /** Null where the row tells no state, or one that Vigie does not know. */
  readonly state: TicketState | null;
  /** The state in the export's own words. */
  readonly stateName: string | null;
  readonly priority: Priority | null;
  readonly facts: ToldFacts;
};

export type TicketLog = {
  readonly source: Source;
  readonly reference: string;
  readonly file: string;
  readonly openedMs: InstantMs;
  /** In the order of the file, at least one. */
  readonly rows: readonly [LogRow, ...LogRow[]];
  /** Whether the first state other than new stands for the first response, as in ServiceNow's log (MAPPING: responded). */
  readonly isResponseToldByState: boolean;
  /** What is known from elsewhere, such as comments; what is before the opening is moved to it. */
  readonly otherEvents?: readonly TicketEvent[];
};

/** Nobody loses a title, a customer, a requester: where a later row does not tell them, they stay. A group or an assignee may be taken away. */
const standingFacts = (before: ToldFacts, row: ToldFacts): ToldFacts => ({
  title: row.title ?? before.title,
  category: row.category ?? before.category,
  customer: row.customer ?? before.customer,
  requester: row.requester ?? before.requester,
  channel: row.channel ?? before.channel,
  language: row.language ?? before.language,
  group: row.group,
  assignee: row.assignee,
});

const changedFacts = (from: ToldFacts, to: ToldFacts) => ({
  ...(to.title === from.title ? {} : { title: to.title }),
  ...(to.category === from.category ? {} : { category: to.category }),
  ...(to.customer === from.customer ? {} : { customer: customerOf(to) }),
  ...(to.requester === from.requester ? {} : { requester: to.requester }),
  ...(to.channel === from.channel ? {} : { channel: to.channel }),
  ...(to.language === from.language ? {} : { language: to.language }),
});

const hasSameFacts = (a: ToldFacts, b: ToldFacts): boolean =>
  a.title === b.title &&
  a.category === b.category &&
  a.customer === b.customer &&
  a.requester === b.requester &&
  a.channel === b.channel &&
  a.language === b.language;

/** A ticket's whole history, from the rows of an audit log. The first row's facts are the opening's. */
export const ticketFromLog = (log: TicketLog, maps: Pick<ReadOptions, 'tierOf' | 'levelOf'>): ImportedTicket => {
  const { source, reference, file, openedMs } = log;
  const rows = [...log.rows].sort((a, b) => a.atMs - b.atMs || a.sequence - b.sequence);
  const first = rows[0] ?? log.rows[0];
  let { facts, priority } = first;
  let hasResponded = !log.isResponseToldByState;
  let line = first.line;
  const life = createLife({ isActiveFromResponse: log.isResponseToldByState });
  const events: TicketEvent[] = [openingEvent({ source, reference, openedMs, priority }, facts, maps)];
  for (const row of rows) {
    const atMs = Math.max(row.atMs, openedMs);
    line = Math.min(line, row.line);
    if (row.priority !== null && row.priority !== priority) {
      priority = row.priority;
      events.push({ atMs, kind: 'priorityChanged', priority });
    }
    const next = standingFacts(facts, row.facts);
    if (!hasSameFacts(facts, next)) {
      events.push({ atMs, kind: 'edited', facts: changedFacts(facts, next) });
      const tier = tierOf(next, maps);
      if (tier !== tierOf(facts, maps)) events.push({ atMs, kind: 'tierChanged', tier });
    }
    if (next.group !== facts.group || next.assignee !== facts.assignee) {
      events.push({ atMs, kind: 'assigned', ...assignmentOf(next, maps) });
    }
    facts = next;
    if (!hasResponded && row.stateName !== null && row.state !== 'new') {
      events.push({ atMs, kind: 'responded' });
      hasResponded = true;
    }
    if (row.state !== null) life(row.state, row.stateName, atMs, events);
  }
  for (const event of log.otherEvents ?? []) {
    events.push(event.atMs < openedMs ? { ...event, atMs: openedMs } : event);
  }
  const ordered = inTicketOrder(events);
  return {
    source,
    reference,
    events: ordered,
    coverage: 'history',
    asOfMs: ordered.at(-1)?.atMs ?? openedMs,
    file,
    line,
  };
};
