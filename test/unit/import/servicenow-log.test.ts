import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Collected } from '../../../electron/core/import/collect-tickets.ts';
import { createCsvReader } from '../../../electron/core/import/read-csv.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { byReference, collect, fixture, folded, issuesOf, openingOf, toldOf } from './collect.ts';

const LOG = 'servicenow-incident-log/incident_event_log_dev.csv';

const countBy = (values: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

describe('the real log against EXPECTED.json', () => {
  const expected: Record<string, unknown> = JSON.parse(
    readFileSync(fixture('servicenow-incident-log/EXPECTED.json'), 'utf8'),
  );
  const records: (readonly string[])[] = [];
  let log: Collected;

  beforeAll(async () => {
    log = await collect('servicenow-log', [LOG]);
    const reader = createCsvReader(',', {
      onRecord: (cells) => records.push(cells),
      onBadLine: (line, reason) => {
        throw new Error(`${line} ${reason}`);
      },
    });
    reader.push(readFileSync(fixture(LOG), 'utf8'));
    reader.end();
  });

  const column = (name: string): string[] => {
    const at = records[0]?.indexOf(name) ?? -1;
    return records.slice(1).map((cells) => cells[at] ?? '');
  };
  const valuesByIncident = (name: string): Map<string, Set<string>> => {
    const values = column(name);
    const byNumber = new Map<string, Set<string>>();
    column('number').forEach((number, index) => {
      const known = byNumber.get(number) ?? new Set();
      byNumber.set(number, known.add(values[index] ?? ''));
    });
    return byNumber;
  };
  const incidentsWhere = (name: string, test: (values: ReadonlySet<string>) => boolean): number =>
    [...valuesByIncident(name).values()].filter(test).length;

  it('reads every row and every incident, with nothing to report', () => {
    expect(log.rows).toBe(expected['rows']);
    expect(log.tickets).toHaveLength(Number(expected['incidents']));
    expect([log.errorCount, log.warningCount]).toEqual([0, 0]);
    expect(log.tickets.every((ticket) => ticket.coverage === 'history')).toBe(true);
  });

  it('reproduces the instants', () => {
    const opened = log.tickets.map((ticket) => openingOf(ticket).atMs);
    const updated = log.tickets.map((ticket) => ticket.asOfMs);
    const text = (ms: number): string => new Date(ms).toISOString().slice(0, 19);
    expect(text(Math.min(...opened))).toBe(expected['opened_min']);
    expect(text(Math.max(...opened))).toBe(expected['opened_max']);
    expect(text(Math.max(...updated))).toBe(expected['last_update']);
  });

  it('reproduces final states and priorities', () => {
    const tickets = log.tickets.map((ticket) => foldTicket(ticket.events));
    expect(countBy(tickets.map((ticket) => ticket?.state ?? ''))).toEqual({ closed: 691 });
    const names: Record<string, string> = { P1: '1 - Critical', P2: '2 - High', P3: '3 - Moderate', P4: '4 - Low' };
    expect(countBy(tickets.map((ticket) => names[ticket?.priority ?? ''] ?? ''))).toEqual(expected['final_priority']);
  });

  it('reproduces what happened on the way', () => {
    const having = (kind: string): number =>
      log.tickets.filter((ticket) => ticket.events.some((event) => event.kind === kind)).length;
    expect(having('paused')).toBe(expected['with_awaiting_user_info']);
    expect(having('priorityChanged')).toBe(expected['priority_changed']);
    expect(having('resolved')).toBe(expected['incidents']);
    const customers = log.tickets.flatMap((ticket) =>
      ticket.events.flatMap((event) =>
        event.kind === 'opened' ? event.customer : event.kind === 'edited' ? (event.facts.customer ?? []) : [],
      ),
    );
    // The missing location, which the count includes, is the customer 'Unknown'.
    expect(new Set(customers).size).toBe(expected['distinct_locations']);
    expect(customers).toContain('Unknown');
  });

  it('reads the rows that the counts were made of', () => {
    expect(countBy(column('incident_state'))).toEqual(expected['row_states']);
    expect(incidentsWhere('reopen_count', (values) => [...values].some((value) => Number(value) > 0))).toBe(
      expected['reopen_count>0'],
    );
    expect(incidentsWhere('assignment_group', (values) => [...values].every((value) => value === '?'))).toBe(
      expected['never_assigned_group(all ?)'],
    );
    expect(incidentsWhere('resolved_at', (values) => [...values].every((value) => value === '?'))).toBe(
      expected['resolved_at_missing'],
    );
    const distinct = (name: string): number => new Set(column(name)).size;
    expect(distinct('caller_id')).toBe(expected['distinct_callers']);
    expect(distinct('location')).toBe(expected['distinct_locations']);
    expect(distinct('assignment_group') - 1).toBe(expected['distinct_groups']);
    const groupsOf = (values: ReadonlySet<string>): number => [...values].filter((value) => value !== '?').length;
    expect(incidentsWhere('assignment_group', (values) => groupsOf(values) > 1)).toBe(
      expected['assignment_group_changed'],
    );
  });

  it('is recognised without being named', async () => {
    expect((await collect('auto', [LOG])).profile).toBe('servicenow-log');
  });

  it('rebuilds a quiet incident', () => {
    expect(toldOf(log, 'INC0000045')).toEqual([
      '2016-02-29T01:16 opened P3',
      '2016-02-29T08:53 responded',
      '2016-02-29T08:53 resolved',
      '2016-03-05T12:00 closed',
    ]);
    const { line, file } = byReference(log, 'INC0000045');
    expect([line, file]).toEqual([2, 'incident_event_log_dev.csv']);
    expect(folded(log, 'INC0000045')).toMatchObject({
      title: 'Category 55 / Subcategory 170 / Symptom 72',
      customer: 'Location 143',
      requester: 'Caller 2403',
      group: 'Group 56',
      assignee: null,
      category: 'incident',
    });
  });
});

describe('a log out of order', () => {
  const setting = { tiers: { 'Location 2': 'gold' }, levels: { 'Group 1': 'L2' } } as const;

  it('is put in order: priority, facts and assignment, then the response, then the condition', async () => {
    const log = await collect('servicenow-log', ['traps/log-odd.csv'], setting);
    expect(toldOf(log, 'L1')).toEqual([
      '2026-03-01T08:00 opened P4',
      '2026-03-01T08:30 priorityChanged P2',
      '2026-03-01T08:30 edited',
      '2026-03-01T08:30 tierChanged gold',
      '2026-03-01T08:30 assigned L2 Group 1 null',
      '2026-03-01T08:30 responded',
      '2026-03-01T08:30 paused',
      '2026-03-01T09:00 edited',
      '2026-03-01T09:00 tierChanged standard',
      '2026-03-01T09:00 assigned L2 Group 1 Ann',
      '2026-03-01T09:00 resumed',
      '2026-03-03T09:00 priorityChanged P3',
      '2026-03-03T09:00 assigned L2 Group 1 null',
      '2026-03-03T09:00 resolved',
      '2026-03-03T09:00 closed',
    ]);
    expect(byReference(log, 'L1').events[6]).toMatchObject({ reason: 'Awaiting User Info' });
    expect(byReference(log, 'L1').line).toBe(2);
  });

  it('records waits for others without a pause', async () => {
    const log = await collect('servicenow-log', ['traps/log-odd.csv']);
    expect(toldOf(log, 'L2')).toEqual([
      '2026-03-01T08:00 opened P3',
      '2026-03-01T08:10 responded',
      '2026-03-01T08:10 awaited vendor',
      '2026-03-01T08:20 awaited problem',
      '2026-03-01T08:30 activated',
      '2026-03-01T08:40 resolved',
      '2026-03-01T08:40 closed',
    ]);
  });

  it('reports a state that nobody knows, and lines that belong nowhere, by line', async () => {
    const log = await collect('servicenow-log', ['traps/log-odd.csv']);
    expect(issuesOf(log.warnings)).toEqual([
      "4: state '-100' is not one that Vigie knows; the ticket's condition was left as it was",
    ]);
    expect(issuesOf(log.errors)).toEqual([
      '11: L3: does not tell when it happened',
      '12: L4: does not tell when the ticket was opened',
      '13: has no number, so it belongs to no ticket',
    ]);
    expect(log.rows).toBe(12);
  });

  it('bears eight reopenings, the last of them waiting', async () => {
    const log = await collect('servicenow-log', ['traps/log-eight-reopenings.csv']);
    const kinds = countBy(byReference(log, 'R8').events.map((event) => event.kind));
    expect(kinds).toEqual({ opened: 1, responded: 1, resolved: 9, reopened: 8, paused: 1, closed: 1 });
    expect(folded(log, 'R8')).toMatchObject({ state: 'closed', reopenCount: 8 });
  });

  it('bears a hundred and twenty updates of one ticket', async () => {
    const log = await collect('servicenow-log', ['traps/log-hundred-updates.csv']);
    const kinds = countBy(byReference(log, 'H1').events.map((event) => event.kind));
    expect(kinds).toEqual({ opened: 1, responded: 1, paused: 60, resumed: 59, assigned: 119 });
  });

  it('loses a truncated last row and nothing else', async () => {
    const log = await collect('servicenow-log', ['traps/log-truncated.csv']);
    expect(issuesOf(log.errors)).toEqual(['4: has 12 cells where the header has 16']);
    expect(log.tickets.map((ticket) => ticket.reference)).toEqual(['K1']);
  });

  it('reads times in the zone that is asked for', async () => {
    const log = await collect('servicenow-log', ['traps/log-truncated.csv'], { zone: 'Europe/Paris' });
    expect(toldOf(log, 'K1')[0]).toBe('2026-03-01T07:00 opened P3');
  });
});
