import type { Priority } from '../sla/policy.ts';

export const ASSIGNMENTS = ['discovery', 'architecture', 'advice', 'diagnosis', 'rapidAction', 'report'] as const;
/** What an expert does for a customer (DOMAIN: Coaching). */
export type Assignment = (typeof ASSIGNMENTS)[number];

/** What of the ledger is a setting (DOMAIN: Expertise hours; all our defaults). */
export type ExpertiseRules = {
  /** Charged time is rounded up to a multiple of this, once for an entry; 1 turns rounding off. */
  readonly stepMin: number;
  readonly isRapidActionCharged: boolean;
  /** Diagnosis of a fault that the customer caused; that of a fault of the service is never charged. */
  readonly isCustomerFaultCharged: boolean;
  /** Most minutes of a month that the next one may still use; 0 where what is unused expires. */
  readonly carryOverMaxMin: number;
};

export const DEFAULT_EXPERTISE_RULES: ExpertiseRules = {
  stepMin: 15,
  isRapidActionCharged: false,
  isCustomerFaultCharged: true,
  carryOverMaxMin: 0,
};

export type Charging =
  | { readonly isCharged: true }
  | { readonly isCharged: false; readonly because: 'rapidAction' | 'customerFault' | 'serviceFault' };

/** Whether work of a kind is charged; `priority` is that of its ticket, null without one. */
export const chargingOf = (
  {
    assignment,
    priority,
    isCustomerFault,
  }: { readonly assignment: Assignment; readonly priority: Priority | null; readonly isCustomerFault: boolean | null },
  rules: ExpertiseRules,
): Charging => {
  if (assignment === 'rapidAction' && priority === 'P1' && !rules.isRapidActionCharged) {
    return { isCharged: false, because: 'rapidAction' };
  }
  if (assignment === 'diagnosis' && isCustomerFault === false) return { isCharged: false, because: 'serviceFault' };
  if (assignment === 'diagnosis' && isCustomerFault === true && !rules.isCustomerFaultCharged) {
    return { isCharged: false, because: 'customerFault' };
  }
  return { isCharged: true };
};
