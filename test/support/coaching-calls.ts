import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { instant, type World } from './world.ts';

type Plan = CallInput<'coaching:plan'>;

/** What experts and leads do with the schedule, with as little said as a test needs. */
export const coachingOf = (world: World) => {
  const session = (customerId: number, start: string, end: string, more: Partial<Plan> = {}): Plan => ({
    ...{ customerId, askedId: null, assignment: 'advice', language: 'en', attendees: [], place: null, link: null },
    ...{ ticketId: null, objectives: null, checklist: null, note: null, expert: 'Eva' },
    ...{ startMs: instant(start), endMs: instant(end), recurrence: null, skipsBlocked: false, acceptsWarnings: true },
    ...more,
  });
  return {
    session,
    plan: async (...of: Parameters<typeof session>): Promise<CallOutput<'coaching:plan'>['page']> =>
      (await world.call('coaching:plan', session(...of))).page,
    preview: ({ customerId, assignment, ticketId, expert, startMs, endMs, recurrence }: Plan) =>
      world.call('coaching:preview', {
        ...{ customerId, assignment, ticketId, expert, startMs, endMs, recurrence, replaces: null },
      }),
    change: (
      id: string,
      change: CallInput<'coaching:change'>['change'],
      more: Partial<CallInput<'coaching:change'>> = {},
    ) => ({
      ...{ id, expectedVersion: null, scope: 'this' as const, change, acceptsWarnings: true },
      ...more,
    }),
    list: (from: string, to: string, experts: string[] | null = null, customerId: number | null = null) =>
      world.call('coaching:list', { fromMs: instant(from), toMs: instant(to), experts, customerId }),
    work: (start: string, end: string): CallInput<'coaching:finish'>['work'] => ({
      ...{ assignment: 'advice', startMs: instant(start), endMs: instant(end), isTimed: true, ticketId: null },
      ...{ note: null, isCustomerFault: null, overageReason: null },
    }),
  };
};
