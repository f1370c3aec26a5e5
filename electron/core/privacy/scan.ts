import { redactCustomerEvent, redactTicketEvent, type Redaction } from '../../../shared/privacy/redact.ts';
import type { Connection } from '../db/database.ts';
import type { Steps } from '../backup/steps.ts';
import type { EventRow, LogRows } from './log-rows.ts';
import type { Subject } from './subject.ts';

/** What an erasure, or an export, is of. */
export type Scan = {
  /** Tickets that are the subject's: all that was written in them is. */
  readonly whole: Set<number>;
  /** Events of others that name the subject, by their number. */
  readonly mentions: Map<number, Pick<EventRow, 'subject' | 'subjectId'>>;
  /** The last event that was looked at. */
  lastSeq: number;
};

const AT_ONCE = 500;

type Payload = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Payload => typeof value === 'object' && value !== null;

/** Whom a ticket is from, as an event tells it. */
const requestersOf = (payload: Payload): string[] => {
  const facts = isRecord(payload['facts']) ? payload['facts'] : payload;
  return [facts['requester'], facts['contact']].filter((text) => typeof text === 'string');
};

export const namedCustomer = (payload: Payload): string | null => {
  const facts = isRecord(payload['facts']) ? payload['facts'] : payload;
  return typeof facts['customer'] === 'string' ? facts['customer'] : null;
};

/** An event's payload redacted, as text; null where nothing in it is personal. */
export const redactedPayload = (
  { subject, kind, payload }: EventRow,
  how: Redaction,
  contactIds: ReadonlySet<string>,
): string | null => {
  const told: Payload = { ...(JSON.parse(payload) as Payload), kind };
  const redacted: Payload =
    subject === 'ticket'
      ? redactTicketEvent({ ...told, kind }, how)
      : redactCustomerEvent({ ...told, kind }, how, contactIds);
  const textOf = ({ kind: _kind, ...rest }: Payload): string => JSON.stringify(rest);
  const text = textOf(redacted);
  return text === textOf(told) ? null : text;
};

/** Looks through the log for a subject's data, or through what came since it was looked through. */
export const createScanner = (connection: Connection, rows: LogRows, ticketsOf: (customerId: number) => number[]) => {
  const isListed = connection.prepare<[number], number>('SELECT 1 FROM ticket WHERE ticket_id = ?').pluck();
  const count = connection.prepare<[], number>('SELECT count(*) FROM event').pluck();

  const look = (scan: Scan, { scope, finder, contactIds, customerIds }: Subject, row: EventRow): void => {
    if (row.kind === 'erased') return;
    const { subject, subjectId, seq } = row;
    if (subject === 'ticket' && !scan.whole.has(subjectId)) {
      const payload = JSON.parse(row.payload) as Payload;
      const name = namedCustomer(payload);
      const isTheirs =
        scope === 'person'
          ? requestersOf(payload).some((text) => finder.withoutPeople(text) !== text)
          : // A ticket whose opening was undone is in no list.
            name !== null && finder.isName(name) && isListed.get(subjectId) === undefined;
      if (isTheirs) scan.whole.add(subjectId);
    }
    if (scope === 'customer' && subject === 'customer' && customerIds.has(subjectId)) return;
    if (redactedPayload(row, { isWhole: false, finder, pseudonym: '' }, contactIds) !== null) {
      scan.mentions.set(seq, { subject, subjectId });
    }
  };

  return {
    /** Nothing is looked at yet. */
    begin: ({ scope, customerIds }: Subject): Scan => ({
      whole: new Set(scope === 'customer' ? [...customerIds].flatMap(ticketsOf) : []),
      mentions: new Map(),
      lastSeq: 0,
    }),
    run: function* (scan: Scan, subject: Subject): Steps<Scan> {
      const total = count.get() ?? 0;
      for (let done = 0; ;) {
        const found = rows.eventsAfter(scan.lastSeq, AT_ONCE);
        for (const row of found) look(scan, subject, row);
        scan.lastSeq = found.at(-1)?.seq ?? scan.lastSeq;
        done += found.length;
        yield { phase: 'privacy', done, total };
        if (found.length < AT_ONCE) return scan;
      }
    },
  };
};
