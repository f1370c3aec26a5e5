import type { Customer } from '../../../shared/customer/customer.ts';
import type { UsedLot } from '../../../shared/expertise/allocate.ts';
import type { LedgerEntry } from '../../../shared/expertise/ledger.ts';
import type { LedgerRow, LedgerView, UsedLotRow } from '../../../shared/ipc/expertise-schemas.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Connection } from '../db/database.ts';

/** Tells the ledger of a customer as a window shows it. */
export const createLedgerView = (connection: Connection, book: CustomerBook) => {
  const referenceOf = connection.prepare<[number], string>('SELECT reference FROM ticket WHERE ticket_id = ?').pluck();

  const toLot = (lot: UsedLot, { lots, adjustments }: Customer): UsedLotRow => {
    const given = lots.find(({ id }) => id === lot.id);
    return {
      ...lot,
      order: given?.order ?? null,
      note: given?.note ?? null,
      adjustments: adjustments
        .filter(({ lotId }) => lotId === lot.id)
        .map(({ minutes, reason, by, atMs }) => ({ minutes, reason, by, atMs })),
    };
  };

  const toEntry = ({ ticketId, approval, ...entry }: LedgerEntry): LedgerRow => {
    const reference = ticketId === null ? undefined : referenceOf.get(ticketId);
    return {
      ...entry,
      parts: entry.parts.map((part) => ({ ...part, draws: [...part.draws] })),
      approvedBy: approval?.by ?? null,
      ticket: ticketId === null || reference === undefined ? null : { id: ticketId, reference },
    };
  };

  return {
    toLot,
    toEntry,
    of: (customerId: number): LedgerView => {
      const customer = book.load(customerId);
      const { asOfMs, lots, work, months } = book.ledger(customer);
      return {
        ...{ customerId, customer: customer.name, asOfMs },
        entitlement: book.entitlement(customer),
        lots: lots.map((lot) => toLot(lot, customer)),
        work: work.map(toEntry),
        months: [...months],
        closedThrough: book.closedThrough(),
      };
    },
  };
};

export type LedgerViews = ReturnType<typeof createLedgerView>;
