import type { Session } from '../coaching/session.ts';
import type { Assignment } from '../expertise/assignment.ts';
import type { Lot, TierChange } from '../expertise/lot.ts';
import type { TierId } from '../sla/policy.ts';
import type { InstantMs } from '../time/instant.ts';
import type { TierChannel } from './tier-channel.ts';
import type { Approval, Contact, CustomerFacts, ErasureScope } from './customer-event.ts';

/** One entry of a customer's line in time; `isAssumed` where nobody said since when, and it is taken to hold from the month in which it became known. */
export type TierEntry = TierChange & {
  readonly id: string;
  readonly isAssumed: boolean;
  /** How it came about; null for the first and for those of a tier map. */
  readonly change: {
    readonly invoicedFromMs: InstantMs | null;
    readonly askedBy: string;
    readonly askedAtMs: InstantMs;
    readonly channel: TierChannel;
    readonly note: string | null;
  } | null;
  readonly recordedBy: string;
  readonly recordedAtMs: InstantMs;
};

/** Work as it was logged. */
export type WorkEntry = {
  readonly id: string;
  readonly expert: string;
  readonly assignment: Assignment;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
  readonly isTimed: boolean;
  readonly chargedMin: number;
  readonly ticketId: number | null;
  readonly note: string | null;
  readonly isCustomerFault: boolean | null;
  readonly overageReason: string | null;
  /** The coaching session that posted it. */
  readonly sessionId: string | null;
  /** Where a lead had to allow it. */
  readonly approval?: Approval | undefined;
  readonly recordedBy: string;
  readonly recordedAtMs: InstantMs;
  /** Null while it holds. */
  readonly reversed: { readonly by: string; readonly atMs: InstantMs; readonly reason: string } | null;
  /** What a lead said of its overage last. */
  readonly decision: {
    readonly by: string;
    readonly atMs: InstantMs;
    readonly isApproved: boolean;
    readonly minutes: number;
    readonly reason: string;
  } | null;
};

/** A lot that was bought or given, with where it comes from. */
export type GivenLot = Lot & {
  readonly kind: 'pack' | 'goodwill';
  readonly order: string | null;
  readonly note: string | null;
  readonly recordedBy: string;
  readonly recordedAtMs: InstantMs;
};

export type LotAdjustment = {
  readonly lotId: string;
  readonly minutes: number;
  readonly reason: string;
  readonly by: string;
  readonly atMs: InstantMs;
};

/** Personal data that was redacted: who did it, when and why. */
export type Erasure = {
  readonly id: string;
  readonly scope: ErasureScope;
  readonly by: string;
  readonly atMs: InstantMs;
  readonly reason: string;
};

/** A customer: the fold of its events. */
export type Customer = CustomerFacts & {
  readonly contacts: readonly Contact[];
  /** In order of time; what is to come stands at the end. */
  readonly tiers: readonly TierEntry[];
  readonly lots: readonly GivenLot[];
  readonly adjustments: readonly LotAdjustment[];
  readonly work: readonly WorkEntry[];
  /** In the order in which they were asked for or planned. */
  readonly sessions: readonly Session[];
  readonly mergedIntoId: number | null;
  /** In the order of recording. */
  readonly erasures: readonly Erasure[];
  /** Events folded. */
  readonly version: number;
};

/** The tier that a customer has at an instant; before the first entry, the first. */
export const tierAt = (tiers: readonly TierEntry[], ms: InstantMs): TierId =>
  (tiers.findLast(({ atMs }) => atMs <= ms) ?? tiers[0])?.tier ?? 'standard';
