import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { parsePolicy } from '../../../shared/sla/policy-schema.ts';
import {
  compileVersions,
  DEFAULT_POLICY,
  type Policy,
  type PolicyVersion,
  type Rules,
} from '../../../shared/sla/policy.ts';
import { versionsInForce } from '../../../shared/sla/versions-in-force.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { Database, Writer } from '../db/database.ts';
import { cachedZone } from '../db/zone-cache.ts';
import type { Recording } from '../ticket/event-repo.ts';

/** A version as it was recorded. */
export type RecordedVersion = {
  readonly fromMs: InstantMs;
  readonly policy: Policy;
  readonly note: string | null;
  readonly actor: string;
  readonly recordedAtMs: InstantMs;
};

type Row = { fromMs: number; policy: string; note: string | null; actor: string; recordedAtMs: number };

/** The policy in all its versions, and the rules compiled from them. */
export const createPolicyBook = (database: Database, clock: PresentClock) => {
  const select = database.connection.prepare<[], Row>(
    `SELECT from_ms AS fromMs, policy, note, actor, recorded_at_ms AS recordedAtMs FROM policy_version ORDER BY version_id`,
  );
  const insert = database.connection.prepare(
    `INSERT INTO policy_version (from_ms, policy, note, actor, workstation, recorded_at_ms) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const read = (): RecordedVersion[] =>
    select.all().map((row) => ({ ...row, policy: parsePolicy(JSON.parse(row.policy)) }));

  const compiledFrom = (versions: readonly Pick<RecordedVersion, 'fromMs' | 'policy'>[]): PolicyVersion[] =>
    [{ fromMs: -Infinity, policy: DEFAULT_POLICY }, ...versions].map(({ fromMs, policy }) => ({
      fromMs,
      policy,
      zone: cachedZone(database, policy.business.zone),
    }));

  let recorded = database.read(read);
  let versions = compiledFrom(versionsInForce(recorded));
  let compiled = compileVersions(versions, clock.nowMs(), clock.nowMs());

  /** Follows the versions: whoever holds it never holds an old policy. */
  const rules: Rules = {
    get policy() {
      return compiled.at(clock.nowMs()).policy;
    },
    get zone() {
      return compiled.at(clock.nowMs()).zone;
    },
    get changesAtMs() {
      return compiled.changesAtMs;
    },
    get mixed() {
      return compiled.mixed;
    },
    get calendars() {
      return compiled.calendars;
    },
    at: (ms) => compiled.at(ms),
    tierRank: (tier) => compiled.at(clock.nowMs()).tierRank(tier),
    resolutionMs: (priority, tier) => compiled.at(clock.nowMs()).resolutionMs(priority, tier),
    firstResponseMs: (priority, tier) => compiled.at(clock.nowMs()).firstResponseMs(priority, tier),
  };

  return {
    rules,
    recorded: (): readonly RecordedVersion[] => recorded,
    /** Every version that holds, the shipped one first. */
    versions: (): readonly PolicyVersion[] => versions,
    /** The rules as they would be with one more version. */
    suppose: (version: Pick<RecordedVersion, 'fromMs' | 'policy'>): Rules => {
      const next = { ...version, note: null, actor: '', recordedAtMs: clock.nowMs() };
      return compileVersions(compiledFrom(versionsInForce([...recorded, next])), clock.nowMs(), clock.nowMs());
    },
    /** The rules as they were known at an instant: versions recorded later are not among them. */
    asKnownAt: (ms: InstantMs): Rules =>
      compileVersions(compiledFrom(versionsInForce(recorded.filter(({ recordedAtMs }) => recordedAtMs <= ms))), ms, ms),
    add: (
      _writer: Writer,
      { fromMs, policy, note }: Pick<RecordedVersion, 'fromMs' | 'policy' | 'note'>,
      by: Recording,
    ): void => void insert.run(fromMs, JSON.stringify(policy), note, by.actor, by.workstation, by.recordedAtMs),
    /** Takes up what was added. */
    reload: (): void => {
      recorded = database.read(read);
      versions = compiledFrom(versionsInForce(recorded));
      compiled = compileVersions(versions, clock.nowMs(), clock.nowMs());
    },
  };
};

export type PolicyBook = ReturnType<typeof createPolicyBook>;

/** What the window counts with: every version, with its zone compiled. */
export const clockRulesOf = (book: PolicyBook): CallOutput<'clock:get-rules'> => ({
  versions: book.versions().map(({ fromMs, policy, zone: { id, changesAtMs, offsetsMs } }) => ({
    fromMs: Number.isFinite(fromMs) ? fromMs : null,
    policyJson: JSON.stringify(policy),
    zone: { id, changesAtMs: [...changesAtMs], offsetsMs: [...offsetsMs] },
  })),
});
