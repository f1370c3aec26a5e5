import type { Category } from '../sla/policy.ts';
import type { FileReading } from './file-reading.ts';

/** What a table may tell of a ticket: the fields that its columns are looked up for. */
export const TABLE_FIELDS = [
  'reference',
  'opened',
  'updated',
  'event',
  'responded',
  'resolved',
  'closed',
  'reopened',
  'sequence',
  'state',
  'substate',
  'priority',
  'customer',
  'requester',
  'channel',
  'group',
  'assignee',
  'title',
  'category',
  'language',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

export const TIME_FIELDS = ['opened', 'updated', 'event', 'responded', 'resolved', 'closed', 'reopened'] as const;

/** One row of a table as text, and where it stands. Null is not told. */
export type TableRow = Readonly<Record<Exclude<TableField, 'category'>, string | null>> & {
  readonly category: Category | null;
  readonly file: FileReading;
  readonly line: number;
  /** What was said of the ticket, where the table tells it beside how the ticket stands. */
  readonly comments?: readonly RowComment[];
};

/** A comment as a cell tells it: whether the customer sees it is not told there. */
export type RowComment = { readonly at: string; readonly author: string | null; readonly text: string };
