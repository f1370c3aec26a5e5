import type { IntlShape } from 'react-intl';
import type { ExpertEntitlement } from '../../../shared/ipc/customer-schemas.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { entitlementOf } from '../../../shared/tier/entitlement.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { hoursText } from './hours-text.ts';
import { lastDay } from './ledger-day.ts';

/** The tiers that include the experts without an end, from the lowest. */
export const tiersWithExperts = ({ policy }: Rules): string[] =>
  policy.tiers.filter((tier) => (policy.entitlements?.[tier] ?? entitlementOf(tier)).expertAccess === 'always');

type Context = { readonly tier: string; readonly openers: readonly string[]; readonly nowMs: InstantMs };

/** Whether a customer may have an expert now, from what, how much is left and until when; or what would open it. */
export const entitlementSentence = (
  intl: IntlShape,
  { isEntitled, reason, endsAtMs, leftMin, monthlyLeftMin }: ExpertEntitlement,
  { tier, openers, nowMs }: Context,
): string => {
  const pack = intl.formatMessage({ id: 'customers.pack' });
  const ways = [pack, ...openers.map((one) => one.toUpperCase())];
  const values = {
    hours: hoursText(intl, leftMin),
    monthly: hoursText(intl, monthlyLeftMin),
    packs: hoursText(intl, leftMin - monthlyLeftMin),
    tier: tier.toUpperCase(),
    day: endsAtMs === null ? '' : lastDay(intl, endsAtMs, nowMs),
    ways: intl.formatList(ways, { type: 'disjunction' }),
  };
  const say = (id: string): string => intl.formatMessage({ id }, values);
  if (!isEntitled) return say(`customers.no.${reason}`);
  if (reason === 'pack') return say(endsAtMs === null ? 'customers.experts.pack' : 'customers.experts.packUntil');
  if (leftMin > monthlyLeftMin)
    return say(endsAtMs === null ? 'customers.experts.mixed' : 'customers.experts.thenPacks');
  return say(endsAtMs === null ? 'customers.experts.left' : 'customers.experts.until');
};

/** The same for a line of a list. */
export const entitlementShort = (intl: IntlShape, { isEntitled, reason, leftMin }: ExpertEntitlement): string =>
  intl.formatMessage(
    {
      id: isEntitled
        ? reason === 'pack'
          ? 'customers.short.pack'
          : 'customers.short.left'
        : `customers.short.${reason}`,
    },
    { hours: hoursText(intl, leftMin) },
  );
