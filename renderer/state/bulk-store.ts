import { create } from 'zustand';
import type { TicketCommand } from '../../shared/ticket/command.ts';
import type { Form } from './desk-store.ts';

/** What is to be done with several tickets: what a form will say, or commands that are known already. */
export type BulkOrder = {
  /** The name of the verb or macro. */
  readonly title: string;
  readonly ids: readonly number[];
} & (
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'commands'; readonly commands: readonly TicketCommand[] }
);

/** The order whose dialog is open; null while none is. */
export const useBulkStore = create<{ readonly order: BulkOrder | null }>()(() => ({ order: null }));

export const orderBulk = (order: BulkOrder): void => useBulkStore.setState({ order });
export const closeBulk = (): void => useBulkStore.setState({ order: null });
