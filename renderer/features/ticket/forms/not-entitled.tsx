import { useEffect, useRef } from 'react';
import { useIntl } from 'react-intl';
import type { ExpertEntitlement } from '../../../../shared/ipc/customer-schemas.ts';
import { TierBadge } from '../../../ui/tier-badge.tsx';
import { EntitlementLine } from '../../customers/entitlement-line.tsx';
import { focusQueue } from '../../queue/focus.ts';

type Props = { readonly tier: string; readonly entitlement: ExpertEntitlement; readonly onCancel: () => void };

/** Why a customer may not have an expert now, and what would open the door. */
export const NotEntitled = ({ tier, entitlement, onCancel }: Props) => {
  const intl = useIntl();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const ways = [...(entitlement.reason === 'notDated' ? (['dated'] as const) : []), 'pack', 'upgrade', 'lead'] as const;
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
      <EntitlementLine entitlement={entitlement} tier={tier} />
      <ul className="ways">
        {ways.map((way) => (
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
