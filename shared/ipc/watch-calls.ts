import { z } from 'zod';
import { chosenInstantMs } from '../ticket/command.ts';
import { call, nothing } from './call.ts';
import { alarmIds, alarmList, watchRules } from './watch-schemas.ts';

/** What falls due, and who is told of it. */
export const watchCalls = {
  /** The shell's: from now on the core watches for who calls, by these rules; it looks at once at what is due. */
  'watch:follow': call('core', z.strictObject({ rules: watchRules }), nothing),
  'watch:list': call('core', nothing, alarmList),
  /** Tells them again at an instant; the clocks run on. */
  'watch:snooze': call('core', z.strictObject({ alarmIds, untilMs: chosenInstantMs }), nothing),
  /** Null: all of them. */
  'watch:mark-seen': call('core', z.strictObject({ alarmIds: alarmIds.nullable() }), nothing),
} as const;
