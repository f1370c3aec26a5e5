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
