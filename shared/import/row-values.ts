import type { Category, Priority } from '../sla/policy.ts';
import type { Source, TicketState } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import { toldNonZero } from './cell.ts';
import { noInstant } from './file-reading.ts';
import type { ToldFacts } from './opening.ts';
import type { ReadOptions } from './profile.ts';
import type { ReadPriority } from './read-priority.ts';
import type { ReadState } from './read-state.ts';
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

export const factsOf = (row: TableRow): ToldFacts => ({
  title: row.title,
  category: row.category,
  customer: row.customer,
  requester: row.requester,
  channel: row.channel,
  language: row.language,
  group: row.group,
  assignee: row.assignee,
});

/** A state with its finer one, as somebody may say what it means. */
const valueOf = (state: string | null, substate: string | null): string =>
  [state, substate].filter((part) => part !== null).join(' / ');

/** Reads the cells of rows; what cannot be read is reported by line. */
export const createRowValues = (meaning: RowMeaning, options: ReadOptions) => {
  const { nowMs } = options;
  const timeOf = (row: TableRow, field: TimeField): InstantMs | null => {
    const text = row[field];
    if (text === null || text === '0') return null;
    const ms = row.file.instant(field, text);
    if (ms === null) row.file.warn(row.line, noInstant(field, text));
    else if (ms > nowMs) row.file.warn(row.line, `${field} '${text}' is in the future; kept as given`);
    return ms;
  };

  /** The earliest opening that the rows tell; null where none of them does. Rows that do not are reported. */
  const openingOf = (rows: TicketRows, field: 'opened' | 'event'): InstantMs | null => {
    let openedMs: InstantMs | null = null;
    const unread: { readonly row: TableRow; readonly reason: string; readonly isTold: boolean }[] = [];
    for (const row of rows) {
      const text = toldNonZero(row[field] ?? undefined);
      const ms = text === null ? null : row.file.instant(field, text);
      if (text === null) unread.push({ row, reason: 'does not tell when the ticket was opened', isTold: false });
      else if (ms === null) unread.push({ row, reason: noInstant(field, text), isTold: true });
      else if (ms > nowMs) unread.push({ row, reason: `${field} '${text}' is in the future`, isTold: true });
      else openedMs = openedMs === null ? ms : Math.min(openedMs, ms);
    }
    for (const { row, reason, isTold } of unread) {
      const sentence = `${row.reference ?? ''}: ${reason}`;
      if (openedMs === null) row.file.error(row.line, sentence);
      else if (isTold) row.file.warn(row.line, `${sentence}; another row's was taken`);
    }
    return openedMs;
  };

  const priorities = new Map<string, ReadPriority>();
  const priorityOf = (row: TableRow): Priority | null => {
    const text = row.priority;
    if (text === null) return null;
    let priority = priorities.get(text);
    if (priority === undefined)
      priorities.set(text, (priority = options.said?.priorities.get(text) ?? meaning.readPriority(text)));
    options.onValue?.('priority', text, priority);
    if (priority === null) row.file.warn(row.line, `priority '${text}' is not one that Vigie knows; left unknown`);
    if (priority !== 'planning') return priority;
    row.file.warnOnce(`priority '${text}' was taken as P4: Vigie has four`);
    return 'P4';
  };

  const stateOf = (row: TableRow): TicketState | 'deleted' | null => {
    if (row.state === null && row.substate === null) return null;
    const text = valueOf(row.state, row.substate);
    const state = options.said?.states.get(text) ?? meaning.readState(row.state, row.substate);
    options.onValue?.('state', text, state);
    if (state === null) {
      row.file.warn(
        row.line,
        `state '${row.state ?? row.substate}' is not one that Vigie knows; the ticket's condition was left as it was`,
      );
    }
    return state;
  };

  return { timeOf, openingOf, priorityOf, stateOf };
};
