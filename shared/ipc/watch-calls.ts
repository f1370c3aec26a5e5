import { z } from 'zod';
import { chosenInstantMs } from '../ticket/command.ts';
import { call, nothing } from './call.ts';
import { instantMs } from './schemas.ts';
import { alarmIds, alarmList, watchRules } from './watch-schemas.ts';

/** `ClockTrust` of time/clock-trust.ts. */
const clockTrust = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('trusted') }),
  z.strictObject({ kind: z.literal('behind'), recordedAtMs: instantMs }),
  z.strictObject({ kind: z.literal('moved'), byMs: z.number() }),
]);

/** What falls due, and who is told of it. */
export const watchCalls = {
  /** The shell's: from now on the core watches for who calls, by these rules; it looks at once at what is due. */
  'watch:follow': call('core', z.strictObject({ rules: watchRules }), nothing),
  'watch:list': call('core', nothing, alarmList),
  /** Tells them again at an instant; the clocks run on. */
  'watch:snooze': call('core', z.strictObject({ alarmIds, untilMs: chosenInstantMs }), nothing),
  /** Null: all of them. */
  'watch:mark-seen': call('core', z.strictObject({ alarmIds: alarmIds.nullable() }), nothing),
  /** Whether the machine's clock can be believed; followed from the first question on (`clock:trust-changed`). */
  'clock:get-trust': call('core', nothing, clockTrust),
  /** Somebody has looked at the clock and says that it is right as it is now. */
  'clock:accept': call('core', nothing, clockTrust),
} as const;
