import type { Macro } from '../../../shared/ipc/desk-schemas.ts';
import { gapsOf, toCommand, toStep, type Step } from './macro-steps.ts';

/** A macro while it is edited. */
export type MacroEdit = { readonly name: string; readonly steps: readonly Step[] };

export const EMPTY_MACRO: MacroEdit = { name: '', steps: [] };

let lastKey = 0;
/** A name for a step within this window, so that its fields move with it. */
export const stepKey = (): string => `step-${++lastKey}`;

export const toMacroEdit = ({ name, commands }: Macro): MacroEdit => ({
  name,
  steps: commands.map((command, index) => toStep(command, `kept-${index}`)),
});

const isStep = (kept: unknown): kept is Step =>
  typeof kept === 'object' &&
  kept !== null &&
  'kind' in kept &&
  typeof kept.kind === 'string' &&
  'values' in kept &&
  typeof kept.values === 'object' &&
  kept.values !== null &&
  Object.values(kept.values).every((value) => typeof value === 'string');

/** An edit that was kept, by this version or another. */
export const restoreMacro = (kept: unknown): MacroEdit | null => {
  if (typeof kept !== 'object' || kept === null || !('name' in kept) || !('steps' in kept)) return null;
  const { name, steps } = kept;
  if (typeof name !== 'string' || !Array.isArray(steps)) return null;
  return { name, steps: steps.filter(isStep).map((step) => ({ ...step, key: stepKey(), kept: step.kept ?? null })) };
};

const commandsOf = ({ steps }: MacroEdit): string => JSON.stringify(steps.map(toCommand));

export const isSameMacro = (a: MacroEdit, b: MacroEdit): boolean =>
  a.name === b.name && a.steps.length === b.steps.length && commandsOf(a) === commandsOf(b);

/** Why a macro cannot be saved, the first reason; null where it can. */
export const macroProblem = ({ name, steps }: MacroEdit): 'name' | 'steps' | 'gaps' | null => {
  if (name.trim() === '') return 'name';
  if (steps.length === 0) return 'steps';
  return steps.some((step) => gapsOf(step).length > 0) ? 'gaps' : null;
};
