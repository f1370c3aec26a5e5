import { PRIORITIES, type Priority, type TargetSource } from '../sla/policy.ts';
import { LEVELS, type Level } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import {
  BREACH_CAUSES,
  WAIT_KINDS,
  type Promised,
  type Span,
  type TicketFacts,
  type Turn,
  type Wait,
} from './facts.ts';

/** Milliseconds since the opening: fewer digits to read. Null stays null. */
type Since = number | null;
type PromiseCode = readonly [priority: number, tier: string, breachAfter: Since, causeOrSource: number];

/** Facts as a row keeps them: lists without names, since a report reads hundreds of thousands of them. */
type FactsCode = readonly [
  priority: number,
  tier: string,
  level: number,
  open: readonly Since[],
  responded: Since,
  response: PromiseCode | 0,
  contractual: PromiseCode | 0,
  internal: PromiseCode | 0,
  waits: readonly (string | Since)[],
  turns: readonly number[],
];

const SOURCES = ['contractual', 'internal'] as const satisfies readonly TargetSource[];
const TURNS = ['escalated', 'returned'] as const satisfies readonly Turn['kind'][];
const NONE: readonly never[] = [];

const codeOfPriority = (priority: Priority | null): number => (priority === null ? -1 : PRIORITIES.indexOf(priority));

/** Facts as a text; `openedAtMs` is kept beside it. */
export const encodeFacts = (facts: TicketFacts, openedAtMs: InstantMs): string => {
  const since = (ms: InstantMs | null): Since => (ms === null ? null : ms - openedAtMs);
  const promise = (one: Promised | null): PromiseCode | 0 =>
    one === null
      ? 0
      : [
          ...([codeOfPriority(one.priority), one.tier, since(one.breachAfterMs)] as const),
          one.cause === null ? -1 : BREACH_CAUSES.indexOf(one.cause),
        ];
  const { priority, tier, level, open, respondedAtMs, response, resolution, waits, turns } = facts;
  const code: FactsCode = [
    codeOfPriority(priority),
    tier,
    LEVELS.indexOf(level),
    open.flatMap(({ fromMs, untilMs }) => [since(fromMs), since(untilMs)]),
    since(respondedAtMs),
    response === null
      ? 0
      : [
          ...([codeOfPriority(response.priority), response.tier, since(response.breachAfterMs)] as const),
          SOURCES.indexOf(response.source),
        ],
    promise(resolution.contractual),
    promise(resolution.internal),
    waits.flatMap((wait) => [WAIT_KINDS.indexOf(wait.for), wait.reason, since(wait.fromMs), since(wait.untilMs)]),
    turns.flatMap(({ kind, atMs, level: of }) => [TURNS.indexOf(kind), atMs - openedAtMs, LEVELS.indexOf(of)]),
  ];
  return JSON.stringify(code);
};

/** The facts that a text was made of. */
export const decodeFacts = (text: string, openedAtMs: InstantMs): TicketFacts => {
  const code = JSON.parse(text) as FactsCode;
  const at = (since: Since): InstantMs | null => (since === null ? null : since + openedAtMs);
  const promise = (one: PromiseCode | 0): Promised | null =>
    one === 0
      ? null
      : {
          priority: PRIORITIES[one[0]] ?? null,
          tier: one[1],
          breachAfterMs: at(one[2]),
          cause: BREACH_CAUSES[one[3]] ?? null,
        };
  const response = code[5];
  return {
    priority: PRIORITIES[code[0]] ?? null,
    tier: code[1],
    level: levelOf(code[2]),
    open: spansOf(code[3], openedAtMs),
    respondedAtMs: at(code[4]),
    response:
      response === 0
        ? null
        : {
            priority: PRIORITIES[response[0]] ?? null,
            tier: response[1],
            breachAfterMs: at(response[2]),
            source: SOURCES[response[3]] ?? 'internal',
          },
    resolution: { contractual: promise(code[6]), internal: promise(code[7]) },
    waits: code[8].length === 0 ? NONE : waitsOf(code[8], openedAtMs),
    turns: code[9].length === 0 ? NONE : turnsOf(code[9], openedAtMs),
  };
};

const levelOf = (index: number): Level => LEVELS[index] ?? 'L1';

const spansOf = (code: readonly Since[], openedAtMs: InstantMs): Span[] => {
  const spans: Span[] = [];
  for (let i = 0; i < code.length; i += 2) {
    const untilMs = code[i + 1] ?? null;
    spans.push({ fromMs: (code[i] ?? 0) + openedAtMs, untilMs: untilMs === null ? null : untilMs + openedAtMs });
  }
  return spans;
};

const waitsOf = (code: FactsCode[8], openedAtMs: InstantMs): Wait[] => {
  const waits: Wait[] = [];
  for (let i = 0; i < code.length; i += 4) {
    const [kind, reason, fromMs, untilMs] = code.slice(i, i + 4);
    waits.push({
      for: WAIT_KINDS[Number(kind)] ?? 'customer',
      reason: typeof reason === 'string' ? reason : null,
      fromMs: Number(fromMs) + openedAtMs,
      untilMs: typeof untilMs === 'number' ? untilMs + openedAtMs : null,
    });
  }
  return waits;
};

const turnsOf = (code: readonly number[], openedAtMs: InstantMs): Turn[] => {
  const turns: Turn[] = [];
  for (let i = 0; i < code.length; i += 3) {
    const kind = TURNS[code[i] ?? 0] ?? 'escalated';
    turns.push({ kind, atMs: (code[i + 1] ?? 0) + openedAtMs, level: levelOf(code[i + 2] ?? 0) });
  }
  return turns;
};
