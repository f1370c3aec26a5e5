import { instantAfter } from '../calendar/calendar.ts';
import { MINUTE_MS, type InstantMs } from '../time/instant.ts';
import { PRIORITIES, resolutionCalendar, type Rules } from './policy.ts';

/**
 * The name of a target that a ticket opened at an instant would not reach by the end of the calendars (2099); null where each is reached. Rules
 * with such a target have no due times: a desk that opens a minute a week would take centuries.
 */
export const unreachedTarget = (rules: Rules, fromMs: InstantMs): string | null => {
  const { policy, calendars } = rules;
  const targets = PRIORITIES.flatMap((priority) =>
    policy.tiers.flatMap((tier) => [
      {
        name: `resolution.${priority}.${tier}`,
        calendar: resolutionCalendar(rules, priority),
        targetMs: rules.resolutionMs(priority, tier),
      },
      {
        name: `firstResponse.${priority}.${tier}`,
        calendar: calendars[policy.firstResponse[priority].calendar],
        targetMs: rules.firstResponseMs(priority, tier),
      },
    ]),
  );
  const { calendar, targetMin } = policy.requestFirstResponse;
  targets.push({ name: 'requestFirstResponse', calendar: calendars[calendar], targetMs: targetMin * MINUTE_MS });
  const unreached = targets.find(({ calendar: counted, targetMs }) => {
    if (targetMs === null) return false;
    try {
      instantAfter(counted, fromMs, targetMs);
      return false;
    } catch (error) {
      if (error instanceof RangeError) return true;
      throw error;
    }
  });
  return unreached?.name ?? null;
};
