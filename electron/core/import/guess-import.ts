import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import type { Zone } from '../../../shared/calendar/zone.ts';
import { locateColumns } from '../../../shared/import/columns.ts';
import { EMPTY_MAPPING } from '../../../shared/import/empty-mapping.ts';
import { GENERIC_COLUMNS } from '../../../shared/import/generic-columns.ts';
import { because, confidenceOf } from '../../../shared/import/guess/confidence.ts';
import { guessDates } from '../../../shared/import/guess/guess-dates.ts';
import { guessProfile } from '../../../shared/import/guess/guess-profile.ts';
import { guessZone } from '../../../shared/import/guess/guess-zone.ts';
import type { ImportedTicket } from '../../../shared/import/imported-ticket.ts';
import { profileById } from '../../../shared/import/profiles.ts';
import { TABLE_FIELDS } from '../../../shared/import/table-row.ts';
import type {
  GuessedColumn,
  ImportGuess,
  ImportMapping,
  SavedImportProfile,
} from '../../../shared/ipc/import-guess-schemas.ts';
import type { ImportProfile } from '../../../shared/ipc/import-profiles.ts';
import type { TierId } from '../../../shared/sla/policy.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';
import { checkFile } from './check-file.ts';
import { collectTickets, type CollectHooks } from './collect-tickets.ts';
import { lookAtFile, type LookedAt } from './guess-file.ts';
import { createValueEar, meantValues } from './guess-values.ts';
import { inspectFile } from './inspect-file.ts';
import { createPause } from './read-text.ts';
import { saidBy } from './said-mapping.ts';

export type GuessInput = {
  readonly paths: readonly string[];
  readonly machineZone: string;
  readonly nowMs: number;
  /** The profile that was saved for files with one of these headers. */
  readonly savedFor: (fingerprints: readonly string[]) => SavedImportProfile | null;
  readonly tierOf: (customer: string) => TierId | undefined;
  readonly levelOf: (group: string | null) => Level | undefined;
  readonly tiers: readonly TierId[];
};

/** A guess without what only the queue's rules can tell: how the first tickets would stand in the queue. */
export type BareGuess = { readonly guess: Omit<ImportGuess, 'sample'>; readonly first: readonly ImportedTicket[] };

const SAMPLE_TICKETS = 8;

const compileOrNull = (id: string): Zone | null => {
  try {
    return compileZone(id);
  } catch {
    return null;
  }
};

/** What the profile reads from each column; the usual names where no profile was recognised. */
const columnsOf = (
  { survey, file }: LookedAt,
  profile: ImportProfile | null,
  mapping: ImportMapping,
): GuessedColumn[] => {
  const known = (profile === null ? undefined : profileById(profile).columns) ?? GENERIC_COLUMNS;
  const synonyms = { ...known, ...mapping.columns };
  return survey.columns.map(({ name, kind, filled, distinct, examples }) => {
    const columns = file.format === 'csv' ? locateColumns([name], synonyms) : null;
    const field = TABLE_FIELDS.find((each) => columns?.has(each) === true) ?? null;
    return { name, kind, filled, distinct, examples: [...examples], field };
  });
};

const profileOf = (looked: readonly LookedAt[], saved: SavedImportProfile | null) => {
  const found = guessProfile(looked.map(({ file }) => file.head));
  if (saved === null) return found;
  const evidence = [because('saved', { names: [saved.name] }), ...found.profile.evidence];
  return { profile: { value: saved.profile, confidence: 1, evidence }, others: found.others };
};

/**
 * Looks at whole files and says what they are: how they are written, which product exported them, in what order and zone their times are,
 * what their values mean, and which tickets they would make. Writes nothing. Throws a VigieError where a file cannot be read, and
 * `import/cancelled` where it was stopped.
 */
