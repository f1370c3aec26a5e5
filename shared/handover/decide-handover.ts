import type { Actor } from '../access/actor.ts';
import type { Handover, HandoverEvent } from './handover.ts';

export type HandoverRefusal = { readonly code: string; readonly message: string };
const refuse = (code: string, message: string): HandoverRefusal => ({ code, message });

const isTheirs = ({ begun, offered }: Handover, { name, role }: Actor): boolean =>
  role === 'lead' || name === (offered ?? begun).by;

/** Why something may not happen to a handover; null where it may. */
export const refusalOf = (handover: Handover, event: HandoverEvent, actor: Actor): HandoverRefusal | null => {
  const { items, offered, signed, late } = handover;
  const has = (itemId: string): boolean => items.some(({ id }) => id === itemId);
  const unknown = refuse('handover/unknown-item', 'That item is not in this handover. Look at it again.');
  switch (event.kind) {
    case 'begun':
      return refuse('handover/under-way', 'A handover is under way: both sides sign that one first.');
    case 'itemChanged':
    case 'noteAdded':
    case 'noteRemoved':
    case 'offered': {
      if (offered !== null)
        return refuse('handover/offered', 'The outgoing side has signed: nothing in it changes any more.');
      if (!isTheirs(handover, actor)) return refuse('handover/not-yours', 'Whoever began it prepares it, or a lead.');
      if (event.kind === 'itemChanged' && !has(event.itemId)) return unknown;
      if (event.kind !== 'noteRemoved') return null;
      const note = items.find(({ id }) => id === event.itemId);
      if (note === undefined) return unknown;
      return note.section === 'note' && note.carriedFrom === null
        ? null
        : refuse('handover/stays', 'Only a note of this handover can be taken out: everything else is handed over.');
    }
    case 'accepted':
    case 'signed': {
      if (offered === null) return refuse('handover/not-offered', 'The outgoing side has not signed it yet.');
      if (actor.name === offered.by)
        return refuse('handover/same-person', 'Somebody else takes over: you signed as outgoing.');
      if (event.kind === 'signed')
        return signed === null ? null : refuse('handover/signed', 'Both sides have signed it already.');
      if (event.itemIds.some((id) => !has(id))) return unknown;
      const isTaken = event.itemIds.some(
        (id) => late[id] !== undefined || items.some((item) => item.id === id && item.accepted !== null),
      );
      return isTaken ? refuse('handover/accepted', 'Somebody has accepted that already.') : null;
    }
  }
};
