import { z } from 'zod';
import { TABLE_FIELDS } from '../import/table-row.ts';
import { PRIORITIES } from '../sla/policy.ts';
import { LEVELS, TICKET_STATES } from '../ticket/ticket.ts';
import { IMPORT_PROFILES } from './import-profiles.ts';
import { queueRow } from './schemas.ts';

const count = z.number().int().nonnegative();
const value = z.string().max(500);

export const IMPORT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macroman'] as const;
export const IMPORT_DELIMITERS = [',', ';', '\t', '|'] as const;

/** How somebody says that an export is to be read; what it does not say is found out, or read as the profile does. */
export const importMapping = z.strictObject({
  /** The names of the columns that a field is read from. */
  columns: z.partialRecord(z.enum(TABLE_FIELDS), z.array(value).max(20)),
  /** By the value as it stands in the file. */
  states: z.record(value, z.enum([...TICKET_STATES, 'deleted'])),
  priorities: z.record(value, z.enum(PRIORITIES)),
  /** By group. */
  levels: z.record(value, z.enum(LEVELS)),
  /** By customer. */
  tiers: z.record(value, z.string().min(1).max(64)),
  dayOrder: z.enum(['dayFirst', 'monthFirst']).nullable(),
  encoding: z.enum(IMPORT_ENCODINGS).nullable(),
  delimiter: z.enum(IMPORT_DELIMITERS).nullable(),
});
export type ImportMapping = z.infer<typeof importMapping>;

/** Why something was guessed; `names` are columns, values or zones by kind. Where `total` is 0 nothing was counted. */
const evidence = z.strictObject({
  kind: z.enum([
    'mark',
    'ascii',
    'validUtf8',
    'letters',
    'zeroBytes',
    'declared',
    'agreeingRows',
    'headerWords',
    'ownNames',
    'ownRecords',
    'usualNames',
    'knownValues',
    'saved',
    'dayOver12',
    'monthOver12',
    'spelledOut',
    'eitherWay',
    'future',
    'offsets',
    'gap',
    'product',
    'language',
    'machine',
    'business',
  ]),
  names: z.array(z.string()),
  count,
  total: count,
});
export type GuessEvidence = z.infer<typeof evidence>;

const confidence = z.number().min(0).max(1);
const guessed = <Value extends z.ZodType>(of: Value) =>
  z.strictObject({ value: of, confidence, evidence: z.array(evidence) });

const guessedColumn = z.strictObject({
  name: z.string(),
  kind: z.enum(['empty', 'time', 'number', 'choice', 'text']),
  filled: count,
  /** Up to 300. */
  distinct: count,
  examples: z.array(z.string()),
  /** What the chosen profile, or else the usual names, read from it. */
  field: z.enum(TABLE_FIELDS).nullable(),
});
export type GuessedColumn = z.infer<typeof guessedColumn>;

const guessedFile = z.strictObject({
  name: z.string(),
  format: z.enum(['csv', 'json']),
  rows: count,
  badRows: count,
  encoding: guessed(z.enum(IMPORT_ENCODINGS)),
  delimiter: guessed(z.enum(IMPORT_DELIMITERS)).nullable(),
  /** Of the header. */
  language: guessed(z.enum(['en', 'fr', 'es']).nullable()),
  /** Of the header, whatever the order of its columns. */
  fingerprint: z.string(),
  columns: z.array(guessedColumn),
  sampleRows: z.array(z.array(z.string())),
});
export type GuessedFile = z.infer<typeof guessedFile>;

const dateColumn = z.strictObject({
  file: z.string(),
  name: z.string(),
  /** Values that only one order makes a date of, that both do, and that tell their order (`2026-03-02`, `2 Mar 2026`). */
  dayFirst: count,
  monthFirst: count,
  either: count,
  certain: count,
  examples: z.array(z.string()),
});
export type DateColumn = z.infer<typeof dateColumn>;

const zoneCandidate = z.strictObject({ zone: z.string(), confidence, evidence: z.array(evidence) });
export type ZoneCandidate = z.infer<typeof zoneCandidate>;

const meant = <Means extends z.ZodType>(means: Means) =>
  z.array(
    z.strictObject({
      text: z.string(),
      count,
      /** Null where nobody knows: unmapped. */
      means: means.nullable(),
      /** A `proposal` holds only when somebody says so; the others hold as they are. */
      by: z.enum(['profile', 'saved', 'known', 'proposal']).nullable(),
      confidence,
    }),
  );

export const importGuess = z.strictObject({
  files: z.array(guessedFile),
  /** Null where the files look like no export of tickets. */
  profile: guessed(z.enum(IMPORT_PROFILES).nullable()),
  /** The others that it may be, likeliest first. */
  others: z.array(z.strictObject({ profile: z.enum(IMPORT_PROFILES), confidence })),
  dateOrder: guessed(z.enum(['dayFirst', 'monthFirst', 'mixed', 'ambiguous', 'certain', 'none'])),
  dateColumns: z.array(dateColumn),
  zone: z.strictObject({
    /** Times that say their distance from UTC, and that do not: the zone is asked for these. */
    told: count,
    untold: count,
    candidates: z.array(zoneCandidate),
  }),
  values: z.strictObject({
    states: meant(z.enum([...TICKET_STATES, 'deleted'])),
    priorities: meant(z.enum(PRIORITIES)),
    levels: meant(z.enum(LEVELS)),
    tiers: meant(z.string()),
  }),
  /** The saved profile whose header this is. */
  saved: z.strictObject({ id: count, name: z.string() }).nullable(),
  /** How `auto` reads the files. */
  mapping: importMapping,
  tickets: count,
  errorCount: count,
  warningCount: count,
  /** The first tickets, as the queue would show them. */
  sample: z.array(queueRow),
});
export type ImportGuess = z.infer<typeof importGuess>;
export type MeantValues = ImportGuess['values'];

export const savedImportProfile = z.strictObject({
  id: count,
  name: z.string(),
  profile: z.enum(IMPORT_PROFILES),
  zone: z.string().nullable(),
  fingerprints: z.array(z.string()),
  mapping: importMapping,
  savedBy: z.string(),
  savedAtMs: z.number().int(),
});
export type SavedImportProfile = z.infer<typeof savedImportProfile>;

/** A profile of the same name is replaced. */
export const importProfileDraft = z.strictObject({
  name: z.string().trim().min(1).max(80),
  profile: z.enum(IMPORT_PROFILES),
  zone: z.string().min(1).max(64).nullable(),
  /** Of the headers that it is recognised by. */
  fingerprints: z.array(z.string().min(8).max(64)).min(1).max(20),
  mapping: importMapping,
});
export type ImportProfileDraft = z.infer<typeof importProfileDraft>;
