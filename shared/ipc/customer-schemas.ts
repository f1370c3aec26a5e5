import { z } from 'zod';
import { CONTACT_ROLES } from '../customer/contact-role.ts';
import { ERASURE_SCOPES } from '../customer/customer-event.ts';
import { TIER_CHANNELS } from '../customer/tier-channel.ts';
import { chosenInstantMs } from '../ticket/command.ts';
import { PLATFORMS } from '../ticket/ticket.ts';
import { movedTicket } from './policy-schemas.ts';
import { instantMs } from './schemas.ts';

const id = z.int().positive();
const line = z.string().trim().min(1).max(400);
const text = z.string().trim().min(1).max(20_000);
const tier = z.string().min(1).max(64);
const minutes = z.int();
const language = z.enum(['en', 'fr']).nullable();

/** Why a customer may have an expert now, or not (DOMAIN: Who works with it). */
export const ENTITLEMENT_REASONS = [
  /** The tier gives it. */
  'tier',
  /** The tier gives it for its first months; `endsAtMs` says until when. */
  'firstMonths',
  /** A pack or a goodwill lot has minutes left. */
  'pack',
  /** The tier gave it for its first months, which are over. */
  'firstMonthsOver',
  /** The tier gives it for its first months, and nobody said since when the customer has it. */
  'notDated',
  /** The tier does not give it, and there is no pack. */
  'none',
] as const;

/** Whether a customer may have an expert now, from what, and how much is left. */
export const expertEntitlement = z.strictObject({
  isEntitled: z.boolean(),
  reason: z.enum(ENTITLEMENT_REASONS),
  /** When what entitles ends; null where nothing ends it. */
  endsAtMs: instantMs.nullable(),
  /** Minutes that would pay for work starting now. */
  leftMin: minutes,
  /** Of those, what comes with the tier and expires with the month. */
  monthlyLeftMin: minutes,
});
export type ExpertEntitlement = z.infer<typeof expertEntitlement>;

export const customerRow = z.strictObject({
  id: z.int(),
  name: z.string(),
  tier,
  language,
  platforms: z.array(z.enum(PLATFORMS)),
  openTickets: z.int(),
  entitlement: expertEntitlement,
  /** Charged this month. */
  chargedMin: minutes,
  /** Overage that waits for a lead. */
  pendingMin: minutes,
  /** A change of tier that is to come. */
  nextTier: z.strictObject({ tier, atMs: instantMs }).nullable(),
});
export type CustomerRow = z.infer<typeof customerRow>;

export const contact = z.strictObject({
  contactId: z.string().max(60),
  name: line,
  role: z.enum(CONTACT_ROLES),
  email: z.email().max(400).nullable(),
  phone: line.nullable(),
  language,
});

export const tierEntry = z.strictObject({
  id: z.string(),
  tier,
  atMs: instantMs,
  isAssumed: z.boolean(),
  change: z
    .strictObject({
      invoicedFromMs: instantMs.nullable(),
      askedBy: z.string(),
      askedAtMs: instantMs,
      channel: z.enum(TIER_CHANNELS),
      note: z.string().nullable(),
    })
    .nullable(),
  recordedBy: z.string(),
  recordedAtMs: instantMs,
});

export const customerPage = z.strictObject({
  row: customerRow,
  site: z.string().nullable(),
  note: z.string().nullable(),
  contacts: z.array(contact),
  /** In order of time. */
  tiers: z.array(tierEntry),
  mergedIntoId: z.int().nullable(),
  /** When personal data of it was erased, by whom and why; in the order of time. */
  erasures: z.array(
    z.strictObject({
      id: z.string(),
      scope: z.enum(ERASURE_SCOPES),
      by: z.string(),
      atMs: instantMs,
      reason: z.string(),
    }),
  ),
  /** Names of customers that were merged into it. */
  tookIn: z.array(z.string()),
  version: z.int(),
});
export type CustomerPage = z.infer<typeof customerPage>;

/** A new customer where `id` is null; then it needs a tier. What is absent stays as it is. */
export const customerInput = z.strictObject({
  id: id.nullable(),
  name: line.optional(),
  language: language.optional(),
  platforms: z.array(z.enum(PLATFORMS)).max(2).optional(),
  site: line.nullable().optional(),
  note: text.nullable().optional(),
  /** Of a new one. */
  tier: tier.optional(),
  sinceMs: chosenInstantMs.nullable().optional(),
});

/** Who asked for another tier, when and how; it takes effect at `effectiveAtMs`: null is at once upwards, and the end of the month downwards. */
export const tierOrder = z.strictObject({
  id,
  tier,
  effectiveAtMs: chosenInstantMs.nullable(),
  askedBy: line,
  askedAtMs: chosenInstantMs,
  channel: z.enum(TIER_CHANNELS),
  note: text.nullable(),
});

/** What a change of tier would mean, before it is confirmed. */
export const tierPreview = z.strictObject({
  from: tier,
  to: tier,
  isUpgrade: z.boolean(),
  effectiveAtMs: instantMs,
  invoicedFromMs: instantMs.nullable(),
  /** Open tickets: all that were looked at, and those whose resolution moves. */
  checked: z.int(),
  moved: z.array(movedTicket),
  before: expertEntitlement,
  after: expertEntitlement,
});
export type TierPreview = z.infer<typeof tierPreview>;

export const mergePreview = z.strictObject({ tickets: z.int(), workMin: minutes, lots: z.int(), intoName: z.string() });

const count = z.int().nonnegative();
const lineIssue = z.strictObject({ file: z.string(), line: count, reason: z.string() });

/** What a list of customers did, or would do; the command line prints the same. */
export const customerImportReport = z.strictObject({
  rows: count,
  customers: z.strictObject({ new: count, changed: count, unchanged: count }),
  /** Open tickets that take another tier with their customer. */
  tickets: count,
  /** The first thousand of each; the counts are whole. */
  errors: z.array(lineIssue),
  warnings: z.array(lineIssue),
  errorCount: count,
  warningCount: count,
});
export type CustomerImportReport = z.infer<typeof customerImportReport>;
