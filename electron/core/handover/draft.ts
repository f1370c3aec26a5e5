import type { HandoverItem, HandoverSection } from '../../../shared/handover/handover.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { HOUR_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { Connection } from '../db/database.ts';
import type { MaintenanceBook } from '../maintenance/maintenance-book.ts';
import type { EventRepo } from '../ticket/event-repo.ts';

type Parts = { readonly connection: Connection; readonly events: EventRepo; readonly maintenance: MaintenanceBook };
type Row = { ticketId: number; title: string; atMs: number | null; remindAtMs: number | null };

const WINDOWS_WITHIN_MS = 24 * HOUR_MS;
const OPEN = `queue_group < ${QUEUE_GROUPS.finished}`;
const DUE = `queue_group = ${QUEUE_GROUPS.due}`;

/** `@nowMs` and `@untilMs` are bound; `at` is the instant that the item is about. */
const SECTIONS: readonly { readonly section: HandoverSection; readonly where: string; readonly at: string }[] = [
  { section: 'openP1', where: `${OPEN} AND priority = 'P1'`, at: `CASE WHEN ${DUE} THEN queue_key END` },
  { section: 'breached', where: `${DUE} AND breach_after_ms < @nowMs`, at: 'queue_key' },
  { section: 'due', where: `${DUE} AND breach_after_ms >= @nowMs AND queue_key <= @untilMs`, at: 'queue_key' },
  { section: 'escalation', where: `${OPEN} AND escalated_to IS NOT NULL`, at: 'NULL' },
  {
    section: 'callBack',
    where: `${OPEN} AND min(coalesce(remind_at_ms, wake_at_ms), coalesce(wake_at_ms, remind_at_ms)) <= @untilMs`,
    at: 'min(coalesce(remind_at_ms, wake_at_ms), coalesce(wake_at_ms, remind_at_ms))',
  },
  { section: 'waiting', where: `${OPEN} AND state = 'waitingCustomer'`, at: 'waiting_since_ms' },
];

/** Drafts a handover from how the queue stands: nothing is chosen, whoever hands over adds what only they know. */
export const createHandoverDraft = ({ connection, events, maintenance }: Parts) => {
  const selects = SECTIONS.map(({ section, where, at }) => ({
    section,
    select: connection.prepare<[{ nowMs: number; untilMs: number }], Row>(
      `SELECT ticket_id AS ticketId, reference || coalesce(' ' || title, '') AS title, ${at} AS atMs,
         remind_at_ms AS remindAtMs FROM ticket
       WHERE ${where} AND @nowMs <= @untilMs ORDER BY atMs IS NULL, atMs, reference`,
    ),
  }));
  const engaged = connection
    .prepare<[], number>(
      `SELECT ticket_id FROM ticket WHERE ${OPEN} AND ticket_id IN (
         SELECT subject_id FROM event INDEXED BY event_by_kind WHERE kind = 'expertiseEngaged' AND subject = 'ticket')`,
    )
    .pluck();

  const item = (section: HandoverSection, row: Row): HandoverItem => ({
    ...{ id: `${section}:${row.ticketId}`, section, ticketId: row.ticketId, title: row.title, atMs: row.atMs },
    ...{ nextAction: null, nextUpdateMs: row.remindAtMs, note: null, carriedFrom: null },
  });

  /** What only the whole ticket tells, the oldest first. */
  const folded = (
    section: HandoverSection,
    ids: readonly number[],
    nowMs: InstantMs,
    atOf: (ticket: NonNullable<ReturnType<typeof foldTicket>>) => InstantMs | null,
  ): HandoverItem[] =>
    ids
      .flatMap((ticketId) => {
        const ticket = foldTicket(events.ofTicket(ticketId).events, nowMs);
        const atMs = ticket === null ? null : atOf(ticket);
        if (ticket === null || atMs === null) return [];
        const title = [ticket.reference, ticket.title].filter((part) => part !== null).join(' ');
        return item(section, { ticketId, title, atMs, remindAtMs: ticket.remindAtMs });
      })
      .sort((a, b) => (a.atMs ?? 0) - (b.atMs ?? 0) || (a.id < b.id ? -1 : 1));

  return (nowMs: InstantMs, untilMs: InstantMs): HandoverItem[] => [
    ...selects.flatMap(({ section, select }) => select.all({ nowMs, untilMs }).map((row) => item(section, row))),
    ...folded('engagement', engaged.all(), nowMs, ({ expertiseAtMs }) => expertiseAtMs),
    ...maintenance.windows(nowMs, nowMs + WINDOWS_WITHIN_MS, null).map(({ platform, startMs }): HandoverItem => ({
      ...{ id: `window:${platform}:${startMs}`, section: 'window', ticketId: null, title: platform, atMs: startMs },
      ...{ nextAction: null, nextUpdateMs: null, note: null, carriedFrom: null },
    })),
  ];
};
