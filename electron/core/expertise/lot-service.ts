import { monthName, monthStartMs, type Month } from '../../../shared/expertise/month.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Input } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly clock: PresentClock;
  readonly by: (caller: Caller) => Recording;
};

const refuseEmpty = ({ fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number | null }): void => {
  if (untilMs !== null && untilMs <= fromMs) {
    throw new VigieError('lot/ends-before-start', 'These hours expire before they begin: change one of the two dates.');
  }
};

/** Packs, goodwill and adjustments of lots, and the closing of months. */
export const createLotService = ({ database, book, clock, by }: Parts) => {
  const monthEnded = (month: Month): void => {
    if (monthStartMs(book.zone, month + 1) > clock.nowMs()) {
      throw new VigieError('ledger/month-runs', `${monthName(month)} is not over yet: close it once it is.`, {
        month: monthName(month),
      });
    }
  };

  return {
    addPack: ({ customerId, ...pack }: Input<'expertise:add-pack'>, caller: Caller): void => {
      refuseEmpty(pack);
      database.write((writer) => book.record(writer, customerId, { kind: 'packBought', ...pack }, by(caller)));
    },
    grantGoodwill: ({ customerId, ...lot }: Input<'expertise:grant-goodwill'>, caller: Caller): void => {
      refuseEmpty(lot);
      database.write((writer) => book.record(writer, customerId, { kind: 'goodwillGranted', ...lot }, by(caller)));
    },
    adjust: ({ customerId, lotId, minutes, reason }: Input<'expertise:adjust-lot'>, caller: Caller): void => {
      const customer = book.load(customerId);
      const lot = book.ledger(customer).lots.find(({ id }) => id === lotId);
      if (lot === undefined || lot.kind === 'carried') {
        throw new VigieError('lot/unknown', 'This lot is not in the customer’s ledger. Look at it again.');
      }
      if (minutes === 0) throw new VigieError('lot/no-change', 'Nothing would change: give minutes to add or to take.');
      if (lot.leftMin + minutes < 0) {
        throw new VigieError(
          'lot/below-used',
          `${lot.leftMin} minutes are left of this lot: no more than those can be taken away.`,
          { minutes: lot.leftMin },
        );
      }
      const owner = book.ownerOfLot(customerId, lotId);
      database.write((writer) =>
        book.sparingClosed(customerId, () =>
          book.record(writer, owner, { kind: 'lotAdjusted', lotId, minutes, reason }, by(caller)),
        ),
      );
    },

    close: ({ month }: Input<'expertise:close-month'>, caller: Caller): void => {
      monthEnded(month);
      const closed = book.closedThrough();
      if (closed !== null && month <= closed) {
        throw new VigieError('ledger/closed-already', `${monthName(month)} is closed already.`, {
          month: monthName(month),
        });
      }
      database.write((writer) => book.setClosed(writer, month, null, by(caller)));
    },
    /** That month and those after it are open again. */
    reopen: ({ month, reason }: Input<'expertise:reopen-month'>, caller: Caller): void => {
      const closed = book.closedThrough();
      if (closed === null || month > closed) {
        throw new VigieError('ledger/not-closed', `${monthName(month)} is not closed.`, { month: monthName(month) });
      }
      database.write((writer) => book.setClosed(writer, month - 1, reason, by(caller)));
    },
  };
};

export type LotService = ReturnType<typeof createLotService>;
