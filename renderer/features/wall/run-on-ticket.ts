import { keyNameOf } from '../../commands/key.ts';
import { commandOfKey, runCommand } from '../../commands/registry.ts';
import { TICKET_COMMANDS } from '../../commands/ticket-commands.ts';
import { keysOf } from '../../commands/keymap.ts';
import { knownKeys } from '../../ipc/known-facts.ts';
import { isPast } from '../../state/replay-store.ts';
import { checkTickets } from '../../state/desk-store.ts';
import { openTicket } from '../queue/open-ticket.ts';

/** Does with the ticket of a line what the key does in the queue, and there; false where the key is for something else. */
export const runOnTicket = (ticketId: number, event: KeyboardEvent): boolean => {
  const key = keyNameOf(event);
  if (key === null || event.repeat || isPast() || commandOfKey(key) !== null) return false;
  const chosen = knownKeys();
  const command = TICKET_COMMANDS.find((one) => one.place === 'queue' && keysOf(one, chosen).includes(key));
  if (command === undefined) return false;
  // What was checked in the queue is not what the line is about.
  checkTickets([]);
  openTicket(ticketId);
  runCommand(command.id);
  return true;
};
