import { IconFileText } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { openStatement } from './open-statement.ts';

/** Opens the statement of a customer's hours. */
export const StatementButton = ({ customerId }: { readonly customerId: number }) => {
  const intl = useIntl();
  return (
    <button
      type="button"
      className="banner-button"
      onClick={() => openStatement(customerId)}
      data-testid="statement-open"
    >
      <IconFileText size={14} stroke={1.8} aria-hidden="true" className="button-sign" />
      {intl.formatMessage({ id: 'statement.open' })}
    </button>
  );
};
