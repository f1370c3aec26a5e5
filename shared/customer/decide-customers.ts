import { foldName } from '../import/columns.ts';
import type { LineIssue } from '../import/imported-ticket.ts';
import type { TierId } from '../sla/policy.ts';
import type { InstantMs } from '../time/instant.ts';
import type { Customer } from './customer.ts';
import type { Contact, CustomerEvent, CustomerFacts } from './customer-event.ts';
import type { CustomerLine, ToldContact } from './customer-line.ts';
import { NOTHING_LISTED, type Listed } from './listed.ts';

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

type Context = {
  readonly nowMs: InstantMs;
  /** The id of a new contact. */
  readonly newId: () => string;
  readonly dateText: (ms: InstantMs) => string;
};

type Report = {
  readonly error: (line: CustomerLine, reason: string) => void;
  readonly warn: (line: CustomerLine, reason: string) => void;
};

type Tiers = readonly Pick<Customer['tiers'][number], 'tier' | 'atMs' | 'isAssumed'>[];
type DatedLine = CustomerLine & { readonly tier: TierId; readonly sinceMs: InstantMs };
type TieredLine = CustomerLine & { readonly tier: TierId };

const isTiered = (line: CustomerLine): line is TieredLine => line.tier !== null;
const isDated = (line: CustomerLine): line is DatedLine => line.tier !== null && line.sinceMs !== null;

const inOrder = (tiers: Tiers): Tiers => [...tiers].sort((a, b) => a.atMs - b.atMs);

/** With a tier that a list told: what was assumed to begin then or later gives way, as the fold of the event has it. */
const withTier = (tiers: Tiers, tier: TierId, atMs: InstantMs): Tiers =>
  inOrder([...tiers.filter((one) => !one.isAssumed || one.atMs < atMs), { tier, atMs, isAssumed: false }]);

/** Lines whose tier may be taken; the others are reported. */
const withoutClashes = (lines: readonly CustomerLine[], { error }: Report): CustomerLine[] =>
  lines.filter((line) => {
    const other = lines.filter(isDated).find((one) => one.sinceMs === line.sinceMs && one.tier !== line.tier);
    if (!isDated(line) || other === undefined) return true;
    error(
      line,
      `says ${line.tier} for ${line.name} and line ${other.line} says ${other.tier} from the same instant: a customer has one tier at a time; ` +
        'neither was taken: correct a date, or take one of the two out',
    );
    return false;
  });

/** The events that a list's tiers come to, and what the history is with them. */
const decideDated = (
  known: Tiers,
  lines: readonly DatedLine[],
  { dateText }: Context,
  report: Report,
): { readonly events: CustomerEvent[]; readonly tiers: Tiers } => {
  let tiers = known;
  const events: CustomerEvent[] = [];
  const told = new Set<InstantMs>();
  for (const line of [...lines].sort((a, b) => a.sinceMs - b.sinceMs)) {
    const { tier, sinceMs: atMs } = line;
    if (told.has(atMs)) continue;
    told.add(atMs);
    const sure = tiers.filter(({ isAssumed }) => !isAssumed);
    const same = sure.find((one) => one.atMs === atMs);
    const covering = sure.findLast((one) => one.atMs <= atMs);
    if (same !== undefined && same.tier !== tier) {
      report.error(
        line,
        `says ${tier} for ${line.name}, which Vigie knows to have had ${same.tier} from that very instant: correct the date`,
      );
    } else if (same === undefined && covering?.tier === tier) {
      report.warn(
        line,
        `says ${tier}, which ${line.name} has had since ${dateText(covering.atMs)} already; left as it is`,
      );
    } else if (same === undefined) {
      events.push({ kind: 'tierImported', tier, atMs, isListed: true });
      tiers = withTier(tiers, tier, atMs);
    }
  }
  return { events, tiers };
};

/** Lines that say a tier without a date say what is known, or are reported. */
const checkUndated = (tiers: Tiers, lines: readonly TieredLine[], nowMs: InstantMs, { error }: Report): void => {
  const present = tiers.findLast(({ atMs }) => atMs <= nowMs)?.tier ?? tiers[0]?.tier;
  for (const line of lines.filter(({ tier }) => tier !== present)) {
    error(
      line,
      `says ${line.tier} for ${line.name} without a date, and Vigie has ${present ?? 'none'}: say since when, or change the tier on the customer's page`,
    );
  }
};

