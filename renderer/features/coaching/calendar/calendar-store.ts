import { create } from 'zustand';
import type { InstantMs } from '../../../../shared/time/instant.ts';
import { ledgerDay, type CalendarView, type Day } from './days.ts';
import type { TimedRow } from './layout.ts';

/** Who is shown: the whole cell, chosen experts, or — until somebody chooses — oneself for an expert and the cell for the others. */
export type Shown = 'default' | 'all' | readonly string[];

type State = {
  /** In which workspace, and who chose. */
  readonly whose: string;
  readonly view: CalendarView;
  /** A day that the view shows; null: today. */
  readonly day: Day | null;
  readonly shown: Shown;
  readonly isCancelledShown: boolean;
  /** The place of the keys among slots, or among a month's days; null: where the view has them begin. */
  readonly cursor: { readonly expert: string; readonly startMs: InstantMs } | null;
};

/** What somebody looks at in the calendar, for the window's life. */
export const useCalendarStore = create<State>()(() => ({
  whose: '',
  view: 'week',
  day: null,
  shown: 'default',
  isCancelledShown: false,
  cursor: null,
}));

const { setState } = useCalendarStore;

/** Another view is of the day that the keys are on. */
export const showView = (view: CalendarView): void =>
  setState(({ day, cursor }) => ({ view, day: cursor === null ? day : ledgerDay(cursor.startMs) }));
export const showDay = (day: Day | null, view?: CalendarView): void =>
  setState(view === undefined ? { day, cursor: null } : { day, view, cursor: null });
export const showExperts = (shown: Shown): void => setState({ shown, cursor: null });
export const toggleCancelled = (): void =>
  setState(({ isCancelledShown }) => ({ isCancelledShown: !isCancelledShown }));
export const putCursor = (cursor: State['cursor']): void => setState({ cursor });

/** A session, or one to be, that is being moved, drawn where it would go. */
export type Ghost = {
  readonly kind: 'move' | 'resize' | 'create';
  /** Null for one that is created. */
  readonly row: TimedRow | null;
  readonly expert: string;
  readonly startMs: InstantMs;
  readonly endMs: InstantMs;
  readonly isByKeys: boolean;
};

/** Apart from the rest: it changes with every move of the pointer, and only what draws it listens. */
export const useGhostStore = create<{ readonly ghost: Ghost | null }>()(() => ({ ghost: null }));
export const drawGhost = (ghost: Ghost | null): void => useGhostStore.setState({ ghost });

/** Another workspace, or another person, has other experts: what was chosen among those of the one before goes. */
export const openCalendarOf = (whose: string): void =>
  setState((before) => (before.whose === whose ? before : { whose, day: null, shown: 'default', cursor: null }));
