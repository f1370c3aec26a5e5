import type { CustomerService } from '../customer/customer-service.ts';
import type { Handlers } from '../router.ts';
import type { CommandService } from '../ticket/command-service.ts';
import type { CreationService } from '../ticket/creation-service.ts';
import type { ForecastService } from './forecast-service.ts';
import type { QueueService } from './queue-service.ts';

type Parts = {
  readonly queue: QueueService;
  readonly forecasts: ForecastService;
  readonly commands: CommandService;
  readonly creation: CreationService;
  readonly finding: CustomerService;
  readonly catchUp: () => void;
  /** A ticket is in no list any more, and the timers on it are gone with it. */
  readonly onTimersGone: () => void;
};

type QueueHandlers = Pick<
  Handlers<'core'>,
  | `queue:${'get-page' | 'get-counts' | 'find-position' | 'list-ids' | 'forecast' | 'count-filters'}`
  | `ticket:${'get-detail' | 'run-commands' | 'preview-commands' | 'create' | 'take-next'}`
  | `${'customer' | 'people'}:find`
  | 'command:undo'
  | 'palette:search'
>;

/** Answers the calls about the queue, its tickets, and what is found by words. */
export const queueHandlers = ({
  queue,
  forecasts,
  commands,
  creation,
  finding,
  catchUp,
  onTimersGone,
}: Parts): QueueHandlers => ({
  'queue:get-page': queue.page,
  'queue:get-counts': queue.counts,
  'queue:find-position': queue.position,
  'queue:list-ids': queue.ids,
  'queue:forecast': (_input, caller) => forecasts.list(caller),
  'queue:count-filters': queue.countFilters,
  'ticket:get-detail': queue.detail,
  'ticket:run-commands': commands.run,
  'ticket:preview-commands': commands.preview,
  'ticket:create': (input, caller) => {
    // A tier whose time has come is the tier of what is opened now.
    catchUp();
    return creation.create(input, caller);
  },
  'ticket:take-next': (_input, caller) => commands.takeNext(caller),
  'command:undo': (input, caller) => {
    const undone = commands.undo(input, caller);
    if (undone.kinds.includes('opened')) onTimersGone();
    return undone;
  },
  'customer:find': ({ text }) => finding.find(text),
  'people:find': ({ text }) => finding.people(text),
  'palette:search': ({ text }, caller) =>
    text.trim() === ''
      ? { tickets: [], customers: [], people: [] }
      : { tickets: queue.search(text, caller), customers: finding.find(text), people: finding.people(text) },
});
