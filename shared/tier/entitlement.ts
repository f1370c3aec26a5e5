import { SHIPPED_TIERS, type Policy, type TierId } from '../sla/policy.ts';

/** `offer` is stated by the offer; `default` is ours (DOMAIN: sources). */
export type Origin = 'offer' | 'default';

export const EXPERT_ACCESS = ['none', 'firstThreeMonths', 'always'] as const;
export type ExpertAccess = (typeof EXPERT_ACCESS)[number];

/** What a tier entitles a customer to, beside the clocks (DOMAIN: Tiers). */
export type Entitlement = {
  readonly tier: TierId;
  /** Privileged access to the experts, by e-mail and phone. */
  readonly expertAccess: ExpertAccess;
  /** Expertise minutes of the package a month; 0 where packs have to be ordered. */
  readonly monthlyMinutes: number;
  /** Tickets by phone: stated for all but Gold, where it is our default. */
  readonly phone: Origin;
};

const ENTITLEMENTS: Readonly<Record<(typeof SHIPPED_TIERS)[number], Entitlement>> = {
  standard: { tier: 'standard', expertAccess: 'none', monthlyMinutes: 0, phone: 'offer' },
  bronze: { tier: 'bronze', expertAccess: 'firstThreeMonths', monthlyMinutes: 120, phone: 'offer' },
  silver: { tier: 'silver', expertAccess: 'always', monthlyMinutes: 120, phone: 'offer' },
  gold: { tier: 'gold', expertAccess: 'always', monthlyMinutes: 120, phone: 'default' },
};

const isShipped = (tier: TierId): tier is (typeof SHIPPED_TIERS)[number] => Object.hasOwn(ENTITLEMENTS, tier);

/** As shipped. A tier that Vigie has no data of entitles to nothing: an engagement is then a lead's decision. */
export const entitlementOf = (tier: TierId): Entitlement =>
  isShipped(tier) ? ENTITLEMENTS[tier] : { tier, expertAccess: 'none', monthlyMinutes: 0, phone: 'default' };

/** What a tier entitles to by a version of the policy: as shipped, where no lead said otherwise. */
export const entitlementIn = ({ entitlements }: Pick<Policy, 'entitlements'>, tier: TierId): Entitlement => ({
  ...entitlementOf(tier),
  ...(entitlements !== undefined && Object.hasOwn(entitlements, tier) ? entitlements[tier] : {}),
});
