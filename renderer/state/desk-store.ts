import { create } from 'zustand';

/** What can be done with tickets by filling something in, one form each. */
export const FORMS = [
  'call',
  'mail',
  'note',
  'inform',
  'wait',
  'vendor',
  'answered',
  'resolve',
  'reopen',
  'priority',
  'assign',
  'edit',
  'tags',
  'escalate',
  'return',
  'engage',
  'link',
  'merge',
  'time',
] as const;
export type Form = (typeof FORMS)[number];

/** What lies over the window; one at a time. */
export type Overlay =
  | 'palette'
  | 'create'
  | 'profile'
  | 'watch'
  | 'forecast'
  | 'logWork'
  | 'statement'
  | 'approvals'
  | 'escalations'
  | 'rebalance'
  | 'about';

/** The place of the console that is shown. */
export type Place =
  | 'queue'
  | 'wall'
  | 'customers'
  | 'expertise'
  | 'coaching'
  | 'maintenance'
  | 'handover'
  | 'reports'
  | 'texts'
  | 'audit'
  | 'settings';

export type DeskState = {
  /** The form that is open on the selected ticket's page; one for all checked tickets is in the bulk store. */
  readonly form: Form | null;
  /** Tickets that were checked, for commands on all of them; with none, commands are about the selected one. */
  readonly checkedIds: ReadonlySet<number>;
  readonly overlay: Overlay | null;
  readonly place: Place;
  /** The ticket page tells why its clock stands as it does. */
  readonly isExplaining: boolean;
};

/** What somebody is doing at the desk. Nothing here outlives the window: drafts are kept by the core. */
export const useDeskStore = create<DeskState>()(() => ({
  form: null,
  checkedIds: new Set(),
  overlay: null,
  place: 'queue',
  isExplaining: false,
}));

const { setState } = useDeskStore;

export const openForm = (form: Form): void => setState({ form });
export const closeForm = (): void => setState({ form: null });
export const checkTickets = (ids: Iterable<number>): void => setState({ checkedIds: new Set(ids) });
export const openOverlay = (overlay: Overlay): void => setState({ overlay });
export const closeOverlay = (): void => setState({ overlay: null });
export const goTo = (place: Place): void => setState({ place, form: null });

export const toggleExplaining = (): void => setState(({ isExplaining }) => ({ isExplaining: !isExplaining }));
export const startExplaining = (): void => setState({ isExplaining: true });
