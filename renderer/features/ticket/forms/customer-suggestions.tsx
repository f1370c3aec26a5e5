import type { IntlShape } from 'react-intl';
import { call } from '../../../ipc/client.ts';
import { TierBadge } from '../../../ui/tier-badge.tsx';
import type { Suggestion } from './suggest-field.tsx';

/** Customers by what was typed of their names, with their tiers. */
export const findCustomers =
  (intl: IntlShape) =>
  async (text: string): Promise<readonly Suggestion[]> =>
    (await call('customer:find', { text })).map(({ id, name, tier, openTickets }) => ({
      key: String(id),
      text: name,
      shown: (
        <>
          <bdi>{name}</bdi>
          <TierBadge tier={tier} />
          <span className="suggest-more">{intl.formatMessage({ id: 'form.person.open' }, { count: openTickets })}</span>
        </>
      ),
    }));
