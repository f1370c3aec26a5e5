import { open, rename, rm } from 'node:fs/promises';
import { setImmediate as later } from 'node:timers/promises';
import { auditRowKey } from '../../../shared/audit/row-key.ts';
import { BOM, csvLine } from '../../../shared/csv/write-csv.ts';
import type { AuditChange, AuditFilter, AuditCursor, AuditRow } from '../../../shared/ipc/audit-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import type { AuditService } from './audit-service.ts';

const HEAD = ['seq', 'recorded_at', 'happened_at', 'actor', 'workstation', 'ticket', 'customer', 'event'];
const TAIL = ['changes', 'undone_by', 'undone_at', 'fields'];
const AT_ONCE = 100;

const toText = (value: AuditChange['before'], fact: string): string => {
  if (value === null) return '';
  if (typeof value === 'number' && fact !== 'spentMs' && fact.endsWith('Ms')) return formatInstant(value);
  return Array.isArray(value) ? value.join(' ') : String(value);
};

const toLine = (row: AuditRow): string =>
  csvLine([
    auditRowKey(row),
    formatInstant(row.recordedAtMs),
    formatInstant(row.atMs),
    row.actor,
    row.workstation,
    row.ticket?.reference ?? '',
    row.person ?? row.customer,
    row.kind,
    row.changes
      .map(({ fact, before, after }) => `${fact}: ${toText(before, fact)} -> ${toText(after, fact)}`)
      .join('; '),
    row.voidedBy?.actor ?? '',
    row.voidedBy === null ? '' : formatInstant(row.voidedBy.atMs),
    JSON.stringify(row.payload),
  ]);

type Order = {
  readonly filter: AuditFilter;
  readonly path: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
};

/** Writes what a filter lets through as CSV, whole or not at all; gives the number of events, the newest first. */
export const exportAudit = async (
  { page }: AuditService,
  { filter, path, signal, onProgress }: Order,
): Promise<number> => {
  const partial = `${path}.part`;
  try {
    const file = await open(partial, 'w');
    let done = 0;
    try {
      await file.write(BOM + csvLine([...HEAD, ...TAIL]));
      let next: AuditCursor | null = null;
      do {
        const { rows, next: before }: Awaited<ReturnType<typeof page>> = await page(filter, next, AT_ONCE);
        await file.write(rows.map(toLine).join(''));
        done += rows.length;
        next = before;
        onProgress(done);
        await later();
        if (signal.aborted) throw new VigieError('audit/cancelled', 'The export was stopped; no file was written.');
      } while (next !== null);
    } finally {
      await file.close();
    }
    await rename(partial, path);
    return done;
  } catch (error) {
    await rm(partial, { force: true });
    if (error instanceof VigieError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new VigieError('audit/unwritable', `The file could not be written (${reason}). Choose another place.`, {
      reason,
    });
  }
};
