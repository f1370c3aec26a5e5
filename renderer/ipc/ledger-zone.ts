import { compileZone } from '../../shared/calendar/compile-zone.ts';
import type { Zone } from '../../shared/calendar/zone.ts';
import { LEDGER_ZONE } from '../../shared/expertise/month.ts';
import type { Rules } from '../../shared/sla/policy.ts';

let compiled: Zone | null = null;

/** The zone in which months of the ledger begin. That of the desk is the same as a rule, and there already. */
export const ledgerZone = ({ zone }: Pick<Rules, 'zone'>): Zone => {
  if (zone.id === LEDGER_ZONE) return zone;
  return (compiled ??= compileZone(LEDGER_ZONE));
};
