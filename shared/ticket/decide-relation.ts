import type { Situation, Standing } from './decide.ts';
import { accept, refuse, type Decision } from './decision.ts';
import { unchanged } from './refusals.ts';
import { isFinished, type TicketRef } from './ticket.ts';

const refOf = ({ ticketId, ticket }: Standing): TicketRef => ({ ticketId, reference: ticket.reference });

const noOther = (): Decision => refuse('ticket/no-other', 'The other ticket is not in this queue: choose one that is.');

const itself = ({ ticket }: Standing): Decision =>
  refuse('ticket/itself', `${ticket.reference} is this ticket: choose another one.`, { reference: ticket.reference });

/** Both tickets tell of the link. */
export const decideLink = (situation: Situation): Decision => {
  const { ticket, other, ticketId, nowMs } = situation;
  if (other === null) return noOther();
  if (other.ticketId === ticketId) return itself(situation);
  if (ticket.links.some((link) => link.ticketId === other.ticketId)) return unchanged(ticket);
  return {
    kind: 'accepted',
    events: [{ atMs: nowMs, kind: 'linked', ...refOf(other) }],
    otherEvents: [{ atMs: nowMs, kind: 'linked', ...refOf(situation) }],
  };
};

export const decideUnlink = (situation: Situation, otherId: number): Decision => {
  const { ticket, other, nowMs } = situation;
  const link = ticket.links.find((one) => one.ticketId === otherId);
  if (link === undefined) return unchanged(ticket);
  return {
    kind: 'accepted',
    events: [{ atMs: nowMs, kind: 'unlinked', ...link }],
    otherEvents: other === null ? [] : [{ atMs: nowMs, kind: 'unlinked', ...refOf(situation) }],
  };
};

/** This ticket is closed for the other, which goes on for both; each keeps its own history. */
export const decideMerge = (situation: Situation): Decision => {
  const { other, ticketId, nowMs } = situation;
  if (other === null) return noOther();
  if (other.ticketId === ticketId) return itself(situation);
  const { reference, mergedInto, state } = other.ticket;
  if (mergedInto !== null) {
    return refuse(
      'ticket/other-merged',
      `${reference} is itself merged into ${mergedInto.reference}: merge into that.`,
      {
        reference,
        into: mergedInto.reference,
      },
    );
  }
  // Nobody would go on with either, and the clock of an open matter would end.
  if (isFinished(state)) {
    return refuse('ticket/other-finished', `${reference} is ${state}: reopen it first.`, {
      reference,
      state,
    });
  }
  return {
    kind: 'accepted',
    events: [{ atMs: nowMs, kind: 'merged', ...refOf(other) }],
    otherEvents: [{ atMs: nowMs, kind: 'tookIn', ...refOf(situation) }],
  };
};

/** Takes it out again: it is open, and its clock runs on from where it was. */
export const decideUnmerge = (situation: Situation): Decision => {
  const { ticket, other, nowMs } = situation;
  if (ticket.mergedInto === null) {
    return refuse('ticket/not-merged', `${ticket.reference} is not merged.`, { reference: ticket.reference });
  }
  const unmerged = accept({ atMs: nowMs, kind: 'unmerged', ...ticket.mergedInto });
  return other === null
    ? unmerged
    : { ...unmerged, otherEvents: [{ atMs: nowMs, kind: 'gaveBack', ...refOf(situation) }] };
};
