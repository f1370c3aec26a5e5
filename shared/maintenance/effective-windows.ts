import type { Zone } from '../calendar/zone.ts';
import type { Platform } from '../ticket/ticket.ts';
import { DAY_MS, type InstantMs } from '../time/instant.ts';
import {
  DEFAULT_MAINTENANCE,
  windowsBetween,
  type MaintenanceRule,
  type MaintenanceWindow,
  type WednesdayRule,
} from './maintenance-rule.ts';

/** Rules and from when on they hold; −Infinity for the first. */
export type MaintenanceVersion = { readonly fromMs: InstantMs; readonly rules: readonly MaintenanceRule[] };

export const EXCEPTION_KINDS = ['cancelled', 'moved', 'added'] as const;

/** What is otherwise than the rules have it. */
export type MaintenanceException = {
  readonly id: number;
  readonly kind: (typeof EXCEPTION_KINDS)[number];
  readonly platforms: readonly Platform[];
  /** Of one that is cancelled or moved: the start that the rules give it. Null where one is added. */
  readonly ofStartMs: InstantMs | null;
  /** When it is held; null where it is cancelled. */
  readonly startMs: InstantMs | null;
  readonly endMs: InstantMs | null;
  readonly reason: string;
  /** Of one customer alone; null for all. */
  readonly customerId: number | null;
};

/** A window as it is held. */
export type EffectiveWindow = {
  readonly platform: Platform;
  readonly startMs: InstantMs;
  /** Exclusive. */
  readonly endMs: InstantMs;
  /** `exception` where one was added. */
  readonly rule: WednesdayRule | 'exception';
  /** False while nobody confirmed which platforms the rule concerns. */
  readonly isScopeConfirmed: boolean;
  readonly components: MaintenanceRule['components'];
  readonly impact: string | null;
  /** Why it is moved or added, and by which exception. */
  readonly exception: { readonly id: number; readonly reason: string } | null;
  readonly customerId: number | null;
};

/** How far a window may be moved: regular ones are looked for this far around. */
const REACH_MS = 62 * DAY_MS;

type Order = {
  readonly versions: readonly MaintenanceVersion[];
  readonly exceptions: readonly MaintenanceException[];
  /** Whose windows: those of all customers, with those of this one. Null: of all alone. */
  readonly customerId: number | null;
  readonly zoneOf: (id: string) => Zone;
};

const toEffective = (window: MaintenanceWindow, rules: readonly MaintenanceRule[]): EffectiveWindow => {
  const own = rules.find(({ rule, platforms }) => rule === window.rule && platforms.includes(window.platform));
  const { platform, startMs, endMs, rule } = window;
  return {
    ...{ platform, startMs, endMs, rule },
    isScopeConfirmed: own?.isScopeConfirmed ?? false,
    components: own?.components ?? [],
    impact: own?.impact ?? null,
    ...{ exception: null, customerId: null },
  };
};

/** Windows by the rules in force at their start. */
const regular = ({ versions, zoneOf }: Order, fromMs: InstantMs, toMs: InstantMs): EffectiveWindow[] =>
  versions.flatMap(({ fromMs: sinceMs, rules }, i) => {
    const endMs = versions[i + 1]?.fromMs ?? Infinity;
    if (endMs <= fromMs || sinceMs >= toMs) return [];
    return windowsBetween(rules, zoneOf, fromMs, toMs)
      .filter(({ startMs }) => startMs >= sinceMs && startMs < endMs)
      .map((window) => toEffective(window, rules));
  });

const added = (
  exception: MaintenanceException,
  like: EffectiveWindow | null,
  platform: Platform,
): EffectiveWindow[] => {
  const { id, startMs, endMs, reason, customerId } = exception;
  if (startMs === null || endMs === null) return [];
  return [
    {
      ...{ platform, startMs, endMs, customerId },
      rule: like?.rule ?? 'exception',
      isScopeConfirmed: like?.isScopeConfirmed ?? true,
      components: like?.components ?? DEFAULT_MAINTENANCE[0]?.components ?? [],
      impact: like?.impact ?? null,
      exception: { id, reason },
    },
  ];
};

/** The windows that are held and overlap [fromMs, toMs), in the order of their start, then of their platform's name. */
export const effectiveWindows = (order: Order, fromMs: InstantMs, toMs: InstantMs): EffectiveWindow[] => {
  const exceptions = order.exceptions.filter(
    ({ customerId }) => customerId === null || customerId === order.customerId,
  );
  const isMoving = exceptions.some(({ kind }) => kind === 'moved');
  const reachMs = isMoving ? REACH_MS : 0;
  let windows = regular(order, Math.max(0, fromMs - reachMs), toMs + reachMs);
  for (const exception of exceptions) {
    if (exception.kind === 'added') {
      windows.push(...exception.platforms.flatMap((platform) => added(exception, null, platform)));
      continue;
    }
    windows = windows.flatMap((window) => {
      const isMeant = window.startMs === exception.ofStartMs && exception.platforms.includes(window.platform);
      if (!isMeant || window.exception !== null) return [window];
      return exception.kind === 'cancelled' ? [] : added(exception, window, window.platform);
    });
  }
  return windows
    .filter(({ startMs, endMs }) => startMs < toMs && endMs > fromMs)
    .sort((a, b) => a.startMs - b.startMs || (a.platform < b.platform ? -1 : a.platform > b.platform ? 1 : 0));
};
