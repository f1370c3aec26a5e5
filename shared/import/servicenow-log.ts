import { locateColumns, type Synonyms } from './columns.ts';
import type { Profile } from './profile.ts';
import { readPriority } from './read-priority.ts';
import { readState } from './read-state.ts';
import { createTableReader } from './table-reader.ts';
import type { TableField } from './table-row.ts';

/** Columns of a ServiceNow audit log: the database's own names, then the labels of its screens in English, French and Spanish. */
const COLUMNS: Synonyms<TableField> = {
  reference: ['number', 'numéro', 'número'],
  opened: [
    'opened_at',
    'opened',
    'ouvert',
    'ouvert le',
    'ouverture',
    "date d'ouverture",
    'abierto',
    'fecha de apertura',
  ],
  updated: [
    'sys_updated_at',
    'sys_updated_on',
    'updated',
    'updated at',
    'mis à jour',
    'mis à jour le',
    'mise à jour',
    'date de mise à jour',
    'actualizado',
    'fecha de actualización',
  ],
  event: [],
  // `resolved_at` and `closed_at` repeat the final value on every row: they are not read.
  responded: [],
  resolved: [],
  closed: [],
  reopened: [],
  sequence: ['sys_mod_count', 'updates', 'mises à jour', 'nombre de mises à jour', 'actualizaciones'],
  state: ['incident_state', 'state', "état de l'incident", 'état', 'statut', 'estado del incidente', 'estado'],
  substate: [],
  priority: ['priority', 'priorité', 'prioridad'],
  customer: ['location', 'lieu', 'emplacement', 'localisation', 'ubicación'],
  requester: ['caller_id', 'caller', 'appelant', 'demandeur', 'solicitante'],
  channel: ['contact_type', 'channel', 'type de contact', 'canal', 'tipo de contacto'],
  group: ['assignment_group', "groupe d'affectation", "groupe d'assignation", 'grupo de asignación'],
  assignee: ['assigned_to', 'affecté à', 'assigné à', 'attribué à', 'asignado a'],
  title: ['short_description', 'brève description', 'descripción breve'],
  category: [],
  language: [],
};

const TITLE_PARTS = [
  ['category', 'catégorie', 'categoría'],
  ['subcategory', 'sous-catégorie', 'subcategoría'],
  ['u_symptom', 'symptom', 'symptôme', 'síntoma'],
] as const;

/** A ServiceNow audit log: one row an update of an incident. MAPPING.md beside its data fixes how it is read. */
export const servicenowLog: Profile = {
  id: 'servicenow-log',
  source: 'servicenow',
  columns: COLUMNS,
  recognise: (head) => {
    if (head.kind !== 'table') return 0;
    const columns = locateColumns(head.names, COLUMNS);
    const isLog = columns.has('reference') && columns.has('opened') && columns.has('updated') && columns.has('state');
    if (!isLog) return 0;
    const names = new Set(head.names.map((name) => name.trim().toLowerCase()));
    if (names.has('sys_updated_at')) return 0.95;
    return columns.has('sequence') && !names.has('sys_id') ? 0.85 : 0.2;
  },
  createReader: (options) =>
    createTableReader(
      {
        source: 'servicenow',
        columns: COLUMNS,
        required: ['reference', 'state', 'updated', 'opened'],
        titleParts: TITLE_PARTS,
        isDayFirst: true,
        readState: (state) => (state === null ? null : readState(state)),
        readPriority,
        category: 'incident',
        isLog: () => true,
        isResponseToldByState: true,
      },
      options,
    ),
};
