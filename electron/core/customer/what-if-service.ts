import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { MovedTicket } from '../../../shared/ipc/policy-schemas.ts';
import { readClock } from '../../../shared/sla/clock.ts';
import type { Rules, TierId } from '../../../shared/sla/policy.ts';
import { whatIf } from '../../../shared/sla/what-if.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import { toClockEvents } from '../../../shared/ticket/ticket-event.ts';
import { entitlementIn } from '../../../shared/tier/entitlement.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { movedTicket } from '../policy/moved-ticket.ts';
import type { Input } from '../router.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';

type Parts = {
  readonly database: Database;
  readonly events: EventRepo;
  readonly rules: Rules;
  readonly clock: PresentClock;
};

/** Most open tickets of a customer that are looked at; nobody reads more. */
const MOST_LOOKED_AT = 500;

/** What another tier of a customer would mean, for every open ticket; nothing is written. */
export const createWhatIfService = ({ database, events, rules, clock }: Parts) => {
  const openOf = database.connection
    .prepare<[string, number], number>(
      `SELECT ticket_id FROM ticket WHERE customer = ? AND queue_group < ${QUEUE_GROUPS.finished}
       ORDER BY queue_group, queue_key, reference LIMIT ?`,
    )
    .pluck();

  /** How many open tickets were looked at, and those whose resolution another tier from an instant on would move. */
  const movedBy = (customer: string, tier: TierId, atMs: InstantMs): { checked: number; moved: MovedTicket[] } => {
    const current = rules.at(atMs);
    const ids = openOf.all(customer, MOST_LOOKED_AT);
    const moved = ids.flatMap((id) => {
      const { events: all } = events.ofTicket(id);
      const folded = foldAsOf(all, rules, atMs);
      if (folded === null) return [];
      const { ticket, clocks } = folded;
      const supposed = whatIf(ticket, toClockEvents(all), rules, atMs, [{ kind: 'tier', tier }]);
      const [was, is] = [clocks.resolution, supposed?.resolution ?? clocks.resolution].map((standing) =>
        readClock(standing, current, atMs),
      );
      const move = was === undefined || is === undefined ? null : movedTicket(id, ticket, was, is);
      return move === null ? [] : [move];
    });
    return { checked: ids.length, moved };
  };

  return {
    movedBy,
    ofCustomer: ({ customer, tier }: Input<'customer:what-if'>): CallOutput<'customer:what-if'> =>
      database.read(() => ({
        ...movedBy(customer, tier, clock.nowMs()),
        entitlement: { ...entitlementIn(rules.policy, tier) },
      })),
  };
};

export type WhatIfService = ReturnType<typeof createWhatIfService>;
