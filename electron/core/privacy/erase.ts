import type { CustomerEvent } from '../../../shared/customer/customer-event.ts';
import { redactFields, type Redaction } from '../../../shared/privacy/redact.ts';
import { redactHandoverEvent } from '../../../shared/privacy/redact-handover.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Connection, Writer } from '../db/database.ts';
import type { EventRepo, Recording } from '../ticket/event-repo.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import { createKeptEraser } from './erase-kept.ts';
import { LOGS, type LogName, type LogRows, type OtherRow } from './log-rows.ts';
import { redactedPayload, type Scan } from './scan.ts';
import type { Subject } from './subject.ts';

type Parts = {
  readonly connection: Connection;
  readonly rows: LogRows;
  readonly events: EventRepo;
  readonly book: CustomerBook;
  readonly tickets: TicketService;
};

export type Erasing = Extract<CustomerEvent, { kind: 'erased' }>;

/** An erasure as it stands in the log. */
export type Authority = { readonly seq: number; readonly id: string };

type OtherLog = Exclude<LogName, 'event'>;
const OTHER_LOGS = Object.keys(LOGS).filter((log): log is OtherLog => log !== 'event');

type Payload = Readonly<Record<string, unknown>>;

/** Whether a request is about erased tickets or customers. */
const isAbout = (text: string, tickets: ReadonlySet<number>, customers: ReadonlySet<number>): boolean => {
  const order = ((JSON.parse(text) as Payload)['order'] ?? {}) as Payload;
  const work = (order['work'] ?? order) as Payload;
  return tickets.has(Number(work['ticketId'] ?? 0)) || customers.has(Number(work['customerId'] ?? 0));
};

/** A row of another log, redacted; null where nothing in it is personal. */
const redactedOther = (log: OtherLog, row: OtherRow, tickets: ReadonlySet<number>, how: Redaction): string | null => {
  const { kind, text } = row;
  if (LOGS[log].about === null) {
    const kept = how.finder.withoutPeople(text);
    return kept === text ? null : kept;
  }
  const told = { ...(JSON.parse(text) as Payload), kind };
  const textOf = ({ kind: _kind, ...rest }: Payload): string => JSON.stringify(rest);
  const redacted = log === 'handover_event' ? redactHandoverEvent(told, tickets, how) : redactFields(told, how);
  return textOf(redacted) === textOf(told) ? null : textOf(redacted);
};

/** Redacts what was recorded, under the authority of erasures that are in the log already; folds everything again that reads it. */
export const createEraser = ({ connection, rows, events, book, tickets }: Parts) => {
  const kept = createKeptEraser(connection);
  const customerOf = connection.prepare<[number], number>('SELECT customer_id FROM ticket WHERE ticket_id = ?').pluck();
  const isTold = connection
    .prepare<[number, string], number>(
      `SELECT 1 FROM event WHERE subject = 'ticket' AND subject_id = ? AND kind = 'erased' AND payload ->> '$.erasureId' = ?`,
    )
    .pluck();

  const ownIds = ({ scope, customerIds }: Subject): ReadonlySet<number> =>
    scope === 'customer' ? customerIds : new Set();

  const ticketsOf = (scan: Scan): ReadonlySet<number> =>
    new Set([
      ...scan.whole,
      ...[...scan.mentions.values()].flatMap(({ subject, subjectId }) => (subject === 'ticket' ? [subjectId] : [])),
    ]);

  /** Requests name their ticket or customer in what was asked alone: what followed is of the same request. */
  const others = (scan: Scan, subject: Subject, how: Redaction) =>
    OTHER_LOGS.flatMap((log) => {
      const all = rows.others(log);
      const isRequest = (row: OtherRow): boolean => log === 'request_event' && row.kind === 'asked';
      const own = ownIds(subject);
      const theirs = new Set(
        all.flatMap((row) => (isRequest(row) && isAbout(row.text, scan.whole, own) ? row.about : [])),
      );
      return all.flatMap((row) => {
        const text = redactedOther(log, row, scan.whole, { ...how, isWhole: theirs.has(row.about) });
        return text === null ? [] : [{ log, id: row.id, text }];
      });
    });

  const wholeRows = (scan: Scan, subject: Subject) => [
    ...[...ownIds(subject)].flatMap((id) => rows.eventsOf('customer', id)),
    ...[...scan.whole].flatMap((id) => rows.eventsOf('ticket', id)),
  ];

  const changedRows = (scan: Scan, subject: Subject, pseudonym: string | null) => {
    const { finder, contactIds } = subject;
    const whole = wholeRows(scan, subject);
    const seen = new Set(whole.map(({ seq }) => seq));
    const named = [...scan.mentions.keys()].flatMap((seq) => (seen.has(seq) ? [] : (rows.event(seq) ?? [])));
    return [...whole.map((row) => ({ row, isWhole: true })), ...named.map((row) => ({ row, isWhole: false }))].flatMap(
      ({ row, isWhole }) => {
        const payload = redactedPayload(row, { isWhole, finder, pseudonym }, contactIds);
        return payload === null ? [] : [{ row, payload }];
      },
    );
  };

  return {
    /** Where the subject's data is: customers in which, or in whose tickets, it is named among them. */
    customersOf: (scan: Scan, subject: Subject): ReadonlySet<number> =>
      subject.scope === 'customer'
        ? subject.customerIds
        : new Set([
            ...subject.customerIds,
            ...[...scan.mentions.values()].flatMap((one) => (one.subject === 'customer' ? [one.subjectId] : [])),
            ...[...ticketsOf(scan)].flatMap((id) => customerOf.get(id) ?? []),
          ]),
    count: (scan: Scan, subject: Subject) => {
      const how: Redaction = { isWhole: false, finder: subject.finder, pseudonym: '' };
      return {
        tickets: scan.whole.size,
        mentions: ticketsOf(scan).size - scan.whole.size,
        events: changedRows(scan, subject, '').length,
        others: others(scan, subject, how).length,
        kept: kept.count(subject, scan.whole),
      };
    },
    /** Gives how many rows of logs were redacted. */
    run: (
      writer: Writer,
      scan: Scan,
      subject: Subject,
      pseudonym: string | null,
      authorities: ReadonlyMap<number, Authority>,
      by: Recording,
    ): number => {
      const [first] = authorities.values();
      if (first === undefined) throw new Error('an erasure is of somebody');
      const { finder } = subject;
      const changed = changedRows(scan, subject, pseudonym);
      const touched = new Set(scan.whole);
      for (const { row, payload } of changed) {
        if (row.subject === 'ticket') touched.add(row.subjectId);
        rows.rewrite(writer, 'event', row.seq, first.seq, payload);
      }
      const elsewhere = others(scan, subject, { isWhole: false, finder, pseudonym });
      for (const { log, id, text } of elsewhere) rows.rewrite(writer, log, id, first.seq, text);
      kept.erase(writer, subject, scan.whole, pseudonym);
      for (const id of authorities.keys()) book.keepRow(writer, id);
      for (const id of touched) {
        const { id: erasureId } = authorities.get(customerOf.get(id) ?? 0) ?? first;
        if (isTold.get(id, erasureId) === undefined) {
          const event = { atMs: by.recordedAtMs, kind: 'erased', erasureId, isWhole: scan.whole.has(id) } as const;
          events.addTicketEvents(writer, id, [event], by);
        }
        tickets.refold(writer, id, by);
      }
      writer.touched();
      return changed.length + elsewhere.length;
    },
  };
};
