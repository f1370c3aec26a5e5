import { setImmediate as later } from 'node:timers/promises';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { WallHours } from '../../../shared/ipc/wall-calls.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { END_INSTANT_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { compareHours, hoursAlert, hoursTurnMs } from '../../../shared/wall/hours-alert.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { WallRepo } from './wall-repo.ts';

/** How long the worker stays with ledgers before it lets other calls through. */
const SLICE_MS = 20;

type Parts = { readonly repo: WallRepo; readonly book: CustomerBook; readonly rules: Rules };

/** Customers whose hours are about to run out; `untilMs` is when passing time may change that. */
type HoursNow = { readonly rows: readonly WallHours[]; readonly untilMs: InstantMs };

type Kept = HoursNow & { readonly fromMs: InstantMs; readonly seq: number; readonly by: Rules };

/** Looks at every customer's ledger, and again only when something was recorded of one, other rules hold, or time made another of it. */
export const createWallHours = ({ repo, book, rules }: Parts) => {
  let kept: Kept | null = null;

  const look = (nowMs: InstantMs): HoursNow => {
    const rows: WallHours[] = [];
    let untilMs = END_INSTANT_MS;
    for (const customerId of repo.customers()) {
      const customer = book.load(customerId);
      const { lots } = book.ledger(customer, nowMs);
      const access = book.entitlement(customer, nowMs);
      const nextTierMs = customer.tiers.find(({ atMs }) => atMs > nowMs)?.atMs ?? END_INSTANT_MS;
      untilMs = Math.min(untilMs, nextTierMs, hoursTurnMs(lots, access, nowMs));
      const alert = hoursAlert(lots, access, nowMs);
      if (alert === null) continue;
      rows.push({ customerId, customer: customer.name, alert });
    }
    return { rows: rows.sort(compareHours), untilMs };
  };

  return {
    /** Folds every ledger a first time, a few at once: the worker answers others in between. */
    prepare: async (nowMs: InstantMs): Promise<void> => {
      if (kept?.by === rules.at(nowMs)) return;
      let endsAtMs = performance.now() + SLICE_MS;
      for (const customerId of repo.customers()) {
        book.ledger(book.load(customerId), nowMs);
        if (performance.now() < endsAtMs) continue;
        await later();
        if (!repo.isOpen()) throw new VigieError('core/stopped', 'Vigie is closing.');
        endsAtMs = performance.now() + SLICE_MS;
      }
    },
    at: (nowMs: InstantMs): HoursNow => {
      const by = rules.at(nowMs);
      const isSame = kept !== null && kept.by === by && nowMs >= kept.fromMs && nowMs < kept.untilMs;
      if (kept !== null && isSame && !repo.hasCustomerEventsSince(kept.seq)) return kept;
      const seq = repo.lastSeq();
      kept = { ...look(nowMs), fromMs: nowMs, seq, by };
      return kept;
    },
  };
};
