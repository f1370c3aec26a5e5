import type { Synonyms } from './columns.ts';
import type { TableField } from './table-row.ts';

const named = (...lists: readonly string[]): readonly string[] => lists.flatMap((list) => list.split(', '));

/**
 * Names by which exports of any product call what Vigie reads, in English, French and Spanish, best first. They are compared without
 * case, accents, blanks and punctuation. A name stands for one field only.
 */
export const GENERIC_COLUMNS: Synonyms<TableField> = {
  reference: named(
    'number, ticket number, ticket id, ticket, ticket no, ticket ref, incident number, incident id, incident no',
    'case id, case number, case, case:concept:name, issue key, sr number, request id, request number, reference',
    'ref, key, numéro, n°, no, numéro de ticket, n° de ticket, n° ticket, numéro du ticket, id ticket',
    "numéro d'incident, numéro de l'incident, n° incident, numéro de demande, référence, réf, clé, clé de ticket",
    'identifiant, identifiant du ticket, número, número de ticket, número de incidencia, referencia, clave, folio',
    'caso, incident, issue id, id, identificador, ticketid, demande, incidencia',
  ),
  opened: named(
    'opened, opened at, opened on, opened date, open date, open time, date opened, opening date, created',
    'created at, created on, created date, created time, creation date, creation time, create date, create time',
    'date created, submitted, submitted at, submitted on, submit date, submission date, reported date',
    'report date, reported on, requested, requested at, requested on, request date, registered, registration date',
    "logged at, logged date, ouvert, ouvert le, ouverte le, ouverture, date d'ouverture, date ouverture",
    "date et heure d'ouverture, créé, créé(e), créé le, créée le, créé(e) le, création, date de création",
    'date création, date et heure de création, soumis le, date de soumission, signalé le, date de signalement',
    'demandé le, date de demande, date de la demande, enregistré le, abierto, abierto el, apertura',
    'fecha de apertura, fecha apertura, creado, creado el, creada, fecha de creación, fecha creación',
    'fecha y hora de creación, fecha de registro, fecha de alta, sys_created_on, sys_created_at',
  ),
  updated: named(
    'updated, updated at, updated on, updated date, update date, update time, last updated, last update',
    'last updated at, last update time, last updated time, last updated date, last modified, last modified date',
    'last modified time, modified, modified at, modified on, modified date, modification date, mis à jour',
    'mise à jour, mis à jour le, dernière mise à jour, date de mise à jour, date de dernière mise à jour',
    'dernière modification, modifié, modifié le, date de modification, date de dernière modification, actualizado',
    'actualizado el, actualizada, última actualización, fecha de actualización, última modificación',
    'fecha de modificación, modificado, sys_updated_on, sys_updated_at',
  ),
  event: named(
    'event time, event date, event timestamp, timestamp, time:timestamp, complete timestamp, start timestamp',
    'change date, change time, change date+time, changed at, changed on, change timestamp, datestamp, date stamp',
    "activity time, activity date, log time, log date, action date, horodatage, horodate, date de l'événement",
    "date de l'évènement, date de l'action, date du changement, date de changement, date d'événement",
    'marca de tiempo, fecha del evento, fecha de evento, fecha del cambio, fecha de cambio, fecha de la acción',
  ),
  responded: named(
    'first response, first response at, first response date, first responded at, first reply, first reply at',
    'responded, responded at, responded on, response date, initial response time, acknowledged at, acknowledged',
    'première réponse, première réponse le, date de première réponse, date première réponse',
    'date de la première réponse, pris en charge le, date de prise en charge, date prise en charge',
    'prise en compte le, date de prise en compte, primera respuesta, fecha de primera respuesta',
    'fecha de la primera respuesta, fecha primera respuesta',
  ),
  resolved: named(
    'resolved, resolved at, resolved on, resolved date, resolved time, resolve time, resolve date, date resolved',
    'resolution date, resolution at, solved, solved at, solved on, solved date, solution date, completed at',
    'completed on, completed date, completion date, résolu, résolu le, résolue le, résolution le',
    'date de résolution, date résolution, date et heure de résolution, résolu(e), date de solution, traité le',
    'terminé le, resuelto, resuelto el, resuelta, fecha de resolución, fecha resolución, fecha de solución',
    'solucionado el',
  ),
  closed: named(
    'closed, closed at, closed on, closed date, closed time, close date, close time, closing date, closure date',
    'date closed, clos, clos le, close le, clôturé, clôturé le, clôturée le, clôture, date de clôture',
    'date clôture, date et heure de clôture, fermé, fermé le, fermée le, fermeture, date de fermeture',
    'date fermeture, cerrado, cerrado el, cerrada, cierre, fecha de cierre, fecha cierre, fecha y hora de cierre',
  ),
  reopened: named(
    'reopened, reopened at, reopened on, reopened time, reopen time, reopen date, rouvert le, réouvert le',
    'réouverture, date de réouverture, reabierto, reabierto el, fecha de reapertura',
  ),
  sequence: named("sys_mod_count, sequence, event number, incidentactivity_number, séquence, numéro d'événement"),
  state: named(
    'state, status, incident state, ticket status, ticket state, issue status, request status, case status',
    "current status, état, statut, état de l'incident, statut de l'incident, statut du ticket, état du ticket",
    'statut de la demande, étape, estado, estado del ticket, estado de la incidencia, estatus, situación, activity',
    'concept:name, event, action, incidentactivity_type, activité, événement, évènement, actividad, evento, acción',
    'stage',
  ),
  substate: named(
    'sub status, substatus, sub state, status reason, hold reason, on hold reason, pending reason, waiting reason',
    "sous-statut, sous-état, motif de mise en attente, motif d'attente, raison d'attente",
    'raison de mise en attente, subestado, motivo de espera',
  ),
  priority: named(
    'priority, ticket priority, priority level, incident priority, issue priority, priorité, niveau de priorité',
    'prioridad, nivel de prioridad, severity, sévérité, criticité, criticality, gravité, seriousness, severidad',
    'criticidad',
  ),
  customer: named(
    'customer, customer name, client, client name, company, company name, organization, organisation',
    'organization name, organisation name, account, account name, nom du client, nom client, société, entreprise',
    'raison sociale, compte, compte client, entité, entity, cliente, nombre del cliente, empresa, compañía',
    'organización, cuenta, site, location, lieu, localisation, emplacement, ubicación, sede, customer id',
    'id client',
  ),
  requester: named(
    'requester, requester name, requested by, requestor, caller, caller id, reporter, reported by, submitter',
    'contact, contact name, opened by, opened for, created by, creator, user, full name, customer contact',
    'demandeur, demandeur - demandeur, nom du demandeur, appelant, rapporteur, signalé par, ouvert par, créé par',
    'créateur, auteur, utilisateur, bénéficiaire, solicitante, informador, reportado por, creado por, usuario',
    'contacto, requester email',
  ),
  channel: named(
    'channel, contact type, contact method, via, via channel, source, origin, request source, canal',
    'type de contact, mode de contact, origine, source de la demande, medio, origen, tipo de contacto',
  ),
  group: named(
    'assignment group, assigned group, group, group name, support group, team, support team, assigned team, queue',
    "workgroup, involved st, support section, resolver group, groupe, groupe d'affectation, groupe d'assignation",
    'groupe assigné, groupe affecté, groupe de support, groupe en charge, équipe, équipe en charge',
    "file d'attente, attribué à - groupe de techniciens, attribué à - groupe, grupo, grupo de asignación",
    'grupo asignado, equipo, cola',
  ),
  assignee: named(
    'assigned to, assignee, assigned agent, agent, agent name, owner, ticket owner, technician, responder',
    'resource, org:resource, handler, affecté à, assigné à, attribué à, attribué à - technicien, affectation',
    'responsable, technicien, intervenant, personne assignée, propriétaire, en charge, asignado a, asignado',
    'agente, técnico, propietario, responsable asignado',
  ),
  title: named(
    'title, subject, summary, short description, issue summary, ticket subject, topic, titre, sujet, objet',
    'résumé, intitulé, libellé, brève description, description courte, description brève, título, asunto, resumen',
    'descripción breve, descripción corta, name, nom, description, descripción',
  ),
  category: named(
    'type, ticket type, issue type, kind, request type, case type, record type, type de ticket, type de demande',
    'nature, tipo, tipo de ticket, tipo de solicitud, category, catégorie, categoría',
  ),
  language: named('language, langue, locale, lang, idioma, requester language, langue du demandeur'),
};
