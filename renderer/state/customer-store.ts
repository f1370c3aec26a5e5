import { create } from 'zustand';

/** The parts of a customer's page. */
export const CUSTOMER_TABS = ['overview', 'hours', 'tickets', 'coaching'] as const;
export type CustomerTab = (typeof CUSTOMER_TABS)[number];

/** What the log of work is opened with; what is null is asked for. */
export type WorkStart = {
  readonly customerId: number | null;
  readonly ticketId: number | null;
  /** From the timer that runs, which is discarded once the work is logged. */
  readonly isFromTimer: boolean;
};

export type CustomerState = {
  /** The customer that is shown; null shows none. */
  readonly customerId: number | null;
  readonly tab: CustomerTab;
  readonly search: string;
  /** The tier that the directory is narrowed to; null lists all. */
  readonly tier: string | null;
  readonly workStart: WorkStart;
};

const NO_START: WorkStart = { customerId: null, ticketId: null, isFromTimer: false };

/** What somebody looks at among the customers. Nothing here outlives the window. */
export const useCustomerStore = create<CustomerState>()(() => ({
  ...{ customerId: null, tab: 'overview', search: '', tier: null, workStart: NO_START },
}));

const { setState } = useCustomerStore;

export const showCustomer = (customerId: number | null, tab?: CustomerTab): void =>
  setState(tab === undefined ? { customerId } : { customerId, tab });
export const showTab = (tab: CustomerTab): void => setState({ tab });
export const searchCustomers = (search: string): void => setState({ search });
export const narrowToTier = (tier: string | null): void => setState({ tier });
export const startWork = (start: Partial<WorkStart>): void => setState({ workStart: { ...NO_START, ...start } });
/** Forgets what belongs to the workspace that was left. */
export const forgetCustomers = (): void =>
  setState({ customerId: null, tab: 'overview', search: '', tier: null, workStart: NO_START });
