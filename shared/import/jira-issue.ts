import type { InstantMs } from '../time/instant.ts';
import { rowsOfChanges, type ChangeField, type FieldChange, type Standing } from './change-rows.ts';
import type { FileReading } from './file-reading.ts';
import type { ImportedTicket } from './imported-ticket.ts';
import { jiraText } from './jira-text.ts';
import { readJiraPriority, readJiraState } from './jira-words.ts';
import { listAt, textAt, valueAt } from './json-path.ts';
import { isRecord } from './json-table.ts';
import { ticketFromChanges } from './ticket-from-changes.ts';
import type { ToldFacts } from './opening.ts';
import { ownValue } from './own-value.ts';
import type { ReadOptions } from './profile.ts';
import { readCategory } from './read-category.ts';
import { ticketFromSnapshot } from './snapshot-ticket.ts';
import { commentEvents, firstAnswerMs, type ToldComment } from './told-comments.ts';
import { createTicketWords } from './ticket-words.ts';
import { toldInstant, toldJson, toldOpening, type ToldRecord } from './told-record.ts';

/** What an answer says beside its issues. */
export type JiraAnswer = {
  /** What custom fields are called (`expand=names`). */
  readonly fieldNames: ReadonlyMap<string, string>;
  /** The category of each status that an issue stands in, by its name. */
  readonly categories: ReadonlyMap<string, string>;
};

const FIELD_OF_ITEM: Readonly<Record<string, ChangeField>> = {
  status: 'state',
  priority: 'priority',
  summary: 'title',
  issuetype: 'category',
  reporter: 'requester',
  assignee: 'assignee',
  project: 'group',
  organizations: 'customer',
};

const personOf = (value: unknown): string | null =>
  textAt(value, 'displayName') ?? textAt(value, 'name') ?? textAt(value, 'emailAddress') ?? textAt(value, 'accountId');

const nameOf = (value: unknown): string | null => textAt(value, 'name') ?? textAt(value, 'value');

/** The value of a field, by its key or by what it is called. */
const fieldCalled = (fields: unknown, { fieldNames }: JiraAnswer, names: readonly string[]): unknown => {
  for (const [key, name] of fieldNames) if (names.includes(name.toLowerCase())) return valueAt(fields, key);
  return names.map((name) => valueAt(fields, name)).find((value) => value !== undefined);
};

const firstName = (value: unknown): string | null => (Array.isArray(value) ? nameOf(value[0]) : nameOf(value));

const commentsOf = (fields: unknown, requester: string | null, record: ToldRecord, nowMs: InstantMs): ToldComment[] =>
  listAt(fields, 'comment', 'comments').flatMap((raw) => {
    const atMs = toldInstant(toldJson(raw, record.file, record.line), 'created', nowMs);
    if (atMs === null) return [];
    const author = valueAt(raw, 'author');
    const isCustomer = textAt(author, 'accountType') === 'customer' || personOf(author) === requester;
    // Where nothing tells whether the customer sees a comment, it is not claimed.
    const isPublic = valueAt(raw, 'jsdPublic') === true;
    return [{ atMs, author: personOf(author), isPublic, isOurs: !isCustomer, text: jiraText(valueAt(raw, 'body')) }];
  });

const changesOf = (issue: unknown, record: ToldRecord, nowMs: InstantMs): FieldChange[] =>
  listAt(issue, 'changelog', 'histories').flatMap((history) => {
    const items = listAt(history, 'items').flatMap((item) => {
      const field = ownValue(FIELD_OF_ITEM, textAt(item, 'field')?.toLowerCase() ?? '');
      return field === undefined ? [] : [{ field, from: textAt(item, 'fromString'), to: textAt(item, 'toString') }];
    });
    if (items.length === 0) return [];
    const atMs = toldInstant(toldJson(history, record.file, record.line), 'created', nowMs);
    return atMs === null ? [] : items.map((item) => ({ ...item, atMs, line: record.line }));
  });

const isCutOff = (part: unknown, list: 'histories' | 'comments'): boolean => {
  const total = valueAt(part, 'total');
  return typeof total === 'number' && total > listAt(part, list).length;
};

/** One issue as a ticket; null where it is left out, which is reported. */
export const jiraTicket = (
  issue: Readonly<Record<string, unknown>>,
  answer: JiraAnswer,
  place: { readonly file: FileReading; readonly line: number },
  options: ReadOptions,
): ImportedTicket | null => {
  const { file, line } = place;
  const fields = valueAt(issue, 'fields');
  const reference = textAt(issue, 'key') ?? textAt(issue, 'id');
  if (reference === null || !isRecord(fields)) {
    file.error(line, 'has no key, so it belongs to no ticket');
    return null;
  }
  const warn = (reason: string): void => file.warn(line, `${reference}: ${reason}`);
  const record = toldJson(fields, file, line);
  const openedMs = toldOpening(record, 'created', reference, options.nowMs);
  if (openedMs === null) return null;

  const readIssueState = (name: string) => readJiraState(name, answer.categories.get(name) ?? null);
  const { stateOf, priorityOf } = createTicketWords(
    record,
    { readState: readIssueState, readPriority: readJiraPriority },
    options,
  );
  const now: Standing = {
    state: nameOf(fields['status']),
    priority: nameOf(fields['priority']),
    title: textAt(fields, 'summary'),
    category: nameOf(fields['issuetype']),
    customer: firstName(fieldCalled(fields, answer, ['organizations', 'organization', 'organisations'])),
    requester: personOf(fields['reporter']) ?? personOf(fields['creator']),
    group: firstName(fieldCalled(fields, answer, ['team', 'support team'])) ?? nameOf(fields['project']),
    assignee: personOf(fields['assignee']),
  };
  const factsOf = (standing: Standing): ToldFacts => ({
    title: standing.title,
    category: standing.category === null ? null : readCategory(standing.category),
    customer: standing.customer,
    requester: standing.requester,
    channel: null,
    language: null,
    group: standing.group,
    assignee: standing.assignee,
  });
  const comments = commentsOf(fields, now.requester, record, options.nowMs);
  if (isCutOff(fields['comment'], 'comments')) warn('not all of its comments are in the file');
  const respondedMs = firstAnswerMs(comments, openedMs);
  const updatedMs = toldInstant(record, 'updated', options.nowMs);
  const told = { source: 'jira', reference, file: file.name, openedMs } as const;

  if (!isRecord(issue['changelog'])) {
    const resolvedMs = toldInstant(record, 'resolutiondate', options.nowMs);
    const state = now.state === null ? null : stateOf(now.state);
    return ticketFromSnapshot(
      {
        ...told,
        ...{ line, updatedMs, respondedMs, resolvedMs, state, stateName: now.state },
        ...{ closedMs: null, reopenedMs: null, waitingSinceMs: null },
        priority: now.priority === null ? null : priorityOf(now.priority),
        facts: factsOf(now),
        comments: commentEvents(comments),
      },
      options,
      warn,
    );
  }
  if (isCutOff(issue['changelog'], 'histories')) warn('not all of its changes are in the file; the others are missing');
  const changes = changesOf(issue, record, options.nowMs);
  const rows = rowsOfChanges({ openedMs, line, now }, changes, { stateOf, priorityOf, factsOf });
  const last = rows.at(-1) ?? rows[0];
  const isBehind = now.state !== null && now.state !== last.stateName && updatedMs !== null && updatedMs >= last.atMs;
  const latest = isBehind ? [{ ...last, atMs: updatedMs, state: stateOf(now.state), stateName: now.state }] : [];
  return ticketFromChanges(told, { rows, latest, comments, respondedMs }, options);
};
