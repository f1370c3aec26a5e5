import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decideImport } from '../../../shared/ticket/decide-import.ts';
import { collect, fixture } from './collect.ts';

const zendesk = readdirSync(fixture('formats/zendesk')).map((name) => `formats/zendesk/${name}`);
const freshdesk = readdirSync(fixture('formats/freshdesk')).map((name) => `formats/freshdesk/${name}`);
const traps = readdirSync(fixture('traps'))
  .filter((name) => name !== 'README.md')
  .map((name) => [name, [`traps/${name}`]] as const);

describe('what is imported again, later, adds nothing', () => {
  it.each([
    ['the audit log', ['servicenow-incident-log/incident_event_log_dev.csv']],
    ['the Table API', ['formats/servicenow/incidents_REST.csv']],
    ['Zendesk', zendesk],
    ['Zendesk without histories', ['formats/zendesk/ticket_data.csv', 'formats/zendesk/ticket_comment_data.csv']],
    ['Freshdesk', freshdesk],
    ...traps,
  ] as const)('%s', async (_name, files) => {
    const setting = { tiers: { 'Location 143': 'gold', Acme: 'silver' }, levels: { 'Group 56': 'L2' } } as const;
    const first = await collect('auto', files, { ...setting, now: '2026-11-01T00:00:00Z' });
    const again = await collect('auto', files, { ...setting, now: '2026-12-24T00:00:00Z' });
    expect(first.tickets.length).toBeGreaterThan(0);
    expect(again.tickets.map((ticket) => ticket.reference)).toEqual(first.tickets.map((ticket) => ticket.reference));
    for (const [index, ticket] of first.tickets.entries()) {
      const known = decideImport([], ticket);
      if (known.kind === 'refused') throw new Error(known.reason);
      expect(known.events).toEqual(ticket.events);
      const more = again.tickets[index];
      if (more !== undefined)
        expect([ticket.reference, decideImport(known.events, more)]).toEqual([
          ticket.reference,
          { kind: 'accepted', events: [] },
        ]);
    }
  });
});
