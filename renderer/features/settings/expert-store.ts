import { create } from 'zustand';
import type { ExpertRow } from '../../../shared/ipc/coaching-schemas.ts';
import type { Problem } from './read-draft.ts';
import { readWeek, typedWeek, type TypedWindow } from './read-week.ts';

/** An expert as somebody writes it: hours stay as they were typed, right or wrong. */
export type ExpertDraft = {
  readonly week: Readonly<Record<number, readonly TypedWindow[]>>;
  readonly isActive: boolean;
};

type State = {
  /** The workspace and the person that all of this is of. */
  readonly keeper: string | null;
  readonly chosen: string | null;
  /** What is not saved yet, by name; new experts among them. */
  readonly drafts: Readonly<Record<string, ExpertDraft>>;
};

/** What somebody writes about experts: it outlives a look at the calendar. */
export const useExpertStore = create<State>()(() => ({ keeper: null, chosen: null, drafts: {} }));

const { getState, setState } = useExpertStore;

/** Another workspace or another person begins anew. */
export const keepExpertsOf = (keeper: string): void => {
  if (getState().keeper !== keeper) setState({ keeper, chosen: null, drafts: {} });
};

export const chooseExpert = (chosen: string): void => setState({ chosen });

/** Null is as it was saved. */
export const putExpertDraft = (name: string, draft: ExpertDraft | null): void => {
  const { [name]: _before, ...others } = getState().drafts;
  setState({ drafts: draft === null ? others : { ...others, [name]: draft } });
};

export const expertDraftOf = ({ week, isActive }: Pick<ExpertRow, 'week' | 'isActive'>): ExpertDraft => ({
  week: typedWeek(week),
  isActive,
});

/** The week that was typed, and what is wrong by place: `week.1.0`. An expert may work on no day at all. */
export const readExpertDraft = (
  draft: ExpertDraft,
): { readonly week: ExpertRow['week']; readonly problems: ReadonlyMap<string, Problem> } => {
  const problems = new Map<string, Problem>();
  const week = readWeek(draft.week, (place, problem) => void problems.set(place, problem));
  return { week: Object.fromEntries(week), problems };
};
