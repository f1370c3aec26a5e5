import type { Zone } from '../../../shared/calendar/zone.ts';
import { sessionTold } from '../../../shared/coaching/fold-sessions.ts';
import { tierAt, type Customer } from '../../../shared/customer/customer.ts';
import {
  customerEvent,
  type CustomerEvent,
  type RecordedCustomerEvent,
} from '../../../shared/customer/customer-event.ts';
import { foldCustomer } from '../../../shared/customer/fold-customer.ts';
import { DEFAULT_EXPERTISE_RULES, type ExpertiseRules } from '../../../shared/expertise/assignment.ts';
import { entitledAt, type ExpertEntitlement } from '../../../shared/expertise/entitled.ts';
import { ledgerOf, type Ledger, type LedgerRules } from '../../../shared/expertise/ledger.ts';
import {
  LEDGER_ZONE,
  monthAt,
  monthName,
  monthStartMs,
  type Month,
  monthEndMs,
} from '../../../shared/expertise/month.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { entitlementIn } from '../../../shared/tier/entitlement.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { Database, Writer } from '../db/database.ts';
import { cachedZone } from '../db/zone-cache.ts';
import { toUuid, type EventRepo, type Recording } from '../ticket/event-repo.ts';
import { createSessionRepo } from '../coaching/session-repo.ts';
import type { CustomerRepo } from './customer-repo.ts';
import { createWorkRepo } from './work-repo.ts';

type Parts = {
  readonly database: Database;
  readonly events: EventRepo;
  readonly customers: CustomerRepo;
  readonly rules: Rules;
  readonly clock: PresentClock;
};

type Row = { customerId: number; eventId: Buffer; kind: string; recordedAtMs: number; actor: string; payload: string };

const COLUMNS = `subject_id AS customerId, event_id AS eventId, kind, recorded_at_ms AS recordedAtMs, actor, payload`;

const toEvent = ({ eventId, kind, recordedAtMs, actor, payload }: Row): RecordedCustomerEvent => ({
  ...customerEvent.parse({ ...JSON.parse(payload), kind }),
  ...{ id: toUuid(eventId), recordedAtMs, actor },
});

/** What closed months come to of somebody who had no hours in them. */
const NO_FIGURES = '[[],[]]';

/** What may still be recorded of a customer that became part of another: it is about what was recorded under it before. */
const AFTER_MERGER: ReadonlySet<CustomerEvent['kind']> = new Set([
  'workReversed',
  'overageDecided',
  'lotAdjusted',
  'sessionChanged',
  'sessionConfirmed',
  'sessionCancelled',
  'sessionNoShow',
  'sessionDone',
  'reportSaved',
  'erased',
]);

/** No hours come from these. */
const NOT_OF_HOURS: ReadonlySet<CustomerEvent['kind']> = new Set([
  'customerEdited',
  'contactSaved',
  'contactRemoved',
  'erased',
]);

const unknownCustomer = (): VigieError =>
  new VigieError('customer/unknown', 'This customer is not in this workspace. Go back to the list.');

/** A customer with what those had that became part of it. */
const withMerged = (customer: Customer, others: readonly Customer[]): Customer => {
  if (others.length === 0) return customer;
  const lots = others.flatMap((other) => other.lots);
  const adjustments = others.flatMap((other) => other.adjustments.filter(({ lotId }) => !lotId.startsWith('monthly:')));
  return {
    ...customer,
    lots: [...customer.lots, ...lots],
    adjustments: [...customer.adjustments, ...adjustments],
    work: [...customer.work, ...others.flatMap((other) => other.work)],
    sessions: [...customer.sessions, ...others.flatMap((other) => other.sessions)],
  };
};

