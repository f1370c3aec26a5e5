import { z } from 'zod';
import { PRIORITIES } from '../sla/policy.ts';
import { ALARM_KINDS } from '../watch/alarm.ts';
import { WATCH_SCOPES } from '../watch/watch-rules.ts';
import { instantMs } from './schemas.ts';

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** WatchRules of `watch/watch-rules.ts`. */
export const watchRules = z.strictObject({
  atRisk: z.boolean(),
  breached: z.boolean(),
  escalations: z.boolean(),
  waits: z.boolean(),
  onlyMine: z.enum(WATCH_SCOPES),
  quietFrom: timeOfDay.nullable(),
  quietTo: timeOfDay.nullable(),
});

/** The rules, and whether Vigie watches on in the tray once its window is closed; null: where the platform has a tray for sure. */
export const watchPreferences = watchRules.extend({ keepRunning: z.boolean().nullable() });

/** An alarm as it was told. What names its ticket is null where it is about none, or the ticket is in no list any more. */
export const alarm = z.strictObject({
  id: z.number().int(),
  kind: z.enum(ALARM_KINDS),
  ticketId: z.number().int().nullable(),
  reference: z.string().nullable(),
  title: z.string().nullable(),
  customer: z.string().nullable(),
  priority: z.enum(PRIORITIES).nullable(),
  dueAtMs: instantMs,
  toldAtMs: instantMs,
  snoozedUntilMs: instantMs.nullable(),
  isSeen: z.boolean(),
  /** There is nothing left to do about it: its ticket is finished or gone. */
  isOver: z.boolean(),
});
export type Alarm = z.infer<typeof alarm>;

export const alarmIds = z.array(z.number().int()).min(1).max(500);

export const alarmList = z.strictObject({
  /** The latest first. */
  alarms: z.array(alarm).max(100),
  /** Not seen, not snoozed, and not over. */
  unseenCount: z.number().int(),
});

/** What fell due at once. */
export const alarmed = z.strictObject({
  /** The most urgent of them. */
  alarms: z.array(alarm).max(20),
  total: z.number().int(),
  /** Of all of them, or as many as one call can name. */
  ids: alarmIds,
  counts: z.record(z.enum(ALARM_KINDS), z.number().int()),
});
export type Alarmed = z.infer<typeof alarmed>;
