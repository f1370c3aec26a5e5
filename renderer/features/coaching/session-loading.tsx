import type { UseQueryResult } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { errorText } from '../../i18n/error-text.ts';
import { StateScreen } from '../../ui/state-screen.tsx';

type Props = {
  readonly session: UseQueryResult<SessionPage>;
  readonly children: (page: SessionPage) => ReactNode;
};

/** What a dialog holds until its session is there, and where it cannot be had. */
export const SessionLoading = ({ session, children }: Props) => {
  const intl = useIntl();
  const { data, error, refetch } = session;
  if (data !== undefined) return children(data);
  if (error === null) {
    return (
      <p className="held-told" role="status">
        {intl.formatMessage({ id: 'loading' })}
      </p>
    );
  }
  return (
    <StateScreen
      isFailure
      icon={<IconAlertTriangle size={26} stroke={1.5} />}
      title={intl.formatMessage({ id: 'held.failed' })}
      text={errorText(intl, error)}
    >
      <button type="button" className="banner-button" onClick={() => void refetch()}>
        {intl.formatMessage({ id: 'retry' })}
      </button>
    </StateScreen>
  );
};
