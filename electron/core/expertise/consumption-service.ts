import { tierAt, type Customer } from '../../../shared/customer/customer.ts';
import { monthParts, workedMin } from '../../../shared/expertise/allocate.ts';
import { packsEndAtMs } from '../../../shared/expertise/burn.ts';
import { entitledAt } from '../../../shared/expertise/entitled.ts';
import type { Ledger } from '../../../shared/expertise/ledger.ts';
import { monthAt } from '../../../shared/expertise/month.ts';
import type { Consumption, ConsumptionRow } from '../../../shared/ipc/expertise-schemas.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database } from '../db/database.ts';
import type { Input } from '../router.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly clock: PresentClock;
};

type Span = Pick<Input<'expertise:get-consumption'>, 'fromMonth' | 'toMonth'>;

/** What was consumed, by month, customer, expert and kind, and how each customer stands now. */
export const createConsumptionService = ({ database, book, customers, clock }: Parts) => {
  const rowsOf = (customerId: number, customer: Customer, { work }: Ledger, span: Span): ConsumptionRow[] => {
    const rows = new Map<string, { -readonly [Key in keyof ConsumptionRow]: ConsumptionRow[Key] }>();
    for (const { expert, assignment, reversed, parts, chargedMin, startMs, endMs } of work) {
      if (reversed !== null) continue;
      const own =
        chargedMin > 0
          ? parts
          : monthParts({ startMs, endMs }, book.zone).map((part) => ({ ...part, chargedMin: 0, overageMin: 0 }));
      for (const part of own) {
        const month = monthAt(book.zone, part.startMs);
        if (month < span.fromMonth || month > span.toMonth) continue;
        const key = `${month} ${assignment} ${expert}`;
        const row = rows.get(key) ?? {
          ...{ month, customerId, customer: customer.name, expert, assignment },
          ...{ workedMin: 0, chargedMin: 0, overageMin: 0 },
        };
        row.workedMin += workedMin(part);
        row.chargedMin += part.chargedMin;
        row.overageMin += part.overageMin;
        rows.set(key, row);
      }
    }
    return [...rows.values()];
  };

  const standingOf = (customerId: number, customer: Customer, ledger: Ledger): Consumption['standings'][number] => {
    const nowMs = clock.nowMs();
    const month = monthAt(book.zone, nowMs);
    const own = ledger.lots.filter(
      ({ kind, fromMs }) => (kind === 'monthly' || kind === 'carried') && monthAt(book.zone, fromMs) === month,
    );
    const packs = ledger.lots.filter(
      ({ kind, fromMs, untilMs }) =>
        (kind === 'pack' || kind === 'goodwill') && fromMs <= nowMs && (untilMs === null || untilMs > nowMs),
    );
    const sum = (minutes: readonly number[]): number => minutes.reduce((total, one) => total + one, 0);
    return {
      ...{ customerId, customer: customer.name, tier: tierAt(customer.tiers, nowMs) },
      grantedMin: sum(own.map(({ minutes }) => minutes)),
      usedMin: sum(own.map(({ usedMin }) => usedMin)),
      leftMin: sum(own.map(({ leftMin }) => leftMin)),
      overageMin: ledger.months.find((one) => one.month === month)?.overageMin ?? 0,
      packLeftMin: sum(packs.map(({ leftMin }) => leftMin)),
      packEndsAtMs: packsEndAtMs(ledger, nowMs),
      entitlement: entitledAt(customer, ledger, book.ledgerRules(), nowMs),
    };
  };

  return {
    get: ({ customerId, ...span }: Input<'expertise:get-consumption'>): Consumption =>
      database.read(() => {
        const ids = customerId === null ? customers.all().map(({ id }) => id) : [customerId];
        const all = ids.map((id) => {
          const customer = book.load(id);
          return { id, customer, ledger: book.ledger(customer) };
        });
        return {
          rows: all.flatMap(({ id, customer, ledger }) => rowsOf(id, customer, ledger, span)),
          standings: all.map(({ id, customer, ledger }) => standingOf(id, customer, ledger)),
          closedThrough: book.closedThrough(),
          nowMs: clock.nowMs(),
        };
      }),
  };
};
export type ConsumptionService = ReturnType<typeof createConsumptionService>;
