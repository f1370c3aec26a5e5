import type { Synonyms } from './columns.ts';
import type { TableField } from './table-row.ts';

/** Columns of the tables that agents export from views and reports. */
export const ZENDESK_VIEW_COLUMNS: Synonyms<TableField> = {
  reference: ['ticket id', 'id', 'id du ticket', 'id de ticket'],
  opened: ['created at', 'requested', 'created', 'request date', 'ticket created', 'demandé', 'créé le', 'creado'],
  updated: ['updated at', 'updated', 'latest update', 'last updated', 'mis à jour', 'mis à jour le', 'actualizado'],
  event: [],
  responded: ['first reply at', 'first replied at'],
  resolved: ['solved at', 'solved', 'résolu le', 'resuelto'],
  closed: ['closed at', 'closed'],
  reopened: [],
  sequence: [],
  state: ['status', 'ticket status', 'statut', 'estado'],
  substate: [],
  priority: ['priority', 'priorité', 'prioridad'],
  customer: [
    'organization',
    'ticket organization',
    'organization name',
    'requester organization',
    'organisation',
    'organización',
  ],
  requester: ['requester', 'requester name', 'demandeur', 'solicitante', 'requester email'],
  channel: ['via', 'channel', 'ticket channel', 'canal'],
  group: ['group', 'ticket group', 'groupe', 'grupo'],
  assignee: ['assignee', 'assignee name', 'assigné', 'agente asignado'],
  title: ['subject', 'ticket subject', 'sujet', 'objet', 'asunto'],
  category: ['ticket type', 'type'],
  language: ['requester language', 'language', 'locale'],
};
