import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { errorText } from '../i18n/error-text.ts';
import { isFault } from '../features/fault/fault-ways.ts';
import { StateScreen } from './state-screen.tsx';
import { UnlockButton } from './unlock-button.tsx';

type Props = {
  readonly title: string;
  readonly error: unknown;
  /** Asks again; without it there is only the telling. */
  readonly retry?: () => unknown;
  /** Other ways on. */
  readonly children?: ReactNode;
};

/** What could not be read: why, and the way to ask again. */
export const FailureScreen = ({ title, error, retry, children }: Props) => {
  const intl = useIntl();
  return (
    <StateScreen
      isFailure
      icon={<IconAlertTriangle size={26} stroke={1.5} />}
      title={title}
      text={errorText(intl, error)}
    >
      {retry === undefined && children === undefined && !isFault(error) ? undefined : (
        <>
          {retry === undefined ? null : (
            <button type="button" className="banner-button" onClick={() => void retry()}>
              {intl.formatMessage({ id: 'retry' })}
            </button>
          )}
          <UnlockButton failure={error} />
          {children}
        </>
      )}
    </StateScreen>
  );
};
