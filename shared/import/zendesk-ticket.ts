import type { Priority } from '../sla/policy.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import { ticketFromChanges } from './ticket-from-changes.ts';
import type { ToldFacts } from './opening.ts';
import type { ReadOptions } from './profile.ts';
import { readCategory } from './read-category.ts';
import { readPriority } from './read-priority.ts';
import type { ReadState } from './read-state.ts';
import { stateAsSaid } from './said-values.ts';
import { ticketFromSnapshot } from './snapshot-ticket.ts';
import { commentEvents, firstAnswerMs, type ToldComment } from './told-comments.ts';
import { toldInstant, toldOpening, warnOfPriority, warnOfState, type ToldRecord } from './told-record.ts';
import { rowsOfHistory, type ZendeskIds } from './zendesk-history.ts';
import type { ZendeskStore } from './zendesk-store.ts';
import { readZendeskState } from './zendesk-words.ts';

const priorityOf = (record: ToldRecord, options: ReadOptions): Priority | null => {
  const text = record.text('priority');
  const priority = text === null ? null : (options.said?.priorities.get(text) ?? readPriority(text));
  if (text !== null) options.onValue?.('priority', text, priority);
  if (text !== null && (priority === null || priority === 'planning')) warnOfPriority(record, text);
  return priority === 'planning' ? null : priority;
};

const stateOf = (record: ToldRecord, options: ReadOptions): ReadState | null => {
  const text = record.text('status');
  const state = text === null ? null : stateAsSaid(text, readZendeskState, options);
  if (text !== null && state === null) warnOfState(record, text);
  return state;
};

/** Puts together what an import told of one ticket. */
export const createZendeskAssembler = (store: ZendeskStore, options: ReadOptions) => {
  const { nowMs } = options;
  const nameOf = (id: string | null): string | null => (id === null ? null : (store.users.get(id)?.name ?? id));

  const factsReader = (record: ToldRecord) => {
    const type = record.text('type');
    const category = type === null ? null : readCategory(type);
    const channel = record.text('via_channel');
    return (ids: ZendeskIds): ToldFacts => {
      const requester = ids.requester_id === null ? undefined : store.users.get(ids.requester_id);
      const organizationId = ids.organization_id ?? requester?.organizationId ?? null;
      return {
        title: ids.subject,
        category,
        customer: organizationId === null ? null : (store.organizations.get(organizationId) ?? organizationId),
        requester: nameOf(ids.requester_id),
        channel,
        language: requester?.language ?? null,
        group: ids.group_id === null ? null : (store.groups.get(ids.group_id) ?? ids.group_id),
        assignee: nameOf(ids.assignee_id),
      };
    };
  };

  const commentsOf = (reference: string): ToldComment[] =>
    (store.comments.get(reference) ?? []).flatMap((record) => {
      const atMs = toldInstant(record, record.text('created') === null ? 'created_at' : 'created', nowMs);
      const authorId = record.id('user_id') ?? record.id('author_id');
      if (atMs === null) return [];
      return [
        {
          atMs,
          author: nameOf(authorId),
          isPublic: record.text('public')?.toLowerCase() !== 'false',
          isOurs: authorId !== null && store.users.get(authorId)?.isAgent === true,
          text: record.text('body') ?? '',
        },
      ];
    });

  return (reference: string, record: ToldRecord): ImportedTicket | null => {
    const { file, line } = record;
    const openedMs = toldOpening(record, 'created_at', reference, nowMs);
    if (openedMs === null) return null;
    const finalState = stateOf(record, options);
    if (finalState === 'deleted') {
      file.warn(line, `${reference} was deleted where it comes from; left out`);
      return null;
    }
    const ids: ZendeskIds = {
      requester_id: record.id('requester_id'),
      organization_id: record.id('organization_id'),
      group_id: record.id('group_id'),
      assignee_id: record.id('assignee_id'),
      subject: record.text('subject'),
    };
    const factsOf = factsReader(record);
    const comments = commentsOf(reference);
    const respondedMs = firstAnswerMs(comments, openedMs);
    const updatedMs = toldInstant(record, 'updated_at', nowMs);
    const priority = priorityOf(record, options);
    const told = { source: 'zendesk', reference, file: file.name, openedMs } as const;
    const history = store.history.get(reference) ?? [];
    const rows = rowsOfHistory({ openedMs, line, ids, priority }, history, options, factsOf);
    if (rows === null) {
      return ticketFromSnapshot(
        {
          ...told,
          line,
          updatedMs,
          respondedMs,
          resolvedMs: null,
          closedMs: null,
          reopenedMs: null,
          waitingSinceMs: null,
          state: finalState,
          stateName: record.text('status'),
          priority,
          facts: factsOf(ids),
          comments: commentEvents(comments),
        },
        options,
        (reason) => file.warn(line, `${reference}: ${reason}`),
      );
    }
    const last = rows.at(-1) ?? rows[0];
    const isBehind = finalState !== null && finalState !== last.state && updatedMs !== null && updatedMs >= last.atMs;
    const stateNow: TicketState | null = isBehind ? finalState : null;
    const latest =
      stateNow === null
        ? []
        : [{ ...last, atMs: updatedMs ?? last.atMs, state: stateNow, stateName: record.text('status') }];
    return ticketFromChanges(told, { rows, latest, comments, respondedMs }, options);
  };
};
