import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import { entitlementOf } from '../../../../shared/tier/entitlement.ts';
import { TierBadge } from '../../../ui/tier-badge.tsx';
import { focusQueue } from '../../queue/focus.ts';

type Props = { readonly tier: string; readonly onCancel: () => void };

/** Why a tier does not open the door to the experts, and what would. */
export const NotEntitled = ({ tier, onCancel }: Props) => {
  const intl = useIntl();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const { expertAccess } = entitlementOf(tier);
  const id = expertAccess === 'firstThreeMonths' ? 'form.engage.firstMonths' : 'form.engage.none';
  const close = (): void => {
    onCancel();
    focusQueue();
  };
  return (
    // Escape closes it, as any form.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="ticket-form"
      data-own-keys
      data-testid="not-entitled"
      aria-label={intl.formatMessage({ id: 'form.engage.title' })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <h3>
        {intl.formatMessage({ id: 'form.engage.title' })} <TierBadge tier={tier} />
      </h3>
      <p className="form-note">{intl.formatMessage({ id }, { tier: tier.toUpperCase() })}</p>
      <ul className="ways">
        {(['pack', 'upgrade', 'lead'] as const).map((way) => (
          <li key={way}>{intl.formatMessage({ id: `form.engage.way.${way}` })}</li>
        ))}
      </ul>
      <footer className="form-buttons">
        <button type="button" className="form-cancel" ref={button} onClick={close}>
          {intl.formatMessage({ id: 'close' })} <kbd aria-hidden="true">{intl.formatMessage({ id: 'key.Escape' })}</kbd>
        </button>
      </footer>
    </section>
  );
};
