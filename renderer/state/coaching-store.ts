import { create } from 'zustand';
import type { Assignment } from '../../shared/expertise/assignment.ts';

/** What the form of a new session is opened with; what is null is asked for. */
export type SessionStart = {
  readonly customerId: number | null;
  readonly expert: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly assignment: Assignment | null;
  readonly ticketId: number | null;
  /** The asked session that it answers. */
  readonly askedId: string | null;
};

/** What is filled in over the window about coaching; one at a time. */
export type CoachingDialog =
  | { readonly kind: 'plan'; readonly start: SessionStart }
  | { readonly kind: 'ask'; readonly customerId: number | null; readonly ticketId: number | null }
  | { readonly kind: 'edit' | 'callOff' | 'noShow' | 'finish' | 'invitation'; readonly id: string }
  | { readonly kind: 'report'; readonly id: string; readonly language: 'en' | 'fr' }
  /** The session was dragged or moved by keys, and something is to be chosen first: its series' scope, or what it warns of. */
  | {
      readonly kind: 'move';
      readonly id: string;
      readonly expert: string;
      readonly startMs: number;
      readonly endMs: number;
    }
  | { readonly kind: 'absence'; readonly id: number | null; readonly expert: string | null }
  | { readonly kind: 'importBusy'; readonly expert: string | null };

type State = {
  /** The session whose page is shown beside the calendar. */
  readonly sessionId: string | null;
  /** The session that the calendar is to go to as soon as its time is known. */
  readonly soughtId: string | null;
  readonly dialog: CoachingDialog | null;
};

/** What somebody looks at and fills in about coaching. Nothing here outlives the window. */
export const useCoachingStore = create<State>()(() => ({ sessionId: null, soughtId: null, dialog: null }));

const { setState } = useCoachingStore;

const NO_START: SessionStart = {
  ...{ customerId: null, expert: null, startMs: null, endMs: null, assignment: null, ticketId: null, askedId: null },
};

export const showSession = (sessionId: string | null): void => setState({ sessionId });
/** Shows a session, and its place in the calendar. */
export const seekSession = (id: string): void => setState({ sessionId: id, soughtId: id });
/** The calendar is there. */
export const stopSeeking = (): void => setState({ soughtId: null });
export const openCoachingDialog = (dialog: CoachingDialog): void => setState({ dialog });
export const closeCoachingDialog = (): void => setState({ dialog: null });
export const openPlan = (start: Partial<SessionStart>): void =>
  setState({ dialog: { kind: 'plan', start: { ...NO_START, ...start } } });
/** Forgets what belongs to the workspace that was left. */
export const forgetCoaching = (): void => setState({ sessionId: null, soughtId: null, dialog: null });
