import { z } from 'zod';
import { ASSIGNMENTS } from '../expertise/assignment.ts';
import { LOT_KINDS } from '../expertise/lot.ts';
import { chosenInstantMs } from '../ticket/command.ts';
import { expertEntitlement } from './customer-schemas.ts';
import { instantMs } from './schemas.ts';

const id = z.int().positive();
const line = z.string().trim().min(1).max(400);
const text = z.string().trim().min(1).max(20_000);
const minutes = z.int();
/** A calendar month of the ledger: `expertise/month.ts`. */
export const month = z
  .int()
  .min(1970 * 12)
  .max(2100 * 12 - 1);

export const usedLot = z.strictObject({
  id: z.string(),
  kind: z.enum(LOT_KINDS),
  fromMs: instantMs,
  untilMs: instantMs.nullable(),
  minutes,
  usedMin: minutes,
  leftMin: minutes,
  /** Order reference of a pack. */
  order: z.string().nullable(),
  note: z.string().nullable(),
  /** What leads added or took away, with why. */
  adjustments: z.array(z.strictObject({ minutes, reason: z.string(), by: z.string(), atMs: instantMs })),
});
export type UsedLotRow = z.infer<typeof usedLot>;

const workPart = z.strictObject({
  startMs: instantMs,
  endMs: instantMs,
  chargedMin: minutes,
  draws: z.array(z.strictObject({ lotId: z.string(), minutes })),
  overageMin: minutes,
});

export const ledgerEntry = z.strictObject({
  id: z.string(),
  expert: z.string(),
  assignment: z.enum(ASSIGNMENTS),
  startMs: instantMs,
  endMs: instantMs,
  isTimed: z.boolean(),
  workedMin: minutes,
  chargedMin: minutes,
  coveredMin: minutes,
  overageMin: minutes,
  overageState: z.enum(['none', 'pending', 'approved', 'declined']),
  parts: z.array(workPart),
  ticket: z.strictObject({ id: z.int(), reference: z.string() }).nullable(),
  note: z.string().nullable(),
  isCustomerFault: z.boolean().nullable(),
  overageReason: z.string().nullable(),
  /** The coaching session that posted it. */
  sessionId: z.string().nullable(),
  /** The lead who allowed it where a rule refused it. */
  approvedBy: z.string().nullable(),
  recordedBy: z.string(),
  recordedAtMs: instantMs,
  reversed: z.strictObject({ by: z.string(), atMs: instantMs, reason: z.string() }).nullable(),
  decision: z
    .strictObject({ by: z.string(), atMs: instantMs, isApproved: z.boolean(), minutes, reason: z.string() })
    .nullable(),
});
export type LedgerRow = z.infer<typeof ledgerEntry>;

export const monthSummary = z.strictObject({
  month,
  grantedMin: minutes,
  workedMin: minutes,
  chargedMin: minutes,
  coveredMin: minutes,
  overageMin: minutes,
  expiredMin: minutes,
});
export type MonthRow = z.infer<typeof monthSummary>;

export const ledger = z.strictObject({
  customerId: z.int(),
  customer: z.string(),
  asOfMs: instantMs,
  entitlement: expertEntitlement,
  lots: z.array(usedLot),
  /** In the order of work. */
  work: z.array(ledgerEntry),
  months: z.array(monthSummary),
  /** Months up to this one are closed; null where none is. */
  closedThrough: month.nullable(),
});
export type LedgerView = z.infer<typeof ledger>;

/** Work to log. Where only date and duration are known, `isTimed` is false and the interval lies within that date. */
export const workInput = z.strictObject({
  customerId: id,
  /** Null: the caller. Only a lead logs for others. */
  expert: line.nullable(),
  assignment: z.enum(ASSIGNMENTS),
  startMs: chosenInstantMs,
  endMs: chosenInstantMs,
  isTimed: z.boolean(),
  ticketId: id.nullable(),
  note: text.nullable(),
  isCustomerFault: z.boolean().nullable(),
  /** Why it goes beyond what is covered; a lead's own is the approval. */
  overageReason: text.nullable(),
});
export type WorkInput = z.infer<typeof workInput>;

/** What logging would do; writes nothing. */
export const workPreview = z.strictObject({
  workedMin: minutes,
  chargedMin: minutes,
  /** Why it is not charged; null where it is. */
  uncharged: z.enum(['rapidAction', 'customerFault', 'serviceFault']).nullable(),
  coveredMin: minutes,
  overageMin: minutes,
  parts: z.array(workPart),
  /** The lots that pay, as they would stand. */
  lots: z.array(usedLot),
  /** Overage of other entries that this one makes or makes larger: earlier work is served first. */
  pushedMin: minutes,
  leftMin: minutes,
  overlaps: z.array(z.strictObject({ workId: z.string(), customer: z.string(), startMs: instantMs, endMs: instantMs })),
  entitlement: expertEntitlement,
  /** What stands against it, as a code of a refusal; null where it can be logged. */
  refusal: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});
export type WorkPreview = z.infer<typeof workPreview>;

export const pendingOverage = z.strictObject({
  customerId: z.int(),
  customer: z.string(),
  entry: ledgerEntry,
});
export type PendingOverage = z.infer<typeof pendingOverage>;

/** Charged work of one month by customer, expert and kind; reversed work is left out. */
export const consumptionRow = z.strictObject({
  month,
  customerId: z.int(),
  customer: z.string(),
  expert: z.string(),
  assignment: z.enum(ASSIGNMENTS),
  workedMin: minutes,
  chargedMin: minutes,
  overageMin: minutes,
});
export type ConsumptionRow = z.infer<typeof consumptionRow>;

/** How a customer stands in the present month. */
export const monthStanding = z.strictObject({
  customerId: z.int(),
  customer: z.string(),
  tier: z.string(),
  grantedMin: minutes,
  usedMin: minutes,
  leftMin: minutes,
  overageMin: minutes,
  packLeftMin: minutes,
  /** When packs are used up if work goes on as in the last three months; null where nothing says so. */
  packEndsAtMs: instantMs.nullable(),
  /** Whether it may have an expert now, and when that ends. */
  entitlement: expertEntitlement,
});
export type MonthStanding = z.infer<typeof monthStanding>;

export const consumption = z.strictObject({
  rows: z.array(consumptionRow),
  standings: z.array(monthStanding),
  closedThrough: month.nullable(),
  nowMs: instantMs,
});
export type Consumption = z.infer<typeof consumption>;
