import { describe, expect, it } from 'vitest';
import { isSameMacro, macroProblem, restoreMacro, toMacroEdit } from '../../../renderer/features/texts/macro-edit.ts';
import {
  fieldsOf,
  gapsOf,
  moveStep,
  newStep,
  STEP_KINDS,
  toCommand,
  toStep,
  type Step,
} from '../../../renderer/features/texts/macro-steps.ts';
import { ticketCommand, type TicketCommand } from '../../../shared/ticket/command.ts';

/** A step with something in every field. */
const filled = (step: Step): Step => ({
  ...step,
  values: Object.fromEntries(fieldsOf(step).map(({ name, choices }) => [name, choices?.[0] ?? `a ${name}`])),
});

describe.each(STEP_KINDS)('the command %s of a macro', (kind) => {
  const step = filled(newStep(kind, 'k'));

  it('is one that the contract takes once it has no gap', () => {
    expect(gapsOf(step)).toEqual([]);
    expect(ticketCommand.safeParse(toCommand(step)).error).toBeUndefined();
    expect(toCommand(step).kind).toBe(kind);
  });

  it('comes back from its command as it was', () => {
    expect(toStep(toCommand(step), 'k')).toEqual(step);
  });

  it('has a gap exactly where the contract would refuse it', () => {
    for (const { name } of fieldsOf(step)) {
      const holed = { ...step, values: { ...step.values, [name]: ' ' } };
      const isTaken = ticketCommand.safeParse(toCommand(holed)).success;
      // A priority without its reason passes the contract and is refused by the ticket; a choice always has a value.
      const isChoice = fieldsOf(step).some((field) => field.name === name && field.as === 'choice');
      if (kind !== 'changePriority' && !isChoice) expect(gapsOf(holed).length === 0, name).toBe(isTaken);
    }
  });
});

describe('macros', () => {
  const take: TicketCommand = { kind: 'take' };
  const note: TicketCommand = { kind: 'note', text: 'x' };
  const macro = { id: 1, name: 'M', commands: [take, note] };

  it('keep a command that their editor does not know', () => {
    const kept: TicketCommand = { kind: 'reopen', reason: 'again' };
    expect(toCommand(toStep(kept, 'k'))).toBe(kept);
    expect(gapsOf(toStep(kept, 'k'))).toEqual([]);
  });

  it('move a step by one, and not beyond the ends', () => {
    const { steps } = toMacroEdit(macro);
    const kinds = (moved: readonly Step[]): string[] => moved.map(({ kind }) => kind);
    expect(kinds(moveStep(steps, 1, -1))).toEqual(['note', 'take']);
    expect(kinds(moveStep(steps, 0, 1))).toEqual(['note', 'take']);
    expect(moveStep(steps, 0, -1)).toBe(steps);
    expect(moveStep(steps, 1, 1)).toBe(steps);
  });

  it('need a name, a command, and all that it asks for; tags need one at least', () => {
    const edit = toMacroEdit(macro);
    expect(macroProblem(edit)).toBeNull();
    expect(macroProblem({ ...edit, name: ' ' })).toBe('name');
    expect(macroProblem({ ...edit, steps: [] })).toBe('steps');
    expect(macroProblem({ ...edit, steps: [newStep('tag', 'k')] })).toBe('gaps');
    expect(gapsOf({ ...newStep('tag', 'k'), values: { add: ' , ', remove: 'vpn' } })).toEqual([]);
  });

  it('come back from a draft as they were', () => {
    const edit = toMacroEdit(macro);
    const back = restoreMacro(JSON.parse(JSON.stringify(edit)));
    expect(back !== null && isSameMacro(back, edit)).toBe(true);
    for (const kept of [null, 1, {}, { name: 'x' }, { name: 1, steps: [] }]) expect(restoreMacro(kept)).toBeNull();
    expect(restoreMacro({ name: 'x', steps: [1, { kind: 'take' }] })).toEqual({ name: 'x', steps: [] });
  });
});
