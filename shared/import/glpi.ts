import { toldText } from './cell.ts';
import { foldName, locateColumns, type Synonyms } from './columns.ts';
import { ownValue } from './own-value.ts';
import type { Profile } from './profile.ts';
import { readPriority, type ReadPriority } from './read-priority.ts';
import { readState, type ReadState } from './read-state.ts';
import { createTableReader } from './table-reader.ts';
import type { TableField } from './table-row.ts';

/** Columns of the list of tickets that GLPI exports as CSV, in English and French. */
const COLUMNS: Synonyms<TableField> = {
  reference: ['id', 'identifiant'],
  opened: ['opening date', "date d'ouverture", 'date of opening', 'opened'],
  updated: ['last update', 'dernière modification', 'dernière mise à jour', 'last modification'],
  event: [],
  responded: ['take into account date', 'date de prise en compte'],
  resolved: ['resolution date', 'date de résolution', 'solution date', 'date de solution', 'date of solving'],
  closed: ['closing date', 'date de clôture', 'closed date'],
  reopened: [],
  sequence: [],
  state: ['status', 'statut', 'état'],
  substate: [],
  priority: ['priority', 'priorité'],
  customer: ['entity', 'entité'],
  requester: ['requester - requester', 'demandeur - demandeur', 'requester', 'demandeur', 'writer', 'rédacteur'],
  channel: ['request source', 'source de la demande', 'requestsource', 'origine de la demande'],
  group: [
    'assigned to - technician group',
    'assigned to - group of technicians',
    'attribué à - groupe de techniciens',
    'attribué à - groupe technicien',
    'attribué à - groupe',
    'technician group',
    'groupe de techniciens',
    'groupe technicien',
  ],
  assignee: ['assigned to - technician', 'attribué à - technicien', 'technician', 'technicien', 'assigned to'],
  title: ['title', 'titre', 'name', 'nom'],
  category: ['type'],
  language: [],
};

/** Names that only GLPI gives its columns. */
export const GLPI_SIGNS = [
  'entity',
  'entité',
  'requester - requester',
  'demandeur - demandeur',
  'assigned to - technician',
  'attribué à - technicien',
  'assigned to - technician group',
  'attribué à - groupe de techniciens',
  'attribué à - groupe technicien',
  'time to resolve',
  'time to resolve + progress',
  'time to own',
  'ttr',
  'sla - sla time to resolve',
  'temps de résolution',
  'temps de résolution + progression',
  'last edit by',
  'dernière modification par',
  'associated elements',
  'éléments associés',
];
const SIGNS = new Set(GLPI_SIGNS.map(foldName));
const SOFT_SIGNS = new Set(['opening date', "date d'ouverture", 'last update', 'dernière modification'].map(foldName));

const STATE_BY_NAME: Readonly<Record<string, ReadState>> = {
  '1': 'new',
  '2': 'active',
  '3': 'active',
  '4': 'waitingCustomer',
  '5': 'resolved',
  '6': 'closed',
  processingassigned: 'active',
  processingplanned: 'active',
  assigned: 'active',
  planned: 'active',
  encoursattribue: 'active',
  encoursplanifie: 'active',
  approval: 'waitingEvidence',
  validation: 'waitingEvidence',
  enattentedevalidation: 'waitingEvidence',
};

/** Six priorities, the sixth above the fifth. */
const PRIORITY_BY_NAME: Readonly<Record<string, ReadPriority>> = {
  '1': 'P4',
  '2': 'P4',
  '3': 'P3',
  '4': 'P2',
  '5': 'P1',
  '6': 'P1',
  major: 'P1',
  majeure: 'P1',
  majeur: 'P1',
};

/** `1 234`: some versions write ids as numbers are written. */
const readId = (text: string): string => text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3})/g, '');

/** People on lines of their own. */
const readPeople = (text: string): string | null =>
  toldText(
    text
      .split(/\s*(?:<br\s*\/?>|\r?\n)\s*/i)
      .filter((name) => name !== '')
      .join(', '),
  );

const ROOTS = new Set(['root entity', 'entité racine']);

/** `Root entity > Acme > Paris` is `Acme > Paris`; the root alone is nobody's. */
const readEntity = (text: string): string | null => {
  const [first = '', ...rest] = text.split(/\s+>\s+/);
  return ROOTS.has(first.trim().toLowerCase()) ? toldText(rest.join(' > ')) : toldText(text);
};

/** GLPI: the list of tickets saved as CSV, in English or French. It tells how tickets stand, not how they came to. */
export const glpi: Profile = {
  id: 'glpi',
  source: 'glpi',
  columns: COLUMNS,
  recognise: (head) => {
    if (head.kind !== 'table') return 0;
    const columns = locateColumns(head.names, COLUMNS);
    if (!columns.has('reference') || !columns.has('opened') || !columns.has('state')) return 0;
    const names = [...new Set(head.names.map(foldName))];
    const signs = names.filter((name) => SIGNS.has(name)).length;
    const soft = names.filter((name) => SOFT_SIGNS.has(name)).length;
    if (signs === 0) return soft < 2 ? 0.15 : 0.25;
    return signs === 1 ? 0.35 + soft * 0.1 : Math.min(0.96, 0.6 + signs * 0.08 + soft * 0.03);
  },
  createReader: (options) =>
    createTableReader(
      {
        source: 'glpi',
        columns: COLUMNS,
        required: ['reference', 'opened', 'state'],
        readState: (state) => (state === null ? null : (ownValue(STATE_BY_NAME, foldName(state)) ?? readState(state))),
        readPriority: (text) => ownValue(PRIORITY_BY_NAME, foldName(text)) ?? readPriority(text),
        category: null,
        isLog: () => false,
        isResponseToldByState: false,
        clean: {
          reference: readId,
          customer: readEntity,
          requester: readPeople,
          assignee: readPeople,
          group: readPeople,
        },
      },
      options,
    ),
};
