import type { Priority } from '../sla/policy.ts';
import type { TicketState } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import type { LogRow } from './log-ticket.ts';
import type { ToldFacts } from './opening.ts';

export const CHANGE_FIELDS = [
  'state',
  'priority',
  'title',
  'category',
  'customer',
  'requester',
  'group',
  'assignee',
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** How a ticket stands, in the export's own words. Null is not told, or nobody. */
export type Standing = Readonly<Record<ChangeField, string | null>>;

/** One change of a field, with what it was before. */
export type FieldChange = {
  readonly atMs: InstantMs;
  readonly line: number;
  readonly field: ChangeField;
  readonly from: string | null;
  readonly to: string | null;
};

type Meaning = {
  readonly stateOf: (text: string) => TicketState | null;
  readonly priorityOf: (text: string) => Priority | null;
  readonly factsOf: (standing: Standing) => ToldFacts;
};

type Told = { readonly openedMs: InstantMs; readonly line: number; readonly now: Standing };

/**
 * A list of changes as the rows of a log, from how the ticket stands now: what it was at first is what its first change says it was before,
 * and what no change names was always so.
 */
export const rowsOfChanges = (
  { openedMs, line, now }: Told,
  told: readonly FieldChange[],
  { stateOf, priorityOf, factsOf }: Meaning,
): readonly [LogRow, ...LogRow[]] => {
  const changes = [...told].sort((a, b) => a.atMs - b.atMs);
  let standing: Standing = now;
  for (const field of CHANGE_FIELDS) {
    const first = changes.find((change) => change.field === field);
    if (first !== undefined) standing = { ...standing, [field]: first.from };
  }
  const rowAt = (atMs: InstantMs): LogRow => ({
    line,
    atMs,
    sequence: 0,
    state: standing.state === null ? null : stateOf(standing.state),
    stateName: standing.state,
    priority: standing.priority === null ? null : priorityOf(standing.priority),
    facts: factsOf(standing),
  });
  const rows: [LogRow, ...LogRow[]] = [rowAt(openedMs)];
  changes.forEach(({ atMs, field, to }, index) => {
    standing = { ...standing, [field]: to };
    // What changes at one instant is one row, unless the ticket passes through several states in it.
    const next = changes[index + 1];
    if (next?.atMs === atMs && !(field === 'state' || next.field === 'state')) return;
    rows.push(rowAt(Math.max(atMs, openedMs)));
  });
  return rows;
};
