import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { SessionRow } from '../../../shared/ipc/coaching-schemas.ts';
import { SessionsWithin } from '../maintenance/sessions-within.tsx';

type Props = { readonly sessions: readonly SessionRow[]; readonly onOpen: () => void };

/** Booked sessions that now stand in an absence, each with the way to it. */
export const ClashList = ({ sessions, onOpen }: Props) => {
  const intl = useIntl();
  const Sign = sessions.length === 0 ? IconCheck : IconAlertTriangle;
  return (
    <div className="clash-list" data-testid="clashes">
      <p data-clash={sessions.length > 0 || undefined}>
        <Sign size={15} stroke={2} aria-hidden="true" />
        {intl.formatMessage({ id: 'expert.clashes' }, { count: sessions.length })}
      </p>
      <SessionsWithin sessions={sessions} onOpen={onOpen} />
    </div>
  );
};
