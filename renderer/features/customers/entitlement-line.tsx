import '../../styles/entitlement.css';
import { IconHourglass, IconHourglassOff } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ExpertEntitlement } from '../../../shared/ipc/customer-schemas.ts';
import { useApp } from '../../app-context.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { entitlementSentence, tiersWithExperts } from './entitlement-words.ts';

type Props = {
  readonly entitlement: ExpertEntitlement;
  /** The customer's tier. */
  readonly tier: string;
};

/** Whether a customer may have an expert, in a sentence: `Experts: 1 h 30 left, until 31 January`. */
export const EntitlementLine = ({ entitlement, tier }: Props) => {
  const intl = useIntl();
  const { rules } = useApp();
  const nowMs = useNow(wholeMinute);
  const Sign = entitlement.isEntitled ? IconHourglass : IconHourglassOff;
  return (
    <span className="entitlement-line" data-entitled={entitlement.isEntitled} data-testid="entitlement-line">
      <Sign size={14} stroke={1.8} aria-hidden="true" />
      <span>{entitlementSentence(intl, entitlement, { tier, openers: tiersWithExperts(rules), nowMs })}</span>
    </span>
  );
};
