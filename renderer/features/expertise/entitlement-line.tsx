import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { ExpertEntitlement } from '../../../shared/ipc/customer-schemas.ts';
import { useHoursWords } from './use-hours-words.ts';

type Props = { readonly entitlement: ExpertEntitlement; readonly tier: string };

/** Whether a customer may have an expert now, from what and until when, or why not. */
export const EntitlementLine = ({ entitlement, tier }: Props) => {
  const intl = useIntl();
  const words = useHoursWords();
  const { isEntitled, reason, endsAtMs } = entitlement;
  const standing = isEntitled ? 'yes' : reason === 'notDated' ? 'unknown' : 'no';
  const Sign = { yes: IconCircleCheck, unknown: IconHelpCircle, no: IconCircleX }[standing];
  const date = endsAtMs === null ? '' : words.date(endsAtMs - 1);
  const values = { tier: tier.toUpperCase(), date, ends: endsAtMs === null ? 'no' : 'yes' };
  return (
    <p className="entitled" data-standing={standing} data-reason={reason} data-testid="entitled">
      <Sign size={15} stroke={2} aria-hidden="true" />
      <span>{intl.formatMessage({ id: `expertise.entitled.${reason}` }, values)}</span>
    </p>
  );
};
