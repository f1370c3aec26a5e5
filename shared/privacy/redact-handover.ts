import { ERASED } from './erased.ts';
import { redactFields, type Redaction } from './redact.ts';

type Told = { readonly kind: string };
type Item = { readonly ticketId: number | null; readonly title: string };

/** Of a ticket `section:ticket`. */
const ticketOf = (itemId: string): number | null => {
  const number = Number(itemId.slice(itemId.indexOf(':') + 1));
  return Number.isSafeInteger(number) ? number : null;
};

const redactItem = <One extends Item>(item: One, erased: ReadonlySet<number>, how: Redaction): One => {
  const isWhole = item.ticketId !== null && erased.has(item.ticketId);
  const redacted = redactFields(item, { ...how, isWhole });
  // Its reference stays: the title begins with it.
  const [reference = ''] = item.title.split(' ', 1);
  return isWhole && item.title !== reference ? { ...redacted, title: `${reference} ${ERASED}` } : redacted;
};

const isItem = (value: unknown): value is Item =>
  typeof value === 'object' && value !== null && 'ticketId' in value && 'title' in value;

/** What happened to a handover, without what it says of erased tickets, and without the people in what it says of others. */
export const redactHandoverEvent = <Event extends Told>(
  event: Event,
  erased: ReadonlySet<number>,
  how: Redaction,
): Event => {
  if ('items' in event && Array.isArray(event.items)) {
    return { ...event, items: event.items.map((one: unknown) => (isItem(one) ? redactItem(one, erased, how) : one)) };
  }
  if ('item' in event && isItem(event.item)) return { ...event, item: redactItem(event.item, erased, how) };
  const itemId = 'itemId' in event && typeof event.itemId === 'string' ? ticketOf(event.itemId) : null;
  return redactFields(event, { ...how, isWhole: itemId !== null && erased.has(itemId) });
};
