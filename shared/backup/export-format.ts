import { z } from 'zod';

export const EXPORT_FORMAT = 'vigie-export';
export const EXPORT_VERSION = 1;

/** The first line of an export. */
export const exportHeader = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.int().min(1),
  /** The schema of the database that it is of. */
  schema: z.int().min(1),
  /** The Vigie that wrote it. */
  vigie: z.string(),
  exportedAt: z.string(),
  /** Of a damaged database: what could be read of it. */
  isSalvaged: z.boolean(),
});
export type ExportHeader = z.infer<typeof exportHeader>;

/** One row of a table: columns with their values; JSON texts as JSON, bytes as hexadecimal text. */
export const exportRow = z.strictObject({
  table: z.string().min(1).max(100),
  row: z.record(z.string(), z.unknown()),
});

/** The last line: a file without it is not whole. `sha256` is that of all lines between, with their line ends. */
export const exportFooter = z.strictObject({
  rows: z.record(z.string(), z.int().min(0)),
  sha256: z.string().length(64),
  /** Tables of which not every row could be read, with why. */
  lost: z.record(z.string(), z.string()),
});
export type ExportFooter = z.infer<typeof exportFooter>;
