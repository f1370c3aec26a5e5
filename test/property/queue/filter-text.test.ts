import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLOCK_STATES, QUEUE_VIEWS, queueFilter, type QueueFilter } from '../../../shared/ipc/schemas.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { formatFilterText, parseFilterText } from '../../../shared/queue/filter-text.ts';
import { CATEGORIES, PRIORITIES } from '../../../shared/sla/policy.ts';
import { LEVELS, PLATFORMS, TICKET_STATES } from '../../../shared/ticket/ticket.ts';
import { runs } from '../sla/ticket-arbitraries.ts';

const HOUR = 3_600_000;
const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values]);

/** Names that could be taken for something else. */
const TRICKY = [
  'me',
  'None',
  'mé',
  '@me',
  '',
  ' ',
  'a b',
  'x,y',
  'p:q',
  '"',
  '""',
  'a"b"',
  '<2h',
  'priority:p1',
  'E\u0301',
];
const anything = fc.oneof(fc.constantFrom(...TRICKY), fc.string({ unit: 'binary', maxLength: 12 }), fc.string());
const names = fc.uniqueArray(anything, { maxLength: 5 });
const people = fc.uniqueArray(fc.option(anything), { maxLength: 5 });
const distance = fc.option(
  fc.record({
    is: fc.constantFrom('within', 'beyond'),
    ms: fc.oneof(
      fc.nat(400).map((hours) => hours * HOUR),
      fc.maxSafeNat(),
    ),
  }),
);
const WORDS = ['vpn', 'priority:p1', 'Échéance:', 'foo:bar', '"', '"x', 'a"b', 'view:"x', ':', ',', 'client:""'];
const text = fc
  .array(fc.oneof(fc.constantFrom(...WORDS), fc.string()), { maxLength: 8 })
  .map((words) => words.join(' ').replace(/\s+/g, ' ').slice(0, 400).trim());

const filters: fc.Arbitrary<QueueFilter> = fc.record({
  view: fc.constantFrom(...QUEUE_VIEWS),
  states: someOf(TICKET_STATES),
  clocks: someOf(CLOCK_STATES),
  priorities: someOf([...PRIORITIES, null]),
  tiers: names,
  levels: someOf(LEVELS),
  assignees: people,
  owners: people,
  customers: names,
  categories: someOf(CATEGORIES),
  platforms: someOf(PLATFORMS),
  languages: someOf(['en', 'fr'] as const),
  tags: names,
  escalatedTo: someOf(LEVELS),
  isBeta: fc.option(fc.boolean()),
  due: distance,
  opened: distance,
  text,
});

/** Texts that are nearly filters. */
const PIECES = [
  ...[
    'priority',
    'état',
    'state',
    'client',
    'assignee',
    'due',
    'foo',
    'view',
    ':',
    ':',
    ':',
    ',',
    ',',
    '"',
    '"',
    ' ',
    ' ',
  ],
  ...['p1', 'P2', 'waiting', 'running', 'new', 'me', 'none', '<2h', '>', '90m', '\t', '\u00a0', 'all', 'Sète', '😀'],
];
const typed = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...PIECES), { minLength: 150, maxLength: 400 }).map((pieces) => pieces.join('')),
);

describe('the text of a filter', () => {
  it('is read back to the same filter, and no other', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(queueFilter.safeParse(filter).error).toBeUndefined();
        expect(parseFilterText(formatFilterText(filter), EMPTY_FILTER)).toEqual({ filter, problems: [] });
      }),
      runs(5_000),
    );
  });

  it('can be any text: it gives a valid filter, and problems that name what stands in it', () => {
    fc.assert(
      fc.property(typed, (given) => {
        const { filter, problems } = parseFilterText(given, EMPTY_FILTER);
        expect(queueFilter.safeParse(filter).error).toBeUndefined();
        for (const { value, start, end } of problems) {
          expect(given.slice(start, end).replaceAll('"', '')).toBe(value.replaceAll('"', ''));
        }
      }),
      runs(5_000),
    );
  });

  it('does not change once it is written', () => {
    fc.assert(
      fc.property(typed, (given) => {
        const { filter } = parseFilterText(given, EMPTY_FILTER);
        const written = formatFilterText(filter);
        expect(parseFilterText(written, EMPTY_FILTER)).toEqual({ filter, problems: [] });
        expect(formatFilterText(parseFilterText(written, EMPTY_FILTER).filter)).toBe(written);
      }),
      runs(5_000),
    );
  });
});
