import type { AlarmKind } from './alarm.ts';

export const WATCH_SCOPES = ['mine', 'myLevel', 'all'] as const;

/** What somebody wants to be told of, and when not. */
export type WatchRules = {
  readonly atRisk: boolean;
  readonly breached: boolean;
  /** Escalations that no lead has acknowledged; only leads are told. */
  readonly escalations: boolean;
  /** Wake-ups of waits and promised call-backs. */
  readonly waits: boolean;
  /** Whose tickets: `mine` are those that I work on or own. */
  readonly onlyMine: (typeof WATCH_SCOPES)[number];
  /** Quiet hours, `HH:MM` in the desk's zone, over midnight where they end before they begin; null: none. */
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
};

export const DEFAULT_WATCH_RULES: WatchRules = {
  atRisk: true,
  breached: true,
  escalations: true,
  waits: true,
  onlyMine: 'myLevel',
  quietFrom: null,
  quietTo: null,
};

/** Whether a kind of alarm is told at all. A change of the rules always is. */
export const isWanted = (kind: AlarmKind, { atRisk, breached, escalations, waits }: WatchRules): boolean => {
  switch (kind) {
    case 'atRisk':
      return atRisk;
    case 'breached':
      return breached;
    case 'escalated':
      return escalations;
    case 'wakeUp':
    case 'remind':
      return waits;
    case 'policy':
      return true;
  }
};
