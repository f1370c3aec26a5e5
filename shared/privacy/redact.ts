import { ERASED } from './erased.ts';
import type { Finder } from './find-marks.ts';

/** How far something is redacted: all that people wrote, or only where marks are found. */
export type Redaction = {
  readonly isWhole: boolean;
  readonly finder: Finder;
  /** What an erased customer is called from then on; null where only people are erased. */
  readonly pseudonym: string | null;
  /** What becomes of a customer's own name, in what tells it. */
  readonly ownName?: (name: string) => string;
};

type Json = unknown;

/**
 * Texts that are no personal data of a customer: what clocks, hours and references are made of, and the names of the staff who worked. All others
 * are redacted, those of fields to come among them.
 */
const KEPT: ReadonlySet<string> = new Set([
  ...['kind', 'source', 'reference', 'priority', 'tier', 'from', 'to', 'category', 'platform', 'platforms', 'language'],
  ...['level', 'group', 'assignee', 'owner', 'channel', 'impact', 'urgency', 'by', 'waitedFor', 'step', 'approvedBy'],
  ...[
    'eventIds',
    'role',
    'contactId',
    'changeId',
    'workId',
    'lotId',
    'sessionId',
    'seriesId',
    'requestId',
    'erasureId',
  ],
  ...[
    'expert',
    'assignment',
    'order',
    'what',
    'warnings',
    'exception',
    'id',
    'itemId',
    'itemIds',
    'section',
    'carriedFrom',
  ],
]);

/** Staff, and what an approval posted: kept with all that is in them. */
const KEPT_WHOLE: ReadonlySet<string> = new Set(['asker', 'posted', 'approval']);

/** Nothing at all stands in their place: what cannot be written to must not look like an address. */
const EMPTIED: ReadonlySet<string> = new Set(['email', 'phone', 'contact', 'link']);

const textOf = (text: string, { isWhole, finder }: Redaction): string => {
  if (!isWhole) return finder.withoutPeople(text);
  return text === '' ? '' : ERASED;
};

const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const customerName = (name: string, { finder, pseudonym }: Redaction): string =>
  pseudonym !== null && finder.isName(name) ? pseudonym : name;

const field = (key: string, value: Json, how: Redaction): Json => {
  if (KEPT_WHOLE.has(key) || (KEPT.has(key) && !isRecord(value))) return value;
  if (key === 'name' && typeof value === 'string' && how.ownName !== undefined) return how.ownName(value);
  if (key === 'customer' && typeof value === 'string') return customerName(value, how);
  if (typeof value === 'string') {
    const text = textOf(value, how);
    return text !== value && EMPTIED.has(key) ? null : text;
  }
  // Tags are words of their own: an erased ticket has none.
  if ((key === 'added' || key === 'removed') && Array.isArray(value) && how.isWhole) return [];
  return inside(value, how);
};

const inside = (value: Json, how: Redaction): Json => {
  if (typeof value === 'string') return textOf(value, how);
  if (Array.isArray(value)) return value.map((one: Json) => inside(one, how));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, field(key, one, how)]));
};

/** Anything that people filled in, without what is personal in it. Doing it twice is doing it once. */
export const redactFields = <Value extends object>(value: Value, how: Redaction): Value =>
  // Only texts are replaced by texts, or by null where the field is one that may be empty.
  inside(value, how) as Value;

type Told = { readonly kind: string };

/** What happened to a ticket, redacted: when, what and by whom stays. */
export const redactTicketEvent = <Event extends Told>(event: Event, how: Redaction): Event =>
  event.kind === 'erased' ? event : redactFields(event, how);

/** What happened with a customer, redacted; its own name becomes the pseudonym. Cards of contacts that are erased are redacted whole. */
export const redactCustomerEvent = <Event extends Told>(
  event: Event,
  how: Redaction,
  contactIds: ReadonlySet<string> = new Set(),
): Event => {
  if (event.kind === 'erased') return event;
  const ownName = (name: string): string => (how.isWhole ? (how.pseudonym ?? name) : name);
  if (event.kind === 'customerAdded' || event.kind === 'customerEdited')
    return redactFields(event, { ...how, ownName });
  const contact = 'contact' in event && isRecord(event.contact) ? event.contact : null;
  const isTheirs = contact !== null && contactIds.has(String(contact['contactId']));
  return redactFields(event, isTheirs ? { ...how, isWhole: true } : how);
};
