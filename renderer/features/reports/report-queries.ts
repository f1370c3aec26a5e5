import { hashKey, queryOptions } from '@tanstack/react-query';
import type { CallInput, CallOutput } from '../../../shared/ipc/contract.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import { call, CallFailure } from '../../ipc/client.ts';

export type ReportOrder = CallInput<'report:get'>;
/** A report that knows what it answers, so that one is never shown under another's heading. */
export type AnsweredReport = { readonly order: ReportOrder; readonly page: CallOutput<'report:get'> };

/** While tickets change all the time, the report is made again this often at most. */
const AGAIN_MS = 30_000;

const isCancelled = (error: unknown): boolean => error instanceof CallFailure && error.code === 'report/cancelled';

/** How often somebody pressed 'stop'. */
let stops = 0;

/** Leaves what this window still waits for. */
export const stopReports = (): void => {
  stops++;
  void call('report:cancel', {});
};

/** Asks for a report or for its tickets. To leave one is to leave all of this window: those that are still wanted are asked for again. */
export const askReports = async <Name extends 'report:get' | 'report:get-tickets' | 'report:export'>(
  name: Name,
  input: CallInput<Name>,
  signal?: AbortSignal,
): Promise<CallOutput<Name>> => {
  const before = stops;
  const leave = (): void => void call('report:cancel', {}).catch(() => null);
  signal?.addEventListener('abort', leave);
  try {
    for (;;) {
      try {
        return await call(name, input);
      } catch (error) {
        if (!isCancelled(error) || signal?.aborted === true || stops !== before) throw error;
      }
    }
  } finally {
    signal?.removeEventListener('abort', leave);
  }
};

/** Everything under 'report' is out of date as soon as something is recorded; what is shown is then made again after a while. */
export const reportQuery = (order: ReportOrder | null) =>
  queryOptions({
    queryKey: ['report', 'page', order],
    queryFn: async ({ signal }): Promise<AnsweredReport> => {
      if (order === null) throw new CallFailure('report/span', '');
      return { order, page: await askReports('report:get', order, signal) };
    },
    enabled: order !== null,
    // Whoever opens tickets from it comes back to it.
    gcTime: 600_000,
    retry: false,
    refetchInterval: ({ state }) => (state.isInvalidated && order?.asOfMs === null ? AGAIN_MS : false),
  });

type TicketsOrder = CallInput<'report:get-tickets'>;

/** The tickets behind a number; made again with the page that has the number, which was made at `madeAtMs`. */
export const reportTicketsQuery = (input: TicketsOrder, madeAtMs: InstantMs) =>
  queryOptions({
    queryKey: ['report', 'tickets', input, madeAtMs],
    // The list stays while it is asked for again; that of another order never stands in.
    placeholderData: (before: CallOutput<'report:get-tickets'> | undefined, query) =>
      query !== undefined && hashKey([query.queryKey[2]]) === hashKey([input]) ? before : undefined,
    queryFn: ({ signal }) => askReports('report:get-tickets', input, signal),
    gcTime: 60_000,
    retry: false,
  });

export const figuresQuery = queryOptions({
  queryKey: ['figure'],
  queryFn: () => call('report:list-figures', {}),
});
