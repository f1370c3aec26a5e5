import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { narrowToTier, useCustomerStore } from '../../state/customer-store.ts';

const ALL = '';

/** Narrows the list to a tier. `counts` is null where not all customers are at hand. */
export const TierFilter = ({ counts }: { readonly counts: ReadonlyMap<string, number> | null }) => {
  const intl = useIntl();
  const { tiers } = useApp().rules.policy;
  const chosen = useCustomerStore((state) => state.tier) ?? ALL;
  const countOf = (tier: string): number | null => {
    if (counts === null) return null;
    if (tier !== ALL) return counts.get(tier) ?? 0;
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  };
  return (
    <fieldset className="tier-filter" data-testid="tier-filter">
      <legend className="sr-only">{intl.formatMessage({ id: 'customers.tier' })}</legend>
      {[ALL, ...tiers].map((tier) => (
        <label key={tier}>
          <input
            type="radio"
            name="customers-tier"
            checked={tier === chosen}
            onChange={() => narrowToTier(tier === ALL ? null : tier)}
            data-testid={`tier-filter-${tier === ALL ? 'all' : tier}`}
          />
          <span>
            {tier === ALL ? intl.formatMessage({ id: 'customers.allTiers' }) : tier.toUpperCase()}
            {countOf(tier) === null ? null : <span className="count">{countOf(tier)}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
};
