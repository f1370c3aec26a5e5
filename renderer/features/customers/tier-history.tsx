import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { CustomerPage } from '../../../shared/ipc/customer-schemas.ts';
import { useApp } from '../../app-context.ts';
import { useNow, wholeMinute } from '../../state/now-store.ts';
import { openCustomerDialog } from './customer-dialog-store.ts';
import { TierPicture } from './tier-picture.tsx';
import { tierStretches } from './tier-stretches.ts';
import { TierTable } from './tier-table.tsx';

/** The tiers of a customer in time, drawn and listed; nothing is overwritten. */
export const TierHistory = ({ page }: { readonly page: CustomerPage }) => {
  const intl = useIntl();
  const { role } = useApp().state.me;
  const { tiers } = page;
  const minuteMs = useNow(wholeMinute);
  /** A tier that has just begun is in force before the minute is over. */
  const begun = useNow(useCallback((ms: number) => tiers.filter(({ atMs }) => atMs <= ms).length, [tiers]));
  const nowMs = Math.max(minuteMs, tiers[begun - 1]?.atMs ?? 0);
  const stretches = tierStretches(tiers, nowMs);
  const [first] = stretches;
  return (
    <section className="card customer-card tier-history" aria-labelledby="tier-history-title">
      <header>
        <h3 id="tier-history-title">{intl.formatMessage({ id: 'customers.history' })}</h3>
      </header>
      {first?.isAssumed === true ? (
        <p className="tier-assumed" data-testid="tier-assumed">
          {intl.formatMessage({ id: 'customers.assumed' }, { tier: first.tier.toUpperCase() })}{' '}
          {role === 'lead' ? (
            <button
              type="button"
              className="link"
              onClick={() => openCustomerDialog({ kind: 'date' })}
              data-testid="date-tier"
            >
              {intl.formatMessage({ id: 'customers.dateIt' })}
            </button>
          ) : (
            <span className="quiet">{intl.formatMessage({ id: 'customers.leadDates' })}</span>
          )}
        </p>
      ) : null}
      <TierPicture stretches={stretches} nowMs={nowMs} />
      <TierTable stretches={stretches} mayCallOff={role !== 'expert'} />
    </section>
  );
};
