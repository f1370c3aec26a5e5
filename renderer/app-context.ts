import { createContext, use } from 'react';
import type { AppState } from '../shared/ipc/contract.ts';
import type { Rules } from '../shared/sla/policy.ts';
import type { InstantFormat } from '../shared/i18n/instant-format.ts';
import type { ClockWords } from '../shared/i18n/clock-text.ts';

/** What every part of the window may ask for without a call. */
export type AppFacts = {
  readonly state: AppState;
  readonly rules: Rules;
  /** Instants in the desk's zone: colleagues on other machines read the same times. */
  readonly instants: InstantFormat;
  /** The desk's zone is not this machine's, so times name it. */
  readonly isForeignZone: boolean;
  readonly clockWords: ClockWords;
};

export const AppContext = createContext<AppFacts | null>(null);

export const useApp = (): AppFacts => {
  const facts = use(AppContext);
  if (facts === null) throw new Error('useApp is called outside the application');
  return facts;
};
