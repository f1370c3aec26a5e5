import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import type { Opened, TicketEvent } from '../../../shared/ticket/ticket-event.ts';

export const opened = (facts: Partial<Opened> = {}): Opened => ({
  atMs: 1_000,
  kind: 'opened',
  source: 'generic',
  reference: 'T-1',
  priority: 'P2',
  tier: 'silver',
  title: 'Backup failed',
  category: 'incident',
  isBeta: false,
  customer: 'Port de Sète',
  requester: null,
  channel: null,
  language: null,
  level: 'L1',
  group: null,
  assignee: null,
  ...facts,
});

export const told = (events: readonly TicketEvent[], more: Partial<ImportedTicket> = {}): ImportedTicket => ({
  source: 'generic',
  reference: 'T-1',
  events,
  coverage: 'history',
  asOfMs: 9_000,
  file: 'export.csv',
  line: 2,
  ...more,
});

type Life = 'responded' | 'paused' | 'resumed' | 'activated' | 'resolved' | 'reopened' | 'closed';
export const at = (atMs: number, kind: Life): TicketEvent => ({ atMs, kind });
