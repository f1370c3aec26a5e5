import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconHourglass, IconMinus, IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { LedgerRow } from '../../../shared/ipc/expertise-schemas.ts';

/** Stands before minutes that no lot covers. */
export const OverageSign = () => <IconAlertTriangle className="over-sign" size={13} stroke={2.2} aria-hidden="true" />;

/** How an entry stands: covered, not charged, taken back, or beyond what is covered, with what a lead said. */
export type EntryStanding = 'covered' | 'uncharged' | 'reversed' | Exclude<LedgerRow['overageState'], 'none'>;

const SIGNS = {
  covered: IconCheck,
  uncharged: IconMinus,
  reversed: IconArrowBackUp,
  pending: IconHourglass,
  approved: IconCheck,
  declined: IconX,
} as const;

export const standingOf = ({ reversed, overageState, chargedMin }: LedgerRow): EntryStanding => {
  if (reversed !== null) return 'reversed';
  if (overageState !== 'none') return overageState;
  return chargedMin === 0 ? 'uncharged' : 'covered';
};

/** The standing of an entry: sign, word and colour. */
export const OverageMark = ({ entry }: { readonly entry: LedgerRow }) => {
  const intl = useIntl();
  const standing = standingOf(entry);
  const Sign = SIGNS[standing];
  return (
    <span className="standing" data-standing={standing} data-testid="standing">
      <Sign size={13} stroke={2.4} aria-hidden="true" />
      {intl.formatMessage({ id: `expertise.standing.${standing}` })}
    </span>
  );
};
