import { compileParts, ALWAYS, type Calendar, type CalendarPart } from '../calendar/calendar.ts';
import type { Zone } from '../calendar/zone.ts';
import { frenchHolidays } from '../calendar/french-holidays.ts';
import type { ExpertiseRules } from '../expertise/assignment.ts';
import type { MaintenanceRule } from '../maintenance/maintenance-rule.ts';
import type { BackDatingRules } from '../steering/back-dating.ts';
import type { OfferRules } from '../tier/catalogue.ts';
import type { Entitlement } from '../tier/entitlement.ts';
import { MINUTE_MS, type InstantMs } from '../time/instant.ts';

export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
/** P1 is the highest. What each means is our default (DOMAIN: Tiers). */
export type Priority = (typeof PRIORITIES)[number];

export const SHIPPED_TIERS = ['standard', 'bronze', 'silver', 'gold'] as const;
/** The id of a support tier. Tiers are data: a lead can add one, so this is not a closed set. */
export type TierId = string;

export const CATEGORIES = ['incident', 'change', 'account', 'billing'] as const;
/** What kind of ticket it is: incident, request for change, account question, billing question. */
export type Category = (typeof CATEGORIES)[number];

export type CalendarName = 'always' | 'business';
/** `contractual` is stated by the offer; `internal` is our own objective and always shown as such. */
export type TargetSource = 'contractual' | 'internal';

export type TargetRow = {
  readonly calendar: CalendarName;
  readonly source: TargetSource;
  /** Minutes by tier; null is best effort. A tier without an entry is best effort. */
  readonly targetMin: Readonly<Record<TierId, number | null>>;
};

/** Every number that the clock uses, as data (sla/SPEC: Policy). */
export type Policy = {
  /** From the lowest to the highest. */
  readonly tiers: readonly TierId[];
  readonly business: {
    readonly zone: string;
    readonly week: Readonly<Record<number, readonly (readonly [openMin: number, closeMin: number])[]>>;
    /** Local dates on which the desk is closed beside the public holidays, `YYYY-MM-DD`. */
    readonly closures?: readonly string[];
  };
  readonly resolution: Readonly<Record<Priority, TargetRow>>;
  readonly firstResponse: Readonly<Record<Priority, TargetRow>>;
  /** Account and billing questions: no resolution clock, this first response for every tier. */
  readonly requestFirstResponse: { readonly calendar: CalendarName; readonly targetMin: number };
  readonly atRisk: {
    /** At risk from this share of the target on, in percent. */
    readonly fromPercent: number;
    /** A P1 is at risk too when less than this is left. */
    readonly p1LeftMin: number;
  };
  /** What tiers include of the experts, where it is not as shipped (DOMAIN: Tiers). */
  readonly entitlements?: Readonly<Record<TierId, Pick<Entitlement, 'expertAccess' | 'monthlyMinutes'>>>;
  /** The settings of the ledger, where they are not as shipped (DOMAIN: Expertise hours). */
  readonly expertise?: ExpertiseRules;
  /** What the offer's table says, where a lead changed or added to what is shipped. */
  readonly offer?: OfferRules;
  /** When maintenance windows recur, where that is not as shipped (DOMAIN: Maintenance windows). */
  readonly maintenance?: readonly MaintenanceRule[];
  /** How far back may be recorded without a lead, where that is not as shipped. */
  readonly backDating?: BackDatingRules;
};

const row = (
  calendar: CalendarName,
  source: TargetSource,
  standard: number | null,
  bronze: number,
  silver: number,
  gold: number,
): TargetRow => ({ calendar, source, targetMin: { standard, bronze, silver, gold } });

const OFFICE_HOURS = [[9 * 60, 18 * 60]] as const;

/** The policy as shipped. Only the resolution of a P1 is stated by the offer; all else is our default (sla/SPEC: Policy). */
export const DEFAULT_POLICY: Policy = {
  tiers: SHIPPED_TIERS,
  business: {
    zone: 'Europe/Paris',
    week: { 1: OFFICE_HOURS, 2: OFFICE_HOURS, 3: OFFICE_HOURS, 4: OFFICE_HOURS, 5: OFFICE_HOURS },
  },
  resolution: {
    P1: row('always', 'contractual', null, 8 * 60, 8 * 60, 4 * 60),
    P2: row('always', 'internal', null, 24 * 60, 24 * 60, 12 * 60),
    P3: row('business', 'internal', null, 45 * 60, 45 * 60, 27 * 60),
    P4: row('business', 'internal', null, 90 * 60, 90 * 60, 45 * 60),
  },
  firstResponse: {
    P1: row('always', 'internal', 60, 30, 30, 15),
    P2: row('always', 'internal', 240, 120, 120, 60),
    P3: row('business', 'internal', 540, 270, 270, 270),
    P4: row('business', 'internal', 1080, 540, 540, 540),
  },
  requestFirstResponse: { calendar: 'business', targetMin: 540 },
  atRisk: { fromPercent: 75, p1LeftMin: 60 },
};

