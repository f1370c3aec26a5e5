import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { errorText } from '../../i18n/error-text.ts';
import { dismissFailure, useFailureStore } from '../../ui/report-failure.ts';
import { UnlockButton } from '../../ui/unlock-button.tsx';

/** Why the last action failed, until it is dismissed. */
export const FailureBar = () => {
  const intl = useIntl();
  const failure = useFailureStore((store) => store.failure);
  if (failure === null) return null;
  return (
    <div className="failure-bar" role="alert">
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      <span>{errorText(intl, failure)}</span>
      <UnlockButton failure={failure} />
      <button type="button" onClick={dismissFailure} title={intl.formatMessage({ id: 'close' })}>
        <IconX size={14} stroke={2.2} aria-hidden="true" />
        <span className="sr-only">{intl.formatMessage({ id: 'close' })}</span>
      </button>
    </div>
  );
};
