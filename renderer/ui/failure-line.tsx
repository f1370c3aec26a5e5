import { IconAlertTriangle } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import { errorText } from '../i18n/error-text.ts';

type Props = { readonly failure: unknown; readonly className?: string; readonly testId?: string };

/** Why something was not done, in a line that is read out. */
export const FailureLine = ({ failure, className = '', testId }: Props) => {
  const intl = useIntl();
  return (
    <p className={`form-failure ${className}`.trimEnd()} role="alert" data-testid={testId}>
      <IconAlertTriangle size={15} stroke={2} aria-hidden="true" />
      {errorText(intl, failure)}
    </p>
  );
};
