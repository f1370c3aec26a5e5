import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { instant, type World } from './world.ts';

type Work = CallInput<'expertise:log-work'>;

/** What experts and leads do with customers and their hours, with as little said as a test needs. */
export const ledgerOf = (world: World) => {
  const work = (customerId: number, start: string, end: string, more: Partial<Work> = {}): Work => ({
    ...{ customerId, expert: null, assignment: 'advice', startMs: instant(start), endMs: instant(end), isTimed: true },
    ...{ ticketId: null, note: null, isCustomerFault: null, overageReason: null },
    ...more,
  });
  return {
    work,
    customer: async (name: string, tier: string, since: string | null = '2026-01-01T00:00:00Z'): Promise<number> => {
      const sinceMs = since === null ? null : instant(since);
      return (await world.call('customer:save', { id: null, name, tier, sinceMs })).row.id;
    },
    log: async (...of: Parameters<typeof work>): Promise<CallOutput<'expertise:log-work'>> =>
      world.call('expertise:log-work', work(...of)),
    pack: async (customerId: number, minutes: number, from: string, until: string | null = null) =>
      world.call('expertise:add-pack', {
        ...{ customerId, minutes, fromMs: instant(from), untilMs: until === null ? null : instant(until) },
        ...{ order: null, note: null },
      }),
    changeTier: async (id: number, tier: string, more: Partial<CallInput<'customer:change-tier'>> = {}) =>
      world.call('customer:change-tier', {
        ...{ id, tier, effectiveAtMs: null, askedBy: 'Ada', askedAtMs: instant('2026-01-01T00:00:00Z') },
        ...{ channel: 'mail', note: null },
        ...more,
      }),
    ledger: (customerId: number) => world.call('expertise:get-ledger', { customerId }),
  };
};
