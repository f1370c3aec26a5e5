import { rowsOfChanges, type ChangeField, type FieldChange, type Standing } from './change-rows.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import { textAt, valueAt } from './json-path.ts';
import { ticketFromChanges } from './ticket-from-changes.ts';
import type { ToldFacts } from './opening.ts';
import { ownValue } from './own-value.ts';
import { plainText } from './plain-text.ts';
import type { ReadOptions } from './profile.ts';
import { ticketFromSnapshot } from './snapshot-ticket.ts';
import { createTicketWords } from './ticket-words.ts';
import { commentEvents, firstAnswerMs, type ToldComment } from './told-comments.ts';
import { toldInstant, toldJson, toldOpening } from './told-record.ts';
import type { Placed, ZammadStore } from './zammad-store.ts';
import { readZammadPriority, readZammadState, zammadStateName } from './zammad-words.ts';

const FIELD_OF_ATTRIBUTE: Readonly<Record<string, ChangeField>> = {
  state: 'state',
  priority: 'priority',
  title: 'title',
  organization: 'customer',
  customer: 'requester',
  group: 'group',
  owner: 'assignee',
};

/** Nobody: who a ticket belongs to that nobody has. */
const isNobody = (name: string): boolean => name === '-' || name === '1';

/** Puts together what an import told of one ticket. */
export const createZammadAssembler = (store: ZammadStore, options: ReadOptions) => {
  const { nowMs } = options;

  /** The name that stands beside an id in an expanded answer, else that of the assets, else the id. */
  const named = (raw: unknown, field: 'group' | 'organization' | 'state' | 'priority'): string | null => {
    const told = textAt(raw, field) ?? textAt(raw, field, 'name');
    const id = textAt(raw, `${field}_id`);
    return told ?? (id === null ? null : (store.names[field].get(id) ?? id));
  };
  const person = (raw: unknown, field: 'customer' | 'owner' | 'created_by'): string | null => {
    const id = textAt(raw, `${field}_id`);
    const name = id === null ? undefined : store.names.user.get(id);
    const told = name ?? textAt(raw, field) ?? textAt(raw, field, 'login') ?? id;
    return told === null || (field === 'owner' && isNobody(told)) ? null : told;
  };
  const customerOf = (raw: unknown): string | null => {
    const told = named(raw, 'organization');
    if (told !== null) return told;
    const id = store.organizations.get(textAt(raw, 'customer_id') ?? '');
    return id === undefined ? null : (store.names.organization.get(id) ?? id);
  };

  const commentsOf = (key: string): ToldComment[] =>
    (store.articles.get(key) ?? []).flatMap(({ raw, file, line }) => {
      const atMs = toldInstant(toldJson(raw, file, line), 'created_at', nowMs);
      if (atMs === null) return [];
      const body = textAt(raw, 'body') ?? '';
      const sender = textAt(raw, 'sender') ?? textAt(raw, 'sender_id');
      return [
        {
          atMs,
          author: person(raw, 'created_by') ?? textAt(raw, 'from'),
          isPublic: valueAt(raw, 'internal') === false,
          // Ids of a fresh installation: 1 is an agent, 2 a customer, 3 the system, whose answers are nobody's.
          isOurs: sender === 'Agent' || sender === '1',
          text: (textAt(raw, 'content_type') ?? '').includes('html') ? plainText(body) : body,
        },
      ];
    });

  const changesOf = (key: string): FieldChange[] =>
    (store.history.get(key) ?? []).flatMap(({ raw, file, line }) => {
      const field = ownValue(FIELD_OF_ATTRIBUTE, textAt(raw, 'attribute') ?? '');
      if (field === undefined || textAt(raw, 'type') !== 'updated') return [];
      const atMs = toldInstant(toldJson(raw, file, line), 'created_at', nowMs);
      if (atMs === null) return [];
      const told = (side: 'value_from' | 'value_to'): string | null => {
        const text = textAt(raw, side);
        return text !== null && field === 'assignee' && isNobody(text) ? null : text;
      };
      return [{ atMs, line, field, from: told('value_from'), to: told('value_to') }];
    });

  return (key: string, { raw, file, line }: Placed): ImportedTicket | null => {
    const reference = textAt(raw, 'number') ?? key;
    const warn = (reason: string): void => file.warn(line, `${reference}: ${reason}`);
    const record = toldJson(raw, file, line);
    const openedMs = toldOpening(record, 'created_at', reference, nowMs);
    if (openedMs === null) return null;
    const words = createTicketWords(record, { readState: readZammadState, readPriority: readZammadPriority }, options);
    const state = named(raw, 'state');
    const now: Standing = {
      state: state === null ? null : zammadStateName(state),
      priority: named(raw, 'priority'),
      title: textAt(raw, 'title'),
      category: null,
      customer: customerOf(raw),
      requester: person(raw, 'customer'),
      group: named(raw, 'group'),
      assignee: person(raw, 'owner'),
    };
    const stateNow = now.state === null ? null : words.readState(now.state);
    if (stateNow === 'deleted') {
      file.warn(line, `${reference} was deleted where it comes from; left out`);
      return null;
    }
    const factsOf = ({ title, customer, requester, group, assignee }: Standing): ToldFacts => ({
      ...{ title, customer, requester, group, assignee },
      category: null,
      channel: textAt(raw, 'create_article_type'),
      language: null,
    });
    const comments = commentsOf(key);
    const at = (field: string) => toldInstant(record, field, nowMs);
    const updatedMs = at('updated_at');
    const respondedMs = at('first_response_at') ?? firstAnswerMs(comments, openedMs);
    const told = { source: 'zammad', reference, file: file.name, openedMs } as const;
    if (!store.history.has(key)) {
      return ticketFromSnapshot(
        {
          ...told,
          ...{ line, updatedMs, respondedMs, state: stateNow, stateName: now.state },
          resolvedMs: null,
          closedMs: at('last_close_at') ?? at('close_at'),
          reopenedMs: null,
          waitingSinceMs: null,
          priority: now.priority === null ? null : words.priorityOf(now.priority),
          facts: factsOf(now),
          comments: commentEvents(comments),
        },
        options,
        warn,
      );
    }
    const rows = rowsOfChanges({ openedMs, line, now }, changesOf(key), { ...words, factsOf });
    const last = rows.at(-1) ?? rows[0];
    const isBehind = stateNow !== null && stateNow !== last.state && updatedMs !== null && updatedMs >= last.atMs;
    const latest = isBehind ? [{ ...last, atMs: updatedMs, state: stateNow, stateName: now.state }] : [];
    return ticketFromChanges(told, { rows, latest, comments, respondedMs }, options);
  };
};
