import type { TicketEvent } from '../ticket/ticket-event.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';

type Condition = 'running' | 'waiting' | 'resolved';

/** Tells the next state of a ticket; what happened to it is added to `events`. */
export type Life = (state: TicketState, stateName: string | null, atMs: InstantMs, events: TicketEvent[]) => void;

/**
 * The life of one ticket as a sequence of states turned into events (MAPPING: running, waiting for the customer, resolved). Where a
 * response makes a new ticket active, its first active state needs no event of its own.
 */
export const createLife = ({ isActiveFromResponse }: { readonly isActiveFromResponse: boolean }): Life => {
  let isNew = !isActiveFromResponse;
  let condition: Condition = 'running';
  /** The wait for somebody else than the customer that is on. */
  let wait: TicketState | null = null;
  let isClosed = false;

  const finish = (state: TicketState, atMs: InstantMs, events: TicketEvent[]): void => {
    if (condition !== 'resolved') events.push({ atMs, kind: 'resolved' });
    if (state === 'closed' && !isClosed) events.push({ atMs, kind: 'closed' });
    isClosed ||= state === 'closed';
    condition = 'resolved';
    wait = null;
  };

  const run = (state: TicketState, atMs: InstantMs, events: TicketEvent[]): void => {
    if (condition === 'waiting') events.push({ atMs, kind: 'resumed' });
    condition = 'running';
    if (state === 'waitingVendor' || state === 'waitingProblem' || state === 'waitingEvidence') {
      const waitedFor = state === 'waitingVendor' ? 'vendor' : state === 'waitingProblem' ? 'problem' : 'evidence';
      if (state !== wait) events.push({ atMs, kind: 'awaited', waitedFor });
      wait = state;
    } else {
      if (wait !== null || (isNew && state === 'active')) events.push({ atMs, kind: 'activated' });
      if (state === 'active') isNew = false;
      wait = null;
    }
  };

  return (state, stateName, atMs, events) => {
    if (state === 'resolved' || state === 'closed') {
      finish(state, atMs, events);
      return;
    }
    if (condition === 'resolved') {
      events.push({ atMs, kind: 'reopened' });
      condition = 'running';
      isClosed = false;
    }
    if (state !== 'waitingCustomer') {
      run(state, atMs, events);
      return;
    }
    if (condition !== 'waiting')
      events.push({ atMs, kind: 'paused', ...(stateName === null ? {} : { reason: stateName }) });
    condition = 'waiting';
    wait = null;
  };
};
