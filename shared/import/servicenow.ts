import { foldName, locateColumns, type Synonyms } from './columns.ts';
import { recordsOf, tableOf } from './json-table.ts';
import { ownValue } from './own-value.ts';
import type { Profile } from './profile.ts';
import { readPriority } from './read-priority.ts';
import { readState, type ReadState } from './read-state.ts';
import { createTableReader } from './table-reader.ts';
import type { TableField } from './table-row.ts';

/** Columns of the incident table: the database's own names, then the labels of its screens in English, French and Spanish. */
const COLUMNS: Synonyms<TableField> = {
  reference: ['number', 'numéro', 'número'],
  opened: [
    'opened_at',
    'opened',
    'ouvert',
    'ouvert le',
    "date d'ouverture",
    'abierto',
    'sys_created_on',
    'created',
    'créé',
  ],
  updated: ['sys_updated_on', 'sys_updated_at', 'updated', 'mis à jour', 'mis à jour le', 'actualizado'],
  event: [],
  responded: [],
  resolved: ['resolved_at', 'resolved', 'résolu', 'résolu le', 'resuelto'],
  closed: ['closed_at', 'closed', 'clos', 'fermé', 'fermé le', 'clôturé', 'cerrado'],
  reopened: ['reopened_time', 'reopened_at', 'reopened', 'rouvert le'],
  sequence: [],
  state: ['incident_state', 'state', 'incident state', 'état', "état de l'incident", 'estado'],
  substate: ['hold_reason', 'on hold reason', 'motif de mise en attente', 'motivo de espera'],
  priority: ['priority', 'priorité', 'prioridad'],
  customer: [
    'company',
    'account',
    'customer',
    'société',
    'client',
    'location',
    'lieu',
    'empresa',
    'cliente',
    'ubicación',
  ],
  requester: ['caller_id', 'caller', 'appelant', 'demandeur', 'solicitante'],
  channel: ['contact_type', 'channel', 'type de contact', 'canal'],
  group: ['assignment_group', "groupe d'affectation", "groupe d'assignation", 'grupo de asignación'],
  assignee: ['assigned_to', 'affecté à', 'assigné à', 'attribué à', 'asignado a', 'resolved_by'],
  title: ['short_description', 'brève description', 'description brève', 'description courte', 'descripción breve'],
  category: [],
  language: [],
};

/** Codes of `incident_state`. 4 and 5 are of instances from before `On Hold`; 8 is cancelled. */
const STATE_BY_CODE: Readonly<Record<string, ReadState>> = {
  '1': 'new',
  '2': 'active',
  '4': 'waitingCustomer',
  '5': 'waitingEvidence',
  '6': 'resolved',
  '7': 'closed',
  '8': 'closed',
};

const ON_HOLD = '3';

/**
 * Codes of `hold_reason`: 1 Awaiting Caller, 3 Awaiting Problem, 4 Awaiting Vendor, 5 Awaiting Change; 2 was Awaiting Evidence. A wait
 * for a change is shown as one for a problem: what it waits for is ours either way.
 */
const WAIT_BY_CODE: Readonly<Record<string, ReadState>> = {
  '1': 'waitingCustomer',
  '2': 'waitingEvidence',
  '3': 'waitingProblem',
  '4': 'waitingVendor',
  '5': 'waitingProblem',
};

const code = (text: string): string => text.replace(/\.0+$/, '');

/**
 * On hold without a reason does not stop the clock: only a stated wait for the caller does. It is shown as code 3 was called before there
 * were reasons, Awaiting Problem.
 */
const readIncidentState = (state: string | null, reason: string | null): ReadState | null => {
  if (state === null) return null;
  const isOnHold = code(state) === ON_HOLD || foldName(state) === 'onhold' || foldName(state) === 'enattente';
  if (!isOnHold) return ownValue(STATE_BY_CODE, code(state)) ?? readState(state);
  if (reason === null) return 'waitingProblem';
  return ownValue(WAIT_BY_CODE, code(reason)) ?? readState(reason) ?? 'waitingProblem';
};

export const SERVICENOW_SIGNS = [
  'sys_id',
  'sys_updated_on',
  'short_description',
  'hold_reason',
  'incident_state',
  'made_sla',
  'calendar_stc',
];

/** Incidents as ServiceNow's Table API gives them, in CSV or JSON, and lists saved from its screens: how each stands. */
export const servicenow: Profile = {
  id: 'servicenow',
  source: 'servicenow',
  columns: COLUMNS,
  recognise: (head) => {
    const names = head.kind === 'table' ? head.names : tableOf(recordsOf(head.value).slice(0, 1), () => false).names;
    const columns = locateColumns(names, COLUMNS);
    if (!columns.has('reference') || !columns.has('opened') || !columns.has('state')) return 0;
    const own = new Set(names.map((name) => name.trim().toLowerCase()));
    const score = SERVICENOW_SIGNS.filter((name) => own.has(name)).length;
    return score === 0 ? 0.25 : Math.min(0.9, 0.5 + score * 0.1);
  },
  createReader: (options) =>
    createTableReader(
      {
        source: 'servicenow',
        columns: COLUMNS,
        required: ['reference', 'opened', 'state'],
        readState: readIncidentState,
        readPriority,
        category: 'incident',
        isLog: () => false,
        isResponseToldByState: false,
      },
      options,
    ),
};
