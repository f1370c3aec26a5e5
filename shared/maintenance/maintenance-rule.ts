import type { Zone } from '../calendar/zone.ts';
import { localToInstant, offsetAt } from '../calendar/zone.ts';
import { PLATFORMS, type Platform } from '../ticket/ticket.ts';
import { DAY_MS, MINUTE_MS, type InstantMs } from '../time/instant.ts';

export const WEDNESDAY_RULES = ['first-wednesday', 'last-three-wednesdays'] as const;
/** Which Wednesdays of a month have a window (DOMAIN: Maintenance windows). */
export type WednesdayRule = (typeof WEDNESDAY_RULES)[number];

export const MAINTAINED_COMPONENTS = ['controlPlane', 'portal', 'api'] as const;
/** What a window touches; customers' VMs keep running. */
export type MaintainedComponent = (typeof MAINTAINED_COMPONENTS)[number];

/** When windows recur, on which platforms, and what is touched. Minutes are of the local day. */
export type MaintenanceRule = {
  readonly rule: WednesdayRule;
  readonly platforms: readonly Platform[];
  readonly zone: string;
  readonly startMin: number;
  readonly endMin: number;
  /** Which of the two rows of the offer concerns which platform is not known: shipped rules say so until somebody confirms them. */
  readonly isScopeConfirmed: boolean;
  /** What may be unavailable. */
  readonly components: readonly MaintainedComponent[];
  /** What customers should know beside that; null where nobody said. */
  readonly impact: string | null;
};

export type MaintenanceWindow = {
  readonly platform: Platform;
  readonly startMs: InstantMs;
  /** Exclusive. */
  readonly endMs: InstantMs;
  readonly rule: WednesdayRule;
};

const shipped = (rule: WednesdayRule): MaintenanceRule => ({
  ...{ rule, platforms: PLATFORMS, zone: 'Europe/Paris', startMin: 0, endMin: 6 * 60, isScopeConfirmed: false },
  ...{ components: MAINTAINED_COMPONENTS, impact: null },
});

/** The rules as shipped: both rows of the offer, for both platforms, 'scope to be confirmed'. */
export const DEFAULT_MAINTENANCE: readonly MaintenanceRule[] = WEDNESDAY_RULES.map(shipped);

const WEDNESDAY = 3;
/** Windows last less than a day and so begin at most this long before an instant that they cover. */
const REACH_MS = 2 * DAY_MS;

/** The Wednesdays of the month of a local day (as if UTC), as local midnights. */
const wednesdaysOf = (localMs: number): number[] => {
  const day = new Date(localMs);
  const firstMs = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1);
  const nextMs = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1);
  const offset = (WEDNESDAY - new Date(firstMs).getUTCDay() + 7) % 7;
  const all: number[] = [];
  for (let ms = firstMs + offset * DAY_MS; ms < nextMs; ms += 7 * DAY_MS) all.push(ms);
  return all;
};

/** Whether a Wednesday has a window: with five in a month, the second has none. */
const isMeant = (rule: WednesdayRule, localMs: number): boolean => {
  const all = wednesdaysOf(localMs);
  const index = all.indexOf(localMs);
  return rule === 'first-wednesday' ? index === 0 : index >= Math.max(1, all.length - 3);
};

/** The windows that overlap [fromMs, toMs), in the order of their start, then of their platform's name. `zoneOf` gives a zone's compiled table. */
export const windowsBetween = (
  rules: readonly MaintenanceRule[],
  zoneOf: (id: string) => Zone,
  fromMs: InstantMs,
  toMs: InstantMs,
): MaintenanceWindow[] =>
  rules
    .flatMap(({ rule, platforms, zone: zoneId, startMin, endMin }) => {
      const zone = zoneOf(zoneId);
      const windows: MaintenanceWindow[] = [];
      const firstDay = Math.floor((fromMs - REACH_MS + offsetAt(zone, fromMs)) / DAY_MS) * DAY_MS;
      for (let day = firstDay; day < toMs + REACH_MS; day += DAY_MS) {
        if (new Date(day).getUTCDay() !== WEDNESDAY || !isMeant(rule, day)) continue;
        const startMs = localToInstant(zone, day + startMin * MINUTE_MS);
        const endMs = localToInstant(zone, day + endMin * MINUTE_MS);
        if (endMs <= fromMs || startMs >= toMs) continue;
        windows.push(...platforms.map((platform) => ({ platform, startMs, endMs, rule })));
      }
      return windows;
    })
    .sort((a, b) => a.startMs - b.startMs || (a.platform < b.platform ? -1 : 1));
