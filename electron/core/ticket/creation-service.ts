import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { backDatingMs, DEFAULT_BACK_DATING } from '../../../shared/steering/back-dating.ts';
import { tooFarBack } from '../../../shared/ticket/decide.ts';
import { matrixPriority } from '../../../shared/ticket/priority-matrix.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database } from '../db/database.ts';
import type { QueueRepo } from '../queue/queue-repo.ts';
import type { Caller, Input } from '../router.ts';
import { toUuid } from './event-repo.ts';
import type { TicketRepo } from './ticket-repo.ts';
import { NEW_TICKET, type TicketService } from './ticket-service.ts';

type Parts = {
  readonly database: Database;
  readonly customers: CustomerRepo;
  readonly rows: TicketRepo;
  readonly tickets: TicketService;
  readonly queue: QueueRepo;
  readonly rules: Rules;
  readonly clock: PresentClock;
  readonly workstation: string;
  readonly makeId: () => Uint8Array;
};

const check = (
  { priority, impact, urgency, priorityReason, reportedAtMs }: Input<'ticket:create'>,
  nowMs: number,
  isLead: boolean,
  days: number,
) => {
  const isOfMatrix = impact !== null && urgency !== null && matrixPriority(impact, urgency) === priority;
  // Without impact and urgency nothing says what the priority should be; with both, another one needs a reason.
  if (impact !== null && urgency !== null && !isOfMatrix && priorityReason === null) {
    throw new VigieError(
      'ticket/override-reason',
      `${priority} is not what impact and urgency come to: say why, or choose them.`,
      { priority },
    );
  }
  if (reportedAtMs === null) return;
  if (reportedAtMs > nowMs) {
    throw new VigieError('ticket/future', 'This has not happened yet: choose an instant up to now.');
  }
  if (reportedAtMs < nowMs - backDatingMs(days) && !isLead) {
    const { code, reason, values } = tooFarBack(days);
    throw new VigieError(code, reason, values);
  }
};

/** Opens tickets at the desk. */
export const createCreationService = (parts: Parts) => {
  const { database, customers, rows, tickets, queue, rules, clock, workstation, makeId } = parts;
  const checkTier = (tier: string | null): void => {
    if (tier !== null && !rules.policy.tiers.includes(tier)) {
      throw new VigieError('ticket/unknown-tier', `${tier} is no tier of the offer: choose one of the list.`, { tier });
    }
  };
  return {
    create: (input: Input<'ticket:create'>, { actor }: Caller): CallOutput<'ticket:create'> => {
      const nowMs = clock.nowMs();
      const { ticketDays } = rules.policy.backDating ?? DEFAULT_BACK_DATING;
      check(input, nowMs, actor.role === 'lead', ticketDays);
      checkTier(input.newCustomerTier);
      const { newCustomerTier, ...facts } = input;
      const commandId = makeId();
      const ticketId = database.write((writer) => {
        const tier = customers.byName(facts.customer)?.tier ?? newCustomerTier ?? 'standard';
        const isMine = facts.assignee === actor.name;
        const opened = {
          ...facts,
          atMs: nowMs,
          kind: 'opened',
          source: 'vigie',
          reference: rows.nextReference(writer),
          tier,
          level: isMine ? actor.level : 'L1',
          group: null,
          // Who opens it at the desk keeps it for the customer.
          owner: actor.name,
        } as const;
        const by = { actor: actor.name, workstation, recordedAtMs: nowMs, commandId };
        return tickets.append(writer, undefined, NEW_TICKET, [opened], by).ticketId;
      });
      const row = queue.row(ticketId);
      if (row === null) throw new Error('a ticket that was made is not in the queue');
      return { row, commandId: toUuid(commandId) };
    },
  };
};

export type CreationService = ReturnType<typeof createCreationService>;
