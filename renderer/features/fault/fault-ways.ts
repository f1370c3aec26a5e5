import { CallFailure } from '../../ipc/client.ts';

/** What can be done where the database cannot be used as always. */
export type Way = 'retry' | 'readOnly' | 'restore' | 'export';

const RETRY: readonly Way[] = ['retry'];

/** The ways that lead on from each fault, the best first. What would be refused or would change nothing is none. */
const WAYS: Readonly<Record<string, readonly Way[]>> = {
  'disk/full': ['retry', 'readOnly'],
  'disk/failed': ['retry', 'readOnly', 'restore', 'export'],
  'db/cannot-open': ['retry', 'readOnly'],
  'db/read-only': ['retry', 'readOnly'],
  'db/locked': ['retry', 'readOnly'],
  'db/damaged': ['restore', 'readOnly', 'export', 'retry'],
  'db/not-a-database': ['restore', 'export', 'retry'],
  'db/emptied': ['restore', 'retry'],
  'db/main-file-gone': ['restore', 'retry'],
  'db/restore-cut-off': ['restore', 'retry'],
  'db/newer-schema': RETRY,
  'db/not-vigie': RETRY,
  'db/is-directory': RETRY,
  'db/missing': RETRY,
  'db/migration-failed': ['retry', 'export'],
  'db/open-failed': ['retry', 'readOnly', 'restore', 'export'],
  'file/no-permission': ['retry', 'readOnly'],
  'file/no-folder': RETRY,
  'core/given-up': ['retry', 'readOnly', 'restore', 'export'],
};

export const FAULTS: readonly string[] = Object.keys(WAYS);

export const waysOf = (code: string): readonly Way[] => WAYS[code] ?? RETRY;

/** Whether a failure is of the file, the disk or the core, and not of what was asked. */
export const isFault = (failure: unknown): failure is CallFailure =>
  failure instanceof CallFailure && failure.code in WAYS;
