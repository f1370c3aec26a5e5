import { z } from 'zod';
import { call, nothing } from './call.ts';
import {
  commandId,
  commandOrder,
  commandPreview,
  commandResult,
  MAX_TARGETS,
  MAX_VIEWS,
  newTicket,
  undone,
} from './desk-schemas.ts';
import { forecastList } from './forecast-schemas.ts';
import { instantMs, queueCounts, queueFilter, queuePage, queueRow, queueSort, ticketDetail } from './schemas.ts';

/** The queue as it stood at a past instant; null is now. */
const asOfMs = instantMs.nullable().default(null);

/** The queue, a ticket of it, and what is done with tickets. */
export const queueCalls = {
  'queue:get-page': call(
    'core',
    z.strictObject({
      filter: queueFilter,
      sort: queueSort,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
      asOfMs,
    }),
    queuePage,
  ),
  'queue:get-counts': call('core', z.strictObject({ filter: queueFilter, asOfMs }), queueCounts),
  /** The row's position under a filter and sort, to keep a selection in sight; null where it is not among them. */
  'queue:find-position': call(
    'core',
    z.strictObject({ filter: queueFilter, sort: queueSort, id: z.number().int(), asOfMs }),
    z.strictObject({ position: z.number().int().nullable() }),
  ),
  /** Running tickets that will probably breach within the next shift: an estimate. */
  'queue:forecast': call('core', nothing, forecastList),
  /** The tickets that a filter lets through, to select them all; `total` where there are more than may be listed. */
  'queue:list-ids': call(
    'core',
    z.strictObject({ filter: queueFilter, sort: queueSort }),
    z.strictObject({ ids: z.array(z.number().int()).max(MAX_TARGETS), total: z.number().int() }),
  ),
  /** How many tickets each filter lets through. */
  'queue:count-filters': call(
    'core',
    z.strictObject({ filters: z.array(queueFilter).max(MAX_VIEWS), asOfMs }),
    z.strictObject({ counts: z.array(z.number().int()) }),
  ),
  'ticket:get-detail': call('core', z.strictObject({ id: z.number().int(), asOfMs }), ticketDetail),
  /** Refused where one ticket alone is asked for and cannot be changed; of several, those that can are. */
  'ticket:run-commands': call('core', commandOrder, commandResult),
  /** What `ticket:run-commands` would do; writes nothing. */
  'ticket:preview-commands': call('core', commandOrder, commandPreview),
  'ticket:create': call('core', newTicket, z.strictObject({ row: queueRow, commandId: z.string() }), ['agent', 'lead']),
  /** The next ticket that is due at my level and nobody's becomes mine; refused where there is none. */
  'ticket:take-next': call('core', nothing, z.strictObject({ row: queueRow, commandId: z.string() }), [
    'agent',
    'lead',
  ]),
  /** Undoes a command of the caller, the last one where none is named: its events are voided by events. */
  'command:undo': call('core', z.strictObject({ commandId: commandId.nullable() }), undone),
} as const;
