import { AdjustForm } from './adjust-form.tsx';
import { EntryForm } from './entry-form.tsx';
import type { LedgerAction } from './ledger-action.ts';
import { LotForm } from './lot-form.tsx';

type Props = { readonly action: LedgerAction; readonly customerId: number; readonly onClose: () => void };

/** Asks what an action on a ledger needs, and does it. */
export const LedgerActionDialog = ({ action, ...rest }: Props) => {
  switch (action.kind) {
    case 'addPack':
    case 'goodwill':
      return <LotForm kind={action.kind} {...rest} />;
    case 'adjust':
      return <AdjustForm lot={action.lot} {...rest} />;
    case 'takeBack':
    case 'approve':
    case 'decline':
      return <EntryForm kind={action.kind} entry={action.entry} {...rest} />;
  }
};
