import { create } from 'zustand';
import type { PersonInput, PersonRow } from '../../../shared/ipc/people-calls.ts';
import { DEFAULT_POLICY } from '../../../shared/sla/policy.ts';
import type { Problem } from './read-draft.ts';
import { readWeek, typedWeek, type TypedWindow } from './read-week.ts';

/** A person as somebody writes it: hours stay as they were typed; null: the usual ones. */
export type PersonDraft = Omit<PersonInput, 'account' | 'week'> & {
  readonly account: string;
  readonly week: Readonly<Record<number, readonly TypedWindow[]>> | null;
};

/** What is shown: a person by id, one who is not saved yet, what each role may do, or the passphrase. */
export type Chosen = string | 'new' | 'rights' | 'passphrase';

type State = {
  /** The workspace and the person that all of this is of. */
  readonly keeper: string | null;
  readonly chosen: Chosen | null;
  /** What is not saved yet, by id. */
  readonly drafts: Readonly<Record<string, PersonDraft>>;
};

/** What somebody writes about people: it outlives a look elsewhere. */
export const usePeopleStore = create<State>()(() => ({ keeper: null, chosen: null, drafts: {} }));

const { getState, setState } = usePeopleStore;

/** Another workspace or another person begins anew. */
export const keepPeopleOf = (keeper: string): void => {
  if (getState().keeper !== keeper) setState({ keeper, chosen: null, drafts: {} });
};

export const choosePerson = (chosen: Chosen): void => setState({ chosen });

/** Null is as it was saved. */
export const putPersonDraft = (id: string, draft: PersonDraft | null): void => {
  const { [id]: _before, ...others } = getState().drafts;
  setState({ drafts: draft === null ? others : { ...others, [id]: draft } });
};

export const NEW_PERSON: PersonDraft = {
  ...{ name: '', account: '', role: 'agent', level: 'L1', languages: ['en', 'fr'], week: null, isActive: true },
};

export const usualWeek = (): PersonDraft['week'] => typedWeek(DEFAULT_POLICY.business.week);

export const personDraftOf = ({ id: _id, version: _version, account, week, ...person }: PersonRow): PersonDraft => ({
  ...person,
  account: account ?? '',
  week: week === null ? null : typedWeek(week),
});

export type PersonProblem = 'name' | Problem;

/** What was typed, and what is wrong by place: `name`, `week.1.0`. */
export const readPersonDraft = (
  draft: PersonDraft,
): { readonly facts: PersonInput; readonly problems: ReadonlyMap<string, PersonProblem> } => {
  const problems = new Map<string, PersonProblem>();
  const name = draft.name.trim();
  if (name === '') problems.set('name', 'name');
  const week =
    draft.week === null
      ? null
      : Object.fromEntries(readWeek(draft.week, (place, problem) => void problems.set(place, problem)));
  return { facts: { ...draft, name, account: draft.account.trim() || null, week }, problems };
};
