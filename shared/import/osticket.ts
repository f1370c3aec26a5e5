import { foldName, locateColumns, type Synonyms } from './columns.ts';
import type { Profile } from './profile.ts';
import { readPriority } from './read-priority.ts';
import { readState } from './read-state.ts';
import { createTableReader } from './table-reader.ts';
import type { TableField } from './table-row.ts';

/** Columns of the tickets that osTicket exports as CSV, in English and French. */
const COLUMNS: Synonyms<TableField> = {
  reference: ['ticket number', 'number', 'numéro de ticket', 'numéro du ticket'],
  opened: ['date created', 'created', 'create date', 'date', 'date de création', 'créé le'],
  updated: ['last updated', 'last update', 'updated', 'dernière mise à jour', 'mis à jour le'],
  event: [],
  responded: [],
  resolved: [],
  closed: ['closed date', 'date closed', 'close date', 'closed', 'date de fermeture', 'date de clôture'],
  reopened: ['reopened', 'reopen date', 'date reopened', 'date de réouverture'],
  sequence: [],
  state: ['current status', 'status', 'statut actuel', 'statut'],
  substate: [],
  priority: ['priority', 'priorité'],
  customer: ['organization', 'organisation', 'company', 'société'],
  requester: ['from', 'user', 'from email', 'de', 'utilisateur', 'expéditeur'],
  channel: ['source'],
  group: ['team assigned', 'department', 'équipe assignée', 'département', 'service'],
  assignee: ['agent assigned', 'assigned to', 'agent assigné', 'assigné à'],
  title: ['subject', 'issue summary', 'sujet', 'objet'],
  category: [],
  language: [],
};

/** Names that only osTicket gives its columns. */
export const OSTICKET_SIGNS = [
  'ticket number',
  'date created',
  'from email',
  'help topic',
  'department',
  'current status',
  'sla due date',
  'overdue',
  'answered',
  'agent assigned',
  'team assigned',
  'thread count',
  'attachment count',
  'reopen count',
  'task count',
  'numéro de ticket',
  "rubrique d'aide",
  'département',
  'statut actuel',
  'agent assigné',
  'équipe assignée',
  'en retard',
  'répondu',
];
const SIGNS = new Set(OSTICKET_SIGNS.map(foldName));
const LEAST_SIGNS = 3;

/** osTicket: the tickets of a queue saved as CSV. It tells how tickets stand, not how they came to. */
export const osticket: Profile = {
  id: 'osticket',
  source: 'osticket',
  columns: COLUMNS,
  recognise: (head) => {
    if (head.kind !== 'table') return 0;
    const columns = locateColumns(head.names, COLUMNS);
    if (!columns.has('reference') || !columns.has('opened')) return 0;
    const signs = new Set(head.names.map(foldName).filter((name) => SIGNS.has(name))).size;
    return signs < LEAST_SIGNS ? 0.1 : Math.min(0.96, 0.5 + signs * 0.06);
  },
  createReader: (options) =>
    createTableReader(
      {
        source: 'osticket',
        columns: COLUMNS,
        required: ['reference', 'opened'],
        readState: (state) => (state === null ? null : foldName(state) === 'archived' ? 'closed' : readState(state)),
        readPriority: (text) =>
          foldName(text) === 'emergency' || foldName(text) === 'urgence' ? 'P1' : readPriority(text),
        category: null,
        isLog: () => false,
        isResponseToldByState: false,
      },
      options,
    ),
};
