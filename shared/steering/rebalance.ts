import type { Priority } from '../sla/policy.ts';

/** Somebody of a level, as far as sharing its tickets goes. */
export type Sharer = {
  readonly name: string;
  /** Open tickets of the level. */
  readonly load: number;
  /** Nobody gives them anything, and what they have is given to others: absent, or left out by the lead. */
  readonly isAway: boolean;
  /** Null where nobody said: then any. */
  readonly languages: readonly string[] | null;
};

/** An open ticket of the level. */
export type Shared = {
  readonly id: number;
  /** Null: nobody's. */
  readonly assignee: string | null;
  readonly priority: Priority | null;
  readonly language: string | null;
  /** Its place in the queue: the most urgent first. */
  readonly rank: number;
};

export type ShareRules = {
  /** A P1 changes hands only where this is asked. */
  readonly movesP1: boolean;
  /** What is nobody's is shared out too. */
  readonly sharesUnassigned: boolean;
};

export type Move = {
  readonly ticketId: number;
  readonly from: string | null;
  readonly to: string;
  /** Why it moves: what it is relieved of. */
  readonly why: 'away' | 'unassigned' | 'load';
};

/** Moving one more ticket between two people is worth it from this difference on: less only swaps who has one more. */
const WORTH = 2;

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The least urgent move first: work that has hardly begun changes hands with the least loss. */
const byMovability = (a: Shared, b: Shared): number => b.rank - a.rank || b.id - a.id;

const speaks = ({ languages }: Sharer, { language }: Shared): boolean =>
  languages === null || language === null || languages.includes(language);

/**
 * Who should take which tickets of a level, so that all who are there have about as many: the same answer for the same facts, in whatever
 * order they are told. A ticket moves only where the taker has at least two fewer than the giver, so that nothing moves that need not, and
 * once the answer is done it asks for nothing more. Tickets go to whoever speaks their language; a P1 stays unless that is asked.
 */
export const proposeMoves = (
  sharers: readonly Sharer[],
  tickets: readonly Shared[],
  { movesP1, sharesUnassigned }: ShareRules,
): Move[] => {
  const people = [...sharers].sort((a, b) => byName(a.name, b.name));
  const loads = new Map(people.map((one) => [one.name, one.load]));
  const loadOf = (name: string): number => loads.get(name) ?? 0;
  const takers = people.filter(({ isAway }) => !isAway);
  const away = new Set(people.filter(({ isAway }) => isAway).map(({ name }) => name));
  const isMovable = ({ priority, assignee }: Shared): boolean => movesP1 || priority !== 'P1' || assignee === null;
  const now = new Map<number, string>();
  const order = [...tickets].sort(byMovability);
  /** What each holder may give, by language, what moves first standing last: tickets of one language go to the same people. */
  const held = new Map<string, Shared[]>();
  const keyOf = (holder: string, { language }: Shared): string => JSON.stringify([holder, language]);

  const fewest = (ticket: Shared): string | null => {
    let best: string | null = null;
    for (const taker of takers) {
      if (speaks(taker, ticket) && (best === null || loadOf(taker.name) < loadOf(best))) best = taker.name;
    }
    return best;
  };
  const hold = (ticket: Shared, holder: string): void => {
    if (!isMovable(ticket) || !loads.has(holder)) return;
    const key = keyOf(holder, ticket);
    const own = held.get(key) ?? [];
    held.set(key, own);
    let [from, to] = [0, own.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const other = own[middle];
      if (other !== undefined && byMovability(other, ticket) > 0) from = middle + 1;
      else to = middle;
    }
    own.splice(from, 0, ticket);
  };
  const give = (ticket: Shared, from: string | null, to: string): void => {
    if (from !== null) loads.set(from, loadOf(from) - 1);
    loads.set(to, loadOf(to) + 1);
    now.set(ticket.id, to);
    hold(ticket, to);
  };

  // What has nobody, or somebody who is away, needs a taker first: the most urgent chooses.
  for (const ticket of order.toReversed()) {
    const { assignee } = ticket;
    const isLeft = assignee === null ? sharesUnassigned : away.has(assignee) && isMovable(ticket);
    const taker = isLeft ? fewest(ticket) : null;
    if (taker !== null) give(ticket, assignee, taker);
    else if (assignee !== null && !away.has(assignee)) hold(ticket, assignee);
  }
  type Best = { readonly key: string; readonly ticket: Shared; readonly from: string; readonly to: string };
  for (;;) {
    let best: Best | null = null;
    let widest = WORTH - 1;
    // Who takes a ticket is the same for all of a language.
    const takerOf = new Map<string | null, string | null>();
    for (const [key, own] of held) {
      const ticket = own.at(-1);
      if (ticket === undefined) continue;
      const from = now.get(ticket.id) ?? ticket.assignee;
      if (!takerOf.has(ticket.language)) takerOf.set(ticket.language, fewest(ticket));
      const to = takerOf.get(ticket.language) ?? null;
      if (from === null || to === null) continue;
      const gap = loadOf(from) - loadOf(to);
      const isBetter = gap > widest || (gap === widest && best !== null && byMovability(ticket, best.ticket) < 0);
      if (isBetter) {
        best = { key, ticket, from, to };
        widest = gap;
      }
    }
    if (best === null) break;
    held.get(best.key)?.pop();
    give(best.ticket, best.from, best.to);
  }
  return tickets
    .flatMap(({ id, assignee: from }): Move[] => {
      const to = now.get(id) ?? from;
      if (to === null || to === from) return [];
      return [{ ticketId: id, from, to, why: from === null ? 'unassigned' : away.has(from) ? 'away' : 'load' }];
    })
    .sort((a, b) => byName(a.from ?? '', b.from ?? '') || a.ticketId - b.ticketId);
};
