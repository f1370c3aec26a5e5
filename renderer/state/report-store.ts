import { create } from 'zustand';
import type { QueueFilter } from '../../shared/ipc/schemas.ts';
import { EMPTY_FILTER } from '../../shared/queue/empty-filter.ts';
import type { Dimension, FigureId } from '../../shared/report/figures.ts';
import type { Step } from '../../shared/report/period.ts';
import type { Period } from '../../shared/report/sink.ts';
import type { InstantMs } from '../../shared/time/instant.ts';
import type { PeriodChoice } from '../features/reports/period-choice.ts';

/** The parts of the screen. */
export const SECTIONS = ['summary', 'sla', 'flow', 'times', 'turns', 'waits', 'hours', 'coaching'] as const;
export type Section = (typeof SECTIONS)[number];

/** What tickets are split by where the figure has no dimension of its own. */
export const SPLITS = ['priority', 'tier', 'level'] as const;
export type Split = (typeof SPLITS)[number];

export const LOOKS = ['both', 'pictures', 'numbers'] as const;
export type Look = (typeof LOOKS)[number];

/** The tickets of one number: of a line, in a period. */
export type NumberOf = {
  readonly figure: FigureId;
  readonly by: Dimension | null;
  readonly key: string | null;
  readonly cases: 'all' | 'did' | 'rest';
  readonly period: Period;
};

type State = {
  readonly choice: PeriodChoice;
  /** Null: as the period's length has it. */
  readonly step: Step | null;
  readonly filter: QueueFilter;
  /** As it was known then; null for now. */
  readonly asOfMs: InstantMs | null;
  readonly section: Section;
  readonly split: Split;
  readonly look: Look;
  /** The number whose tickets stand beside the report. */
  readonly tickets: NumberOf | null;
  /** The figure whose definition stands there, before the tickets where there are both. */
  readonly definition: FigureId | null;
  /** The place in the report that has the keys, by its name; null: the first. */
  readonly place: string | null;
  /** The ticket whose row in the panel has the keys. */
  readonly ticketId: number | null;
  readonly dialog: 'print' | 'monthly' | null;
  /** The ticket that was opened from here: whoever closes it comes back. */
  readonly openedId: number | null;
};

export const ALL_TICKETS: QueueFilter = { ...EMPTY_FILTER, view: 'all' };

const BEGIN: State = {
  ...{ choice: { kind: 'month', back: 0 }, step: null, filter: ALL_TICKETS, asOfMs: null },
  ...{
    section: 'summary',
    split: 'priority',
    look: 'both',
    tickets: null,
    definition: null,
    place: null,
    ticketId: null,
  },
  ...{ dialog: null, openedId: null },
};

/** What somebody looks at in the reports: kept while they go elsewhere and back. Nothing here outlives the window. */
export const useReportStore = create<State>()(() => BEGIN);

const { setState, getState } = useReportStore;

/** Another report: what stood beside the one before was of that. */
const ask = (change: Partial<Pick<State, 'choice' | 'step' | 'filter' | 'asOfMs'>>): void =>
  setState({ ...change, tickets: null, ticketId: null });

export const choosePeriod = (choice: PeriodChoice): void => ask({ choice });
export const chooseStep = (step: Step | null): void => ask({ step });
export const narrow = (filter: QueueFilter): void => ask({ filter });
export const askAsOf = (asOfMs: InstantMs | null): void => ask({ asOfMs });
export const showSection = (section: Section): void =>
  setState((state) =>
    state.section === section ? {} : { section, place: null, tickets: null, definition: null, ticketId: null },
  );
export const splitBy = (split: Split): void => setState({ split });
export const nextSplit = (): void =>
  setState(({ split }) => ({ split: SPLITS[(SPLITS.indexOf(split) + 1) % SPLITS.length] ?? 'priority' }));
export const look = (next: Look): void => setState({ look: next });
export const nextLook = (): void =>
  setState(({ look: now }) => ({ look: LOOKS[(LOOKS.indexOf(now) + 1) % LOOKS.length] ?? 'both' }));
export const showTicketsOf = (of: NumberOf): void => setState({ tickets: of, definition: null, ticketId: null });
export const showDefinition = (figure: FigureId): void => setState({ definition: figure });
export const closeDefinition = (): void => setState({ definition: null });
export const closeTickets = (): void => setState({ tickets: null, ticketId: null });
export const standAt = (place: string): void => {
  if (getState().place !== place) setState({ place });
};
export const standAtTicket = (ticketId: number): void => setState({ ticketId });
export const openReportDialog = (dialog: NonNullable<State['dialog']>): void => setState({ dialog });
export const closeReportDialog = (): void => setState({ dialog: null });
export const noteOpened = (openedId: number | null): void => setState({ openedId });
/** Forgets what belongs to the workspace that was left. */
export const forgetReports = (): void => setState(BEGIN);
