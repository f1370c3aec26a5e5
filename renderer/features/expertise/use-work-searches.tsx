import { useIntl } from 'react-intl';
import { call } from '../../ipc/client.ts';
import type { Found } from '../../ui/search-field.tsx';
import { TierBadge } from '../../ui/tier-badge.tsx';
import { useHoursWords } from './use-hours-words.ts';
import type { ChosenCustomer, ChosenTicket } from './work-draft.ts';

/** What the fields of the form find. */
export const useWorkSearches = () => {
  const intl = useIntl();
  const words = useHoursWords();
  return {
    customers: async (text: string): Promise<Found<ChosenCustomer>[]> =>
      (await call('customer:find', { text })).map(({ id, name, tier, entitlement }) => ({
        key: String(id),
        value: { id, name, tier },
        shown: (
          <>
            <bdi>{name}</bdi>
            <span className="customer-facts">
              <TierBadge tier={tier} />
              <span>{intl.formatMessage({ id: 'expertise.left' }, { left: words.minutes(entitlement.leftMin) })}</span>
            </span>
          </>
        ),
      })),
    tickets: async (text: string): Promise<Found<ChosenTicket>[]> =>
      (await call('palette:search', { text })).tickets.map(({ id, reference, title, customer }) => ({
        key: String(id),
        value: { id, reference },
        shown: (
          <>
            <span className="work-ticket-option">
              <bdi>{reference}</bdi> <span className="quiet">{title ?? ''}</span>
            </span>
            <span className="customer-facts">{customer}</span>
          </>
        ),
      })),
    people: async (text: string): Promise<Found<string>[]> =>
      (await call('people:find', { text })).map(({ name }) => ({
        key: name,
        value: name,
        shown: <bdi>{name}</bdi>,
      })),
  };
};
