import type { Zone } from '../../../shared/calendar/zone.ts';
import type { Customer } from '../../../shared/customer/customer.ts';
import { isAboutPortal } from '../../../shared/maintenance/about-portal.ts';
import { effectiveWindows, type EffectiveWindow } from '../../../shared/maintenance/effective-windows.ts';
import { DEFAULT_MAINTENANCE } from '../../../shared/maintenance/maintenance-rule.ts';
import type { Ticket } from '../../../shared/ticket/ticket.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Database } from '../db/database.ts';
import { cachedZone } from '../db/zone-cache.ts';
import type { PolicyBook } from '../policy/policy-book.ts';
import { createExceptionRepo } from './exception-repo.ts';

/** The maintenance windows of this workspace: the policy's rules, version by version, with what is otherwise. */
export const createMaintenanceBook = (database: Database, policies: PolicyBook) => {
  const exceptions = createExceptionRepo(database.connection);
  const zones = new Map<string, Zone>();
  const zoneOf = (id: string): Zone => {
    const zone = zones.get(id) ?? cachedZone(database, id);
    zones.set(id, zone);
    return zone;
  };

  /** Windows that overlap [fromMs, toMs); with a customer, its own exceptions among them. */
  const windows = (fromMs: InstantMs, toMs: InstantMs, customerId: number | null): EffectiveWindow[] =>
    effectiveWindows(
      {
        versions: policies.versions().map((version) => ({
          fromMs: version.fromMs,
          rules: version.policy.maintenance ?? DEFAULT_MAINTENANCE,
        })),
        exceptions: exceptions.all().filter(({ revoked }) => revoked === null),
        ...{ customerId, zoneOf },
      },
      fromMs,
      toMs,
    );

  return {
    exceptions,
    windows,
    /**
     * The window in which a ticket about the portal or the API was opened, of its platform, or else of its customer's; where neither is known,
     * of any. Null where it is about something else, or was opened outside.
     */
    windowOf: (
      { title, tags, category, platform, openedAtMs }: Ticket,
      customer: { readonly id: number; readonly platforms: Customer['platforms'] } | null,
    ): EffectiveWindow | null => {
      if (!isAboutPortal([title, category, ...tags])) return null;
      const known = platform === null ? (customer?.platforms ?? []) : [platform];
      const held = windows(openedAtMs, openedAtMs + 1, customer?.id ?? null);
      return held.find((window) => known.length === 0 || known.includes(window.platform)) ?? null;
    },
  };
};

export type MaintenanceBook = ReturnType<typeof createMaintenanceBook>;
