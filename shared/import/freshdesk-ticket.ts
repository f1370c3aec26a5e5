import { readFreshdeskChannel, readFreshdeskState } from './freshdesk-codes.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import type { ReadOptions } from './profile.ts';
import { readCategory } from './read-category.ts';
import { readPriority } from './read-priority.ts';
import { priorityAsSaid, stateAsSaid } from './said-values.ts';
import { ticketFromSnapshot } from './snapshot-ticket.ts';
import { commentEvents, firstAnswerMs, type ToldComment } from './told-comments.ts';
import { toldInstant, toldJson, toldOpening, warnOfPriority, warnOfState, type ToldRecord } from './told-record.ts';

export type FreshdeskTicket = { readonly record: ToldRecord; readonly raw: Readonly<Record<string, unknown>> };

/** All that the files of one import told, by id, until it is put together. */
export type FreshdeskStore = {
  readonly tickets: Map<string, FreshdeskTicket>;
  /** By ticket. */
  readonly conversations: Map<string, ToldRecord[]>;
  readonly names: Readonly<Record<'company' | 'group' | 'person', Map<string, string>>>;
};

/** Puts together what an import told of one ticket; null where it is left out, which is reported. */
export const createFreshdeskAssembler = ({ conversations, names }: FreshdeskStore, options: ReadOptions) => {
  const nameOf = (kind: keyof FreshdeskStore['names'], id: string | null): string | null =>
    id === null ? null : (names[kind].get(id) ?? id);

  const commentsOf = (reference: string): ToldComment[] =>
    (conversations.get(reference) ?? []).flatMap((record) => {
      const atMs = toldInstant(record, 'created_at', options.nowMs);
      if (atMs === null) return [];
      const isPublic = record.text('private') !== 'true';
      return [
        {
          atMs,
          author: nameOf('person', record.id('user_id')),
          isPublic,
          isOurs: record.text('incoming') === 'false',
          text: record.text('body_text') ?? record.text('body') ?? '',
        },
      ];
    });

  return (reference: string, { record, raw }: FreshdeskTicket): ImportedTicket | null => {
    const { file, line } = record;
    if (raw['deleted'] === true || raw['spam'] === true) {
      file.warn(line, `${reference} was deleted where it comes from; left out`);
      return null;
    }
    const openedMs = toldOpening(record, 'created_at', reference, options.nowMs);
    if (openedMs === null) return null;
    const stats = toldJson(raw['stats'], file, line);
    const statsAt = (field: string) => toldInstant(stats, field, options.nowMs);
    const status = record.text('status');
    const state =
      status === null
        ? null
        : stateAsSaid(status, (code) => readFreshdeskState(code, record.text('status_name')), options);
    if (status !== null && state === null) warnOfState(record, status);
    const priorityText = record.text('priority');
    const priority =
      priorityText === null ? null : priorityAsSaid(priorityText, (text) => readPriority(text, 'rising'), options);
    if (priorityText !== null && priority === null) warnOfPriority(record, priorityText);
    const comments = commentsOf(reference);
    const type = record.text('type') ?? record.text('ticket_type');
    const source = record.text('source');
    const embeddedName = (field: string): string | null => toldJson(raw[field], file, line).text('name');
    return ticketFromSnapshot(
      {
        source: 'freshdesk',
        reference,
        file: file.name,
        line,
        openedMs,
        updatedMs: toldInstant(record, 'updated_at', options.nowMs),
        respondedMs: statsAt('first_responded_at') ?? firstAnswerMs(comments, openedMs),
        resolvedMs: statsAt('resolved_at'),
        closedMs: statsAt('closed_at'),
        reopenedMs: statsAt('reopened_at'),
        waitingSinceMs: statsAt('pending_since'),
        state: state === 'deleted' ? null : state,
        stateName: record.text('status_name') ?? (state === 'waitingCustomer' ? 'Pending' : status),
        priority,
        facts: {
          title: record.text('subject'),
          category: type === null ? null : readCategory(type),
          customer: embeddedName('company') ?? nameOf('company', record.id('company_id')),
          requester:
            embeddedName('requester') ?? record.text('requester_name') ?? nameOf('person', record.id('requester_id')),
          channel: source === null ? null : readFreshdeskChannel(source),
          language: null,
          group: nameOf('group', record.id('group_id')),
          assignee: record.text('responder_name') ?? nameOf('person', record.id('responder_id')),
        },
        comments: commentEvents(comments),
      },
      options,
      (reason) => file.warn(line, `${reference}: ${reason}`),
    );
  };
};
