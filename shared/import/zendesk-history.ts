import type { Priority } from '../sla/policy.ts';
import type { InstantMs } from '../time/instant.ts';
import { noInstant } from './file-reading.ts';
import type { LogRow } from './log-ticket.ts';
import type { ToldFacts } from './opening.ts';
import type { ReadOptions } from './profile.ts';
import { readPriority } from './read-priority.ts';
import { stateAsSaid } from './said-values.ts';
import { warnOfPriority, warnOfState, type ToldRecord } from './told-record.ts';
import { readZendeskState } from './zendesk-words.ts';
import type { TicketState } from '../ticket/ticket.ts';

/** The ids in a ticket whose changes the history tells. */
export type ZendeskIds = {
  readonly requester_id: string | null;
  readonly organization_id: string | null;
  readonly group_id: string | null;
  readonly assignee_id: string | null;
  readonly subject: string | null;
};

type Standing = ZendeskIds & {
  readonly priority: Priority | null;
  readonly state: TicketState | null;
  readonly stateName: string | null;
};

type Change = {
  readonly record: ToldRecord;
  readonly atMs: InstantMs;
  readonly field: string;
  readonly value: string | null;
};

const TRACKED = ['status', 'priority', 'requester_id', 'organization_id', 'group_id', 'assignee_id', 'subject'];

const isIdField = (field: string): field is keyof ZendeskIds =>
  field in { requester_id: 0, organization_id: 0, group_id: 0, assignee_id: 0, subject: 0 };

const changesOf = (records: readonly ToldRecord[], openedMs: InstantMs, nowMs: InstantMs): Change[] =>
  records
    .flatMap((record): Change[] => {
      const field = record.text('field_name');
      if (field === null || !TRACKED.includes(field)) return [];
      const text = record.text('updated');
      const atMs = text === null ? null : record.file.instant('updated', text);
      if (atMs === null) {
        record.file.error(record.line, text === null ? 'does not tell when it happened' : noInstant('updated', text));
        return [];
      }
      if (atMs > nowMs) record.file.warn(record.line, `updated '${text}' is in the future; kept as given`);
      return [
        {
          record,
          atMs: Math.max(atMs, openedMs),
          field,
          value: field.endsWith('_id') ? record.id('value') : record.text('value'),
        },
      ];
    })
    .sort((a, b) => a.atMs - b.atMs);

const changed = (before: Standing, { record, field, value }: Change, options: ReadOptions): Standing => {
  if (isIdField(field)) return { ...before, [field]: value };
  if (value === null) return before;
  if (field === 'priority') {
    const priority = options.said?.priorities.get(value) ?? readPriority(value);
    options.onValue?.('priority', value, priority);
    if (priority === null || priority === 'planning') {
      warnOfPriority(record, value);
      return before;
    }
    return { ...before, priority };
  }
  const state = stateAsSaid(value, readZendeskState, options);
  if (state === null) warnOfState(record, value);
  return state === null || state === 'deleted' ? before : { ...before, state, stateName: value };
};

/**
 * A ticket's field history as rows of a log. Fields that the history never names stand as the ticket's own row has them, from the
 * opening on; the others begin as unknown. Null where no field that Vigie tracks has any history.
 */
export const rowsOfHistory = (
  ticket: {
    readonly openedMs: InstantMs;
    readonly line: number;
    readonly ids: ZendeskIds;
    readonly priority: Priority | null;
  },
  records: readonly ToldRecord[],
  options: ReadOptions,
  factsOf: (ids: ZendeskIds) => ToldFacts,
): readonly [LogRow, ...LogRow[]] | null => {
  const { openedMs, line } = ticket;
  const changes = changesOf(records, openedMs, options.nowMs);
  if (changes.length === 0) return null;
  const told = new Set(changes.map((change) => change.field));
  const atFirst = (field: keyof ZendeskIds): string | null => (told.has(field) ? null : ticket.ids[field]);
  let standing: Standing = {
    requester_id: atFirst('requester_id'),
    organization_id: atFirst('organization_id'),
    group_id: atFirst('group_id'),
    assignee_id: atFirst('assignee_id'),
    subject: atFirst('subject'),
    priority: told.has('priority') ? null : ticket.priority,
    state: 'new',
    stateName: 'new',
  };
  const rowAt = (atMs: InstantMs): LogRow => ({
    line,
    atMs,
    sequence: 0,
    state: standing.state,
    stateName: standing.stateName,
    priority: standing.priority,
    facts: factsOf(standing),
  });
  for (const change of changes) if (change.atMs === openedMs) standing = changed(standing, change, options);
  const rows: [LogRow, ...LogRow[]] = [rowAt(openedMs)];
  changes.forEach((change, index) => {
    if (change.atMs === openedMs) return;
    standing = changed(standing, change, options);
    if (changes[index + 1]?.atMs !== change.atMs) rows.push(rowAt(change.atMs));
  });
  return rows;
};
