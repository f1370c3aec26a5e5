import { noInstant } from './file-reading.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import { ticketFromLog, type LogRow } from './log-ticket.ts';
import type { ReadOptions } from './profile.ts';
import { createRowValues, factsOf, type RowMeaning, type TicketRows } from './row-values.ts';
import { ticketFromSnapshot } from './snapshot-ticket.ts';
import type { TicketEvent } from '../ticket/ticket-event.ts';
import type { TableRow } from './table-row.ts';

const isSameRow = (a: TableRow, b: TableRow): boolean =>
  JSON.stringify({ ...a, file: '', line: 0 }) === JSON.stringify({ ...b, file: '', line: 0 });

/** Turns the rows of one ticket into the ticket; null where they tell no opening, which is then reported. */
export const createRowAssembler = (meaning: RowMeaning, options: ReadOptions) => {
  const { timeOf, openingOf, priorityOf, stateOf } = createRowValues(meaning, options);

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

  const commentsOf = ({ file, line, reference, comments = [] }: TableRow): TicketEvent[] =>
    comments.flatMap(({ at, author, text }): TicketEvent[] => {
      const atMs = file.instant('comment', at);
      if (atMs === null) file.warn(line, `${reference ?? ''}: ${noInstant('comment', at)}; the comment was left out`);
      // Whether the customer saw it is not told: it is not claimed.
      return atMs === null ? [] : [{ atMs, kind: 'commented', author, isPublic: false, text }];
    });

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
      rows.slice(1).forEach((later, index) => {
        const before = rows[index];
        if (before === undefined || isSameRow(before, later)) return;
        later.file.warn(later.line, `${reference} stands on line ${before.line} already; the later line was taken`);
      });
      const readable = rows.flatMap((row) => {
        const openedMs = openingOf([row], row.opened === null ? 'event' : 'opened');
        return openedMs === null ? [] : { row, openedMs };
      });
      const last = readable.at(-1);
      if (last === undefined) return null;
      const { row, openedMs } = last;
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
          comments: commentsOf(row),
        },
        options,
        (reason) => row.file.warn(row.line, `${reference}: ${reason}`),
      );
    },
  };
};
