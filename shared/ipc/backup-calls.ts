import { z } from 'zod';
import { BACKUP_KINDS } from '../backup/backup.ts';
import { call, nothing } from './call.ts';
import { fileSelection } from './import-schemas.ts';
import { instantMs } from './schemas.ts';

const count = z.int().min(0);

/** `HeldFacts` of backup/backup.ts. */
const held = z.strictObject({
  schema: count,
  tickets: count,
  customers: count,
  events: count,
  lastRecordedAtMs: instantMs.nullable(),
});

/** The name of a file, whatever a database is called: only one that is found is ever opened. */
const backupId = z
  .string()
  .max(255)
  .regex(/^(?!\.{1,2}$)[^/\\\0]+$/);

/** A backup that Vigie keeps. */
export const backupRow = z.strictObject({
  id: backupId,
  kind: z.enum(BACKUP_KINDS),
  madeAtMs: instantMs,
  sizeBytes: count,
  /** What it held when it was made and opened; null where nobody wrote that down. */
  held: held.nullable(),
});
export type BackupRow = z.infer<typeof backupRow>;

const failure = z.strictObject({ atMs: instantMs, code: z.string(), message: z.string() });

export const backupList = z.strictObject({
  /** The newest first. */
  backups: z.array(backupRow),
  /** When the next is made by itself; null where none is: of samples, and of a database in memory. */
  nextAtMs: instantMs.nullable(),
  isRunning: z.boolean(),
  /** Why the last that should have been made by itself was not; null where it was. */
  lastFailure: failure.nullable(),
  /** The newest backup holds events that the database has not: its last changes were lost outside Vigie, or it was restored. */
  isBehind: z.boolean(),
});

/** One that Vigie keeps, or a file that the user chose: a backup or an export. */
export const backupSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('kept'), id: backupId }),
  z.strictObject({ kind: z.literal('chosen'), selectionId: z.string().max(60) }),
]);
export type BackupSource = z.infer<typeof backupSource>;

const events = z.array(z.strictObject({ subject: z.string(), kind: z.string(), count, lastRecordedAtMs: instantMs }));

/** `RestorePreview` of backup/backup.ts. */
export const restorePreview = z.strictObject({
  here: held.nullable(),
  unreadable: z.string().nullable(),
  there: held,
  onlyHere: events,
  onlyThere: events,
  tables: z.array(z.strictObject({ table: z.string(), onlyHere: count, onlyThere: count })),
});

/** Backups of the database that is open. Everybody may look; what writes is a lead's. */
export const backupCalls = {
  'backup:list': call('core', nothing, backupList),
  /** Makes one now; `backup:progressed` tells how far it is. */
  'backup:make': call('core', nothing, backupRow, ['lead']),
  /** What restoring would change; writes nothing. */
  'backup:preview-restore': call('core', z.strictObject({ from: backupSource }), restorePreview),
  'backup:cancel': call('core', nothing, nothing),
  /** Asks for a backup or an export; null where nobody wants one. */
  'backup:choose-file': call('shell', nothing, fileSelection.nullable()),
  /**
   * Puts a backup in the database's place: the core is stopped, the present database kept beside under another name, and the core started
   * again, on the old one where something failed.
   */
  'backup:restore': call(
    'shell',
    z.strictObject({ from: backupSource }),
    z.strictObject({ keptAs: z.string().nullable() }),
    ['lead'],
  ),
} as const;
