import fc from 'fast-check';
import type { Actor } from '../../../shared/access/actor.ts';
import { PRIORITIES } from '../../../shared/sla/policy.ts';
import type { TicketCommand } from '../../../shared/ticket/command.ts';
import { GRADES } from '../../../shared/ticket/priority-matrix.ts';
import { LEVELS } from '../../../shared/ticket/ticket.ts';

const MINUTE = 60_000;
const word = fc.constantFrom('vpn', 'backup', 'réseau', 'x');
const line = fc.option(word);
const grade = fc.option(fc.constantFrom(...GRADES));

/** A command as of a present instant, on one of the tickets with these ids. */
export type MakeCommand = (nowMs: number, ids: readonly number[]) => TicketCommand;

const made = <Facts>(
  facts: fc.Arbitrary<Facts>,
  make: (facts: Facts, nowMs: number, ids: readonly number[]) => TicketCommand,
) =>
  facts.map(
    (one): MakeCommand =>
      (nowMs, ids) =>
        make(one, nowMs, ids),
  );

/** How long ago it happened, in minutes: mostly now, often hours ago, sometimes far too long ago or ahead. */
const back = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 4, arbitrary: fc.integer({ min: 0, max: 300 }) },
  { weight: 1, arbitrary: fc.constantFrom(-10, 20_000) },
);
const dated = (minutes: number | undefined, nowMs: number) =>
  minutes === undefined ? {} : { atMs: nowMs - minutes * MINUTE };
const ahead = fc.option(fc.integer({ min: -5, max: 5_000 }));
const other = fc.nat({ max: 3 });
const idOf = (index: number, ids: readonly number[]): number => ids[index] ?? 999_999;

export const commands: fc.Arbitrary<MakeCommand> = fc.oneof(
  made(fc.record({ word, back }), ({ word: text, back: minutes }, nowMs) => ({
    ...({ kind: 'respond', by: 'call', subject: null, text } as const),
    ...dated(minutes, nowMs),
  })),
  made(word, (text) => ({ kind: 'note', text })),
  {
    weight: 3,
    arbitrary: made(fc.record({ word, wake: ahead, back }), ({ word: reason, wake, back: minutes }, nowMs) => ({
      ...({ kind: 'waitForCustomer', reason, remindAtMs: null } as const),
      wakeAtMs: wake === null ? null : nowMs + wake * MINUTE,
      ...dated(minutes, nowMs),
    })),
  },
  made(
    fc.record({ word, waitedFor: fc.constantFrom('vendor', 'problem', 'evidence'), back }),
    ({ word: reason, waitedFor, back: minutes }, nowMs) => ({
      ...{ kind: 'waitForOther', waitedFor, reason, ...dated(minutes, nowMs) },
    }),
  ),
  {
    weight: 3,
    arbitrary: made(fc.record({ line, back }), ({ line: text, back: minutes }, nowMs) => ({
      ...({ kind: 'customerAnswered', text } as const),
      ...dated(minutes, nowMs),
    })),
  },
  made(fc.constant(null), () => ({ kind: 'continue' })),
  made(fc.record({ word, back }), ({ word: text, back: minutes }, nowMs) => ({
    ...({ kind: 'resolve', text } as const),
    ...dated(minutes, nowMs),
  })),
  {
    weight: 2,
    arbitrary: made(fc.record({ word, back }), ({ word: reason, back: minutes }, nowMs) => ({
      ...({ kind: 'reopen', reason } as const),
      ...dated(minutes, nowMs),
    })),
  },
  made(fc.constant(null), () => ({ kind: 'close' })),
  made(
    fc.record({ priority: fc.constantFrom(...PRIORITIES), impact: grade, urgency: grade, reason: line }),
    (facts) => ({ kind: 'changePriority', ...facts }),
  ),
  made(line, (assignee) => ({ kind: 'assign', assignee })),
  made(fc.constant(null), () => ({ kind: 'take' })),
  made(
    fc.record(
      {
        title: word,
        isBeta: fc.boolean(),
        category: fc.constantFrom('incident', 'billing', null),
        customer: fc.constantFrom('Nordlys', 'Port de Sète', 'Groupe Vallier'),
        owner: line,
        platform: fc.constantFrom('NUP', null),
      },
      { requiredKeys: [] },
    ),
    (facts) => ({ kind: 'edit', facts }),
  ),
  made(fc.record({ add: fc.array(word, { maxLength: 2 }), remove: fc.array(word, { maxLength: 2 }) }), (tags) => ({
    ...{ kind: 'tag', ...tags },
  })),
  made(fc.record({ to: fc.constantFrom(...LEVELS), word }), ({ to, word: why }) => ({
    ...{ kind: 'escalate', to, why, tried: why, evidence: null, nextStep: why },
  })),
  { weight: 2, arbitrary: made(fc.constant(null), () => ({ kind: 'acceptEscalation' })) },
  made(word, (reason) => ({ kind: 'returnEscalation', reason })),
  made(word, (why) => ({ kind: 'engageExpertise', why })),
  made(other, (index, _nowMs, ids) => ({ kind: 'link', ticketId: idOf(index, ids) })),
  made(other, (index, _nowMs, ids) => ({ kind: 'unlink', ticketId: idOf(index, ids) })),
  { weight: 2, arbitrary: made(other, (index, _nowMs, ids) => ({ kind: 'mergeInto', ticketId: idOf(index, ids) })) },
  { weight: 2, arbitrary: made(fc.constant(null), () => ({ kind: 'unmerge' })) },
  {
    weight: 2,
    arbitrary: made(
      fc.record({ ago: fc.integer({ min: 0, max: 600 }), minutes: fc.integer({ min: 1, max: 300 }), note: line }),
      ({ ago, minutes, note }, nowMs) => ({
        ...{ kind: 'keepTime', startedAtMs: nowMs - ago * MINUTE, spentMs: minutes * MINUTE, note },
      }),
    ),
  },
);

/** Four people of the desk; the number tells the sequences apart that share a database. */
export const actors = (sequence: number): readonly Actor[] => [
  { name: `ada ${sequence}`, role: 'agent', level: 'L1' },
  { name: `bo ${sequence}`, role: 'agent', level: 'L2' },
  { name: `eve ${sequence}`, role: 'expert', level: 'L1' },
  { name: `lou ${sequence}`, role: 'lead', level: 'L3' },
];

export type StepKind = 'run' | 'runAndUndo' | 'undo' | 'bulk';
export type Step = {
  readonly kind: StepKind;
  readonly ticket: number;
  readonly actor: number;
  readonly afterMin: number;
  readonly make: readonly MakeCommand[];
};

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom<StepKind>('run', 'run', 'run', 'runAndUndo', 'undo', 'bulk'),
    ticket: fc.nat({ max: 2 }),
    actor: fc.constantFrom(0, 0, 0, 1, 2, 3),
    afterMin: fc.constantFrom(0, 0, 1, 30, 240, 3_000),
    make: fc.oneof(
      { weight: 4, arbitrary: fc.tuple(commands) },
      { weight: 1, arbitrary: fc.array(commands, { minLength: 2, maxLength: 3 }) },
    ),
  }),
  { minLength: 1, maxLength: 25 },
);
