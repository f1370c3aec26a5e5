import { z } from 'zod';
import { MAINTAINED_COMPONENTS, WEDNESDAY_RULES } from '../maintenance/maintenance-rule.ts';
import { PLATFORMS } from '../ticket/ticket.ts';
import { EXPERT_ACCESS } from '../tier/entitlement.ts';
import { PRIORITIES, type Policy } from './policy.ts';

const MINUTES_A_DAY = 1_440;
const tier = z.string().trim().min(1).max(64);
const minutes = z.int().min(1).max(1_000_000);
const targetMin = z.record(tier, minutes.nullable());
const targetRow = z.strictObject({
  calendar: z.enum(['always', 'business']),
  source: z.enum(['contractual', 'internal']),
  targetMin,
});
const byPriority = z.strictObject({ P1: targetRow, P2: targetRow, P3: targetRow, P4: targetRow });

/** Opening and closing minute of one window; windows of a day follow each other without overlap. */
const windows = z
  .array(z.tuple([z.int().min(0).max(MINUTES_A_DAY), z.int().min(0).max(MINUTES_A_DAY)]))
  .max(6)
  .refine((all) => all.every(([open, close], i) => close > open && open >= (all[i - 1]?.[1] ?? 0)), {
    message: 'opening hours of a day must end after they begin, and not overlap',
  });
const week = z
  .partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), windows)
  .refine((days) => Object.values(days).some((day) => (day?.length ?? 0) > 0), {
    message: 'the desk must be open on one day of the week at least',
  });

const isDate = (text: string): boolean => {
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text);
};
const isZone = (id: string): boolean => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: id }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
};
const closure = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .refine(isDate, { message: 'a closure is a date such as 2026-12-24' });

const ownText = z.strictObject({ en: z.string().trim().min(1).max(400), fr: z.string().trim().min(1).max(400) });
const offerRow = z.string().min(1).max(64);
const offer = z.strictObject({
  cells: z.record(offerRow, z.record(tier, ownText)),
  rows: z
    .array(z.strictObject({ id: offerRow, name: ownText }))
    .max(40)
    .refine((rows) => new Set(rows.map(({ id }) => id)).size === rows.length, {
      message: 'each row has an id of its own',
    }),
});

const maintenanceRule = z
  .strictObject({
    rule: z.enum(WEDNESDAY_RULES),
    platforms: z.array(z.enum(PLATFORMS)).min(1).max(PLATFORMS.length),
    zone: z.string().min(1).max(64),
    startMin: z.int().min(0).max(MINUTES_A_DAY),
    endMin: z.int().min(0).max(MINUTES_A_DAY),
    isScopeConfirmed: z.boolean(),
    components: z.array(z.enum(MAINTAINED_COMPONENTS)).max(MAINTAINED_COMPONENTS.length),
    impact: z.string().trim().min(1).max(2_000).nullable(),
  })
  .refine(({ startMin, endMin }) => endMin > startMin, { message: 'a maintenance window ends after it begins' })
  .refine(({ zone }) => isZone(zone), { message: 'a maintenance window is in a zone such as Europe/Paris' });

/** A policy as somebody may save it: `Policy` of policy.ts. */
export const policySchema = z
  .strictObject({
    tiers: z
      .array(tier)
      .min(1)
      .max(20)
      .refine((all) => new Set(all).size === all.length, { message: 'each tier has a name of its own' }),
    business: z.strictObject({
      zone: z.string().min(1).max(64),
      week,
      closures: z.array(closure).max(500).optional(),
    }),
    resolution: byPriority,
    firstResponse: byPriority,
    requestFirstResponse: z.strictObject({ calendar: z.enum(['always', 'business']), targetMin: minutes }),
    entitlements: z
      .record(tier, z.strictObject({ expertAccess: z.enum(EXPERT_ACCESS), monthlyMinutes: z.int().min(0).max(10_000) }))
      .optional(),
    expertise: z
      .strictObject({
        stepMin: z.int().min(1).max(240),
        isRapidActionCharged: z.boolean(),
        isCustomerFaultCharged: z.boolean(),
        carryOverMaxMin: z.int().min(0).max(10_000),
      })
      .optional(),
    offer: offer.optional(),
    maintenance: z.array(maintenanceRule).max(20).optional(),
    backDating: z
      .strictObject({ ticketDays: z.int().min(0).max(3_660), workDays: z.int().min(0).max(3_660).nullable() })
      .optional(),
    atRisk: z.strictObject({ fromPercent: z.int().min(1).max(100), p1LeftMin: z.int().min(0).max(MINUTES_A_DAY) }),
  })
  .refine(
    ({ tiers, resolution, firstResponse }) =>
      PRIORITIES.every((priority) =>
        [resolution, firstResponse].every((rows) =>
          Object.keys(rows[priority].targetMin).every((id) => tiers.includes(id)),
        ),
      ),
    { message: 'a target names a tier that is not in the list of tiers' },
  );

/** Reads what was saved or sent; throws a ZodError. Opening hours have numbers as days inside. */
export const parsePolicy = (value: unknown): Policy => policySchema.parse(value) as Policy;
