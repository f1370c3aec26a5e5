import type { CommandResult } from '../../shared/ipc/desk-schemas.ts';
import type { QueueRow } from '../../shared/ipc/schemas.ts';
import type { TicketCommand } from '../../shared/ticket/command.ts';
import { ticketDetailQuery, type AnsweredPage } from './queries.ts';
import { call } from './client.ts';
import { queryClient } from './query-client.ts';

export type Target = {
  readonly id: number;
  readonly expectedVersion: number | null;
  /** What is done with this one, instead of what is done with all. */
  readonly commands?: TicketCommand[];
};

/** The ticket itself is asked again once its new row is drawn. */
const ASK_AFTER_MS = 30;

/** Puts a row that a command gave back where list and page show it, before these are asked again: the next verb finds the new state. */
const showRow = (row: QueueRow): void => {
  const { queryKey } = ticketDetailQuery(row.id, null);
  queryClient.setQueryData(queryKey, (detail) => (detail === undefined ? detail : { ...detail, row }));
  setTimeout(() => void queryClient.invalidateQueries({ queryKey }), ASK_AFTER_MS);
  queryClient.setQueriesData<AnsweredPage>({ queryKey: ['queue', 'page'] }, (answered) =>
    answered === undefined || answered.query.asOfMs !== null || !answered.page.rows.some(({ id }) => id === row.id)
      ? answered
      : {
          ...answered,
          page: { ...answered.page, rows: answered.page.rows.map((old) => (old.id === row.id ? row : old)) },
        },
  );
};

/** Does something with tickets; resolves once it is on disk. Throws a CallFailure where one ticket alone is refused. */
export const runCommands = async (
  targets: readonly Target[],
  commands: readonly TicketCommand[],
): Promise<CommandResult> => {
  const result = await call('ticket:run-commands', { targets: [...targets], commands: [...commands] });
  if (result.row !== null) showRow(result.row);
  return result;
};
