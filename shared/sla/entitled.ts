import { instantAfter } from '../calendar/calendar.ts';
import type { InstantMs } from '../time/instant.ts';
import { MINUTE_MS } from '../time/instant.ts';
import type { CalendarName, Category, Priority, Rules, TargetSource, TierId } from './policy.ts';

/** What a clock would promise: `none` where there is no such clock. */
export type Promised =
  | { readonly kind: 'none' }
  | { readonly kind: 'bestEffort' }
  | {
      readonly kind: 'target';
      readonly targetMs: number;
      readonly source: TargetSource;
      readonly calendar: CalendarName;
      /** If the ticket is opened now and nothing stops the clock. */
      readonly dueAtMs: InstantMs;
    };

export type PromisedTo = {
  readonly tier: TierId;
  readonly priority: Priority;
  readonly category: Category;
  readonly isBeta: boolean;
};

/** What a ticket that is opened now would be entitled to, to be read before it is saved. The clocks of a ticket are `standing.ts`. */
export const promisesOf = (
  rules: Rules,
  { tier, priority, category, isBeta }: PromisedTo,
  nowMs: InstantMs,
): { readonly firstResponse: Promised; readonly resolution: Promised } => {
  const { policy, calendars, firstResponseMs, resolutionMs } = rules.at(nowMs);
  const target = (targetMs: number, source: TargetSource, calendar: CalendarName): Promised => ({
    ...{ kind: 'target', targetMs, source, calendar, dueAtMs: instantAfter(calendars[calendar], nowMs, targetMs) },
  });
  const ofRow = (row: (typeof policy)['resolution'][Priority], targetMs: number | null): Promised =>
    targetMs === null ? { kind: 'bestEffort' } : target(targetMs, row.source, row.calendar);
  if (isBeta) return { firstResponse: { kind: 'none' }, resolution: { kind: 'none' } };
  if (category === 'account' || category === 'billing') {
    const { targetMin, calendar } = policy.requestFirstResponse;
    return { firstResponse: target(targetMin * MINUTE_MS, 'internal', calendar), resolution: { kind: 'none' } };
  }
  return {
    firstResponse: ofRow(policy.firstResponse[priority], firstResponseMs(priority, tier)),
    resolution: ofRow(policy.resolution[priority], resolutionMs(priority, tier)),
  };
};
