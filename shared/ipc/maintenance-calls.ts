import { z } from 'zod';
import { EXCEPTION_KINDS } from '../maintenance/effective-windows.ts';
import { MAINTAINED_COMPONENTS, WEDNESDAY_RULES } from '../maintenance/maintenance-rule.ts';
import { chosenInstantMs } from '../ticket/command.ts';
import { PLATFORMS } from '../ticket/ticket.ts';
import { call, nothing } from './call.ts';
import { ticketId } from './desk-schemas.ts';
import { instantMs } from './schemas.ts';

const platforms = z
  .array(z.enum(PLATFORMS))
  .min(1)
  .max(PLATFORMS.length)
  .refine((all) => new Set(all).size === all.length, 'each platform once');

/** `EffectiveWindow` of maintenance/effective-windows.ts. */
export const maintenanceWindow = z.strictObject({
  platform: z.enum(PLATFORMS),
  startMs: instantMs,
  endMs: instantMs,
  rule: z.enum([...WEDNESDAY_RULES, 'exception']),
  isScopeConfirmed: z.boolean(),
  components: z.array(z.enum(MAINTAINED_COMPONENTS)),
  impact: z.string().nullable(),
  exception: z.strictObject({ id: z.int(), reason: z.string() }).nullable(),
  customerId: z.int().nullable(),
});
export type MaintenanceWindowRow = z.infer<typeof maintenanceWindow>;

export const maintenanceExceptionRow = z.strictObject({
  id: z.int(),
  kind: z.enum(EXCEPTION_KINDS),
  platforms: z.array(z.enum(PLATFORMS)),
  ofStartMs: instantMs.nullable(),
  startMs: instantMs.nullable(),
  endMs: instantMs.nullable(),
  reason: z.string(),
  customerId: z.int().nullable(),
  customer: z.string().nullable(),
  recordedBy: z.string(),
  recordedAtMs: instantMs,
  /** Null while it holds. */
  revoked: z.strictObject({ by: z.string(), atMs: instantMs, reason: z.string() }).nullable(),
});
export type MaintenanceExceptionRow = z.infer<typeof maintenanceExceptionRow>;

const reason = z.string().trim().min(1).max(400);
const forWhom = { platforms, reason, customerId: ticketId.nullable() };
const held = { startMs: chosenInstantMs, endMs: chosenInstantMs };

/** Maintenance windows: rules are part of the policy (`policy:save`), exceptions are here. */
export const maintenanceCalls = {
  /** Windows that overlap [fromMs, toMs), by start, then platform. With a customer, its own exceptions among them. At most ten years at once. */
  'maintenance:list-windows': call(
    'core',
    z.strictObject({
      fromMs: chosenInstantMs,
      toMs: chosenInstantMs,
      platform: z.enum(PLATFORMS).nullable(),
      customerId: ticketId.nullable(),
    }),
    z.array(maintenanceWindow),
  ),
  /** The newest first, revoked ones among them. */
  'maintenance:list-exceptions': call('core', nothing, z.array(maintenanceExceptionRow)),
  'maintenance:save-exception': call(
    'core',
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cancelled'), ofStartMs: chosenInstantMs, ...forWhom }),
      z.strictObject({ kind: z.literal('moved'), ofStartMs: chosenInstantMs, ...held, ...forWhom }),
      z.strictObject({ kind: z.literal('added'), ...held, ...forWhom }),
    ]),
    z.array(maintenanceExceptionRow),
    ['lead'],
  ),
  'maintenance:revoke-exception': call(
    'core',
    z.strictObject({ id: ticketId, reason }),
    z.array(maintenanceExceptionRow),
    ['lead'],
  ),
} as const;
