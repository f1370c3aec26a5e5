import { useState } from 'react';
import type { CallInput } from '../../../../shared/ipc/contract.ts';
import type { ProposalPreview } from '../../../../shared/ipc/coaching-schemas.ts';
import { useNow, wholeMinute } from '../../../state/now-store.ts';
import { useZone } from '../../ticket/forms/use-zone.ts';
import { readSlot, type ReadSlot } from './read-slot.ts';
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
  readonly mayRecur: boolean;
  readonly replaces: CallInput<'coaching:preview'>['replaces'];
  /** What stands against it is asked. */
  readonly isLookedAt: (draft: SessionDraft, context: Context) => boolean;
};

export type SessionForm = Omit<KeptForm<SessionDraft>, 'put'> &
  Omit<Options, 'isLookedAt'> & {
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
  const { isLookedAt, ...given } = options;
  const { put, ...kept } = useKeptForm(begun);
  const { draft } = kept;
  const [isChecked, setIsChecked] = useState(false);
  const context: Context = { nowMs: useNow(wholeMinute), zone: useZone() };
  const slot = readSlot(draft, context);
  const isAsked = given.isTimed && isLookedAt(draft, context);
  const reading = useSessionPreview(isAsked ? toProposal(draft, context, given.replaces) : null);
  const problems = problemsOf(draft, slot, context, given.isTimed);
  return {
    ...kept,
    ...given,
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
