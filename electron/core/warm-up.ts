import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import type { Route } from './router.ts';

/** Asks for what a window asks first, a moment before it does: statements are then prepared, and their code is compiled. */
export const warmUp = async (route: Route): Promise<void> => {
  const caller = { actor: { name: 'vigie', role: 'agent', level: 'L1' }, windowId: 0, selections: {} } as const;
  const sort = { by: 'due', isDescending: false };
  await route('queue:get-page', { filter: EMPTY_FILTER, sort, offset: 0, limit: 100 }, caller);
};
