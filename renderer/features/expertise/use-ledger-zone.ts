import { useQuery } from '@tanstack/react-query';
import type { Zone } from '../../../shared/calendar/zone.ts';
import { LEDGER_ZONE } from '../../../shared/expertise/month.ts';
import { useApp } from '../../app-context.ts';

/** The zone in whose days the ledger counts. A desk elsewhere fetches its table, which takes longer than a first picture may. */
export const useLedgerZone = (): Zone => {
  const { zone } = useApp().rules;
  const isDesk = zone.id === LEDGER_ZONE;
  const { data } = useQuery({
    queryKey: ['zone', LEDGER_ZONE],
    queryFn: async () => (await import('../../../shared/calendar/compile-zone.ts')).compileZone(LEDGER_ZONE),
    staleTime: Infinity,
    enabled: !isDesk,
  });
  return isDesk ? zone : (data ?? zone);
};
