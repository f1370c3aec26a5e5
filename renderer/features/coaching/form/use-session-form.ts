import { useState } from 'react';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import type { ProposalPreview } from '../../../../shared/ipc/coaching-schemas.ts';
import { useNow, wholeMinute } from '../../../state/now-store.ts';
import { useZone } from '../../ticket/forms/use-zone.ts';
import { isSameSlot, readSlot, type ReadSlot } from './read-slot.ts';
import { withTemplate, type SessionDraft } from './session-draft.ts';
import { problemsOf, toProposal, type Context, type Problem } from './session-order.ts';
import { standingOf, type Standing } from './standing.ts';
import { useKeptForm, type Begun, type KeptForm } from './use-kept-form.ts';
import { useSessionPreview, type Reading } from './use-session-preview.ts';

type Options = {
  /** It is there already: its customer stays. */
  readonly hasCustomer: boolean;
  /** It has a time and an expert. */
  readonly isTimed: boolean;
  /** It was held, or missed: its kind stays. */
  readonly isOver: boolean;
  readonly mayRecur: boolean;
  readonly replaces: CallInput<'coaching:preview'>['replaces'];
};

export type SessionForm = Omit<KeptForm<SessionDraft>, 'put'> &
  Options & {
    readonly context: Context;
    readonly slot: ReadSlot;
    readonly isChecked: boolean;
    /** What saving found wrong. */
    readonly problems: readonly Problem[];
    readonly reading: Reading<ProposalPreview>;
    readonly standing: Standing | null;
    /** Changes the kind or the language, with its template. */
    readonly retell: (change: Partial<Pick<SessionDraft, 'assignment' | 'language'>>) => void;
    /** Saving was tried: gives the first field that is wrong, or null. */
    readonly check: () => Problem | null;
  };

/** The state of the form of a session: what is typed is kept, and looked at against the schedule. */
export const useSessionForm = (begun: Begun<SessionDraft>, options: Options): SessionForm => {
  const { put, ...kept } = useKeptForm(begun);
  const { draft } = kept;
  const [isChecked, setIsChecked] = useState(false);
  const { start, span = null } = begun;
  const context: Context = {
    ...{ nowMs: useNow(wholeMinute), zone: useZone() },
    begun: span === null ? null : { typed: start, span },
  };
  const slot = readSlot(draft, context);
  const { isTimed, replaces } = options;
  const reading = useSessionPreview(isTimed ? toProposal(draft, context, replaces) : null);
  // What is over may keep its time: only another one must be to come.
  const isKept = replaces !== null && isSameSlot(draft, begun.start);
  const problems = problemsOf(draft, slot, context, isTimed && !isKept);
  return {
    ...kept,
    ...options,
    ...{ context, slot, isChecked, reading },
    problems: isChecked ? problems : [],
    standing: reading.value === null ? null : standingOf(reading.value),
    retell: (change) => put((before) => withTemplate(before, change)),
    startAfresh: () => {
      setIsChecked(false);
      kept.startAfresh();
    },
    check: () => {
      setIsChecked(true);
      return problems[0] ?? null;
    },
  };
};
