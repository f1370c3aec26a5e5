import { useEffect } from 'react';
import type { Rules } from '../../shared/sla/policy.ts';
import { DAY_MS } from '../../shared/time/instant.ts';
import { clockRulesQuery } from './queries.ts';
import { queryClient } from './query-client.ts';

/** A timer of a window cannot wait longer than 24 days. */
const LONGEST_WAIT_MS = 20 * DAY_MS;
const LATE_MS = 50;

/** Asks again for all that clocks say when the next version begins: nobody does anything at that instant, so no notice comes. */
export const useNextRules = (rules: Rules | undefined): void => {
  useEffect(() => {
    const nowMs = Date.now();
    const next = rules?.changesAtMs.find((ms) => ms > nowMs);
    if (next === undefined) return undefined;
    const ask = (): void => {
      for (const queryKey of [clockRulesQuery.queryKey, ['queue'], ['ticket']]) {
        void queryClient.invalidateQueries({ queryKey });
      }
    };
    const timer = setTimeout(ask, Math.min(next - nowMs + LATE_MS, LONGEST_WAIT_MS));
    return () => clearTimeout(timer);
  }, [rules]);
};
