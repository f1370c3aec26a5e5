import type { ImportProfile } from '../ipc/import-schemas.ts';
import type { Head, Profile } from './profile.ts';
import { servicenowLog } from './servicenow-log.ts';

/** Every export that Vigie reads; of two that recognise a file alike, the earlier is taken. */
export const PROFILES: readonly Profile[] = [servicenowLog];

export const profileById = (id: ImportProfile): Profile => {
  const profile = PROFILES.find((each) => each.id === id);
  if (profile === undefined) throw new RangeError(`no import profile '${id}'`);
  return profile;
};

const LEAST_LIKELY = 0.3;

/** The profile that the files of one import look most like, taken together; null where none of them looks like any. */
export const chooseProfile = (heads: readonly Head[]): Profile | null => {
  let best: Profile | null = null;
  let bestScore = 0;
  for (const profile of PROFILES) {
    const score = heads.reduce((sum, head) => sum + profile.recognise(head), 0);
    if (score > bestScore && heads.some((head) => profile.recognise(head) >= LEAST_LIKELY)) {
      best = profile;
      bestScore = score;
    }
  }
  return best;
};
