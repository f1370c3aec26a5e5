import { foldName } from '../import/columns.ts';
import type { LineIssue } from '../import/imported-ticket.ts';
import type { Customer } from './customer.ts';
import type { CustomerEvent } from './customer-event.ts';
import type { CustomerLine } from './customer-line.ts';
import { decideContacts, decideFacts } from './decide-listed-facts.ts';
import { decideKnown, decideNew, withoutClashes, type Context } from './decide-listed-tiers.ts';
import { NOTHING_LISTED, type Listed, type Report } from './listed.ts';

export type KnownCustomers = {
  /** By its name, or one that it or a duplicate of it bore. */
  readonly find: (name: string) =>
    | {
        readonly id: number;
        readonly customer: Customer;
        /** What lists told of it before. */
        readonly listed: Listed;
        /** Whether the name is that of a customer that became part of it. */
        readonly isDuplicate: boolean;
      }
    | undefined;
  /** All names. */
  readonly names: readonly string[];
};

/** What a list tells of one customer: what is to be recorded, nothing where all of it is known. */
export type CustomerDecision = {
  /** Null for a new one; then the first event adds it. */
  readonly customerId: number | null;
  readonly name: string;
  readonly events: readonly CustomerEvent[];
  /** Its first line, for messages. */
  readonly file: string;
  readonly line: number;
};

export type CustomerDecisions = {
  readonly decisions: readonly CustomerDecision[];
  readonly errors: readonly LineIssue[];
  readonly warnings: readonly LineIssue[];
};

/**
 * What a list of customers adds to those that are known: customers, the history of their tiers, their facts and contacts. A line that
 * cannot be is reported and costs itself alone; a list that was taken before comes to nothing, whatever people did with the customers since.
 */
export const decideCustomers = (
  known: KnownCustomers,
  lines: readonly CustomerLine[],
  context: Context,
): CustomerDecisions => {
  const errors: LineIssue[] = [];
  const warnings: LineIssue[] = [];
  const refused = new Set<CustomerLine>();
  const report: Report = {
    error: (line, reason) => {
      refused.add(line);
      errors.push({ file: line.file, line: line.line, reason });
    },
    warn: ({ file, line }, reason) => void warnings.push({ file, line, reason }),
  };
  const groups = new Map<string, CustomerLine[]>();
  for (const line of lines) {
    const found = known.find(line.name);
    if (found?.isDuplicate === true) {
      report.warn(
        line,
        `names ${line.name}, which is part of ${found.customer.name} now; nothing of the line was taken`,
      );
      continue;
    }
    const key = found === undefined ? `new ${line.name}` : `known ${found.id}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  const alike = new Map<string, string>();
  for (const name of known.names) alike.set(foldName(name), name);
  const decisions: CustomerDecision[] = [];
  for (const group of groups.values()) {
    const own = withoutClashes(group, report);
    const [first] = own;
    if (first === undefined) continue;
    const { name, file, line } = first;
    const found = known.find(name);
    const tiers =
      found === undefined
        ? decideNew(own, context, report)
        : decideKnown(found.customer, found.listed.tiers, own, context, report);
    if (tiers === null) continue;
    if (found === undefined) {
      const twin = alike.get(foldName(name));
      if (twin !== undefined) {
        report.warn(
          first,
          `${name} reads like ${twin}: if they are one customer, merge the two on the customer's page`,
        );
      }
      alike.set(foldName(name), name);
    }
    const listed = found?.listed ?? NOTHING_LISTED;
    const kept = own.filter((one) => !refused.has(one));
    const events = [
      ...tiers,
      ...decideFacts(found?.customer ?? {}, listed.facts, kept, report),
      ...decideContacts(found?.customer.contacts ?? [], listed.contacts, kept, context.newId, report),
    ];
    decisions.push({ customerId: found?.id ?? null, name, events, file, line });
  }
  return { decisions, errors, warnings };
};
