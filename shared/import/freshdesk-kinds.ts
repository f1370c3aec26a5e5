import { isRecord } from './json-table.ts';

export type FreshdeskKind = 'ticket' | 'conversation' | 'company' | 'group' | 'person';

/** What a record of Freshdesk's API is, by the fields that only such a record has; null for none that Vigie knows. */
export const freshdeskKind = (record: unknown): FreshdeskKind | null => {
  if (!isRecord(record)) return null;
  if ('incoming' in record && 'private' in record) return 'conversation';
  if ('subject' in record && typeof record['status'] === 'number') return 'ticket';
  if ('domains' in record) return 'company';
  if ('unassigned_for' in record || 'auto_ticket_assign' in record || 'agent_ids' in record) return 'group';
  if (('email' in record && 'company_id' in record) || isRecord(record['contact'])) return 'person';
  return null;
};