export const guessImport = async (input: GuessInput, hooks: CollectHooks): Promise<BareGuess> => {
  const { nowMs } = input;
  const { signal } = hooks;
  const pause = createPause(signal);
  const checked = [];
  for (const path of input.paths) checked.push(await checkFile(path));
  // Every file is looked at, then read: that is twice its size.
  const totalBytes = checked.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) * 2;
  let doneBytes = 0;
  const looked: LookedAt[] = [];
  for (const file of checked) {
    const inspected = await inspectFile(file, signal);
    const onBytes = (bytes: number): void => hooks.onProgress(doneBytes + bytes, totalBytes);
    const taking = { signal, pause, onBytes, onError: () => undefined, onWarning: () => undefined };
    looked.push(await lookAtFile(inspected, nowMs, taking));
    doneBytes += file.sizeBytes;
    hooks.onProgress(doneBytes, totalBytes);
  }
  const saved = input.savedFor(looked.map(({ told }) => told.fingerprint));
  const { profile, others } = profileOf(looked, saved);
  const dated = looked.flatMap(({ told, survey }) =>
    survey.columns.flatMap(({ name, times }) => (times === null ? [] : [{ file: told.name, name, times }])),
  );
  const { dateOrder, dateColumns, dayOrder } = guessDates(dated);
  const zone = guessZone({
    times: dated.map(({ times }) => times),
    profile: profile.value,
    language: looked.find(({ told }) => told.language?.value != null)?.told.language?.value ?? null,
    isMonthFirst: dateOrder.value === 'monthFirst',
    machineZone: input.machineZone,
    savedZone: saved?.zone ?? null,
    compile: compileOrNull,
  });
  // Columns that tell their order are read by it; a fixed one is needed where the values leave it open, or the profile fixes another.
  const isFixed = dateOrder.confidence < 0.85 || profile.value === 'servicenow-log';
  const found: ImportMapping = {
    ...EMPTY_MAPPING,
    dayOrder: isFixed && dayOrder === 'monthFirst' ? dayOrder : null,
  };
  const mapping = saved?.mapping ?? found;

  const saidTiers = new Map(Object.entries(mapping.tiers));
  const saidLevels = new Map(Object.entries(mapping.levels));
  const ear = createValueEar();
  const collected =
    profile.value === null
      ? null
      : await collectTickets(
          {
            ...{ paths: input.paths, files: looked.map(({ file }) => file), profile: profile.value },
            zone: compileOrNull(zone.candidates[0]?.zone ?? 'UTC') ?? compileZone('UTC'),
            tierOf: (customer) => saidTiers.get(customer) ?? input.tierOf(customer),
            levelOf: (group) => (group === null ? undefined : (saidLevels.get(group) ?? input.levelOf(group))),
            ...{ nowMs, said: saidBy(mapping), onValue: ear.hear },
          },
          { signal, onProgress: (done) => hooks.onProgress(doneBytes + done, totalBytes) },
        );
  const tickets = collected?.tickets ?? [];
  const toldTiers = new Map(looked.flatMap(({ survey }) => [...survey.pairs]));
  const values = meantValues(ear, tickets, toldTiers, mapping, {
    ...{ tierOf: input.tierOf, levelOf: input.levelOf, tiers: input.tiers },
  });
  const known = values.states.reduce(
    (sum, { means, by, count }) => sum + (means !== null && by !== 'proposal' ? count : 0),
    0,
  );
  const total = values.states.reduce((sum, { count }) => sum + count, 0);
  const evidence =
    total === 0 ? profile.evidence : [...profile.evidence, because('knownValues', { count: known, total })];
  // Where the words for states mean nothing to a profile, it is hardly that product's export.
  const doubt = total === 0 || saved !== null ? 0 : (1 - known / total) * 0.3;
  return {
    guess: {
      files: looked.map((each) => ({
        ...each.told,
        ...{ rows: each.survey.rows + each.badRows, badRows: each.badRows },
        columns: columnsOf(each, profile.value, mapping),
        sampleRows: each.survey.sampleRows.map((row) => [...row]),
      })),
      profile: { ...profile, confidence: confidenceOf(profile.confidence - doubt), evidence },
      ...{ others, dateOrder, dateColumns: [...dateColumns], zone, values, mapping },
      saved: saved === null ? null : { id: saved.id, name: saved.name },
      tickets: tickets.length,
      ...{ errorCount: collected?.errorCount ?? 0, warningCount: collected?.warningCount ?? 0 },
    },
    first: tickets.slice(0, SAMPLE_TICKETS),
  };
};
