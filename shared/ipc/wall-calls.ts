import { z } from 'zod';
import { LEVELS } from '../ticket/ticket.ts';
import { DWELLS_S } from '../wall/dwells.ts';
import { HOURS_ALERTS } from '../wall/hours-alert.ts';
import { call, nothing } from './call.ts';
import { sessionRow } from './coaching-schemas.ts';
import { maintenanceWindow } from './maintenance-calls.ts';
import { instantMs, queueFilter, queueRow } from './schemas.ts';
import { escalationLine } from './steering-schemas.ts';

const count = z.int().nonnegative();
const tier = z.string();

/** How many there are, and the first of them. */
const listed = <Row extends z.ZodType>(row: Row) => z.strictObject({ total: count, rows: z.array(row) });
const load = { open: count, atRisk: count, breached: count };
/** A ticket with the instant from which it is counted. */
const since = z.strictObject({ row: queueRow, sinceMs: instantMs });

/** A customer whose hours are about to run out: `HoursAlert` of wall/hours-alert.ts. */
export const wallHours = z.strictObject({
  ...{ customerId: z.int(), customer: z.string() },
  alert: z.strictObject({
    ...{ kind: z.enum(HOURS_ALERTS), leftMin: z.int(), grantedMin: z.int(), atMs: instantMs.nullable() },
  }),
});
export type WallHours = z.infer<typeof wallHours>;

/** Everything that the wall shows, of one instant. */
export const wall = z.strictObject({
  asOfMs: instantMs,
  /** When passing time alone changes it next. */
  nextChangeAtMs: instantMs,
  ...load,
  waiting: count,
  /** By priority, then the longest past its target first. */
  breachedTickets: listed(queueRow),
  /** What breaches next first. */
  runningTickets: listed(queueRow),
  /** By level and tier, where there is an open ticket. */
  cells: z.array(z.strictObject({ level: z.enum(LEVELS), tier, ...load })),
  /** Everybody who has an open ticket: those with most breached first. */
  agents: z.array(z.strictObject({ name: z.string(), ...load })),
  unassigned: listed(queueRow),
  /** Since when they wait to be taken over. */
  escalations: listed(since),
  /** Of which a lead has to know and nobody has acknowledged it, the furthest first. */
  leads: listed(escalationLine),
  waits: listed(since),
  hours: listed(wallHours),
  /** Of the local day, but those that were called off. */
  sessions: z.array(sessionRow),
  /** That overlap the next 24 hours. */
  windows: z.array(maintenanceWindow),
});
export type Wall = z.infer<typeof wall>;

/** What was chosen on the wall. */
export const wallTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('tickets'), filter: queueFilter }),
  z.strictObject({ kind: z.literal('ticket'), id: z.int().positive() }),
  /** What leads have to acknowledge. */
  z.strictObject({ kind: z.literal('leads') }),
  z.strictObject({ kind: z.literal('customer'), id: z.int().positive() }),
  z.strictObject({ kind: z.literal('session'), id: z.string().max(60) }),
  z.strictObject({ kind: z.literal('place'), place: z.enum(['expertise', 'coaching', 'maintenance']) }),
]);
export type WallTarget = z.infer<typeof wallTarget>;

/** What somebody chose of the wall. */
export const wallPreferences = z.strictObject({
  dwellS: z.literal([...DWELLS_S]),
  /** The screen stays on while the wall fills it. */
  keepsAwake: z.boolean(),
});
export type WallPreferences = z.infer<typeof wallPreferences>;

/** The wall: one answer for all that it shows, and the window that shows it alone on a big screen. */
export const wallCalls = {
  'wall:get': call('core', nothing, wall),
  /** Opens the wall's window, or brings it to the front: there is one at most. */
  'wall:open-window': call('shell', nothing, nothing),
  /** Whether the wall's window fills its screen; null: the other way. Says how it is then. */
  'wall:fill-screen': call(
    'shell',
    z.strictObject({ isFull: z.boolean().nullable() }),
    z.strictObject({ isFull: z.boolean() }),
  ),
  /** Brings the console to the front with what was chosen. */
  'wall:show': call('shell', wallTarget, nothing),
} as const;
