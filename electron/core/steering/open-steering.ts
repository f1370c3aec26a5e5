import type { Person } from '../../../shared/access/person.ts';
import { MAX_TARGETS } from '../../../shared/ipc/desk-schemas.ts';
import type { ProposedMove, RequestOrder } from '../../../shared/ipc/steering-schemas.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { proposeMoves } from '../../../shared/steering/rebalance.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { LedgerViews } from '../expertise/ledger-view.ts';
import type { WorkService } from '../expertise/work-service.ts';
import type { QueueRepo } from '../queue/queue-repo.ts';
import type { Caller, Handlers, Input } from '../router.ts';
import type { CommandService } from '../ticket/command-service.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { EscalationList } from './escalation-list.ts';
import { createLoadRepo } from './load-repo.ts';
import { createRequestActs } from './request-acts.ts';
import { createRequestBook } from './request-book.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly views: LedgerViews;
  readonly work: WorkService;
  readonly commands: CommandService;
  readonly queue: QueueRepo;
  readonly escalations: EscalationList;
  readonly rules: Rules;
  readonly registered: () => readonly Person[];
  readonly clock: PresentClock;
  readonly by: (caller: Caller) => Recording;
  readonly makeId: () => string;
  /** Tickets whose next event has come are folded. */
  readonly catchUp: () => void;
  readonly onChanged: () => void;
  readonly onCustomers: (customerIds: readonly number[]) => void;
};

type SteeringHandlers = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `steering:${string}`>>;

/** What a lead steers by, composed: the answers to the calls. */
export const openSteering = (parts: Parts): SteeringHandlers => {
  const { database, escalations, clock, catchUp, onChanged, onCustomers } = parts;
  const requests = createRequestBook({ ...parts, acts: createRequestActs(parts) });
  const loads = createLoadRepo(database.connection, parts.registered);

  const tell = (order: RequestOrder): void => {
    onChanged();
    if (order.kind === 'logWork') onCustomers([order.work.customerId]);
    if (order.kind === 'reverseWork') onCustomers([order.customerId]);
  };

  const propose = ({ level, away, ...by }: Input<'steering:preview-moves'>) => {
    const leftOut = new Set(away);
    const people = loads
      .people(level, clock.nowMs())
      .map((one) => ({ ...one, isAway: one.isAway || leftOut.has(one.name) }));
    const tickets = loads.tickets(level);
    const known = new Map(tickets.map((ticket) => [ticket.id, ticket]));
    const sharers = people.map(({ open: load, ...one }) => ({ ...one, load }));
    const all = proposeMoves(sharers, tickets, by).flatMap(({ ticketId, to, why }): ProposedMove[] => {
      const ticket = known.get(ticketId);
      if (ticket === undefined) return [];
      const { rank: _rank, assignee: from, ...told } = ticket;
      return [{ ...told, from, to, why }];
    });
    const unassigned = tickets.filter(({ assignee }) => assignee === null).length;
    return { people, unassigned, moves: all.slice(0, MAX_TARGETS), moveCount: all.length };
  };

  return {
    'steering:list-requests': (_input, caller) => database.read(() => requests.list(caller)),
    'steering:get-request': ({ id }, caller) => requests.get(id, caller),
    'steering:ask': (input, caller) => {
      catchUp();
      const line = requests.ask(input, caller);
      onChanged();
      return line;
    },
    'steering:withdraw': (input, caller) => {
      const line = requests.withdraw(input, caller);
      onChanged();
      return line;
    },
    'steering:approve': (input, caller) => {
      const { line, request } = requests.approve(input, caller);
      tell(request.order);
      return line;
    },
    'steering:refuse': (input, caller) => {
      const line = requests.refuse(input, caller);
      onChanged();
      return line;
    },
    'steering:reopen': (input, caller) => {
      const { line, request } = requests.reopen(input, caller);
      tell(request.order);
      return line;
    },
    'steering:list-escalations': () => {
      catchUp();
      const { escalations: lines, nextAtMs } = database.read(() => escalations.list(clock.nowMs()));
      return { escalations: lines, nextAtMs };
    },
    'steering:preview-moves': (input) => {
      catchUp();
      return database.read(() => propose(input));
    },
  };
};
