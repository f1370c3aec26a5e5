import type { InstantMs } from '../time/instant.ts';

/** What a handover is made of, in this order (DOMAIN: Escalation and handover). */
export const HANDOVER_SECTIONS = [
  'openP1',
  'breached',
  'due',
  'escalation',
  'callBack',
  'waiting',
  'engagement',
  'window',
  'note',
] as const;
export type HandoverSection = (typeof HANDOVER_SECTIONS)[number];

/** One thing that is handed over. */
export type HandoverItem = {
  /** Of a ticket `section:ticket`, so that the same matter is the same item in the next handover too. */
  readonly id: string;
  readonly section: HandoverSection;
  readonly ticketId: number | null;
  /** The ticket's reference and title, the window, or the note itself. */
  readonly title: string;
  /** Due, promised, waited since or begun then; null where nothing says when. */
  readonly atMs: InstantMs | null;
  readonly nextAction: string | null;
  /** The next update that the customer was promised. */
  readonly nextUpdateMs: InstantMs | null;
  readonly note: string | null;
  /** The handover from which it was left, where nobody had accepted it. */
  readonly carriedFrom: string | null;
};

export type ItemWords = Pick<HandoverItem, 'nextAction' | 'nextUpdateMs' | 'note'>;

/** The kinds of what happens to a handover, in the order of its life. */
export const HANDOVER_KINDS = [
  'begun',
  'itemChanged',
  'noteAdded',
  'noteRemoved',
  'offered',
  'accepted',
  'signed',
] as const satisfies readonly HandoverEvent['kind'][];

/** What happened to a handover. */
export type HandoverEvent =
  | { readonly kind: 'begun'; readonly untilMs: InstantMs; readonly items: readonly HandoverItem[] }
  | ({ readonly kind: 'itemChanged'; readonly itemId: string } & ItemWords)
  | { readonly kind: 'noteAdded'; readonly item: HandoverItem }
  | { readonly kind: 'noteRemoved'; readonly itemId: string }
  /** The outgoing side signs: from now on nothing in it changes but who accepts what. */
  | { readonly kind: 'offered' }
  | { readonly kind: 'accepted'; readonly itemIds: readonly string[] }
  /** The incoming side signs: from now on nothing in it changes at all. */
  | { readonly kind: 'signed' };

export type RecordedHandoverEvent = HandoverEvent & { readonly actor: string; readonly atMs: InstantMs };

export type Signature = { readonly by: string; readonly atMs: InstantMs };

export type HandedItem = HandoverItem & {
  /** Who accepted it before the incoming side signed. */
  readonly accepted: Signature | null;
};

/** A handover as its events left it. */
export type Handover = {
  readonly begun: Signature;
  /** The end of the shift that takes over. */
  readonly untilMs: InstantMs;
  readonly items: readonly HandedItem[];
  readonly offered: Signature | null;
  readonly signed: Signature | null;
  /** What was accepted only after both had signed; the document itself stays as it was signed. */
  readonly late: Readonly<Record<string, Signature>>;
  /** Events folded. */
  readonly version: number;
};

const step = (handover: Handover, event: RecordedHandoverEvent): Handover => {
  const by = { by: event.actor, atMs: event.atMs };
  const change = (itemId: string, to: (item: HandedItem) => HandedItem): readonly HandedItem[] =>
    handover.items.map((item) => (item.id === itemId ? to(item) : item));
  switch (event.kind) {
    case 'begun':
      return handover;
    case 'itemChanged': {
      const { itemId, nextAction, nextUpdateMs, note } = event;
      return { ...handover, items: change(itemId, (item) => ({ ...item, nextAction, nextUpdateMs, note })) };
    }
    case 'noteAdded':
      return { ...handover, items: [...handover.items, { ...event.item, accepted: null }] };
    case 'noteRemoved':
      return { ...handover, items: handover.items.filter(({ id }) => id !== event.itemId) };
    case 'offered':
      return { ...handover, offered: by };
    case 'accepted': {
      if (handover.signed !== null) {
        const late = Object.fromEntries(event.itemIds.map((id) => [id, by]));
        return { ...handover, late: { ...handover.late, ...late } };
      }
      const items = handover.items.map((item) => (event.itemIds.includes(item.id) ? { ...item, accepted: by } : item));
      return { ...handover, items };
    }
    case 'signed':
      return { ...handover, signed: by };
  }
};

/** A handover from its events, in the order of recording; null where it was never begun. */
export const foldHandover = (events: readonly RecordedHandoverEvent[]): Handover | null => {
  const [begun, ...rest] = events;
  if (begun === undefined || begun.kind !== 'begun') return null;
  const first: Handover = {
    begun: { by: begun.actor, atMs: begun.atMs },
    untilMs: begun.untilMs,
    items: begun.items.map((item) => ({ ...item, accepted: null })),
    ...{ offered: null, signed: null, late: {}, version: events.length },
  };
  return rest.reduce(step, first);
};

/** What nobody has accepted so far, before or after the signatures. */
export const leftOf = ({ items, late }: Handover): readonly HandedItem[] =>
  items.filter(({ id, accepted }) => accepted === null && late[id] === undefined);
