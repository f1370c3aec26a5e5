import type { Category, Priority } from '../sla/policy.ts';
import type { Source, TicketState } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import { noInstant } from './file-reading.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import { ticketFromLog, type LogRow } from './log-ticket.ts';
import type { ToldFacts } from './opening.ts';
import type { ReadOptions } from './profile.ts';
import type { ReadPriority } from './read-priority.ts';
import type { ReadState } from './read-state.ts';
import { ticketFromSnapshot } from './snapshot-ticket.ts';
import type { TIME_FIELDS, TableRow } from './table-row.ts';

type TimeField = (typeof TIME_FIELDS)[number];
export type TicketRows = readonly [TableRow, ...TableRow[]];

/** What the words and codes of an export mean. */
export type RowMeaning = {
  readonly source: Source;
  /** Null where Vigie does not know the state. `substate` is a reason for a wait, or a finer state. */
  readonly readState: (state: string | null, substate: string | null) => ReadState | null;
  readonly readPriority: (text: string) => ReadPriority;
  /** The kind of every ticket, where the export has only one. */
  readonly category: Category | null;
  /** Whether the rows of a ticket are its updates; else each row tells how a ticket stands. */
  readonly isLog: (tickets: readonly TicketRows[]) => boolean;
  /** See TicketLog. */
  readonly isResponseToldByState: boolean;
};

const factsOf = (row: TableRow): ToldFacts => ({
  title: row.title,
  category: row.category,
  customer: row.customer,
  requester: row.requester,
  channel: row.channel,
  language: row.language,
  group: row.group,
  assignee: row.assignee,
});

const isSameRow = (a: TableRow, b: TableRow): boolean =>
  JSON.stringify({ ...a, file: '', line: 0 }) === JSON.stringify({ ...b, file: '', line: 0 });

/** Turns the rows of one ticket into the ticket; null where they tell no opening, which is then reported. */
export const createRowAssembler = (meaning: RowMeaning, options: ReadOptions) => {
  const timeOf = (row: TableRow, field: TimeField): InstantMs | null => {
    const text = row[field];
    if (text === null || text === '0') return null;
    const ms = row.file.instant(field, text);
    if (ms === null) row.file.warn(row.line, noInstant(field, text));
    else if (ms > options.nowMs) row.file.warn(row.line, `${field} '${text}' is in the future; kept as given`);
    return ms;
  };

  /** The first told opening that can be read; reported where there is none. */
  const openingOf = (rows: TicketRows, field: 'opened' | 'event'): InstantMs | null => {
    let openedMs: InstantMs | null = null;
    let reason = 'does not tell when the ticket was opened';
    for (const row of rows) {
      const text = row[field];
      if (text === null || text === '0') continue;
      const ms = row.file.instant(field, text);
      if (ms === null) reason = noInstant(field, text);
      else if (ms > options.nowMs) reason = `${field} '${text}' is in the future`;
      else openedMs = openedMs === null ? ms : Math.min(openedMs, ms);
    }
    if (openedMs === null) for (const row of rows) row.file.error(row.line, `${row.reference ?? ''}: ${reason}`);
    return openedMs;
  };

  const priorities = new Map<string, ReadPriority>();
  const priorityOf = (row: TableRow): Priority | null => {
    const text = row.priority;
    if (text === null) return null;
    let priority = priorities.get(text);
    if (priority === undefined) priorities.set(text, (priority = meaning.readPriority(text)));
    if (priority === null) row.file.warn(row.line, `priority '${text}' is not one that Vigie knows; left unknown`);
    if (priority !== 'planning') return priority;
    row.file.warnOnce(`priority '${text}' was taken as P4: Vigie has four`);
    return 'P4';
  };

  const stateOf = (row: TableRow): TicketState | 'deleted' | null => {
    if (row.state === null && row.substate === null) return null;
    const state = meaning.readState(row.state, row.substate);
    if (state === null) {
      row.file.warn(
        row.line,
        `state '${row.state ?? row.substate}' is not one that Vigie knows; the ticket's condition was left as it was`,
      );
    }
    return state;
  };

  const logRow = (row: TableRow): LogRow | null => {
    const field = row.event === null ? 'updated' : 'event';
    const text = row[field];
    if (text === null) {
      row.file.error(row.line, `${row.reference ?? ''}: does not tell when it happened`);
      return null;
    }
    const atMs = row.file.instant(field, text);
    if (atMs === null) {
      row.file.error(row.line, `${row.reference ?? ''}: ${noInstant(field, text)}`);
      return null;
    }
    if (atMs > options.nowMs) row.file.warn(row.line, `${field} '${text}' is in the future; kept as given`);
    const state = stateOf(row);
    return {
      line: row.line,
      atMs,
      sequence: Number(row.sequence ?? 0) || 0,
      state: state === 'deleted' ? null : state,
      stateName: row.substate ?? row.state,
      priority: priorityOf(row),
      facts: factsOf(row),
    };
  };

  return {
    log: (reference: string, rows: TicketRows): ImportedTicket | null => {
      const openedMs = openingOf(rows, rows.some((row) => row.opened !== null) ? 'opened' : 'event');
      if (openedMs === null) return null;
      const [first, ...rest] = rows.map(logRow).filter((row) => row !== null);
      if (first === undefined) return null;
      const { source, isResponseToldByState } = meaning;
      const file = rows[0].file.name;
      return ticketFromLog(
        { source, reference, file, openedMs, rows: [first, ...rest], isResponseToldByState },
        options,
      );
    },

    snapshot: (reference: string, rows: TicketRows): ImportedTicket | null => {
      const row = rows.at(-1) ?? rows[0];
      rows.slice(1).forEach((later, index) => {
        const before = rows[index];
        if (before === undefined || isSameRow(before, later)) return;
        later.file.warn(later.line, `${reference} stands on line ${before.line} already; the later line was taken`);
      });
      const openedMs = openingOf([row], row.opened === null ? 'event' : 'opened');
      if (openedMs === null) return null;
      const state = stateOf(row);
      if (state === 'deleted') {
        row.file.warn(row.line, `${reference} was deleted where it comes from; left out`);
        return null;
      }
      return ticketFromSnapshot(
        {
          source: meaning.source,
          reference,
          file: row.file.name,
          line: row.line,
          openedMs,
          updatedMs: timeOf(row, 'updated'),
          respondedMs: timeOf(row, 'responded'),
          resolvedMs: timeOf(row, 'resolved'),
          closedMs: timeOf(row, 'closed'),
          reopenedMs: timeOf(row, 'reopened'),
          waitingSinceMs: null,
          state,
          stateName: row.substate ?? row.state,
          priority: priorityOf(row),
          facts: factsOf(row),
          comments: [],
        },
        options,
        (reason) => row.file.warn(row.line, `${reference}: ${reason}`),
      );
    },
  };
};
