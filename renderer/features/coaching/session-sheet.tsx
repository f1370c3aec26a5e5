import { IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { openCustomer } from '../customers/customer-dialog-store.ts';
import { ConflictList } from './conflict-list.tsx';
import { closeSession } from './focus.ts';
import { SessionActions } from './session-actions.tsx';
import { SessionFacts } from './session-facts.tsx';
import { SessionOutcome } from './session-outcome.tsx';
import { SessionPreparation } from './session-preparation.tsx';
import { SessionSeries } from './session-series.tsx';
import { SessionWhen } from './session-when.tsx';
import { StateSign } from './state-sign.tsx';

const Head = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { customerId, customer, state, assignment } = page.row;
  const close = intl.formatMessage({ id: 'session.close' });
  return (
    <header className="session-head">
      <p className="session-line">
        <StateSign state={state} />
        <span aria-hidden="true">·</span>
        <span>{intl.formatMessage({ id: `expertise.assignment.${assignment}` })}</span>
        <span className="grow" />
        <button type="button" className="icon-button" onClick={closeSession} title={close} data-testid="session-close">
          <IconX size={15} stroke={2} aria-hidden="true" />
          <span className="sr-only">{close}</span>
        </button>
      </p>
      <h2>
        <button
          type="button"
          className="session-customer"
          title={intl.formatMessage({ id: 'customers.openPage' }, { name: customer })}
          onClick={() => openCustomer(customerId)}
          data-testid="session-customer"
        >
          <bdi>{customer}</bdi>
        </button>
      </h2>
    </header>
  );
};

/** A session: who and when, what can be done, what stands against it, how it is prepared and what came of it. */
export const SessionSheet = ({ page }: { readonly page: SessionPage }) => {
  const intl = useIntl();
  const { conflicts } = page;
  return (
    <>
      <Head page={page} />
      <SessionWhen page={page} />
      <SessionActions page={page} />
      <SessionOutcome page={page} />
      {conflicts.length === 0 ? null : (
        <section className="card" aria-label={intl.formatMessage({ id: 'session.against' })}>
          <h3>{intl.formatMessage({ id: 'session.against' })}</h3>
          <ConflictList conflicts={conflicts} />
        </section>
      )}
      <SessionFacts page={page} />
      <SessionPreparation page={page} />
      <SessionSeries page={page} />
    </>
  );
};
