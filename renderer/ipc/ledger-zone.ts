import { compileZone } from '../../shared/calendar/compile-zone.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import { LEDGER_ZONE } from '../../shared/expertise/month.ts';
import { useApp } from '../app-context.ts';

let compiled: Zone | null = null;

/** The zone in whose days and months the ledger counts. That of the desk is the same as a rule, and there already. */
export const useLedgerZone = (): Zone => {
  const { zone } = useApp().rules;
  return zone.id === LEDGER_ZONE ? zone : (compiled ??= compileZone(LEDGER_ZONE));
};
