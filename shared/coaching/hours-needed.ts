import type { Customer, WorkEntry } from '../customer/customer.ts';
import { roundUp, workedMin } from '../expertise/allocate.ts';
import { chargingOf, type Assignment, type ExpertiseRules } from '../expertise/assignment.ts';
import { entitledAt, type ExpertEntitlement } from '../expertise/entitled.ts';
import { leftAt, ledgerOf, type Ledger, type LedgerRules } from '../expertise/ledger.ts';
import { monthAt } from '../expertise/month.ts';
import type { Priority } from '../sla/policy.ts';
import type { InstantMs } from '../time/instant.ts';
import { isBooked, isTimed } from './session.ts';

/** What a session would take of its customer's hours; minutes. */
export type HoursNeeded = {
  /** What it would be charged. */
  readonly neededMin: number;
  /** What would pay for work that starts then, once all other planned sessions are paid. */
  readonly leftMin: number;
  /** What other planned sessions of that month take. */
  readonly plannedMin: number;
  /** What nothing would cover, of this session or of those that it pushes out. */
  readonly shortMin: number;
  /** At the session's start. */
  readonly entitlement: ExpertEntitlement;
};

type Planned = {
  readonly id: string;
  readonly assignment: Assignment;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
  readonly ticketId: number | null;
};

type Rules = {
  readonly ledger: LedgerRules;
  readonly expertise: ExpertiseRules;
  readonly priorityOf: (ticketId: number) => Priority | null;
};

/** A planned session as the work that it will post. */
const supposed = (session: Planned, { expertise, priorityOf }: Rules): WorkEntry => {
  const { id, assignment, startMs, endMs, ticketId } = session;
  const priority = ticketId === null ? null : priorityOf(ticketId);
  const { isCharged } = chargingOf({ assignment, priority, isCustomerFault: null }, expertise);
  const chargedMin = isCharged ? roundUp(workedMin(session), expertise.stepMin) : 0;
  return {
    ...{ id: `session:${id}`, expert: '', assignment, startMs, endMs, isTimed: true, chargedMin, ticketId },
    ...{ note: null, isCustomerFault: null, overageReason: null, sessionId: id },
    ...{ recordedBy: '', recordedAtMs: 0, reversed: null, decision: null },
  };
};

const overageOf = ({ work }: Ledger): number =>
  work.reduce((sum, { overageMin, reversed }) => sum + (reversed === null ? overageMin : 0), 0);

/**
 * What a session would take of its customer's hours, with every other planned session counted as if it were held. `replaced` are ids of
 * sessions that it takes the place of; `beside` are others that are proposed with it, as of one series.
 */
export const hoursNeeded = (
  customer: Customer,
  proposal: Omit<Planned, 'id'>,
  { replaced, beside }: { readonly replaced: ReadonlySet<string>; readonly beside: readonly Omit<Planned, 'id'>[] },
  rules: Rules,
): HoursNeeded => {
  const booked = customer.sessions
    .filter(isTimed)
    .filter(({ id, state }) => isBooked(state) && !replaced.has(id))
    .map((session) => supposed(session, rules));
  const others = [...booked, ...beside.map((one, i) => supposed({ id: `beside ${i}`, ...one }, rules))];
  const own = supposed({ id: 'proposed', ...proposal }, rules);
  const { startMs } = proposal;
  const before = ledgerOf({ ...customer, work: [...customer.work, ...others] }, rules.ledger, startMs);
  const after = ledgerOf({ ...customer, work: [...customer.work, ...others, own] }, rules.ledger, startMs);
  const month = monthAt(rules.ledger.zone, startMs);
  return {
    neededMin: own.chargedMin,
    leftMin: leftAt(before, startMs),
    plannedMin: others
      .filter((other) => monthAt(rules.ledger.zone, other.startMs) === month)
      .reduce((sum, { chargedMin }) => sum + chargedMin, 0),
    shortMin: overageOf(after) - overageOf(before),
    entitlement: entitledAt(customer, before, rules.ledger, startMs),
  };
};
