import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  proposeMoves,
  type Move,
  type Shared,
  type ShareRules,
  type Sharer,
} from '../../../shared/steering/rebalance.ts';

const NAMES = ['ada', 'bo', 'chi', 'dan', 'eva'] as const;

type Level = { readonly sharers: Sharer[]; readonly tickets: Shared[] };

const level = (isPlain: boolean): fc.Arbitrary<Level> =>
  fc
    .record({
      people: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom(...NAMES),
          isAway: isPlain ? fc.constant(false) : fc.boolean(),
          languages: isPlain
            ? fc.constant(null)
            : fc.constantFrom(null, ['en'] as const, ['fr'] as const, ['en', 'fr'] as const),
        }),
        { selector: ({ name }) => name, minLength: 1 },
      ),
      tickets: fc.array(
        fc.record({
          assignee: fc.option(fc.constantFrom(...NAMES)),
          priority: isPlain ? fc.constant('P3' as const) : fc.constantFrom('P1' as const, 'P2' as const, null),
          language: fc.constantFrom('en', 'fr', null),
          rank: fc.nat(20),
        }),
        { maxLength: 40 },
      ),
    })
    .map(({ people, tickets }) => {
      const listed = tickets.map((ticket, i) => ({ ...ticket, id: i + 1 }));
      const loadOf = (name: string) => listed.filter(({ assignee }) => assignee === name).length;
      return { sharers: people.map((one) => ({ ...one, load: loadOf(one.name) })), tickets: listed };
    });

const rules: fc.Arbitrary<ShareRules> = fc.record({ movesP1: fc.boolean(), sharesUnassigned: fc.boolean() });

const applied = ({ sharers, tickets }: Level, moves: readonly Move[]): Level => {
  const to = new Map(moves.map((move) => [move.ticketId, move.to]));
  const after = tickets.map((ticket) => ({ ...ticket, assignee: to.get(ticket.id) ?? ticket.assignee }));
  const loadOf = (name: string) => after.filter(({ assignee }) => assignee === name).length;
  return { tickets: after, sharers: sharers.map((one) => ({ ...one, load: loadOf(one.name) })) };
};

describe('sharing out tickets', () => {
  it('gives each ticket once, to somebody of the level who is there and speaks its language', () => {
    fc.assert(
      fc.property(level(false), rules, ({ sharers, tickets }, by) => {
        const moves = proposeMoves(sharers, tickets, by);
        expect(new Set(moves.map(({ ticketId }) => ticketId)).size).toBe(moves.length);
        for (const { ticketId, from, to } of moves) {
          const ticket = tickets.find(({ id }) => id === ticketId);
          const taker = sharers.find(({ name }) => name === to);
          expect(ticket?.assignee).toBe(from);
          expect(to).not.toBe(from);
          expect(taker?.isAway).toBe(false);
          const language = ticket?.language ?? null;
          if (language !== null) expect(taker?.languages ?? [language]).toContain(language);
          if (from === null) expect(by.sharesUnassigned).toBe(true);
          else if (ticket?.priority === 'P1') expect(by.movesP1).toBe(true);
        }
      }),
    );
  });

  it('asks for nothing more once it is done', () => {
    fc.assert(
      fc.property(level(false), rules, (before, by) => {
        const after = applied(before, proposeMoves(before.sharers, before.tickets, by));
        expect(proposeMoves(after.sharers, after.tickets, by)).toEqual([]);
      }),
    );
  });

  it('says the same in whatever order it is told', () => {
    fc.assert(
      fc.property(level(false), rules, ({ sharers, tickets }, by) => {
        const moves = proposeMoves(sharers, tickets, by);
        const turned = proposeMoves(sharers.toReversed(), tickets.toReversed(), by);
        expect(turned).toEqual(moves);
      }),
    );
  });

  it('ends within one ticket of each other where nothing stands against it, with as few moves as that takes', () => {
    fc.assert(
      fc.property(level(true), (before) => {
        const moves = proposeMoves(before.sharers, before.tickets, { movesP1: false, sharesUnassigned: false });
        const loads = applied(before, moves).sharers.map(({ load }) => load);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
        // Whoever has most keeps one more: what lies above that is what must move.
        const sorted = before.sharers.map(({ load }) => load).sort((a, b) => b - a);
        const total = sorted.reduce((sum, load) => sum + load, 0);
        const share = Math.floor(total / sorted.length);
        const more = total % sorted.length;
        const needed = sorted.reduce((sum, load, i) => sum + Math.max(0, load - share - (i < more ? 1 : 0)), 0);
        expect(moves).toHaveLength(needed);
      }),
    );
  });

  it('never makes the fullest hands fuller, unless somebody is away or a ticket is nobody’s', () => {
    fc.assert(
      fc.property(level(false), (before) => {
        fc.pre(before.sharers.every(({ isAway }) => !isAway));
        const by = { movesP1: true, sharesUnassigned: false };
        const after = applied(before, proposeMoves(before.sharers, before.tickets, by));
        const fullest = ({ sharers }: Level) => Math.max(...sharers.map(({ load }) => load));
        expect(fullest(after)).toBeLessThanOrEqual(fullest(before));
      }),
    );
  });
});