/** Customers as their events tell them, and their ledgers; the one place where something is recorded of them. */
export const createCustomerBook = ({ database, events, customers, rules, clock }: Parts) => {
  const { connection } = database;
  const zone: Zone = cachedZone(database, LEDGER_ZONE);
  const ofCustomer = connection.prepare<[number], Row>(
    `SELECT ${COLUMNS} FROM event WHERE subject = 'customer' AND subject_id = ? ORDER BY seq`,
  );
  const knownAt = connection.prepare<[InstantMs], Row>(
    `SELECT ${COLUMNS} FROM event WHERE subject = 'customer' AND recorded_at_ms <= ? ORDER BY subject_id, seq`,
  );
  const lastOf = connection
    .prepare<[number], Buffer>(
      `SELECT event_id FROM event WHERE subject = 'customer' AND subject_id = ? ORDER BY seq DESC LIMIT 1`,
    )
    .pluck();
  const closing = connection
    .prepare<[], Month | null>('SELECT closed_through FROM ledger_closing ORDER BY closing_id DESC LIMIT 1')
    .pluck();
  const close = connection.prepare(
    'INSERT INTO ledger_closing (closed_through, reason, actor, workstation, recorded_at_ms) VALUES (?, ?, ?, ?, ?)',
  );
  const work = createWorkRepo(connection);
  const sessions = createSessionRepo(connection);
  /** Known by their last event and not by how many they are: as many others follow where a write was rolled back. */
  const folded = new Map<number, { readonly lastId: string; readonly customer: Customer }>();

  /** What is recorded of one customer itself. */
  const own = (customerId: number): Customer => {
    const last = lastOf.get(customerId);
    if (last === undefined) throw unknownCustomer();
    const held = folded.get(customerId);
    const lastId = last.toString('hex');
    if (held?.lastId === lastId) return held.customer;
    const customer = foldCustomer(ofCustomer.all(customerId).map(toEvent), zone);
    folded.set(customerId, { lastId, customer });
    return customer;
  };

  /** With the packs and the work of those that became part of it; their months' lots ended with them. */
  const load = (customerId: number): Customer => {
    return withMerged(own(customerId), customers.mergedInto(customerId).map(load));
  };

  /** Every customer that was not part of another, as they were known at an instant. */
  const asKnownAt = (ms: InstantMs): Customer[] => {
    const rows = new Map<number, Row[]>();
    for (const row of knownAt.all(ms)) {
      const same = rows.get(row.customerId);
      if (same === undefined) rows.set(row.customerId, [row]);
      else same.push(row);
    }
    const all = new Map([...rows].map(([id, told]) => [id, foldCustomer(told.map(toEvent), zone)]));
    const whole = (id: number, customer: Customer): Customer =>
      withMerged(
        customer,
        [...all].filter(([, { mergedIntoId }]) => mergedIntoId === id).map((other) => whole(...other)),
      );
    return [...all].filter(([, { mergedIntoId }]) => mergedIntoId === null).map((one) => whole(...one));
  };

  const expertiseRules = (): ExpertiseRules => rules.policy.expertise ?? DEFAULT_EXPERTISE_RULES;
  /** As some rules have it; those in force, unless it is asked what others would come to. */
  const ledgerRules = (of: Rules = rules): LedgerRules => ({
    zone,
    packageAt: (tier, ms) => entitlementIn(of.at(ms).policy, tier),
    packagesChangeAtMs: of.changesAtMs,
    carryOverAt: (endMs) => (of.at(endMs - 1).policy.expertise ?? DEFAULT_EXPERTISE_RULES).carryOverMaxMin,
  });
  /** A ledger holds until an instant that changes it passes, another event comes, or other rules do. */
  const kept = new WeakMap<Customer, { readonly by: Rules; readonly untilMs: InstantMs; readonly ledger: Ledger }>();
  const ledger = (customer: Customer, asOfMs = clock.nowMs()): Ledger => {
    const by = rules.at(asOfMs);
    const held = kept.get(customer);
    if (held?.by === by && asOfMs >= held.ledger.asOfMs && asOfMs < held.untilMs) return { ...held.ledger, asOfMs };
    const made = ledgerOf(customer, ledgerRules(), asOfMs);
    const edges = [
      ...customer.tiers.map(({ atMs }) => atMs),
      ...customer.lots.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs ?? Infinity]),
      ...rules.changesAtMs,
    ];
    const untilMs = Math.min(monthEndMs(zone, asOfMs), ...edges.filter((ms) => ms > asOfMs));
    kept.set(customer, { by, untilMs, ledger: made });
    return made;
  };

  /** What comes with the tier in the month of an instant and in the next, by some rules, as one text to compare. */
  const comingHours = (customer: Customer, of: Rules, fromMs: InstantMs): string => {
    const month = monthAt(zone, fromMs);
    const endMs = monthStartMs(zone, month + 2) - 1;
    return JSON.stringify(
      ledgerOf(customer, ledgerRules(of), endMs).lots.flatMap(({ kind, fromMs: beginsMs, minutes, leftMin }) =>
        (kind === 'monthly' || kind === 'carried') && beginsMs >= monthStartMs(zone, month)
          ? [[kind, monthAt(zone, beginsMs), minutes, leftMin]]
          : [],
      ),
    );
  };
  const closedThrough = (): Month | null => closing.get() ?? null;

  /** What closed months came to, as one text to compare. */
  const closedFigures = (customer: Customer, month: Month): string => {
    const untilMs = monthStartMs(zone, month + 1);
    const { months, work: entries } = ledger(customer, untilMs);
    return JSON.stringify([
      months.filter((one) => one.month <= month),
      entries.flatMap(({ id, reversed, parts, decision }) =>
        reversed === null ? parts.filter(({ startMs }) => startMs < untilMs).map((part) => [id, part, decision]) : [],
      ),
    ]);
  };

  const refusal = (closed: Month): VigieError => {
    const month = monthName(closed);
    return new VigieError(
      'ledger/month-closed',
      `This would change a month that is closed: ${month} or one before it. Ask a lead to reopen it, or record it in a later month.`,
      { month },
    );
  };

  /** Does something within a write, and refuses it where that changes what a closed month came to. */
  const sparingClosed = <Result>(customerId: number, change: () => Result): Result => {
    const closed = closedThrough();
    if (closed === null) return change();
    const before = closedFigures(load(customerId), closed);
    const result = change();
    if (closedFigures(load(customerId), closed) !== before) throw refusal(closed);
    return result;
  };

  const keepRow = (writer: Writer, customerId: number, { name: own, tiers, mergedIntoId }: Customer): void => {
    // The name of a customer that became part of another is free again.
    const name = mergedIntoId === null ? own : `${own} (${customerId} → ${mergedIntoId})`;
    const nowMs = clock.nowMs();
    const nextTierAtMs = tiers.find(({ atMs }) => atMs > nowMs)?.atMs ?? null;
    customers.replace(writer, customerId, { name, tier: tierAt(tiers, nowMs), nextTierAtMs, mergedIntoId });
  };

  return {
    zone,
    load,
    asKnownAt,
    ledger,
    ledgerRules,
    expertiseRules,
    closedThrough,
    /** Whether a customer's hours of the month of an instant, or of the next, are others by other rules. */
    hasOtherHours: (customerId: number, supposed: Rules, fromMs: InstantMs): boolean => {
      const customer = load(customerId);
      return comingHours(customer, rules, fromMs) !== comingHours(customer, supposed, fromMs);
    },
    work,
    sessions,
    entitlement: (customer: Customer, asOfMs = clock.nowMs()): ExpertEntitlement =>
      entitledAt(customer, ledger(customer, asOfMs), ledgerRules(), asOfMs),
    /** A new customer's id; the name is not taken. Refused where it would have had hours in a closed month. */
    add: (writer: Writer, added: Extract<CustomerEvent, { kind: 'customerAdded' }>, by: Recording): number => {
      const customerId = customers.add(writer, added.name, added.tier);
      events.addCustomerEvent(writer, customerId, added, by);
      const closed = closedThrough();
      if (closed !== null && closedFigures(load(customerId), closed) !== NO_FIGURES) throw refusal(closed);
      return customerId;
    },
    sparingClosed,
    /** The customer under which a lot was recorded: it may have become part of this one since. */
    ownerOfLot: (customerId: number, lotId: string): number =>
      customers.mergedInto(customerId).find((id) => load(id).lots.some((lot) => lot.id === lotId)) ?? customerId,
    /**
     * Records something of a customer and keeps what it folds to; refused where it would change a closed month, unless a lead has approved just
     * that. Gives the event's id.
     */
    record: (writer: Writer, customerId: number, event: CustomerEvent, by: Recording, isApproved = false): string => {
      if (own(customerId).mergedIntoId !== null && !AFTER_MERGER.has(event.kind)) {
        throw new VigieError('customer/merged-away', 'This customer is part of another one now: open that one.');
      }
      const change = (): string => {
        const id = events.addCustomerEvent(writer, customerId, event, by);
        const customer = own(customerId);
        keepRow(writer, customerId, customer);
        const logged = customer.work.find((entry) => entry.id === id);
        if (logged !== undefined) work.add(writer, customerId, logged);
        if (event.kind === 'workReversed') work.remove(writer, event.workId);
        const sessionId = sessionTold(id, event);
        const session = customer.sessions.find((one) => one.id === sessionId);
        if (session !== undefined) sessions.keep(writer, customerId, session);
        return id;
      };
      return isApproved || NOT_OF_HOURS.has(event.kind) ? change() : sparingClosed(customerId, change);
    },
    /** Makes all rows again that are folds of a customer's own events, in a database that has none of its work and sessions. */
    rebuild: (writer: Writer, customerId: number): void => {
      const customer = own(customerId);
      folded.delete(customerId);
      keepRow(writer, customerId, customer);
      for (const entry of customer.work) if (entry.reversed === null) work.add(writer, customerId, entry);
      for (const session of customer.sessions) sessions.keep(writer, customerId, session);
    },
    /** Folds a customer's row again, as when its next tier has come. */
    keepRow: (writer: Writer, customerId: number): void => keepRow(writer, customerId, own(customerId)),
    setClosed: (_writer: Writer, month: Month | null, reason: string | null, by: Recording): void =>
      void close.run(month, reason, by.actor, by.workstation, by.recordedAtMs),
  };
};

export type CustomerBook = ReturnType<typeof createCustomerBook>;
