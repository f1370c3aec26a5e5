import { HANDOVER_SECTIONS, type HandoverItem, type HandoverSection } from '../../../shared/handover/handover.ts';
import type { HandoverPage } from '../../../shared/ipc/handover-calls.ts';

export type PageItem = HandoverPage['items'][number];

export type Section<Item> = { readonly section: HandoverSection; readonly items: readonly Item[] };

/** Items by their sections, in the order of the document; sections that hold none are left out. */
export const inSections = <Item extends Pick<HandoverItem, 'section'>>(items: readonly Item[]): Section<Item>[] =>
  HANDOVER_SECTIONS.map((section) => ({ section, items: items.filter((item) => item.section === section) })).filter(
    (one) => one.items.length > 0,
  );

/** The items of a page as they stand, section after section. */
export const inOrder = ({ items }: Pick<HandoverPage, 'items'>): PageItem[] =>
  inSections(items).flatMap((section) => section.items);

/** What can still be accepted: while it is offered all that nobody has, after both signatures what is left of it. */
export const acceptable = (
  { items, offered, signed }: Pick<HandoverPage, 'items' | 'offered' | 'signed'>,
  leftIds: ReadonlySet<string>,
): PageItem[] =>
  offered === null
    ? []
    : items.filter(
        ({ id, accepted, late }) => accepted === null && late === null && (signed === null || leftIds.has(id)),
      );

/** Whoever accepts a ticket in one section accepts it in all of them. */
export const withTwins = (open: readonly PageItem[], ids: ReadonlySet<string>): string[] => {
  const tickets = new Set(open.flatMap(({ id, ticketId }) => (ids.has(id) && ticketId !== null ? [ticketId] : [])));
  return open
    .filter(({ id, ticketId }) => ids.has(id) || (ticketId !== null && tickets.has(ticketId)))
    .map(({ id }) => id);
};

/** A ticket's reference and the rest; what is no ticket has no reference. */
export const titleParts = ({
  ticketId,
  title,
}: Pick<HandoverItem, 'ticketId' | 'title'>): { readonly reference: string | null; readonly rest: string } => {
  if (ticketId === null) return { reference: null, rest: title };
  const space = title.indexOf(' ');
  return space === -1
    ? { reference: title, rest: '' }
    : { reference: title.slice(0, space), rest: title.slice(space + 1) };
};

/** An open P1 goes over with its next action and its next promised update (DOMAIN: Escalation and handover). */
export const lacks = ({
  section,
  nextAction,
  nextUpdateMs,
}: Pick<HandoverItem, 'section' | 'nextAction' | 'nextUpdateMs'>): ('nextAction' | 'nextUpdate')[] =>
  section === 'openP1'
    ? [
        ...(nextAction === null ? (['nextAction'] as const) : []),
        ...(nextUpdateMs === null ? (['nextUpdate'] as const) : []),
      ]
    : [];
