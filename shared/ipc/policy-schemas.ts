import { z } from 'zod';
import { PRIORITIES } from '../sla/policy.ts';
import { instantMs } from './schemas.ts';

/** A version of the policy that was saved: `Policy` of sla/policy.ts as JSON, and from when on it holds. */
export const policyVersion = z.strictObject({
  fromMs: instantMs,
  policyJson: z.string(),
  note: z.string().nullable(),
  actor: z.string(),
  recordedAtMs: instantMs,
});

export const policyVersions = z.strictObject({
  /** What holds before the first of them. */
  shippedJson: z.string(),
  /** In the order in which they were saved; one saved later ends those that would begin at or after it. */
  versions: z.array(policyVersion),
});

export const policyDraft = z.strictObject({ fromMs: instantMs, policyJson: z.string().max(100_000) });

export const movedTicket = z.strictObject({
  id: z.number().int(),
  reference: z.string(),
  customer: z.string(),
  priority: z.enum(PRIORITIES).nullable(),
  tier: z.string(),
  /** Null where nothing was due, or is. */
  fromDueAtMs: instantMs.nullable(),
  toDueAtMs: instantMs.nullable(),
  /** Null at best effort. A paused clock has a target and no due time. */
  fromTargetMs: z.number().nullable(),
  toTargetMs: z.number().nullable(),
  becomesBreached: z.boolean(),
  ceasesBreached: z.boolean(),
});
export type MovedTicket = z.infer<typeof movedTicket>;

/** What a version would move, seen from when it holds. `moved` lists the first of them, those that become breached first. */
export const policyPreview = z.strictObject({
  checked: z.number().int(),
  movedCount: z.number().int(),
  becomesBreachedCount: z.number().int(),
  ceasesBreachedCount: z.number().int(),
  /** Customers whose hours of the month in which it begins, or of the next, become others. */
  hoursCount: z.number().int(),
  moved: z.array(movedTicket),
});
export type PolicyPreview = z.infer<typeof policyPreview>;
