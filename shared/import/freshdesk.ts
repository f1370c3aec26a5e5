import { locateColumns, type Synonyms } from './columns.ts';
import { freshdeskKind } from './freshdesk-kinds.ts';
import { createFreshdeskRecords } from './freshdesk-records.ts';
import { readFreshdeskState } from './freshdesk-codes.ts';
import { recordsOf } from './json-table.ts';
import type { Profile } from './profile.ts';
import { readPriority } from './read-priority.ts';
import { createTableReader } from './table-reader.ts';
import type { TableField } from './table-row.ts';

/** Columns of the ticket export that an agent downloads as CSV. */
const COLUMNS: Synonyms<TableField> = {
  reference: ['ticket id', 'id'],
  opened: ['created time', 'created at', 'created_at'],
  updated: ['last update time', 'last updated time', 'updated time', 'updated_at'],
  event: [],
  responded: ['initial response time', 'first responded at', 'first_responded_at'],
  resolved: ['resolved time', 'resolved at', 'resolved_at'],
  closed: ['closed time', 'closed at', 'closed_at'],
  reopened: ['reopened at', 'reopened_at'],
  sequence: [],
  state: ['status'],
  substate: [],
  priority: ['priority'],
  customer: ['company name', 'company', 'company_id'],
  requester: ['full name', 'requester name', 'contact name', 'requester', 'email', 'requester email', 'requester_id'],
  channel: ['source'],
  group: ['group', 'group_id'],
  assignee: ['agent', 'responder', 'responder_id'],
  title: ['subject'],
  category: ['type'],
  language: ['language'],
};

export const FRESHDESK_SIGNS = [
  'created time',
  'last update time',
  'initial response time',
  'agent interactions',
  'responder_id',
  'fr_due_by',
];

/** Freshdesk: the answers of its API (tickets with or without stats, conversations, companies, groups), and its CSV export. */
export const freshdesk: Profile = {
  id: 'freshdesk',
  source: 'freshdesk',
  columns: COLUMNS,
  recognise: (head) => {
    if (head.kind === 'json') {
      const [first] = recordsOf(head.value);
      const kind = freshdeskKind(first);
      return kind === null ? 0 : kind === 'ticket' || kind === 'conversation' ? 0.9 : 0.6;
    }
    const columns = locateColumns(head.names, COLUMNS);
    if (!columns.has('reference') || !columns.has('opened') || !columns.has('state')) return 0;
    const names = new Set(head.names.map((name) => name.trim().toLowerCase()));
    const own = FRESHDESK_SIGNS.filter((name) => names.has(name)).length;
    return own === 0 ? 0.25 : Math.min(0.9, 0.5 + own * 0.15);
  },
  createReader: (options) => {
    const records = createFreshdeskRecords(options);
    const table = createTableReader(
      {
        source: 'freshdesk',
        columns: COLUMNS,
        required: ['reference', 'opened', 'state'],
        readState: (state) => (state === null ? null : readFreshdeskState(state, null)),
        readPriority: (text) => readPriority(text, 'rising'),
        category: null,
        isLog: () => false,
        isResponseToldByState: false,
      },
      options,
    );
    return {
      open: (file, head) => (head.kind === 'json' ? records.open(file, head.value) : table.open(file, head)),
      *finish() {
        yield* table.finish();
        yield* records.finish();
      },
    };
  },
};
