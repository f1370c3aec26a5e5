import { tierAt } from '../../../shared/customer/customer.ts';
import type { CustomerEvent } from '../../../shared/customer/customer-event.ts';
import { entitledAt } from '../../../shared/expertise/entitled.ts';
import { monthAt, monthEndMs, monthStartMs } from '../../../shared/expertise/month.ts';
import type { TierPreview } from '../../../shared/ipc/customer-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Rules, TierId } from '../../../shared/sla/policy.ts';
import { CLOCKS_APART_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { Database, Writer } from '../db/database.ts';
import type { Caller, Input } from '../router.ts';
import type { EventRepo, Recording } from '../ticket/event-repo.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import type { CustomerBook } from './customer-book.ts';
import type { CustomerRepo } from './customer-repo.ts';
import type { WhatIfService } from './what-if-service.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly events: EventRepo;
  readonly tickets: TicketService;
  readonly supposing: WhatIfService;
  readonly rules: Rules;
  readonly clock: PresentClock;
  readonly makeId: () => Uint8Array;
  readonly by: (caller: Caller) => Recording;
};

type Order = Pick<Input<'customer:preview-tier'>, 'id' | 'tier' | 'effectiveAtMs'>;
type TierChanged = Extract<CustomerEvent, { kind: 'tierChanged' }>;
type Planned = Pick<TierChanged, 'from' | 'to' | 'effectiveAtMs' | 'invoicedFromMs'> & { readonly isUpgrade: boolean };

