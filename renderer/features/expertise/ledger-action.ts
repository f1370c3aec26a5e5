import type { LedgerRow, UsedLotRow } from '../../../shared/ipc/expertise-schemas.ts';

/** What somebody is about to do to a customer's ledger. */
export type LedgerAction =
  | { readonly kind: 'addPack' | 'goodwill' }
  | { readonly kind: 'adjust'; readonly lot: UsedLotRow }
  | { readonly kind: 'takeBack' | 'approve' | 'decline'; readonly entry: LedgerRow };
