import { foldName, locateColumns, type Columns } from './columns.ts';
import { GENERIC_COLUMNS } from './generic-columns.ts';
import { isRecord, recordsOf, tableOf } from './json-table.ts';
import type { Head, Profile } from './profile.ts';
import { readPriority } from './read-priority.ts';
import { readState, type ReadState } from './read-state.ts';
import type { TicketRows } from './row-values.ts';
import { createTableReader } from './table-reader.ts';
import type { TableField } from './table-row.ts';

const namesOf = (head: Head): readonly string[] =>
  head.kind === 'table' ? head.names : tableOf(recordsOf(head.value).slice(0, 20).filter(isRecord), () => false).names;

/** A finer state says more than a coarse one, but for tickets that are finished. */
const readBoth = (state: string | null, substate: string | null): ReadState | null => {
  const coarse = state === null ? null : readState(state);
  const fine = substate === null ? null : readState(substate);
  if (coarse === 'resolved' || coarse === 'closed') return fine === 'closed' ? 'closed' : coarse;
  return fine ?? coarse;
};

const LOG_ROWS_PER_TICKET = 1.5;

/**
 * Whether rows are updates: each tells when it happened in a column of its own, or tickets stand there several times, last updated at
 * several instants.
 */
const looksLikeLog = (tickets: readonly TicketRows[]): boolean => {
  let rowCount = 0;
  let updateCount = 0;
  for (const rows of tickets) {
    if (rows[0].event !== null) return true;
    rowCount += rows.length;
    updateCount += new Set(rows.map((row) => row.updated).filter((updated) => updated !== null)).size;
  }
  return (
    rowCount > 0 &&
    rowCount >= tickets.length * LOG_ROWS_PER_TICKET &&
    updateCount >= tickets.length * LOG_ROWS_PER_TICKET
  );
};

const USUAL: readonly TableField[] = [
  'state',
  'priority',
  'title',
  'customer',
  'assignee',
  'group',
  'closed',
  'resolved',
  'updated',
];

/** One of these tells tickets from any other list of things that have an id and were created. */
const TELLING: readonly TableField[] = [
  'event',
  'state',
  'priority',
  'assignee',
  'group',
  'resolved',
  'closed',
  'responded',
];
const BARE_IDS = new Set(['id', 'key', 'no', 'identifiant', 'identificador', 'name', 'nom']);

const likeness = (columns: Columns<TableField>, names: readonly string[]): number => {
  const isBare = !names.some(
    (name) => !BARE_IDS.has(foldName(name)) && locateColumns([name], GENERIC_COLUMNS).has('reference'),
  );
  if (isBare && !TELLING.some((field) => columns.has(field))) return 0;
  if (!columns.has('reference') || !(columns.has('opened') || columns.has('event'))) return 0;
  return 0.3 + USUAL.filter((field) => columns.has(field)).length * 0.03;
};

/** Any table of tickets, or of their updates, whose columns go by usual names. */
export const generic: Profile = {
  id: 'generic',
  source: 'generic',
  columns: GENERIC_COLUMNS,
  recognise: (head) => {
    const names = namesOf(head);
    return likeness(locateColumns(names, GENERIC_COLUMNS), names);
  },
  createReader: (options) =>
    createTableReader(
      {
        source: 'generic',
        columns: GENERIC_COLUMNS,
        required: ['reference', ['opened', 'event']],
        readState: readBoth,
        readPriority,
        category: null,
        isLog: looksLikeLog,
        isResponseToldByState: false,
      },
      options,
    ),
};
