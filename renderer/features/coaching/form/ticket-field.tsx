import { useIntl } from 'react-intl';
import { FormField } from '../../../ui/form-field.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import type { ChosenCustomer, ChosenTicket } from '../../expertise/work-draft.ts';
import { useSearches } from './use-searches.tsx';

type Props = {
  readonly customer: ChosenCustomer | null;
  readonly text: string;
  readonly ticket: ChosenTicket | null;
  readonly problem: string | null;
  readonly onChange: (change: { readonly ticketText: string; readonly ticket: ChosenTicket | null }) => void;
};

/** The ticket that a session is about, of those of its customer; none is allowed. */
export const TicketField = ({ customer, text, ticket, problem, onChange }: Props) => {
  const intl = useIntl();
  const searches = useSearches(customer);
  const word = (id: string): string => intl.formatMessage({ id });
  return (
    <FormField label={word('session.field.ticket')} problem={problem}>
      {(ids) => (
        <SearchField
          ids={ids}
          name="ticket"
          text={text}
          isChosen={ticket !== null}
          search={searches.tickets}
          onType={(ticketText) => onChange({ ticketText, ticket: null })}
          onChoose={(chosen) => onChange({ ticket: chosen, ticketText: chosen.reference })}
          listLabel={word('work.tickets')}
          placeholder={word('session.ticketHint')}
          none={word('session.noTicketFits')}
        />
      )}
    </FormField>
  );
};