/** What lines tell of a customer that is not known so, and that no list told before; of two, the first counts. */
const decideFacts = (
  known: Partial<CustomerFacts>,
  listed: Listed['facts'],
  lines: readonly CustomerLine[],
  { warn }: Report,
): CustomerEvent[] => {
  /** The line that tells something else than what is known. */
  const teller = (field: 'language' | 'platforms' | 'site' | 'note'): CustomerLine | undefined => {
    const [first, ...others] = lines.filter((line) => line[field] !== null);
    if (first === undefined) return undefined;
    const text = JSON.stringify(first[field]);
    for (const line of others.filter((one) => JSON.stringify(one[field]) !== text)) {
      warn(line, `says another ${field} of ${line.name} than line ${first.line}, which was taken`);
    }
    return [known[field], listed[field]].some((one) => JSON.stringify(one) === text) ? undefined : first;
  };
  const language = teller('language')?.language ?? null;
  const platforms = teller('platforms')?.platforms ?? null;
  const site = teller('site')?.site ?? null;
  const note = teller('note')?.note ?? null;
  const facts: Partial<CustomerFacts> = {
    ...(language === null ? {} : { language }),
    ...(platforms === null ? {} : { platforms }),
    ...(site === null ? {} : { site }),
    ...(note === null ? {} : { note }),
  };
  return Object.keys(facts).length === 0 ? [] : [{ kind: 'customerEdited', facts, isListed: true }];
};

const isSame = (contact: Contact, told: ToldContact): boolean =>
  foldName(contact.name) === foldName(told.name) ||
  (told.email !== null && contact.email?.toLowerCase() === told.email.toLowerCase());

const decideContacts = (
  known: readonly Contact[],
  listed: Listed['contacts'],
  lines: readonly CustomerLine[],
  newId: () => string,
  { warn }: Report,
): CustomerEvent[] => {
  const contacts = [...known];
  const saved = new Map<string, Contact>();
  for (const line of lines) {
    const { contact: told } = line;
    if (told === null) continue;
    const before = listed.find((contact) => isSame(contact, told));
    const news = {
      ...(told.name === before?.name ? {} : { name: told.name }),
      ...(told.role === null || told.role === before?.role ? {} : { role: told.role }),
      ...(told.email === null || told.email === before?.email ? {} : { email: told.email }),
      ...(told.phone === null || told.phone === before?.phone ? {} : { phone: told.phone }),
    };
    if (Object.keys(news).length === 0) continue;
    const at = contacts.findIndex((contact) =>
      before === undefined ? isSame(contact, told) : contact.contactId === before.contactId,
    );
    if (before !== undefined && at < 0) {
      warn(line, `tells something new of contact ${told.name} of ${line.name}, which was removed; left out`);
      continue;
    }
    const held: Contact = contacts[at] ?? {
      contactId: newId(),
      name: told.name,
      role: 'other',
      email: null,
      phone: null,
      language: null,
    };
    const contact: Contact = { ...held, ...news };
    if (at >= 0 && JSON.stringify(contact) === JSON.stringify(held)) continue;
    if (at >= 0) contacts[at] = contact;
    else contacts.push(contact);
    saved.set(contact.contactId, contact);
  }
  return [...saved.values()].map((contact) => ({ kind: 'contactSaved', contact, isListed: true }));
};

/** The first tier of a new customer and the events that add it; null where its lines do not tell. */
const decideNew = (lines: readonly CustomerLine[], context: Context, report: Report): CustomerEvent[] | null => {
  const [first] = lines;
  if (first === undefined) return null;
  const tiered = lines.filter(isTiered);
  const [told] = tiered;
  if (told === undefined) {
    for (const line of lines)
      report.error(line, `names no tier of ${line.name}, which Vigie does not know: add its tier`);
    return null;
  }
  const dated = lines.filter(isDated).sort((a, b) => a.sinceMs - b.sinceMs);
  const [earliest, ...later] = dated;
  if (earliest === undefined) {
    const other = tiered.find(({ tier }) => tier !== told.tier);
    if (other === undefined) {
      return [{ kind: 'customerAdded', name: first.name, tier: told.tier, sinceMs: null, isListed: true }];
    }
    for (const line of tiered) {
      report.error(
        line,
        `says ${line.tier} for ${line.name}, and other lines another tier, without dates: say since when it has each`,
      );
    }
    return null;
  }
  const added: CustomerEvent = {
    kind: 'customerAdded',
    name: first.name,
    tier: earliest.tier,
    sinceMs: earliest.sinceMs,
    isListed: true,
  };
  const start = [{ tier: earliest.tier, atMs: earliest.sinceMs, isAssumed: false }];
  const { events, tiers } = decideDated(start, later, context, report);
  checkUndated(
    tiers,
    tiered.filter((line) => !isDated(line)),
    context.nowMs,
    report,
  );
  return [added, ...events];
};

const decideKnown = (
  customer: Customer,
  listed: Listed['tiers'],
  all: readonly CustomerLine[],
  context: Context,
  report: Report,
): CustomerEvent[] => {
  const lines = all.filter(
    ({ tier, sinceMs }) => !listed.some((before) => before.tier === tier && before.sinceMs === sinceMs),
  );
  const { events, tiers } = decideDated(customer.tiers, lines.filter(isDated), context, report);
  checkUndated(
    tiers,
    lines.filter(isTiered).filter((line) => !isDated(line)),
    context.nowMs,
    report,
  );
  return events;
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
