import { useIntl } from 'react-intl';
import type { MaintenanceWindowRow } from '../../../shared/ipc/maintenance-calls.ts';
import { instantFormat } from '../../../shared/i18n/instant-format.ts';
import type { MaintainedComponent } from '../../../shared/maintenance/maintenance-rule.ts';
import type { Platform } from '../../../shared/ticket/ticket.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { useApp } from '../../app-context.ts';
import { machineZone } from '../import/import-options.ts';

const LONGEST_NIGHT_MS = 12 * HOUR_MS;

type Span = { readonly startMs: InstantMs; readonly endMs: InstantMs };

/** The words of maintenance windows. */
export const useWindowWords = () => {
  const intl = useIntl();
  const { instants, isForeignZone } = useApp();
  const word = (id: string): string => intl.formatMessage({ id });
  const dayOf = (ms: InstantMs): string =>
    intl.formatDate(ms, { timeZone: instants.zone, weekday: 'long', day: 'numeric', month: 'long' });
  const span = ({ startMs, endMs }: Span, format: typeof instants): string => {
    // Of a night, everybody knows which morning it ends.
    const end = endMs - startMs <= LONGEST_NIGHT_MS ? format.time(endMs) : format.due(endMs);
    return `${format.time(startMs)}–${end}`;
  };
  const hours = (of: Span): string => span(of, instants) + (isForeignZone ? ` ${instants.zoneName(of.startMs)}` : '');
  const list = (parts: readonly string[]): string => intl.formatList(parts, { type: 'conjunction' });
  return {
    day: dayOf,
    /** `Wednesday 2 December, 00:00–06:00` */
    whole: (of: Span): string => `${dayOf(of.startMs)}, ${hours(of)}`,
    /** `Wed 2 Dec 00:00–06:00` */
    short: (of: Span): string => instants.due(of.startMs) + hours(of).slice(instants.time(of.startMs).length),
    hours,
    /** The same where this machine stands; null where that is the desk's zone. */
    hoursHere: (of: Span): string | null => {
      if (!isForeignZone) return null;
      const here = instantFormat(intl.locale, machineZone());
      const isSameDay = here.dayKey(of.startMs) === instants.dayKey(of.startMs);
      const own = isSameDay ? span(of, here) : `${here.shortDay(of.startMs)}, ${span(of, here)}`;
      return intl.formatMessage({ id: 'maintenance.here' }, { hours: own, zone: here.zone });
    },
    platforms: (platforms: readonly Platform[]): string => list([...platforms].sort()),
    rule: (rule: MaintenanceWindowRow['rule']): string => word(`maintenance.rule.${rule}`),
    components: (components: readonly MaintainedComponent[]): string =>
      components.length === 0
        ? word('maintenance.nothingDown')
        : intl.formatMessage(
            { id: 'maintenance.maybeDown' },
            { what: list(components.map((one) => word(`maintenance.component.${one}`))) },
          ),
    /** A span to come or that is left, to the minute: `2 days 3 h`, `3 h 20`, `12 min`. */
    left: (ms: number): string => {
      const minutes = Math.max(1, Math.ceil(ms / MINUTE_MS));
      const days = Math.floor((minutes * MINUTE_MS) / DAY_MS);
      const hours = Math.floor((minutes % 1_440) / 60);
      if (days > 1) return intl.formatMessage({ id: 'maintenance.daysLeft' }, { days, hours });
      const all = Math.floor((minutes * MINUTE_MS) / HOUR_MS);
      if (all === 0) return `${minutes} min`;
      return minutes % 60 === 0 ? `${all} h` : `${all} h ${String(minutes % 60).padStart(2, '0')}`;
    },
  };
};
