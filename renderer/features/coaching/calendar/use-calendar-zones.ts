import { useIntl } from 'react-intl';
import { LEDGER_ZONE } from '../../../../shared/expertise/month.ts';
import { instantFormat, type InstantFormat } from '../../../../shared/i18n/instant-format.ts';
import { machineZone } from '../../import/import-options.ts';

/** Sessions are told in the business zone, and in the machine's own where that is another. */
export const useCalendarZones = (): { readonly instants: InstantFormat; readonly machine: InstantFormat | null } => {
  const { locale } = useIntl();
  const own = machineZone();
  return {
    instants: instantFormat(locale, LEDGER_ZONE),
    machine: own === LEDGER_ZONE ? null : instantFormat(locale, own),
  };
};
