import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { Policy } from '../../../shared/sla/policy.ts';
import { SECOND_MS } from '../../../shared/time/instant.ts';
import { versionsInForce } from '../../../shared/sla/versions-in-force.ts';

export const STANDINGS = ['inForce', 'coming', 'past', 'never'] as const;
/** `never`: one that was saved later took its place before it began. */
export type Standing = (typeof STANDINGS)[number];

/** The rules that Vigie is shipped with. */
const SHIPPED_ID = 'shipped';

export type ListedVersion = {
  /** `shipped`, or the place in the order of saving. */
  readonly id: string;
  readonly standing: Standing;
  readonly policy: Policy;
  /** Null for the rules that Vigie is shipped with. */
  readonly saved: Pick<Saved, 'fromMs' | 'note' | 'actor' | 'recordedAtMs'> | null;
};

type Saved = CallOutput<'policy:list'>['versions'][number];

/** The last instant up to now at which a version began, so that a list of them changes when the next one begins; to the second. */
export const lastBeginning = (list: CallOutput<'policy:list'> | undefined, nowMs: number): number =>
  Math.max(0, ...(list?.versions ?? []).map(({ fromMs }) => fromMs).filter((ms) => ms < nowMs + SECOND_MS));

/** Every version of the rules: the one in force, those to come in their order, then those past, the latest first. */
export const listVersions = (
  { shippedJson, versions }: CallOutput<'policy:list'>,
  nowMs: number,
): readonly ListedVersion[] => {
  const held = versionsInForce(versions);
  const present = held.findLast(({ fromMs }) => fromMs <= nowMs);
  const standingOf = (version: Saved): Standing => {
    if (version === present) return 'inForce';
    if (!held.includes(version)) return 'never';
    return version.fromMs > nowMs ? 'coming' : 'past';
  };
  const policyOf = (json: string): Policy => JSON.parse(json);
  const saved = versions.map((version, index): ListedVersion => ({
    id: String(index),
    standing: standingOf(version),
    policy: policyOf(version.policyJson),
    saved: version,
  }));
  const shipped: ListedVersion = {
    id: SHIPPED_ID,
    standing: present === undefined ? 'inForce' : 'past',
    policy: policyOf(shippedJson),
    saved: null,
  };
  const fromOf = (version: ListedVersion): number => version.saved?.fromMs ?? -Infinity;
  const order = (a: ListedVersion, b: ListedVersion): number =>
    STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing) ||
    (a.standing === 'coming' ? fromOf(a) - fromOf(b) : fromOf(b) - fromOf(a)) ||
    Number(b.id) - Number(a.id);
  return [...saved, shipped].sort(order);
};

/** What holds up to a version and with it, in the order of their beginnings. */
export const versionsUpTo = (
  versions: readonly ListedVersion[],
  last: ListedVersion,
): { readonly fromMs: number; readonly policy: Policy }[] =>
  versions
    .filter((version) => version === last || version.standing !== 'never')
    .map(({ id, policy, saved }) => ({ id, policy, fromMs: saved?.fromMs ?? -Infinity }))
    .filter(({ id, fromMs }) => id === last.id || fromMs < (last.saved?.fromMs ?? -Infinity))
    .sort((a, b) => a.fromMs - b.fromMs);
