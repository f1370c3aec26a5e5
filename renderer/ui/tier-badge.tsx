/** A customer's tier. Tiers are data: one that we do not know keeps its own name and a plain colour. */
export const TierBadge = ({ tier }: { readonly tier: string }) => (
  <span className="tier" data-tier={tier} title={tier}>
    {tier}
  </span>
);
