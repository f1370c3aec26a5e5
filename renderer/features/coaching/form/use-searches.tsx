import { useIntl } from 'react-intl';
import type { Contact } from '../../../../shared/customer/customer-event.ts';
import { EMPTY_FILTER } from '../../../../shared/queue/empty-filter.ts';
import { foldText } from '../../../../shared/search/find-words.ts';
import { call } from '../../../ipc/client.ts';
import { customerQuery } from '../../../ipc/customer-queries.ts';
import { queryClient } from '../../../ipc/query-client.ts';
import type { Found } from '../../../ui/search-field.tsx';
import type { ChosenCustomer, ChosenTicket } from '../../expertise/work-draft.ts';
import { isSameAttendee, readAttendee, type Attendee } from './read-attendee.ts';

const MOST_FOUND = 6;

/** The tickets of a customer that fit; with nothing typed its open ones, those that are due first. */
const ticketsOf = async (customer: string, text: string) =>
  (
    await call('queue:get-page', {
      filter: { ...EMPTY_FILTER, view: text.trim() === '' ? 'open' : 'all', customers: [customer], text: text.trim() },
      sort: { by: 'due', isDescending: false },
      ...{ offset: 0, limit: MOST_FOUND, asOfMs: null },
    })
  ).rows;

const contactsOf = async (customerId: number): Promise<readonly Contact[]> =>
  (await queryClient.fetchQuery({ ...customerQuery(customerId), staleTime: 10_000 })).contacts;

/** What the fields of a session's form find. */
export const useSearches = (customer: ChosenCustomer | null) => {
  const intl = useIntl();
  const shownOf = ({ name, email }: Attendee) => (
    <>
      <bdi>{name}</bdi>
      {email === null ? null : <span className="customer-facts">{email}</span>}
    </>
  );
  return {
    tickets: async (text: string): Promise<Found<ChosenTicket>[]> => {
      if (customer === null) return [];
      const rows = await ticketsOf(customer.name, text);
      return rows.map(({ id, reference, title }) => ({
        key: String(id),
        value: { id, reference },
        shown: (
          <span className="work-ticket-option">
            <bdi>{reference}</bdi> <span className="quiet">{title ?? ''}</span>
          </span>
        ),
      }));
    },
    /** Contacts of the customer that are not there yet, then who is typed. */
    attendees: async (text: string, there: readonly Attendee[]): Promise<Found<Attendee>[]> => {
      const contacts = customer === null ? [] : await contactsOf(customer.id).catch(() => []);
      const words = foldText(text.trim());
      const fitting = contacts
        .map(({ name, email }): Attendee => ({ name, email }))
        .filter((one) => !there.some((known) => isSameAttendee(known, one)))
        .filter(({ name, email }) => foldText(`${name} ${email ?? ''}`).includes(words))
        .slice(0, MOST_FOUND)
        .map((value) => ({ key: `${value.name} ${value.email ?? ''}`, value, shown: shownOf(value) }));
      const typed = readAttendee(text);
      if (typed === null || fitting.some(({ value }) => isSameAttendee(value, typed))) return fitting;
      const shown = (
        <span className="customer-new">
          {intl.formatMessage({ id: 'session.addAttendee' }, { name: typed.name, email: typed.email ?? '' })}
        </span>
      );
      return [...fitting, { key: 'typed', value: typed, shown }];
    },
  };
};
