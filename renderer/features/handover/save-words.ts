import type { ItemWords } from '../../../shared/handover/handover.ts';
import { call, CallFailure } from '../../ipc/client.ts';
import { queryClient } from '../../ipc/query-client.ts';
import { isSameWords } from './item-draft.ts';
import { handoverQuery, keepPage } from './handover-queries.ts';

/** Others may write on other items all the while; somebody who writes this often is no person. */
const MOST_TRIES = 5;

/**
 * Saves what was written about an item that said `base`. Where only other items have changed meanwhile it is saved all the same; false
 * where this one has: whoever wrote looks at that first.
 */
export const saveWords = async (id: string, itemId: string, base: ItemWords, words: ItemWords): Promise<boolean> => {
  let page = queryClient.getQueryData(handoverQuery(id).queryKey) ?? (await call('handover:get', { id }));
  for (let tries = 1; ; tries++) {
    const item = page.items.find((one) => one.id === itemId);
    if (item !== undefined && !isSameWords(item, base)) return false;
    try {
      keepPage(await call('handover:change-item', { id, itemId, expectedVersion: page.version, ...words }));
      return true;
    } catch (error) {
      if (!(error instanceof CallFailure) || error.code !== 'handover/changed' || tries === MOST_TRIES) throw error;
      page = await call('handover:get', { id });
      keepPage(page);
    }
  }
};
