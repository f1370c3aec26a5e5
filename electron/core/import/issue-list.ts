import type { LineIssue } from '../../../shared/import/imported-ticket.ts';

const MOST_KEPT = 1_000;
/** A reason names what stands in the file, however long that is. */
const LONGEST_REASON = 600;

/** A reason as it is told: one line that can be read. */
export const shortReason = (reason: string): string =>
  reason.length > LONGEST_REASON ? `${reason.slice(0, LONGEST_REASON)}…` : reason;

/** Issues of one kind: the first thousand are kept, all are counted. */
export type IssueList = {
  readonly add: (issue: LineIssue) => void;
  readonly count: () => number;
  /** By file as they came, then by line. */
  readonly kept: () => LineIssue[];
};

export const createIssueList = (): IssueList => {
  const issues: LineIssue[] = [];
  const fileOrder = new Map<string, number>();
  let count = 0;
  return {
    add: (issue) => {
      count++;
      if (!fileOrder.has(issue.file)) fileOrder.set(issue.file, fileOrder.size);
      if (issues.length < MOST_KEPT) issues.push({ ...issue, reason: shortReason(issue.reason) });
    },
    count: () => count,
    kept: () =>
      [...issues].sort((a, b) => (fileOrder.get(a.file) ?? 0) - (fileOrder.get(b.file) ?? 0) || a.line - b.line),
  };
};
