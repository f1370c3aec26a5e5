import { z } from 'zod';
import { call, nothing } from './call.ts';
import { fileSelection } from './import-schemas.ts';

/** What a window saves of what it shows. */
export const SAVED_KINDS = ['csv', 'pdf', 'ics', 'jsonl'] as const;
export type SavedKind = (typeof SAVED_KINDS)[number];

const selectionId = z.string().max(60);

/** What a window shows, saved to a file that its user chose; it never names a path. */
export const fileCalls = {
  /** Asks where a file goes; null where nobody wants one. `name` is proposed, without folder or extension. */
  'file:choose-target': call(
    'shell',
    z.strictObject({ kind: z.enum(SAVED_KINDS), name: z.string().trim().min(1).max(200) }),
    fileSelection.nullable(),
  ),
  /** Writes a text, whole or not at all. */
  'file:export-text': call('shell', z.strictObject({ selectionId, text: z.string().max(20_000_000) }), nothing),
  /** Writes the pages that the window prints as PDF, whole or not at all. */
  'file:export-pages': call('shell', z.strictObject({ selectionId }), nothing),
} as const;
