import { IconEraser } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { TimelineEvent } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';

/** A ticket whose personal data was erased says when and by whom. */
export const TicketErased = ({ events }: { readonly events: readonly TimelineEvent[] }) => {
  const intl = useIntl();
  const { instants } = useApp();
  const erased = events.findLast(({ kind }) => kind === 'erased');
  if (erased === undefined) return null;
  const { recordedAtMs, actor } = erased;
  return (
    <p className="ticket-maintenance" data-testid="ticket-erased">
      <IconEraser size={15} stroke={1.9} aria-hidden="true" />
      <span>
        {intl.formatMessage({ id: 'privacy.ticketErasedOn' }, { at: instants.full(recordedAtMs), by: actor })}
      </span>
    </p>
  );
};
