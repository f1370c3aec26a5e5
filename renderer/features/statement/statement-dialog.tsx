import '../../styles/paper.css';
import '../../styles/statement.css';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconFileText } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { customerQuery, ledgerQuery } from '../../ipc/customer-queries.ts';
import { closeOverlay } from '../../state/desk-store.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';
import { StateScreen } from '../../ui/state-screen.tsx';
import { CustomerChoice } from './customer-choice.tsx';
import { useStatementStore } from './open-statement.ts';
import { StatementDesk } from './statement-desk.tsx';

const Loaded = ({ customerId }: { readonly customerId: number }) => {
  const intl = useIntl();
  const ledger = useQuery(ledgerQuery(customerId));
  const customer = useQuery(customerQuery(customerId));
  const error = ledger.error ?? customer.error;
  const retry = (): void => {
    void ledger.refetch();
    void customer.refetch();
  };
  if (error !== null) {
    return <FailureScreen title={intl.formatMessage({ id: 'statement.failed' })} error={error} retry={retry} />;
  }
  if (ledger.data === undefined || customer.data === undefined) {
    return (
      <p className="statement-wait" role="status">
        {intl.formatMessage({ id: 'statement.loading' })}
      </p>
    );
  }
  return <StatementDesk ledger={ledger.data} customer={customer.data} />;
};

/** The statement of a customer's expertise hours: chosen on the left, as it is printed on the right. */
export const StatementDialog = () => {
  const intl = useIntl();
  const customerId = useStatementStore((statement) => statement.customerId);
  return (
    <Modal
      opened
      onClose={closeOverlay}
      title={intl.formatMessage({ id: 'statement.heading' })}
      size="min(1180px, 96vw)"
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': intl.formatMessage({ id: 'close' }) }}
    >
      <div className="statement-of">
        <CustomerChoice customerId={customerId} />
      </div>
      {customerId === null ? (
        <StateScreen
          icon={<IconFileText size={26} stroke={1.5} />}
          title={intl.formatMessage({ id: 'statement.choose' })}
        />
      ) : (
        <Loaded customerId={customerId} key={customerId} />
      )}
    </Modal>
  );
};
