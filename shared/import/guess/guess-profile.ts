import type { ImportGuess } from '../../ipc/import-guess-schemas.ts';
import { IMPORT_PROFILES, type ImportProfile } from '../../ipc/import-profiles.ts';
import { foldName } from '../columns.ts';
import { FRESHDESK_SIGNS } from '../freshdesk.ts';
import { GLPI_SIGNS } from '../glpi.ts';
import { JIRA_SIGNS } from '../jira.ts';
import { isRecord, recordsOf } from '../json-table.ts';
import { OSTICKET_SIGNS } from '../osticket.ts';
import type { Head } from '../profile.ts';
import { chooseProfile, profileById } from '../profiles.ts';
import { SERVICENOW_SIGNS } from '../servicenow.ts';
import { ZENDESK_SIGNS } from '../zendesk.ts';
import { because, confidenceOf } from './confidence.ts';

const SIGNS: Readonly<Partial<Record<ImportProfile, readonly string[]>>> = {
  'servicenow-log': ['sys_updated_at', 'sys_mod_count', 'incident_state', 'reassignment_count', 'made_sla'],
  servicenow: SERVICENOW_SIGNS,
  freshdesk: FRESHDESK_SIGNS,
  zendesk: [...ZENDESK_SIGNS, '_fivetran_synced', 'submitter_id', 'via_channel', 'field_name'],
  jira: JIRA_SIGNS,
  glpi: GLPI_SIGNS,
  osticket: OSTICKET_SIGNS,
};

const namesIn = (head: Head): readonly string[] => {
  if (head.kind === 'table') return head.names;
  const [first] = recordsOf(head.value);
  return isRecord(first) ? Object.keys(first) : [];
};

/** By how much a rival may come near before it makes the choice doubtful. */
const LEAD = 0.3;

/**
 * Which export files are, taken together as `auto` takes them. The confidence is that of the file which is recognised best, less where
 * another product is recognised nearly as well.
 */
export const guessProfile = (heads: readonly Head[]): Pick<ImportGuess, 'profile' | 'others'> => {
  const scored = IMPORT_PROFILES.map((profile) => ({
    profile,
    score: Math.max(0, ...heads.map((head) => profileById(profile).recognise(head))),
  })).sort((a, b) => b.score - a.score);
  const chosen = chooseProfile(heads)?.id ?? null;
  const others = scored
    .filter(({ profile, score }) => profile !== chosen && score > 0.15)
    .map(({ profile, score }) => ({ profile, confidence: confidenceOf(score * 0.8) }));
  if (chosen === null) return { profile: { value: null, confidence: 0, evidence: [] }, others };
  const score = scored.find(({ profile }) => profile === chosen)?.score ?? 0;
  // The usual names are no rival: every export has some of them.
  const rival = Math.max(
    0,
    ...scored.flatMap((each) => (each.profile === chosen || each.profile === 'generic' ? [] : [each.score])),
  );
  const confidence = confidenceOf(score - Math.max(0, rival - (score - LEAD)) * 0.5);
  const known = new Set(SIGNS[chosen]?.map(foldName));
  const all = heads.flatMap(namesIn);
  const own = [...new Set(all.filter((name) => known.has(foldName(name))))];
  const isJson = heads.some((head) => head.kind === 'json');
  const evidence =
    own.length > 0
      ? because('ownNames', { names: own, count: own.length, total: all.length })
      : isJson && chosen !== 'generic'
        ? because('ownRecords', { names: all })
        : because('usualNames', { names: all });
  return { profile: { value: chosen, confidence, evidence: [evidence] }, others };
};
