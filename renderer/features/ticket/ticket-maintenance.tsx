import { IconTool } from '@tabler/icons-react';
import { useIntl } from 'react-intl';
import type { TicketDetail } from '../../../shared/ipc/schemas.ts';
import { useApp } from '../../app-context.ts';

/** A ticket about the portal or the API that was opened within a maintenance window says so; its clock runs on. */
export const TicketMaintenance = ({ detail }: { readonly detail: TicketDetail }) => {
  const intl = useIntl();
  const { instants, isForeignZone } = useApp();
  if (detail.maintenance === null) return null;
  const { platform, startMs, endMs } = detail.maintenance;
  const zone = isForeignZone ? ` ${instants.zoneName(startMs)}` : '';
  return (
    <p className="ticket-maintenance" data-testid="ticket-maintenance">
      <IconTool size={15} stroke={1.9} aria-hidden="true" />
      <span>
        <strong>{intl.formatMessage({ id: 'maintenance.ticket' }, { platform })}</strong>
        <span className="quiet">
          {intl.formatMessage(
            { id: 'maintenance.ticketNote' },
            { hours: `${instants.due(startMs)}–${instants.time(endMs)}${zone}` },
          )}
        </span>
      </span>
    </p>
  );
};
