import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { FailureScreen } from '../../ui/failure-screen.tsx';

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
  return <FailureScreen title={intl.formatMessage({ id: 'held.failed' })} error={error} retry={refetch} />;
};
