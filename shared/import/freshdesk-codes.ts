import { ownValue } from './own-value.ts';
import { readState, type ReadState } from './read-state.ts';

const STATE_BY_CODE: Readonly<Record<string, ReadState>> = {
  '2': 'new',
  '3': 'waitingCustomer',
  '4': 'resolved',
  '5': 'closed',
  '6': 'waitingCustomer',
  '7': 'waitingVendor',
};

const CHANNEL_BY_CODE: Readonly<Record<string, string>> = {
  '1': 'email',
  '2': 'portal',
  '3': 'phone',
  '5': 'twitter',
  '6': 'facebook',
  '7': 'chat',
  '9': 'feedback widget',
  '10': 'outbound email',
};

/** A status by its code, or by its name where an account has codes of its own. */
export const readFreshdeskState = (code: string, name: string | null): ReadState | null =>
  ownValue(STATE_BY_CODE, code) ?? readState(name ?? code);

/** The channel that a code of `source` means; the code itself where Vigie does not know it. */
export const readFreshdeskChannel = (code: string): string => ownValue(CHANNEL_BY_CODE, code) ?? code;
