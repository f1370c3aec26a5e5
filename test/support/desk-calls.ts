import type { CommandResult, NewTicket } from '../../shared/ipc/desk-schemas.ts';
import type { QueueFilter, QueueRow, TicketDetail } from '../../shared/ipc/schemas.ts';
import type { Reply } from '../../shared/ipc/reply.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import type { TicketCommand } from '../../shared/ticket/command.ts';
import type { World } from './world.ts';

export const BY_DUE = { by: 'due', isDescending: false } as const;

/** A gold incident told by phone, not assigned. */
export const CALL: NewTicket = {
  ...{ customer: 'Nordlys', title: 'VPN down', description: null, category: 'incident', isBeta: false },
  ...{ priority: 'P2', impact: 'high', urgency: 'medium', priorityReason: null, channel: 'phone', language: 'fr' },
  ...{ platform: null, requester: null, contact: null, assignee: null, reportedAtMs: null, newCustomerTier: 'gold' },
};

/** The calls that tests make most, on a world. */
export const deskOf = (world: World) => {
  const order = (ids: readonly number[], commands: readonly TicketCommand[]) => ({
    targets: ids.map((id) => ({ id, expectedVersion: null })),
    commands: [...commands],
  });
  return {
    open: async (facts: Partial<NewTicket> = {}): Promise<QueueRow> =>
      (await world.call('ticket:create', { ...CALL, ...facts })).row,
    run: (ids: number | readonly number[], ...commands: readonly TicketCommand[]): Promise<CommandResult> =>
      world.call('ticket:run-commands', order(typeof ids === 'number' ? [ids] : ids, commands)),
    preview: (ids: readonly number[], ...commands: readonly TicketCommand[]) =>
      world.call('ticket:preview-commands', order(ids, commands)),
    /** The code of the refusal; `ok` where there is none. */
    codeOfRun: async (id: number, ...commands: readonly TicketCommand[]): Promise<string> =>
      codeOf(await world.reply('ticket:run-commands', order([id], commands))),
    undo: (commandId: string | null = null) => world.call('command:undo', { commandId }),
    codeOfUndo: async (commandId: string | null = null): Promise<string> =>
      codeOf(await world.reply('command:undo', { commandId })),
    detail: (id: number): Promise<TicketDetail> => world.call('ticket:get-detail', { id }),
    ids: async (filter: Partial<QueueFilter> = {}): Promise<number[]> =>
      (await world.call('queue:list-ids', { filter: { ...EMPTY_FILTER, ...filter }, sort: BY_DUE })).ids,
  };
};

export const codeOf = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code);
