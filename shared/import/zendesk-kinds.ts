import { isRecord } from './json-table.ts';

export type ZendeskKind = 'ticket' | 'history' | 'comment' | 'user' | 'organization' | 'group';

type Fields = ReadonlySet<string>;

const has = (fields: Fields, ...names: readonly string[]): boolean => names.every((name) => fields.has(name));

/**
 * What a table or a record of Zendesk is, by the names of its fields; `unused` for one that is Zendesk's and tells nothing of tickets'
 * lives (schedules, SLA policies, tags, brands); null for none that Vigie knows.
 */
export const zendeskKind = (names: readonly string[]): ZendeskKind | 'unused' | null => {
  const fields: Fields = new Set(names.map((name) => name.trim()));
  if (has(fields, 'field_name', 'ticket_id', 'updated', 'value')) return 'history';
  if (
    has(fields, 'id', 'subject', 'status', 'created_at') &&
    (fields.has('submitter_id') || fields.has('requester_id'))
  )
    return 'ticket';
  if (has(fields, 'body', 'public') && (fields.has('user_id') || fields.has('author_id'))) return 'comment';
  if (has(fields, 'id', 'role', 'name')) return 'user';
  if (has(fields, 'id', 'name', 'shared_tickets')) return 'organization';
  if (has(fields, 'subdomain') || has(fields, 'time_zone', 'start_time')) return 'unused';
  if (has(fields, 'id', 'name', 'created_at', 'url')) return 'group';
  const isOfTicket =
    fields.has('ticket_id') && (fields.has('tag') || fields.has('schedule_id') || fields.has('sla_policy_id'));
  return isOfTicket || fields.has('sla_policy_id') || fields.has('schedule_id') || fields.has('_fivetran_synced')
    ? 'unused'
    : null;
};

export const zendeskRecordKind = (record: unknown): ZendeskKind | 'unused' | null =>
  isRecord(record) ? zendeskKind(Object.keys(record)) : null;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const LISTS = ['tickets', 'users', 'organizations', 'groups', 'comments', 'results'] as const;

/** The records of one answer of the API, which may carry people, groups and organisations beside its tickets. */
export const zendeskRecords = (value: unknown): readonly unknown[] => {
  if (Array.isArray(value)) return value;
  if (!isRecord(value)) return [];
  const lists = LISTS.flatMap((name) => listOf(value[name]));
  if (lists.length > 0) return lists;
  return [isRecord(value['ticket']) ? value['ticket'] : value];
};
