import { openBetween, type Calendar } from '../calendar/calendar.ts';
import { offsetAt, type Zone } from '../calendar/zone.ts';
import type { EntitlementReason } from '../expertise/entitled.ts';
import type { Assignment } from '../expertise/assignment.ts';
import type { EffectiveWindow } from '../maintenance/effective-windows.ts';
import type { Platform } from '../ticket/ticket.ts';
import { DAY_MS, type InstantMs } from '../time/instant.ts';
import type { HoursNeeded } from './hours-needed.ts';

type Span = { readonly startMs: InstantMs; readonly endMs: InstantMs };

/** A session as somebody would have it. */
export type Proposal = Span & { readonly assignment: Assignment; readonly expert: string };

/** A planned or confirmed session beside the one that is proposed. */
export type BookedSession = Span & { readonly sessionId: string; readonly expert: string; readonly customer: string };

export type Absence = { readonly fromMs: InstantMs; readonly untilMs: InstantMs; readonly reason: string };

/** What stands around a proposal. Lists may reach further than it does. */
export type Surroundings = {
  /** Of the proposed expert, without what the proposal takes the place of. */
  readonly booked: readonly BookedSession[];
  /** Of the customer, with any expert, without what the proposal takes the place of. */
  readonly ofCustomer: readonly BookedSession[];
  readonly absences: readonly Absence[];
  /** The expert's week of working hours; holidays are not in it. */
  readonly workingHours: Calendar;
  readonly zone: Zone;
  /** Public holidays of a year, `YYYY-MM-DD`. */
  readonly holidays: (year: number) => readonly string[];
  /** The customer's platforms; empty where none is known. */
  readonly platforms: readonly Platform[];
  /** Of any platform, and for this customer. */
  readonly windows: readonly EffectiveWindow[];
  /** Null where hours are not looked at. */
  readonly hours: HoursNeeded | null;
};

type Blocking =
  | ({ readonly kind: 'doubleBooking'; readonly sessionId: string; readonly customer: string } & Span)
  | ({ readonly kind: 'absence'; readonly reason: string } & Span)
  /** A discovery needs the portal. */
  | ({ readonly kind: 'portalDown'; readonly platform: Platform } & Span);

type Warning =
  | { readonly kind: 'outsideHours' }
  | { readonly kind: 'publicHoliday'; readonly date: string }
  | ({ readonly kind: 'customerBusy'; readonly sessionId: string; readonly expert: string } & Span)
  | ({ readonly kind: 'maintenance'; readonly platform: Platform } & Span)
  /** There is a window then, and nobody knows whether it is of this customer's platform. */
  | ({ readonly kind: 'platformUnknown' } & Span)
  /** `packMin`: a pack of so many minutes would entitle and cover. */
  | {
      readonly kind: 'notEntitled';
      readonly reason: EntitlementReason;
      readonly endsAtMs: InstantMs | null;
      readonly packMin: number;
    }
  | {
      readonly kind: 'hoursShort';
      readonly neededMin: number;
      readonly leftMin: number;
      /** What other planned sessions of that month take. */
      readonly plannedMin: number;
      /** A pack of so many minutes would cover all. */
      readonly packMin: number;
    };

/** What stands against a session; `blocks` refuses it, the others warn. */
export type Conflict = ({ readonly severity: 'blocks' } & Blocking) | ({ readonly severity: 'warns' } & Warning);
export type ConflictKind = Conflict['kind'];

export const overlaps = (a: Span, b: Span): boolean => a.startMs < b.endMs && b.startMs < a.endMs;

const localDates = (zone: Zone, { startMs, endMs }: Span): string[] => {
  const dates: string[] = [];
  const lastDay = Math.floor((endMs - 1 + offsetAt(zone, endMs - 1)) / DAY_MS);
  for (let day = Math.floor((startMs + offsetAt(zone, startMs)) / DAY_MS); day <= lastDay; day++) {
    dates.push(new Date(day * DAY_MS).toISOString().slice(0, 10));
  }
  return dates;
};

const maintenanceConflicts = (proposal: Proposal, { platforms, windows }: Surroundings): Conflict[] => {
  const hit = windows.filter((window) => overlaps(window, proposal));
  const [first] = hit;
  if (first !== undefined && platforms.length === 0) {
    return [{ severity: 'warns', kind: 'platformUnknown', startMs: first.startMs, endMs: first.endMs }];
  }
  return hit
    .filter(({ platform }) => platforms.includes(platform))
    .map(({ platform, startMs, endMs }) =>
      proposal.assignment === 'discovery'
        ? { severity: 'blocks', kind: 'portalDown', platform, startMs, endMs }
        : { severity: 'warns', kind: 'maintenance', platform, startMs, endMs },
    );
};

const hoursConflicts = (hours: HoursNeeded | null): Conflict[] => {
  if (hours === null || hours.neededMin === 0) return [];
  const { entitlement, neededMin, leftMin, plannedMin, shortMin } = hours;
  const { isEntitled, reason, endsAtMs } = entitlement;
  if (!isEntitled) return [{ severity: 'warns', kind: 'notEntitled', reason, endsAtMs, packMin: neededMin }];
  if (shortMin === 0) return [];
  return [{ severity: 'warns', kind: 'hoursShort', neededMin, leftMin, plannedMin, packMin: shortMin }];
};

/**
 * All that stands against a session, what blocks first: the one function that the calendar, forms, commands and the search for free slots ask
 * (DOMAIN: Coaching; Maintenance windows).
 */
export const conflictsOf = (proposal: Proposal, around: Surroundings): Conflict[] => {
  const { startMs, endMs } = proposal;
  const conflicts: Conflict[] = [];
  for (const { sessionId, customer, ...at } of around.booked.filter((one) => overlaps(one, proposal))) {
    const span = { startMs: at.startMs, endMs: at.endMs };
    conflicts.push({ severity: 'blocks', kind: 'doubleBooking', sessionId, customer, ...span });
  }
  for (const { fromMs, untilMs, reason } of around.absences) {
    const span = { startMs: fromMs, endMs: untilMs };
    if (overlaps(span, proposal)) conflicts.push({ severity: 'blocks', kind: 'absence', reason, ...span });
  }
  const open = openBetween(around.workingHours, startMs, endMs);
  const openMs = open.reduce((sum, [fromMs, untilMs]) => sum + untilMs - fromMs, 0);
  if (openMs < endMs - startMs) conflicts.push({ severity: 'warns', kind: 'outsideHours' });
  for (const date of localDates(around.zone, proposal)) {
    const isHoliday = around.holidays(Number(date.slice(0, 4))).includes(date);
    if (isHoliday) conflicts.push({ severity: 'warns', kind: 'publicHoliday', date });
  }
  for (const { sessionId, expert, ...at } of around.ofCustomer.filter((one) => overlaps(one, proposal))) {
    if (expert === proposal.expert) continue;
    const span = { startMs: at.startMs, endMs: at.endMs };
    conflicts.push({ severity: 'warns', kind: 'customerBusy', sessionId, expert, ...span });
  }
  conflicts.push(...maintenanceConflicts(proposal, around), ...hoursConflicts(around.hours));
  return conflicts.sort((a, b) => Number(a.severity === 'warns') - Number(b.severity === 'warns'));
};

export const isBlocked = (conflicts: readonly Conflict[]): boolean =>
  conflicts.some(({ severity }) => severity === 'blocks');
