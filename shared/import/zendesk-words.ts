import { ownValue } from './own-value.ts';
import { readState, type ReadState } from './read-state.ts';
import { foldName } from './columns.ts';

const STATE_BY_STATUS: Readonly<Record<string, ReadState>> = {
  new: 'new',
  open: 'active',
  pending: 'waitingCustomer',
  hold: 'waitingVendor',
  onhold: 'waitingVendor',
  solved: 'resolved',
  closed: 'closed',
  deleted: 'deleted',
};

/** A status. `Open` is assigned and worked on, unlike `New`; `Pending` waits for the requester, `On-hold` for somebody else. */
export const readZendeskState = (status: string): ReadState | null =>
  ownValue(STATE_BY_STATUS, foldName(status)) ?? readState(status);
