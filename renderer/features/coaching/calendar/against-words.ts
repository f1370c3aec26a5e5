import { useIntl } from 'react-intl';
import type { ConflictRow } from '../../../../shared/ipc/coaching-schemas.ts';
import { useCalendarZones } from './use-calendar-zones.ts';

/** One line on what stands against a move. */
export const useAgainstWords = (): ((conflict: ConflictRow) => string) => {
  const intl = useIntl();
  const { instants } = useCalendarZones();
  return (conflict) => {
    const word = (values: Record<string, string> = {}): string =>
      intl.formatMessage({ id: `calendar.against.${conflict.kind}` }, values);
    switch (conflict.kind) {
      case 'doubleBooking':
        return word({
          customer: conflict.customer,
          times: `${instants.due(conflict.startMs)}–${instants.time(conflict.endMs)}`,
        });
      case 'absence':
        return word({ reason: conflict.reason });
      case 'portalDown':
      case 'maintenance':
        return word({
          platform: conflict.platform,
          from: instants.due(conflict.startMs),
          until: instants.time(conflict.endMs),
        });
      case 'platformUnknown':
        return word({ from: instants.due(conflict.startMs), until: instants.time(conflict.endMs) });
      case 'customerBusy':
        return word({ expert: conflict.expert });
      case 'hoursShort':
        return word({ needed: String(conflict.neededMin), left: String(conflict.leftMin) });
      case 'outsideHours':
      case 'publicHoliday':
      case 'notEntitled':
        return word();
    }
  };
};
