// PLACEHOLDER by the lead so that the app builds meanwhile: overwrite this file whole.
import type { Zone } from '../../../shared/calendar/zone.ts';
import type { ImportedTicket, LineIssue } from '../../../shared/import/imported-ticket.ts';
import type { ImportProfile } from '../../../shared/ipc/import-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';

export const collectTickets = async (
  _input: { paths: readonly string[]; profile: ImportProfile | 'auto'; zone: Zone; tierOf: (customer: string) => string | undefined; levelOf: (group: string | null) => Level | undefined; nowMs: number },
  _hooks: { signal: AbortSignal; onProgress: (doneBytes: number, totalBytes: number) => void },
): Promise<{ profile: ImportProfile; files: { name: string; format: 'csv' | 'json'; encoding: string; delimiter: string | null; rows: number }[]; rows: number; tickets: ImportedTicket[]; errors: LineIssue[]; warnings: LineIssue[]; errorCount: number; warningCount: number }> => {
  throw new VigieError('import/not-there-yet', 'The import is being built.');
};
