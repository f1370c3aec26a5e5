import { Button } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { useApp } from '../../app-context.ts';
import { chooseCustomerFile } from './choose-customer-file.ts';

/** Leads to the import of customers; experts import none. */
export const ImportCustomersButton = () => {
  const intl = useIntl();
  const { me } = useApp().state;
  return (
    <Button
      variant="default"
      disabled={me.role === 'expert'}
      leftSection={<IconUsersPlus size={15} stroke={1.8} aria-hidden="true" />}
      onClick={chooseCustomerFile}
      data-testid="import-customers"
    >
      {intl.formatMessage({ id: 'customerImport.button' })}
    </Button>
  );
};
