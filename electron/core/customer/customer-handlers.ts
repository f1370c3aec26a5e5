import type { Caller, Handlers } from '../router.ts';
import type { DirectoryService } from './directory-service.ts';
import type { TierService } from './tier-service.ts';

type Call =
  | `customer:${'list' | 'get' | 'save' | 'save-contact' | 'remove-contact' | 'preview-merge' | 'merge'}`
  | `customer:${'preview' | 'change' | 'call-off' | 'date'}-tier`;

/** Answers the calls about customers; what was changed is told, and the customer given as it then stands. */
export const customerHandlers = (
  directory: DirectoryService,
  tiers: TierService,
  onChanged: (customerIds: readonly number[]) => void,
): Pick<Handlers<'core'>, Call> => {
  const changing =
    <Order extends { readonly id: number }>(change: (order: Order, caller: Caller) => void) =>
    (order: Order, caller: Caller) => {
      change(order, caller);
      onChanged([order.id]);
      return directory.page(order.id);
    };
  return {
    'customer:list': directory.list,
    'customer:get': ({ id }) => directory.page(id),
    'customer:save': (input, caller) => {
      const id = directory.save(input, caller);
      onChanged([id]);
      return directory.page(id);
    },
    'customer:save-contact': changing(directory.saveContact),
    'customer:remove-contact': changing(directory.removeContact),
    'customer:preview-tier': tiers.preview,
    'customer:change-tier': changing(tiers.change),
    'customer:call-off-tier': changing(tiers.cancel),
    'customer:date-tier': changing(tiers.date),
    'customer:preview-merge': directory.previewMerge,
    'customer:merge': (order, caller) => {
      directory.merge(order, caller);
      onChanged([order.id, order.intoId]);
      return directory.page(order.intoId);
    },
  };
};
