export const TIER_CHANNELS = ['portal', 'mail', 'phone', 'support'] as const;
/** How a change of tier was asked for: the customer space, mail, telephone, or Customer Support. */
export type TierChannel = (typeof TIER_CHANNELS)[number];
