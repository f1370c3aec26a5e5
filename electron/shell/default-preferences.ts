import type { Preferences } from '../../shared/ipc/contract.ts';
import { DEFAULT_WATCH_RULES } from '../../shared/watch/watch-rules.ts';

export const DEFAULT_PREFERENCES: Preferences = {
  language: 'system',
  theme: 'system',
  me: { name: null, role: 'agent', level: 'L1' },
  lockAfterMin: 480,
  keys: {},
  watch: { ...DEFAULT_WATCH_RULES, keepRunning: null },
  wall: { dwellS: 20, keepsAwake: true },
};

/** What was kept, before it is checked; what an older Vigie did not keep yet has its default. */
export const withDefaults = (kept: unknown): unknown => {
  if (typeof kept !== 'object' || kept === null) return kept;
  const watch: unknown = Reflect.get(kept, 'watch');
  const known = typeof watch === 'object' ? watch : {};
  return { ...DEFAULT_PREFERENCES, ...kept, watch: { ...DEFAULT_PREFERENCES.watch, ...known } };
};
