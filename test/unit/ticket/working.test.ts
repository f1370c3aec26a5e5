import { describe, expect, it } from 'vitest';
import { foldTicket } from '../../../shared/ticket/apply.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';

const OPENED: TicketEvent = {
  atMs: 1_000,
  kind: 'opened',
  source: 'vigie',
  reference: 'V-1',
  priority: 'P2',
  tier: 'gold',
  title: null,
  category: 'incident',
  isBeta: false,
  customer: 'Nordlys',
  requester: null,
  channel: null,
  language: null,
  level: 'L1',
  group: null,
  assignee: 'ada',
};
const ESCALATED: TicketEvent = {
  atMs: 2_000,
  kind: 'escalated',
  from: 'L1',
  to: 'L2',
  why: 'network',
  tried: 'restart',
  evidence: null,
  nextStep: 'trace',
};
const fold = (...events: readonly TicketEvent[]) => foldTicket([OPENED, ...events]);

describe('a ticket that is worked on', () => {
  it('stays where it is until the other level accepts it, and then has its taker', () => {
    expect(fold(ESCALATED)).toMatchObject({ level: 'L1', assignee: 'ada', escalatedTo: 'L2', bounceCount: 0 });
    const accepted = fold(ESCALATED, { atMs: 3_000, kind: 'escalationAccepted', level: 'L2', assignee: 'bo' });
    expect(accepted).toMatchObject({ level: 'L2', assignee: 'bo', escalatedTo: null, bounceCount: 0 });
  });

  it('counts each escalation that comes back', () => {
    const returned: TicketEvent = { atMs: 3_000, kind: 'escalationReturned', reason: 'no trace' };
    const again = { ...ESCALATED, atMs: 4_000 };
    expect(fold(ESCALATED, returned)).toMatchObject({ level: 'L1', escalatedTo: null, bounceCount: 1 });
    expect(fold(ESCALATED, returned, again, { ...returned, atMs: 5_000 })).toMatchObject({ bounceCount: 2 });
  });

  it('has each tag once, in the order they came', () => {
    const tagged = fold(
      { atMs: 2_000, kind: 'tagged', added: ['vpn', 'nsx'], removed: [] },
      { atMs: 3_000, kind: 'tagged', added: ['vpn', 'edge'], removed: ['nsx'] },
    );
    expect(tagged?.tags).toEqual(['vpn', 'edge']);
  });

  it('forgets the wake-up of a wait that is over', () => {
    const paused: TicketEvent = { atMs: 2_000, kind: 'paused', reason: 'trace asked', wakeAtMs: 9_000 };
    expect(fold(paused)).toMatchObject({ state: 'waitingCustomer', wakeAtMs: 9_000 });
    expect(fold(paused, { atMs: 3_000, kind: 'resumed' })).toMatchObject({ state: 'active', wakeAtMs: null });
  });
});
