import { describe, expect, it } from 'vitest';
import { apply, foldTicket } from '../../../shared/ticket/apply.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import type { Ticket } from '../../../shared/ticket/ticket.ts';
import { at, opened } from './told.ts';

const fold = (...events: TicketEvent[]): Ticket => {
  const ticket = foldTicket([opened(), ...events]);
  if (ticket === null) throw new Error('not opened');
  return ticket;
};

describe('the state of a ticket', () => {
  it.each([
    ['new', []],
    ['active', [at(2_000, 'responded')]],
    ['active', [at(2_000, 'activated')]],
    ['waitingCustomer', [at(2_000, 'paused')]],
    ['active', [at(2_000, 'paused'), at(3_000, 'resumed')]],
    ['new', [at(2_000, 'resumed')]],
    ['waitingCustomer', [at(2_000, 'paused'), at(3_000, 'activated')]],
    ['resolved', [at(2_000, 'resolved'), at(3_000, 'paused')]],
    ['resolved', [at(2_000, 'resolved'), at(3_000, 'activated')]],
    ['closed', [at(2_000, 'resolved'), at(3_000, 'closed')]],
    ['closed', [at(2_000, 'closed'), at(3_000, 'resolved')]],
    ['active', [at(2_000, 'closed'), at(3_000, 'reopened')]],
    ['waitingVendor', [{ atMs: 2_000, kind: 'awaited', waitedFor: 'vendor' } as const]],
    ['waitingProblem', [{ atMs: 2_000, kind: 'awaited', waitedFor: 'problem' } as const]],
    ['waitingEvidence', [{ atMs: 2_000, kind: 'awaited', waitedFor: 'evidence' } as const]],
    ['waitingCustomer', [at(2_000, 'paused'), { atMs: 3_000, kind: 'awaited', waitedFor: 'vendor' } as const]],
  ] satisfies [string, TicketEvent[]][])('is %s after %j', (state, events) => {
    expect(fold(...events).state).toBe(state);
  });
});

describe('what else a fold keeps', () => {
  it('the first response, the end and the close each once', () => {
    const ticket = fold(
      at(2_000, 'responded'),
      at(3_000, 'responded'),
      at(4_000, 'resolved'),
      at(5_000, 'resolved'),
      at(6_000, 'closed'),
      at(7_000, 'closed'),
    );
    expect(ticket).toMatchObject({ respondedAtMs: 2_000, resolvedAtMs: 4_000, closedAtMs: 6_000, updatedAtMs: 7_000 });
  });

  it('a reopening forgets the end and is counted', () => {
    const ticket = fold(at(2_000, 'closed'), at(3_000, 'reopened'), at(4_000, 'resolved'), at(5_000, 'reopened'));
    expect(ticket).toMatchObject({ state: 'active', resolvedAtMs: null, closedAtMs: null, reopenCount: 2 });
    expect(fold(at(2_000, 'reopened')).reopenCount).toBe(0);
  });

  it('facts, priority, tier and assignment', () => {
    const ticket = fold(
      { atMs: 2_000, kind: 'priorityChanged', priority: 'P1' },
      { atMs: 2_000, kind: 'tierChanged', tier: 'gold' },
      { atMs: 2_000, kind: 'assigned', level: 'L3', group: 'Network', assignee: 'agent 04' },
      { atMs: 2_000, kind: 'edited', facts: { title: 'Backup failed again', language: 'fr' } },
      { atMs: 2_500, kind: 'commented', author: null, isPublic: true, text: 'Any news?' },
    );
    expect(ticket).toMatchObject({
      ...{ priority: 'P1', tier: 'gold', level: 'L3', group: 'Network', assignee: 'agent 04' },
      ...{ title: 'Backup failed again', language: 'fr', customer: 'Port de Sète', updatedAtMs: 2_500 },
    });
  });

  it('an event of long ago leaves the last update alone', () => {
    const ticket = fold(at(5_000, 'responded'));
    expect(apply(ticket, { atMs: 2_000, kind: 'commented', author: null, isPublic: false, text: '' }).updatedAtMs).toBe(
      5_000,
    );
  });
});

describe('foldTicket', () => {
  it('is null before the opening and without one', () => {
    expect(foldTicket([opened()], 999)).toBeNull();
    expect(foldTicket([at(2_000, 'paused')])).toBeNull();
    expect(foldTicket([])).toBeNull();
  });

  it('stops at the instant it is asked for', () => {
    const events = [opened(), at(2_000, 'paused'), at(3_000, 'resumed')];
    expect(foldTicket(events, 2_999)?.state).toBe('waitingCustomer');
    expect(foldTicket(events, 3_000)?.state).toBe('active');
  });

  it('reads events by instant, whatever their order of arrival', () => {
    expect(foldTicket([opened(), at(3_000, 'resumed'), at(2_000, 'paused')])?.state).toBe('active');
  });

  it('applies corrections of the opening from the opening on', () => {
    const correction: TicketEvent = {
      atMs: 1_000,
      kind: 'openingCorrected',
      tier: 'gold',
      facts: { customer: 'Groupe Vallier' },
    };
    const again: TicketEvent = { atMs: 1_000, kind: 'openingCorrected', priority: null };
    expect(foldTicket([opened(), correction, again], 1_000)).toMatchObject({
      ...{ tier: 'gold', priority: null, customer: 'Groupe Vallier', title: 'Backup failed', state: 'new' },
    });
  });

  it('a change after the opening stands against a correction that is entered later', () => {
    const change: TicketEvent = { atMs: 2_000, kind: 'tierChanged', tier: 'bronze' };
    const correction: TicketEvent = { atMs: 1_000, kind: 'openingCorrected', tier: 'gold' };
    expect(foldTicket([opened(), change, correction])?.tier).toBe('bronze');
  });
});
