import type { CallInput } from '../../shared/ipc/contract.ts';
import { createWorld, instant } from './world.ts';

type Work = Partial<CallInput<'expertise:log-work'>> & { readonly start: string; readonly end: string };

/** A world with one customer on Silver since long, and what is done most with its ledger. */
export const createLedgerWorld = async ({ now = '2026-12-02T09:00:00Z', tier = 'silver', path = ':memory:' } = {}) => {
  const world = createWorld({ now, path });
  world.become({ name: 'Lea', role: 'lead' });
  const { row } = await world.call('customer:save', {
    ...{ id: null, name: 'Clinique du Lac', tier, language: 'fr', sinceMs: instant('2025-01-10T09:00:00Z') },
  });
  const customerId = row.id;
  return {
    world,
    customerId,
    log: async ({ start, end, ...more }: Work): Promise<string> =>
      (
        await world.call('expertise:log-work', {
          ...{ customerId, expert: 'Ada', assignment: 'advice', isTimed: true, ticketId: null, note: null },
          ...{ isCustomerFault: null, overageReason: null, startMs: instant(start), endMs: instant(end) },
          ...more,
        })
      ).workId,
    pack: (minutes: number, from: string, until: string | null = null, order: string | null = null) =>
      world.call('expertise:add-pack', {
        ...{ customerId, minutes, order, note: null },
        ...{ fromMs: instant(from), untilMs: until === null ? null : instant(until) },
      }),
    ledger: () => world.call('expertise:get-ledger', { customerId }),
    customer: () => world.call('customer:get', { id: customerId }),
  };
};
