import type { Decision } from './decision.ts';
import { refuse } from './decision.ts';
import type { Ticket } from './ticket.ts';

/** The reasons that several commands share, each with its code. */
export const finished = ({ reference, state }: Ticket): Decision =>
  refuse('ticket/finished', `${reference} is ${state}: reopen it first.`, { reference, state });

export const unchanged = ({ reference }: Ticket): Decision =>
  refuse('ticket/unchanged', `${reference} is like that already: this would change nothing.`, { reference });

export const notYourRole = (): Decision =>
  refuse('access/role', 'Experts advise on tickets; this is for the agents and leads of the desk.');
