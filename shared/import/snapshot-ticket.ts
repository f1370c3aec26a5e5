import type { Priority } from '../sla/policy.ts';
import { inTicketOrder, type TicketEvent } from '../ticket/ticket-event.ts';
import { isFinished, type Source, type TicketState } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import { openingEvent, type ToldFacts } from './opening.ts';
import type { ReadOptions } from './profile.ts';

/** How a ticket stands in an export, with the few instants of its life that the export tells. Null is not told. */
export type Snapshot = {
  readonly source: Source;
  readonly reference: string;
  readonly file: string;
  readonly line: number;
  readonly openedMs: InstantMs;
  readonly updatedMs: InstantMs | null;
  readonly respondedMs: InstantMs | null;
  readonly resolvedMs: InstantMs | null;
  readonly closedMs: InstantMs | null;
  readonly reopenedMs: InstantMs | null;
  readonly waitingSinceMs: InstantMs | null;
  /** Null where the export tells none, or one that Vigie does not know: then the instants alone say what happened. */
  readonly state: TicketState | null;
  readonly stateName: string | null;
  readonly priority: Priority | null;
  readonly facts: ToldFacts;
  readonly comments: readonly TicketEvent[];
};

type Warn = (reason: string) => void;

/** Puts the told end of a ticket in order: closed is never before resolved. */
const orderedEnd = ({ resolvedMs, closedMs }: Snapshot, warn: Warn) => {
  if (resolvedMs === null || closedMs === null || resolvedMs <= closedMs) return { resolvedMs, closedMs };
  warn('closed before it was resolved; taken as resolved when it was closed');
  return { resolvedMs: closedMs, closedMs };
};

const endEvents = (told: Snapshot, nowMs: InstantMs, warn: Warn): TicketEvent[] => {
  const { state, reopenedMs, updatedMs } = told;
  const { resolvedMs, closedMs } = orderedEnd(told, warn);
  const events: TicketEvent[] = [];
  const endMs = resolvedMs ?? closedMs;
  const isReopenedSince = reopenedMs !== null && endMs !== null && reopenedMs >= endMs;
  if (state !== null && !isFinished(state)) {
    if (isReopenedSince) events.push({ atMs: endMs, kind: 'resolved' }, { atMs: reopenedMs, kind: 'reopened' });
    else if (endMs !== null) {
      warn(`is open, yet has an end; the end was left out, because nothing tells when the ticket was reopened`);
    }
    if (!isReopenedSince && reopenedMs !== null) events.push({ atMs: reopenedMs, kind: 'reopened' });
    return events;
  }
  if (state === null && endMs === null) return reopenedMs === null ? [] : [{ atMs: reopenedMs, kind: 'reopened' }];
  const finalMs = endMs ?? updatedMs ?? nowMs;
  if (endMs === null) {
    warn(
      updatedMs === null
        ? `is ${told.stateName ?? state}, and nothing tells since when; taken as resolved at the import`
        : `is ${told.stateName ?? state}, and nothing tells since when; taken as resolved when it was last updated`,
    );
  }
  events.push({ atMs: finalMs, kind: 'resolved' });
  const isClosed = state === 'closed' || (state === null && closedMs !== null);
  const closingMs = closedMs ?? Math.max(updatedMs ?? finalMs, finalMs);
  if (reopenedMs !== null) {
    const hasEndSince = isReopenedSince && isClosed && closingMs > reopenedMs;
    if (!isReopenedSince || hasEndSince) events.push({ atMs: reopenedMs, kind: 'reopened' });
    else if (state === null) return [...events, { atMs: reopenedMs, kind: 'reopened' }];
    else warn('was reopened after its end, yet is finished; the reopening was left out');
    if (hasEndSince) events.push({ atMs: closingMs, kind: 'resolved' });
  }
  if (isClosed) events.push({ atMs: closingMs, kind: 'closed' });
  return events;
};

const conditionEvents = (told: Snapshot, standsAtMs: InstantMs): TicketEvent[] => {
  const reason = told.stateName === null ? {} : { reason: told.stateName };
  switch (told.state) {
    case 'waitingCustomer':
      return [{ atMs: told.waitingSinceMs ?? standsAtMs, kind: 'paused', ...reason }];
    case 'waitingVendor':
      return [{ atMs: standsAtMs, kind: 'awaited', waitedFor: 'vendor' }];
    case 'waitingProblem':
      return [{ atMs: standsAtMs, kind: 'awaited', waitedFor: 'problem' }];
    case 'waitingEvidence':
      return [{ atMs: standsAtMs, kind: 'awaited', waitedFor: 'evidence' }];
    case 'active':
      return told.respondedMs === null ? [{ atMs: standsAtMs, kind: 'activated' }] : [];
    default:
      return [];
  }
};

/**
 * A ticket from how it stands. What the export does not tell is not made up: a condition without its start holds from the last update,
 * or else from the import, which is when it is first known; a first response that is not told stays unknown.
 */
export const ticketFromSnapshot = (
  told: Snapshot,
  options: Pick<ReadOptions, 'tierOf' | 'levelOf' | 'nowMs'>,
  warn: Warn,
): ImportedTicket => {
  const { source, reference, file, line, openedMs, updatedMs, state } = told;
  const after: TicketEvent[] = [...told.comments];
  if (told.respondedMs !== null) after.push({ atMs: told.respondedMs, kind: 'responded' });
  after.push(...endEvents(told, options.nowMs, warn));
  const isOpen = state !== null && !isFinished(state);
  after.push(...conditionEvents(told, updatedMs ?? options.nowMs));
  if (after.some((event) => event.atMs < openedMs))
    warn('something happened to it before it was opened; taken as at its opening');
  const events = after.map((event) => (event.atMs < openedMs ? { ...event, atMs: openedMs } : event));
  const lastMs = events.reduce((last, event) => Math.max(last, event.atMs), openedMs);
  return {
    source,
    reference,
    events: inTicketOrder([openingEvent(told, told.facts, options), ...events]),
    coverage: 'snapshot',
    asOfMs: Math.max(updatedMs ?? (isOpen ? options.nowMs : lastMs), openedMs),
    file,
    line,
  };
};
