import { useQuery } from '@tanstack/react-query';
import { IconHourglass } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { LedgerView } from '../../../shared/ipc/expertise-schemas.ts';
import { openCustomer } from '../customers/customer-dialog-store.ts';
import { useApp } from '../../app-context.ts';
import { CommandKey } from '../../commands/command-key.tsx';
import { errorText } from '../../i18n/error-text.ts';
import { ledgerQuery } from '../../ipc/customer-queries.ts';
import { EntitlementLine } from '../customers/entitlement-line.tsx';
import { openAsk } from '../coaching/open-ask.ts';
import { openLogWork } from '../expertise/open-log-work.ts';
import { useHoursWords } from '../expertise/use-hours-words.ts';

const workedOn = ({ work }: LedgerView, ticketId: number): number =>
  work
    .filter(({ ticket, reversed }) => reversed === null && ticket?.id === ticketId)
    .reduce((sum, { workedMin }) => sum + workedMin, 0);

type Props = { readonly ticketId: number; readonly customerId: number; readonly tier: string };

/** Whether the ticket's customer may have an expert now, how much is left, what would open the door, and what experts logged here. */
export const TicketHours = ({ ticketId, customerId, tier }: Props) => {
  const intl = useIntl();
  const { me } = useApp().state;
  const words = useHoursWords();
  const { data: ledger, error } = useQuery(ledgerQuery(customerId));
  const word = (id: string): string => intl.formatMessage({ id });
  if (ledger === undefined) {
    return <p className="quiet">{error === null ? word('loading') : errorText(intl, error)}</p>;
  }
  const worked = workedOn(ledger, ticketId);
  return (
    <div className="ticket-hours" data-testid="ticket-hours">
      <EntitlementLine entitlement={ledger.entitlement} tier={tier} />
      {worked === 0 ? null : (
        <p className="ticket-worked" data-testid="ticket-worked">
          <IconHourglass size={14} stroke={1.9} aria-hidden="true" />
          {intl.formatMessage({ id: 'expertise.worked' }, { worked: words.minutes(worked) })}
        </p>
      )}
      <p className="ticket-hours-do">
        {me.role === 'agent' ? null : (
          <button
            type="button"
            className="timer-button"
            onClick={() => openLogWork({ ticketId })}
            data-testid="ticket-log-work"
          >
            {word('expertise.logWork')}
            <span aria-hidden="true">
              <CommandKey id="logWork" />
            </span>
          </button>
        )}
        <button
          type="button"
          className="timer-button"
          onClick={() => openAsk({ customerId, ticketId })}
          data-testid="ticket-ask-coaching"
        >
          {word('session.askShort')}
        </button>
        <button type="button" className="link" onClick={() => openCustomer(customerId, 'hours')}>
          {word('expertise.showHours')}
        </button>
      </p>
    </div>
  );
};
