import { useIntl } from 'react-intl';
import type { CustomerHit } from '../../../shared/ipc/desk-schemas.ts';
import { durationText } from '../../../shared/i18n/clock-text.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';

/** What somebody who takes a call needs to know of a customer at once. */
export const CustomerFacts = ({ hit }: { readonly hit: CustomerHit }) => {
  const intl = useIntl();
  const { tier, openTickets, entitlement } = hit;
  const hours =
    entitlement.reason === 'notDated'
      ? intl.formatMessage({ id: 'create.hoursUnknown' })
      : intl.formatMessage(
          { id: 'create.hoursLeft' },
          { hours: durationText(entitlement.leftMin * 60, (value) => intl.formatNumber(value)) },
        );
  return (
    <span className="customer-facts">
      <TierBadge tier={tier} />
      <span>{intl.formatMessage({ id: 'create.openTickets' }, { count: openTickets })}</span>
      <span>{hours}</span>
    </span>
  );
};
