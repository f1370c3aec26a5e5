import type { ImportProfile } from '../ipc/import-schemas.ts';
import { freshdesk } from './freshdesk.ts';
import { glpi } from './glpi.ts';
import { generic } from './generic.ts';
import { jira } from './jira.ts';
import { osticket } from './osticket.ts';
import type { Head, Profile } from './profile.ts';
import { servicenowLog } from './servicenow-log.ts';
import { servicenow } from './servicenow.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';

/** Every export that Vigie reads. */
const PROFILES = {
  'servicenow-log': servicenowLog,
  servicenow,
  freshdesk,
  zendesk,
  jira,
  glpi,
  zammad,
  osticket,
  generic,
} as const satisfies Record<ImportProfile, Profile>;

export const profileById = (id: ImportProfile): Profile => PROFILES[id];

const LEAST_LIKELY = 0.3;

/**
 * The profile that the files of one import look most like, taken together; of two alike the first in the list above. Null where none of
 * them looks like any.
 */
export const chooseProfile = (heads: readonly Head[]): Profile | null => {
  let best: Profile | null = null;
  let bestScore = 0;
  for (const profile of Object.values(PROFILES)) {
    const scores = heads.map((head) => profile.recognise(head));
    const score = scores.reduce((sum, each) => sum + each, 0);
    if (score > bestScore && Math.max(...scores) >= LEAST_LIKELY) {
      best = profile;
      bestScore = score;
    }
  }
  return best;
};
