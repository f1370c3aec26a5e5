import { z } from 'zod';
import { importMapping } from './import-guess-schemas.ts';
import { IMPORT_PROFILES } from './import-profiles.ts';
import { queueRow } from './schemas.ts';

export { IMPORT_PROFILES, type ImportProfile } from './import-profiles.ts';

const count = z.number().int().nonnegative();

/** Files that the user chose or dropped. The window knows them by this id and never names a path. */
export const fileSelection = z.strictObject({
  selectionId: z.uuid(),
  files: z.array(z.strictObject({ name: z.string(), sizeBytes: count })),
});
export type FileSelection = z.infer<typeof fileSelection>;

export const importRequest = z.strictObject({
  selectionId: z.uuid(),
  profile: z.enum(['auto', ...IMPORT_PROFILES]),
  /** Zone of times that name none. */
  zone: z.string().min(1).max(64),
  /** Selections of one CSV each: `customer,tier` and `group,level`. */
  tierMapId: z.uuid().nullable(),
  levelMapId: z.uuid().nullable(),
  /** What somebody says of the files beside the profile. */
  mapping: importMapping.optional(),
});
export type ImportRequest = z.infer<typeof importRequest>;

const lineIssue = z.strictObject({ file: z.string(), line: count, reason: z.string() });

/** What an import did, or would do; the command line prints the same. */
export const importReport = z.strictObject({
  rows: count,
  tickets: z.strictObject({ new: count, changed: count, unchanged: count }),
  events: count,
  /** The first thousand of each; the counts are whole. */
  errors: z.array(lineIssue),
  warnings: z.array(lineIssue),
  errorCount: count,
  warningCount: count,
  isCancelled: z.boolean(),
});
export type ImportReport = z.infer<typeof importReport>;

export const importPreview = z.strictObject({
  profile: z.enum(IMPORT_PROFILES),
  files: z.array(
    z.strictObject({
      name: z.string(),
      format: z.enum(['csv', 'json']),
      encoding: z.string(),
      delimiter: z.string().nullable(),
      rows: count,
    }),
  ),
  report: importReport,
  /** The first tickets of the file, as the queue would show them. */
  sample: z.array(queueRow),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** `total` is 0 while it is not known. Units: bytes while reading, tickets while writing. */
export const importProgress = z.strictObject({
  phase: z.enum(['reading', 'writing']),
  done: count,
  total: count,
});
export type ImportProgress = z.infer<typeof importProgress>;
