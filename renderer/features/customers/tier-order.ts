import type { TierChannel } from '../../../shared/customer/tier-channel.ts';
import type { Rules } from '../../../shared/sla/policy.ts';

/** A lower tier goes through Customer Support (DOMAIN: Changing the tier); else it is asked for in the customer space most often. */
export const presetChannel = (rules: Rules, from: string, to: string): TierChannel =>
  rules.tierRank(to) < rules.tierRank(from) ? 'support' : 'portal';

type Asker = { readonly contactId: string; readonly name: string; readonly role: string };

/** Those who may have asked, the contract referents first: they may at any time. */
export const inAskingOrder = <Contact extends Asker>(contacts: readonly Contact[]): Contact[] => [
  ...contacts.filter(({ role }) => role === 'referent'),
  ...contacts.filter(({ role }) => role !== 'referent'),
];
