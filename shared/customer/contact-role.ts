export const CONTACT_ROLES = ['referent', 'technical', 'billing', 'other'] as const;
/** `referent` is the contract referent, who may ask for another tier (DOMAIN: Changing the tier). */
export type ContactRole = (typeof CONTACT_ROLES)[number];
