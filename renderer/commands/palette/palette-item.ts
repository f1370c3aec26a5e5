import type { Workspace } from '../../../shared/ipc/contract.ts';
import type { CustomerHit, Macro, PersonHit } from '../../../shared/ipc/desk-schemas.ts';
import type { QueueRow } from '../../../shared/ipc/schemas.ts';
import { runOnTargets } from '../../features/desk/run-verb.ts';
import { openCustomer } from '../../features/customers/customer-dialog-store.ts';
import { openTicket } from '../../features/queue/open-ticket.ts';
import { showTicketsOf } from '../../features/queue/show-tickets-of.ts';
import type { Command } from '../command.ts';

/** One line of the palette. `names` are those that it is found by. */
export type PaletteItem = { readonly key: string; readonly names: readonly string[] } & (
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'ticket'; readonly row: QueueRow }
  | { readonly kind: 'customer'; readonly customer: CustomerHit }
  | { readonly kind: 'person'; readonly person: PersonHit }
  | { readonly kind: 'macro'; readonly macro: Macro }
);

export type SectionName = 'recent' | 'commands' | 'tickets' | 'customers' | 'people' | 'macros';
export type Section = { readonly name: SectionName; readonly items: readonly PaletteItem[] };

/** Does what a line stands for. */
export const choose = (item: PaletteItem): void => {
  switch (item.kind) {
    case 'command':
      item.command.run();
      break;
    case 'ticket':
      openTicket(item.row.id);
      break;
    case 'customer':
      showTicketsOf({ customers: [item.customer.name] }, item.customer.openTickets);
      break;
    case 'person':
      showTicketsOf({ assignees: [item.person.name] }, item.person.openTickets);
      break;
    case 'macro':
      runOnTargets(item.macro.name, item.macro.commands);
      break;
  }
};

/** Does the other thing that a line can stand for, as Shift with Enter asks: opens a customer's page. Elsewhere it is the same. */
export const chooseOther = (item: PaletteItem): void => {
  if (item.kind === 'customer') openCustomer(item.customer.id);
  else choose(item);
};

const KEPT = 6;
let recent: readonly { readonly item: PaletteItem; readonly workspace: Workspace }[] = [];

/** What was chosen last, the latest first. Tickets, customers and people of another workspace are not in this one. */
export const recentItems = (workspace: Workspace): readonly PaletteItem[] =>
  recent.filter(({ item, workspace: of }) => item.kind === 'command' || of === workspace).map(({ item }) => item);

export const remember = (item: PaletteItem, workspace: Workspace): void => {
  recent = [{ item, workspace }, ...recent.filter((other) => other.item.key !== item.key)].slice(0, KEPT);
};
