import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import type { MovedTicket } from '../../../shared/ipc/policy-schemas.ts';
import type { StoryWords } from '../../../shared/sla/tell-story.ts';
import { errorText } from '../../i18n/error-text.ts';
import { customerWhatIfQuery } from '../../ipc/queries.ts';
import { openTicket } from '../queue/open-ticket.ts';

type LineProps = { readonly ticket: MovedTicket; readonly words: StoryWords };

const Line = ({ ticket, words }: LineProps) => {
  const intl = useIntl();
  const { reference, priority, fromDueAtMs, toDueAtMs } = ticket;
  const due = (ms: number | null): string =>
    ms === null ? intl.formatMessage({ id: 'explain.whatIf.noDue' }) : words.instant(ms);
  return (
    <li>
      <button type="button" className="link" onClick={() => openTicket(ticket.id)}>
        <bdi>{reference}</bdi>
      </button>{' '}
      {priority} {intl.formatMessage({ id: 'explain.whatIf.moves' }, { from: due(fromDueAtMs), to: due(toDueAtMs) })}
    </li>
  );
};

type Props = { readonly customer: string; readonly tier: string; readonly words: StoryWords };

/** The same supposition for every open ticket of the customer. */
export const CustomerWhatIf = ({ customer, tier, words }: Props) => {
  const intl = useIntl();
  const { data, error } = useQuery(customerWhatIfQuery(customer, tier));
  if (error !== null) return <p role="alert">{errorText(intl, error)}</p>;
  if (data === undefined) return null;
  return (
    <div data-testid="customer-what-if">
      <p>
        {intl.formatMessage(
          { id: 'explain.whatIf.customer' },
          { name: customer, checked: data.checked, count: data.moved.length },
        )}
      </p>
      <ul className="what-if-moves">
        {data.moved.map((ticket) => (
          <Line ticket={ticket} words={words} key={ticket.id} />
        ))}
      </ul>
    </div>
  );
};
