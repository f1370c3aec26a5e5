import { createHash } from 'node:crypto';
import type { Actor } from '../../../shared/access/actor.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Consequences, RequestOrder } from '../../../shared/ipc/steering-schemas.ts';
import { ledgerChanges } from '../../../shared/steering/consequences.ts';
import { isAskable, type AskableCode, type Posted } from '../../../shared/steering/request.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { LedgerViews } from '../expertise/ledger-view.ts';
import type { Allowed, WorkService } from '../expertise/work-service.ts';
import type { QueueRepo } from '../queue/queue-repo.ts';
import type { Caller } from '../router.ts';
import type { CommandService } from '../ticket/command-service.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly views: LedgerViews;
  readonly work: WorkService;
  readonly commands: CommandService;
  readonly queue: QueueRepo;
};

/** What an approved order would be recorded with while it is only looked at. */
export type Rehearsed = { readonly consequences: Consequences; readonly basis: string };

const customerIdOf = (order: RequestOrder): number | null =>
  order.kind === 'logWork' ? order.work.customerId : order.kind === 'reverseWork' ? order.customerId : null;

/** Does what requests ask for: by the rules, or as a lead has approved; and tells beforehand what that would change. */
export const createRequestActs = ({ database, book, views, work, commands, queue }: Parts) => {
  /** All of it happens, and none of it stays. */
  const rehearse = <Result>(run: () => Result): Result => {
    const over = new Error('the rehearsal is over');
    let result: { readonly value: Result } | null = null;
    try {
      database.write(() => {
        result = { value: run() };
        throw over;
      });
    } catch (error) {
      if (error !== over) throw error;
    }
    if (result === null) throw over;
    return (result as { readonly value: Result }).value;
  };

  const rowOf = (ticketId: number) => {
    const row = queue.row(ticketId);
    if (row === null) throw new VigieError('ticket/unknown', 'This ticket is not in this queue. Go back to the list.');
    return row;
  };

  /** What the call that was refused would do. */
  const byTheRules = (order: RequestOrder, caller: Caller): void => {
    switch (order.kind) {
      case 'logWork':
        work.log(order.work, caller);
        return;
      case 'reverseWork':
        work.reverse(order, caller);
        return;
      case 'ticketCommands':
        commands.run({ targets: [{ id: order.ticketId, expectedVersion: null }], commands: order.commands }, caller);
    }
  };

  /** Does an order in the asker's name; gives what to take back by. */
  const approved = (order: RequestOrder, asker: Actor, allowed: Allowed): Posted => {
    switch (order.kind) {
      case 'logWork': {
        const { customerId } = order.work;
        return { kind: 'work', customerId, workId: work.logApproved(order.work, asker, allowed) };
      }
      case 'reverseWork':
        work.reverseApproved(order, asker, allowed);
        return { kind: 'reversal' };
      case 'ticketCommands':
        return { kind: 'commands', commandId: commands.runApproved(order, asker, allowed.approval) };
    }
  };

  const consequencesOf = (order: RequestOrder, run: () => unknown): Consequences => {
    if (order.kind === 'ticketCommands') {
      const before = rowOf(order.ticketId);
      const after = rehearse(() => {
        run();
        return rowOf(order.ticketId);
      });
      return { kind: 'ticket', before, after };
    }
    const customerId = customerIdOf(order) ?? 0;
    const before = views.of(customerId);
    const after = rehearse(() => {
      run();
      return views.of(customerId);
    });
    const { months, lots, ...sums } = ledgerChanges(before, after);
    return { kind: 'ledger', months: [...months], lots: [...lots], ...sums };
  };

  return {
    approved,
    /** The refusal that a lead may lift; null where nothing refuses the order. Other refusals are thrown. */
    refusedBy: (order: RequestOrder, caller: Caller): AskableCode | null => {
      try {
        rehearse(() => byTheRules(order, caller));
        return null;
      } catch (error) {
        if (error instanceof VigieError && isAskable(error.code)) return error.code;
        throw error;
      }
    },
    /** What approving an order would change, by doing it. */
    rehearsed: (order: RequestOrder, asker: Actor, allowed: Allowed): Rehearsed => {
      const consequences = consequencesOf(order, () => approved(order, asker, allowed));
      const told =
        consequences.kind === 'ticket' ? [consequences.before.version, consequences.after.state] : consequences;
      return { consequences, basis: createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 32) };
    },
    takeBack: (posted: Posted, asker: Actor, reason: string, caller: Caller): void => {
      switch (posted.kind) {
        case 'work':
          work.takeBackApproved(posted, reason, caller);
          return;
        case 'commands':
          commands.undoApproved(posted.commandId, asker.name, caller);
          return;
        case 'reversal':
          throw new VigieError(
            'request/stays',
            'Work that was taken back stays taken back: ask for it to be logged again.',
          );
      }
    },
    /** The customer or the ticket that an order is about, by name. */
    subjectOf: (order: RequestOrder): string => {
      const customerId = customerIdOf(order);
      if (customerId !== null) return book.load(customerId).name;
      return order.kind === 'ticketCommands' ? (queue.row(order.ticketId)?.reference ?? `#${order.ticketId}`) : '';
    },
  };
};

export type RequestActs = ReturnType<typeof createRequestActs>;