/** The tier of customers: upgrades at once, downgrades at the end of the month (DOMAIN: Changing the tier). */
export const createTierService = (parts: Parts) => {
  const { database, book, customers, events, tickets, supposing, rules, clock, makeId, by } = parts;

  const refuseUnordered = (tiers: readonly { readonly atMs: InstantMs }[], effectiveAtMs: InstantMs): void => {
    const nowMs = clock.nowMs();
    if (tiers.some(({ atMs }) => atMs > nowMs)) {
      throw new VigieError('customer/change-to-come', 'Another change of tier is to come: call it off first.');
    }
    if (tiers.some(({ atMs }) => atMs === effectiveAtMs)) {
      throw new VigieError(
        'customer/two-tiers',
        'Another tier begins at that very instant, and a customer has one tier at a time: choose another instant.',
      );
    }
    if (tiers.some(({ atMs }) => atMs > effectiveAtMs)) {
      throw new VigieError('customer/before-last', 'The tier has changed since then: choose an instant after that.');
    }
  };

  const plan = ({ id, tier, effectiveAtMs: wanted }: Order, isLead: boolean): Planned => {
    const nowMs = clock.nowMs();
    if (!rules.policy.tiers.includes(tier)) {
      throw new VigieError('ticket/unknown-tier', `${tier} is no tier of the offer: choose one of the list.`, { tier });
    }
    const { tiers } = book.load(id);
    const { zone } = book;
    const from = tierAt(tiers, wanted ?? nowMs);
    const isUpgrade = rules.tierRank(tier) > rules.tierRank(from);
    const effectiveAtMs = wanted ?? (isUpgrade ? nowMs : monthEndMs(zone, nowMs));
    if (effectiveAtMs < nowMs && !isLead) {
      throw new VigieError(
        'customer/back-dated',
        'A tier changes now or later; a lead can record that it changed before.',
      );
    }
    if (!isUpgrade && effectiveAtMs < monthEndMs(zone, nowMs) && !isLead) {
      throw new VigieError(
        'customer/downgrade-early',
        'A lower tier takes effect at the end of the month; a lead can choose another instant.',
      );
    }
    refuseUnordered(tiers, effectiveAtMs);
    if (from === tier) {
      throw new VigieError('customer/same-tier', `The customer has ${tier} already: choose another tier.`, { tier });
    }
    const month = monthAt(zone, effectiveAtMs);
    const isMonthStart = monthStartMs(zone, month) === effectiveAtMs;
    const invoiced = monthStartMs(zone, !isUpgrade && isMonthStart ? month : month + 1);
    const isPriced = rules.tierRank(tier) > 0;
    return { from, to: tier, isUpgrade, effectiveAtMs, invoicedFromMs: isPriced ? invoiced : null };
  };

  /** Tells every ticket that is not closed that its customer's tier changed at an instant. */
  const tellTickets = (writer: Writer, customerId: number, tier: TierId, atMs: InstantMs, told: Recording): void => {
    for (const ticketId of customers.notClosedOf(customerId)) {
      const known = events.ofTicket(ticketId);
      const { ticket } = tickets.foldNow(known.events);
      if (ticket.tier === tier) continue;
      const sinceMs = Math.max(atMs, ticket.openedAtMs);
      tickets.append(writer, ticketId, known, [{ atMs: sinceMs, kind: 'tierChanged', tier }], told);
    }
  };

  return {
    preview: (order: Order, { actor }: Caller): TierPreview =>
      database.read(() => {
        const planned = plan(order, actor.role === 'lead');
        const { effectiveAtMs } = planned;
        const customer = book.load(order.id);
        const change = { askedBy: '', askedAtMs: effectiveAtMs, channel: 'support', note: null } as const;
        const entry = { id: 'planned', atMs: effectiveAtMs, tier: order.tier, isAssumed: false };
        const recorded = { recordedBy: actor.name, recordedAtMs: clock.nowMs() };
        const tiers = [...customer.tiers, { ...entry, ...recorded, change: { ...change, invoicedFromMs: null } }];
        const supposed = { ...customer, tiers };
        const after = entitledAt(supposed, book.ledger(supposed, effectiveAtMs), book.ledgerRules(), effectiveAtMs);
        return {
          ...planned,
          ...supposing.movedBy(customer.name, order.tier, Math.max(effectiveAtMs, clock.nowMs())),
          before: book.entitlement(customer, effectiveAtMs),
          after,
        };
      }),

    change: ({ id, tier, effectiveAtMs: wanted, ...asked }: Input<'customer:change-tier'>, caller: Caller): void => {
      const nowMs = clock.nowMs();
      if (asked.askedAtMs > nowMs + CLOCKS_APART_MS) {
        throw new VigieError('customer/asked-later', 'It cannot have been asked for after now: correct the instant.');
      }
      const told = { ...by(caller), commandId: makeId() };
      database.write((writer) => {
        const { isUpgrade, ...planned } = plan({ id, tier, effectiveAtMs: wanted }, caller.actor.role === 'lead');
        if (!isUpgrade && asked.channel !== 'support') {
          throw new VigieError(
            'customer/downgrade-channel',
            'A lower tier goes through Customer Support: choose that as the channel.',
          );
        }
        const askedAtMs = Math.min(asked.askedAtMs, nowMs);
        book.record(writer, id, { kind: 'tierChanged', ...planned, ...asked, askedAtMs }, told);
        // 'At once' is an instant of this order, later than when it came.
        if (planned.effectiveAtMs <= clock.nowMs()) tellTickets(writer, id, tier, planned.effectiveAtMs, told);
      });
    },

    cancel: ({ id, changeId, reason }: Input<'customer:call-off-tier'>, caller: Caller): void => {
      const entry = book.load(id).tiers.find((one) => one.id === changeId);
      const hasBegun = entry !== undefined && entry.atMs <= Math.max(clock.nowMs(), entry.recordedAtMs);
      if (entry === undefined || entry.change === null || hasBegun) {
        throw new VigieError(
          'customer/no-change-to-come',
          'That change has taken effect, or was called off: order another tier instead.',
        );
      }
      database.write((writer) =>
        book.record(writer, id, { kind: 'tierChangeCancelled', changeId, reason }, by(caller)),
      );
    },

    date: ({ id, sinceMs, note }: Input<'customer:date-tier'>, caller: Caller): void => {
      const [, second] = book.load(id).tiers;
      if (sinceMs > clock.nowMs() || (second !== undefined && sinceMs >= second.atMs)) {
        throw new VigieError(
          'customer/since-when',
          'The first tier began in the past, and before the next one: correct the instant.',
        );
      }
      database.write((writer) => book.record(writer, id, { kind: 'tierDated', sinceMs, note }, by(caller)));
    },

    /** Takes up the tiers whose time has come; the customers that have another one since. */
    applyDue: (): readonly number[] => {
      const nowMs = clock.nowMs();
      const due = customers.dueTiers(nowMs);
      if (due.length === 0) return due;
      database.write((writer) => {
        for (const customerId of due) {
          const fromMs = customers.nextTierOf(customerId) ?? nowMs;
          const { tiers } = book.load(customerId);
          for (const entry of tiers.filter(({ atMs }) => atMs >= fromMs && atMs <= nowMs)) {
            const told = { actor: 'vigie', workstation: '', recordedAtMs: nowMs, commandId: makeId() };
            tellTickets(writer, customerId, entry.tier, entry.atMs, told);
          }
          book.keepRow(writer, customerId);
        }
      });
      return due;
    },
  };
};

export type TierService = ReturnType<typeof createTierService>;