/** A policy with its calendars compiled and its targets in milliseconds: what the clock reads. */
export type Rules = {
  readonly policy: Policy;
  /** The instants at which another version of the policy takes over, ascending; calendars change there by themselves. */
  readonly changesAtMs: readonly InstantMs[];
  /** The rules in force at an instant. */
  readonly at: (ms: InstantMs) => Rules;
  /** The calendar of a priority's resolution, where versions of the policy count it in different ones. */
  readonly mixed: Partial<Readonly<Record<Priority, Calendar>>>;
  readonly calendars: Readonly<Record<CalendarName, Calendar>>;
  /** The compiled table of the policy's zone. */
  readonly zone: Zone;
  /** Rank of a tier, higher is better; a tier that the policy does not know ranks lowest. */
  readonly tierRank: (tier: TierId) => number;
  readonly resolutionMs: (priority: Priority, tier: TierId) => number | null;
  readonly firstResponseMs: (priority: Priority, tier: TierId) => number | null;
};

type Milliseconds = Readonly<Record<Priority, Readonly<Record<TierId, number | null>>>>;

const inMilliseconds = (rows: Policy['resolution']): Milliseconds => {
  const byTier = ({ targetMin }: TargetRow) =>
    Object.fromEntries(
      Object.entries(targetMin).map(([tier, minutes]) => [tier, minutes === null ? null : minutes * MINUTE_MS]),
    );
  return { P1: byTier(rows.P1), P2: byTier(rows.P2), P3: byTier(rows.P3), P4: byTier(rows.P4) };
};

/** A policy and from when on it holds; −Infinity for the first. */
export type PolicyVersion = { readonly fromMs: InstantMs; readonly policy: Policy; readonly zone: Zone };

const hoursOf = ({ policy: { business }, zone }: PolicyVersion): CalendarPart['hours'] => {
  const closures = business.closures ?? [];
  const closedDays =
    closures.length === 0
      ? frenchHolidays
      : (year: number): string[] => [...frenchHolidays(year), ...closures.filter((day) => day.startsWith(`${year}-`))];
  return { spec: { ...business, closedDays }, zone };
};

const partsOf = (versions: readonly PolicyVersion[], calendarOf: (policy: Policy) => CalendarName): CalendarPart[] =>
  versions.map((version) => ({
    fromMs: version.fromMs,
    hours: calendarOf(version.policy) === 'always' ? 'always' : hoursOf(version),
  }));

const mixedOf = (versions: readonly PolicyVersion[], aroundMs?: InstantMs): Rules['mixed'] =>
  Object.fromEntries(
    PRIORITIES.filter(
      (priority) => new Set(versions.map(({ policy }) => policy.resolution[priority].calendar)).size > 1,
    ).map((priority) => [
      priority,
      compileParts(
        partsOf(versions, (policy) => policy.resolution[priority].calendar),
        aroundMs,
      ),
    ]),
  );

/**
 * Compiles the versions of a policy, in ascending order, into the rules in force at `nowMs`; throws a RangeError where hours are wrong. Each
 * version counts its own hours: what was counted before a change stays counted as it was. `aroundMs`: as in `compileParts`.
 */
export const compileVersions = (versions: readonly PolicyVersion[], nowMs: InstantMs, aroundMs?: InstantMs): Rules => {
  const changesAtMs = versions.slice(1).map(({ fromMs }) => fromMs);
  const calendars = {
    always: ALWAYS,
    business: compileParts(
      partsOf(versions, () => 'business'),
      aroundMs,
    ),
  };
  const mixed = mixedOf(versions, aroundMs);
  const at = (ms: InstantMs): Rules => {
    const index = changesAtMs.findLastIndex((fromMs) => fromMs <= ms) + 1;
    const found = all[index];
    if (found === undefined) throw new RangeError('a policy needs at least one version');
    return found;
  };
  const all = versions.map(({ policy, zone }): Rules => {
    const ranks: Record<TierId, number> = Object.fromEntries(policy.tiers.map((tier, rank) => [tier, rank]));
    const resolution = inMilliseconds(policy.resolution);
    const firstResponse = inMilliseconds(policy.firstResponse);
    return {
      ...{ policy, zone, changesAtMs, at, mixed, calendars },
      tierRank: (tier) => ranks[tier] ?? -1,
      resolutionMs: (priority, tier) => resolution[priority][tier] ?? null,
      firstResponseMs: (priority, tier) => firstResponse[priority][tier] ?? null,
    };
  });
  return at(nowMs);
};

/**
 * Compiles a policy that always held; throws a RangeError where its zone or its hours are wrong. `zone` is the compiled table of the policy's
 * own zone; the window gets it from the core, others call `compilePolicy`.
 */
export const compileRules = (policy: Policy, zone: Zone, aroundMs?: InstantMs): Rules =>
  compileVersions([{ fromMs: -Infinity, policy, zone }], 0, aroundMs);

/** The calendar that a priority's resolution is counted in. */
export const resolutionCalendar = (rules: Rules, priority: Priority): Calendar =>
  rules.mixed[priority] ?? rules.calendars[rules.policy.resolution[priority].calendar];

/** How much counted time a target leaves before it is at risk, in ms: the earlier of the share and, for a P1, the rest. */
export const atRiskAfterMs = (policy: Policy, priority: Priority | null, targetMs: number): number => {
  const byShare = (targetMs * policy.atRisk.fromPercent) / 100;
  if (priority !== 'P1') return byShare;
  return Math.min(byShare, Math.max(0, targetMs - policy.atRisk.p1LeftMin * MINUTE_MS));
};
