import { beforeAll, describe, expect, it } from 'vitest';
import type { Collected } from '../../../electron/core/import/collect-tickets.ts';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import { servicenow } from '../../../shared/import/servicenow.ts';
import { byReference, collect, folded, openingOf, toldOf } from './collect.ts';

describe("IBM's demonstration incidents", () => {
  let incidents: Collected;
  beforeAll(async () => {
    incidents = await collect('auto', ['formats/servicenow/incidents_REST.csv']);
  });

  const statesOf = (): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const ticket of incidents.tickets) {
      const state = foldTicket(ticket.events)?.state ?? 'none';
      counts[state] = (counts[state] ?? 0) + 1;
    }
    return counts;
  };

  it('reads all 67 as they stand', () => {
    expect([incidents.profile, incidents.rows, incidents.errorCount]).toEqual(['servicenow', 67, 0]);
    expect(incidents.tickets).toHaveLength(67);
    expect(incidents.tickets.every((ticket) => ticket.coverage === 'snapshot')).toBe(true);
  });

  it('reads codes of state and hold reason', () => {
    // State 1: 13; 2: 20; 3: 7, of which four await the caller; 7: 27.
    expect(statesOf()).toEqual({
      new: 13,
      active: 20,
      waitingCustomer: 4,
      waitingVendor: 1,
      waitingProblem: 1,
      waitingEvidence: 1,
      closed: 27,
    });
  });

  it('reads a priority of planning as P4, and says so once', () => {
    const priorities = incidents.tickets.map((ticket) => openingOf(ticket).priority);
    expect(priorities.filter((priority) => priority === 'P4')).toHaveLength(19 + 5);
    expect(priorities.filter((priority) => priority === 'P1')).toHaveLength(27);
    expect(incidents.warnings.filter(({ reason }) => reason.includes('P4'))).toHaveLength(1);
  });

  it('takes the twenty that were closed before they were resolved as resolved when closed', () => {
    const early = incidents.warnings.filter(({ reason }) => reason.includes('closed before it was resolved'));
    expect(early).toHaveLength(20);
    expect(
      toldOf(incidents, 'INC0000009')
        .slice(1)
        .map((event) => event.slice(17)),
    ).toEqual(['resolved', 'closed']);
    const [, resolved, closed] = byReference(incidents, 'INC0000009').events;
    expect(resolved?.atMs).toBe(closed?.atMs);
  });

  it('keeps ids as given and makes up no response', () => {
    expect(folded(incidents, 'INC0000060')).toMatchObject({
      group: '287ebd7da9fe198100f92cc8d1d2154e',
      assignee: '5137153cc611227c000bbd1bd8cd2007',
      customer: 'Unknown',
      channel: 'self-service',
      respondedAtMs: null,
    });
    expect(incidents.tickets.flatMap((ticket) => ticket.events).some((event) => event.kind === 'responded')).toBe(
      false,
    );
  });

  it('opens at opened_at, not when the record was created', () => {
    expect(toldOf(incidents, 'INC0000015')[0]).toMatch(/^2022-09-26T23:38/);
  });
});

describe('a JSON answer of the Table API', () => {
  it('is read like the CSV', async () => {
    const answer = await collect('auto', ['traps/servicenow-answer.json']);
    expect(answer.profile).toBe('servicenow');
    expect(folded(answer, 'INC1')).toMatchObject({
      state: 'waitingCustomer',
      requester: 'Ann',
      title: null,
      priority: null,
      assignee: null,
    });
    expect(toldOf(answer, 'INC1')).toEqual(['2026-02-03T08:00 opened null', '2026-02-03T09:00 paused']);
  });
});

describe('state 3', () => {
  const stateOf = (state: string, reason: string): string | undefined => {
    const reader = servicenow.createReader({
      zone: { id: 'UTC', changesAtMs: [], offsetsMs: [0] },
      tierOf: () => undefined,
      levelOf: () => undefined,
      nowMs: Date.UTC(2026, 5, 1),
      onError: () => undefined,
      onWarning: () => undefined,
    });
    const names = ['number', 'incident_state', 'hold_reason', 'opened_at', 'sys_updated_on'];
    const intake = reader.open('x.csv', { kind: 'table', names });
    if (intake.kind !== 'rows') throw new Error(intake.kind);
    intake.take(['N', state, reason, '2026-01-01 00:00:00', '2026-01-02 00:00:00'], 2);
    const [ticket] = [...reader.finish()];
    return foldTicket(ticket?.events ?? [])?.state;
  };

  it.each([
    ['3', '1', 'waitingCustomer'],
    ['3', '3', 'waitingProblem'],
    ['3', '4', 'waitingVendor'],
    ['3', '5', 'waitingProblem'],
    ['3.0', '1.0', 'waitingCustomer'],
    ['On Hold', 'Awaiting Caller', 'waitingCustomer'],
    ['3', '', 'waitingProblem'],
    ['6', '', 'resolved'],
    ['8', '', 'closed'],
  ])('%s with hold reason %j is %s', (state, reason, expected) => {
    expect(stateOf(state, reason)).toBe(expected);
  });
});
