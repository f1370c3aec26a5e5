import { IconAlertTriangle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { errorText } from '../../i18n/error-text.ts';

type Props = { readonly error: unknown; readonly retry: () => unknown };

/** Above a list that could not be read anew: it stays as it was last read. */
export const StaleNote = ({ error, retry }: Props) => {
  const intl = useIntl();
  if (error === null) return null;
  return (
    <p className="form-failure" role="alert" data-testid="steering-stale">
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      {errorText(intl, error)}
      <button type="button" className="banner-button" onClick={() => void retry()}>
        {intl.formatMessage({ id: 'retry' })}
      </button>
    </p>
  );
};
