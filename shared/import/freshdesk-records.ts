import { createFileReading, type FileReading } from './file-reading.ts';
import { readFreshdeskChannel, readFreshdeskState } from './freshdesk-codes.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import { isRecord, recordsOf } from './json-table.ts';
import type { Intake, ReadOptions } from './profile.ts';
import { readCategory } from './read-category.ts';
import { readPriority } from './read-priority.ts';
import { ticketFromSnapshot } from './snapshot-ticket.ts';
import { commentEvents, firstAnswerMs, type ToldComment } from './told-comments.ts';
import { toldInstant, toldJson, toldOpening, warnOfPriority, warnOfState, type ToldRecord } from './told-record.ts';

export type FreshdeskKind = 'ticket' | 'conversation' | 'company' | 'group' | 'person';

/** What a record of Freshdesk's API is, by the fields that only such a record has; null for none that Vigie knows. */
export const freshdeskKind = (record: unknown): FreshdeskKind | null => {
  if (!isRecord(record)) return null;
  if ('incoming' in record && 'private' in record) return 'conversation';
  if ('subject' in record && typeof record['status'] === 'number') return 'ticket';
  if ('domains' in record) return 'company';
  if ('unassigned_for' in record || 'auto_ticket_assign' in record || 'agent_ids' in record) return 'group';
  if (('email' in record && 'company_id' in record) || isRecord(record['contact'])) return 'person';
  return null;
};

type RawTicket = { readonly record: ToldRecord; readonly raw: Readonly<Record<string, unknown>> };

/** Reads Freshdesk's API answers: tickets, their conversations, companies, groups, people, in any order. */
export const createFreshdeskRecords = (options: ReadOptions) => {
  const tickets = new Map<string, RawTicket>();
  const conversations = new Map<string, ToldRecord[]>();
  const names = {
    company: new Map<string, string>(),
    group: new Map<string, string>(),
    person: new Map<string, string>(),
  };

  const takeConversation = (record: ToldRecord, ticketId: string | null): void => {
    if (ticketId === null) {
      record.file.error(record.line, 'is a comment that tells no ticket');
      return;
    }
    const known = conversations.get(ticketId);
    if (known) known.push(record);
    else conversations.set(ticketId, [record]);
  };

  const takeTicket = (raw: Readonly<Record<string, unknown>>, file: FileReading, line: number): void => {
    const record = toldJson(raw, file, line);
    const reference = record.id('id');
    if (reference === null) {
      file.error(line, 'has no id, so it belongs to no ticket');
      return;
    }
    const before = tickets.get(reference);
    if (before !== undefined && JSON.stringify(before.raw) !== JSON.stringify(raw)) {
      file.warn(
        line,
        `${reference} was told already by record ${before.record.line} of '${before.record.file.name}'; the later one was taken`,
      );
    }
    tickets.set(reference, { record, raw });
    const embedded = raw['conversations'];
    if (Array.isArray(embedded)) for (const each of embedded) takeConversation(toldJson(each, file, line), reference);
  };

  const take = (raw: unknown, file: FileReading, line: number): void => {
    const kind = freshdeskKind(raw);
    const record = toldJson(raw, file, line);
    if (kind === null || !isRecord(raw)) {
      file.error(line, 'is no record of Freshdesk that Vigie knows');
    } else if (kind === 'ticket') {
      takeTicket(raw, file, line);
    } else if (kind === 'conversation') {
      takeConversation(record, record.id('ticket_id'));
    } else {
      const id = record.id('id');
      const name = record.text('name') ?? toldJson(raw['contact'], file, line).text('name');
      if (id !== null && name !== null) names[kind].set(id, name);
    }
  };

  const nameOf = (kind: keyof typeof names, id: string | null): string | null =>
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

  const assemble = (reference: string, { record, raw }: RawTicket): ImportedTicket | null => {
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
    const state = status === null ? null : readFreshdeskState(status, record.text('status_name'));
    if (status !== null && state === null) warnOfState(record, status);
    const priorityText = record.text('priority');
    const priority = priorityText === null ? null : readPriority(priorityText, 'rising');
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
        priority: priority === 'planning' ? null : priority,
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

  return {
    open: (name: string, value: unknown): Intake => {
      const records = recordsOf(value);
      if (records.length > 0 && !records.some((record) => freshdeskKind(record) !== null)) {
        return { kind: 'refused', missing: ['id', 'subject', 'status', 'created_at'] };
      }
      const file = createFileReading(name, options);
      return { kind: 'records', records, take: (record, line) => take(record, file, line) };
    },
    *finish(): Generator<ImportedTicket | null> {
      for (const [reference, ticket] of tickets) yield assemble(reference, ticket);
      for (const [reference, [first]] of conversations) {
        if (!tickets.has(reference))
          first?.file.warn(first.line, `belongs to ticket ${reference}, which no file tells; left out`);
        yield null;
      }
    },
  };
};
