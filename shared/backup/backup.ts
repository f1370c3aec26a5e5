import type { InstantMs } from '../time/instant.ts';

/** What a database holds, as a backup is known by. */
export type BackupFacts = {
  readonly schema: number;
  readonly tickets: number;
  readonly customers: number;
  readonly events: number;
  /** When the last event was recorded; null where there is none. */
  readonly lastRecordedAtMs: InstantMs | null;
  /** SHA-256 of all rows that cannot be made again, as an export writes them. */
  readonly contentSha256: string;
};

/** How a backup came about: by itself, because somebody wanted one, or because a restore took its place. */
export const BACKUP_KINDS = ['automatic', 'manual', 'replaced'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

export type HeldFacts = Omit<BackupFacts, 'contentSha256'>;

export type RestoreEvents = {
  readonly subject: string;
  readonly kind: string;
  readonly count: number;
  readonly lastRecordedAtMs: InstantMs;
};

export type RestoreTable = { readonly table: string; readonly onlyHere: number; readonly onlyThere: number };

/** What restoring a backup would change: what is only here would be gone, what is only there would come back. */
export type RestorePreview = {
  /** Null where the present database cannot be read; `unreadable` says why. */
  readonly here: HeldFacts | null;
  readonly unreadable: string | null;
  readonly there: HeldFacts;
  readonly onlyHere: readonly RestoreEvents[];
  readonly onlyThere: readonly RestoreEvents[];
  /** Other tables of which rows differ. */
  readonly tables: readonly RestoreTable[];
};
