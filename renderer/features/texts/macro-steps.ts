import { PRIORITIES } from '../../../shared/sla/policy.ts';
import type { TicketCommand } from '../../../shared/ticket/command.ts';
import { LEVELS } from '../../../shared/ticket/ticket.ts';

/** The commands that a macro can be made of. A response is left out: what is said to a customer is written for that customer. */
export const STEP_KINDS = [
  'take',
  'assign',
  'note',
  'tag',
  'changePriority',
  'waitForCustomer',
  'waitForOther',
  'escalate',
  'resolve',
  'close',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export type StepField = {
  readonly name: string;
  readonly as: 'text' | 'line' | 'choice';
  readonly isRequired: boolean;
  readonly choices?: readonly string[];
};

const text = (name: string, isRequired = true): StepField => ({ name, as: 'text', isRequired });
const line = (name: string, isRequired = true): StepField => ({ name, as: 'line', isRequired });
const choice = (name: string, choices: readonly string[]): StepField => ({
  ...{ name, as: 'choice', isRequired: true, choices },
});

const WAITED_FOR = ['vendor', 'problem', 'evidence'] as const;

/** What each command is filled in with, in the order of its form. */
export const STEP_FIELDS: Readonly<Record<StepKind, readonly StepField[]>> = {
  take: [],
  assign: [line('assignee', false)],
  note: [text('text')],
  tag: [line('add', false), line('remove', false)],
  changePriority: [choice('priority', PRIORITIES), line('reason')],
  waitForCustomer: [text('reason')],
  waitForOther: [choice('waitedFor', WAITED_FOR), text('reason')],
  escalate: [choice('to', LEVELS.slice(1)), text('why'), text('tried'), text('evidence', false), text('nextStep')],
  resolve: [text('text')],
  close: [],
};

/** A step while it is edited. `kept` is a command that this form does not know: it stays as it is. */
export type Step = {
  readonly key: string;
  readonly kind: TicketCommand['kind'];
  readonly values: Readonly<Record<string, string>>;
  readonly kept: TicketCommand | null;
};

const isStepKind = (kind: string): kind is StepKind => STEP_KINDS.some((known) => known === kind);

export const fieldsOf = ({ kind, kept }: Step): readonly StepField[] =>
  kept === null && isStepKind(kind) ? STEP_FIELDS[kind] : [];

export const newStep = (kind: StepKind, key: string): Step => ({
  key,
  kind,
  values: Object.fromEntries(STEP_FIELDS[kind].map(({ name, choices }) => [name, choices?.[0] ?? ''])),
  kept: null,
});

const inLine = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '';

export const toStep = (command: TicketCommand, key: string): Step => {
  const { kind } = command;
  if (!isStepKind(kind)) return { key, kind, values: {}, kept: command };
  const held: Readonly<Record<string, unknown>> = command;
  return {
    key,
    kind,
    values: Object.fromEntries(STEP_FIELDS[kind].map(({ name }) => [name, inLine(held[name])])),
    kept: null,
  };
};

const tags = (value: string): string[] =>
  value
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');

/** The fields of a step that still need something. Tags need one at least, to add or to remove. */
export const gapsOf = (step: Step): string[] => {
  const isBlank = (name: string): boolean => (step.values[name] ?? '').trim() === '';
  if (step.kind === 'tag' && tags(`${step.values['add']},${step.values['remove']}`).length === 0) return ['add'];
  return fieldsOf(step)
    .filter(({ name, isRequired }) => isRequired && isBlank(name))
    .map(({ name }) => name);
};

/** The command that a step without gaps comes to; the contract has the last word on it. */
export const toCommand = ({ kind, values, kept }: Step): TicketCommand => {
  if (kept !== null) return kept;
  const of = (name: string): string => (values[name] ?? '').trim();
  const orNull = (name: string): string | null => (of(name) === '' ? null : of(name));
  switch (kind) {
    case 'assign':
      return { kind, assignee: orNull('assignee') };
    case 'note':
    case 'resolve':
      return { kind, text: of('text') };
    case 'tag':
      return { kind, add: tags(of('add')), remove: tags(of('remove')) };
    case 'changePriority': {
      const priority = PRIORITIES.find((one) => one === of('priority')) ?? 'P3';
      return { kind, priority, impact: null, urgency: null, reason: orNull('reason') };
    }
    case 'waitForCustomer':
      return { kind, reason: of('reason'), wakeAtMs: null, remindAtMs: null };
    case 'waitForOther': {
      const waitedFor = WAITED_FOR.find((one) => one === of('waitedFor')) ?? 'vendor';
      return { kind, waitedFor, reason: of('reason') };
    }
    case 'escalate': {
      const to = LEVELS.find((level) => level === of('to')) ?? 'L2';
      return { kind, to, why: of('why'), tried: of('tried'), evidence: orNull('evidence'), nextStep: of('nextStep') };
    }
    case 'close':
      return { kind };
    default:
      return { kind: 'take' };
  }
};

/** The steps with one of them moved up (−1) or down (1); at an end they stay as they are. */
export const moveStep = (steps: readonly Step[], index: number, by: 1 | -1): readonly Step[] => {
  const moved = steps[index];
  const other = steps[index + by];
  if (moved === undefined || other === undefined) return steps;
  return steps.map((step, i) => (i === index ? other : i === index + by ? moved : step));
};
