import type { CustomerBook } from '../customer/customer-book.ts';
import type { Caller, Handlers } from '../router.ts';
import type { ConsumptionService } from './consumption-service.ts';
import type { LedgerViews } from './ledger-view.ts';
import type { LotService } from './lot-service.ts';
import type { WorkService } from './work-service.ts';

type Parts = {
  readonly book: CustomerBook;
  readonly views: LedgerViews;
  readonly work: WorkService;
  readonly lots: LotService;
  readonly consumption: ConsumptionService;
  readonly onChanged: (customerIds: readonly number[] | null) => void;
};

type Call = Extract<keyof Handlers<'core'>, `expertise:${string}`>;

/** Answers the calls about the ledger; what was changed is told, and the ledger given as it then stands. */
export const expertiseHandlers = ({
  book,
  views,
  work,
  lots,
  consumption,
  onChanged,
}: Parts): Pick<Handlers<'core'>, Call> => {
  const changing =
    <Order extends { readonly customerId: number }>(change: (order: Order, caller: Caller) => void) =>
    (order: Order, caller: Caller) => {
      change(order, caller);
      onChanged([order.customerId]);
      return views.of(order.customerId);
    };
  const closing =
    <Order>(change: (order: Order, caller: Caller) => void) =>
    (order: Order, caller: Caller) => {
      change(order, caller);
      onChanged(null);
      return { closedThrough: book.closedThrough() };
    };
  return {
    'expertise:get-ledger': ({ customerId }) => views.of(customerId),
    'expertise:preview-work': work.preview,
    'expertise:log-work': (input, caller) => {
      const logged = work.log(input, caller);
      onChanged([input.customerId]);
      return logged;
    },
    'expertise:reverse-work': changing(work.reverse),
    'expertise:add-pack': changing(lots.addPack),
    'expertise:grant-goodwill': changing(lots.grantGoodwill),
    'expertise:adjust-lot': changing(lots.adjust),
    'expertise:list-pending': work.pending,
    'expertise:decide-overage': changing(work.decide),
    'expertise:get-consumption': consumption.get,
    'expertise:close-month': closing(lots.close),
    'expertise:reopen-month': closing(lots.reopen),
  };
};
