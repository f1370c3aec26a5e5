import { monthAt, monthEndMs } from '../../../shared/expertise/month.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from './customer-book.ts';
import type { CustomerRepo } from './customer-repo.ts';
import type { TierService } from './tier-service.ts';

type Parts = {
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly tiers: TierService;
  readonly clock: PresentClock;
  readonly onChanged: (customerIds: readonly number[] | null) => void;
};

/** What passing time does with customers: tiers that were ordered take effect, and a month's hours end with it. */
export const createCustomerCalendar = ({ book, customers, tiers, clock, onChanged }: Parts) => {
  let month = monthAt(book.zone, clock.nowMs());
  return {
    catchUp: (): void => {
      const changed = tiers.applyDue();
      const current = monthAt(book.zone, clock.nowMs());
      if (current !== month) onChanged(null);
      else if (changed.length > 0) onChanged(changed);
      month = current;
    },
    /** When there is something to catch up next. */
    nextAtMs: (nowMs: InstantMs): InstantMs =>
      Math.min(monthEndMs(book.zone, nowMs), customers.nextTierAtMs() ?? Infinity),
  };
};
