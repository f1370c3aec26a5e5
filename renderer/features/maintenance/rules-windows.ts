import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import type { MaintenanceWindowRow } from '../../../shared/ipc/maintenance-calls.ts';
import { windowsBetween, type MaintenanceRule } from '../../../shared/maintenance/maintenance-rule.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';

const compiled = new Map<string, Zone>();

/** The table of a zone, made once; that of the desk is there already. */
export const zoneNamed = (id: string, known: Zone): Zone => {
  if (id === known.id) return known;
  const zone = compiled.get(id) ?? compileZone(id);
  compiled.set(id, zone);
  return zone;
};

/** The windows that rules give within [fromMs, toMs), as the core would list them without any exception. */
export const rulesWindows = (
  rules: readonly MaintenanceRule[],
  known: Zone,
  fromMs: InstantMs,
  toMs: InstantMs,
): MaintenanceWindowRow[] =>
  windowsBetween(rules, (id) => zoneNamed(id, known), fromMs, toMs).map((window) => {
    const own = rules.find(({ rule, platforms }) => rule === window.rule && platforms.includes(window.platform));
    return {
      ...{ ...window, exception: null, customerId: null },
      isScopeConfirmed: own?.isScopeConfirmed ?? false,
      components: [...(own?.components ?? [])],
      impact: own?.impact ?? null,
    };
  });
