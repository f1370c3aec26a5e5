import { setImmediate as later } from 'node:timers/promises';
import type { AuditFilter, AuditRow } from '../../../shared/ipc/audit-schemas.ts';

/** An event of one of the logs; what the audit says of it is made once it is shown. */
export type AuditEntry = {
  readonly seq: number;
  readonly recordedAtMs: number;
  /** Settles which is the newer of what several logs recorded in the same instant: the greater one. */
  readonly rank: number;
  readonly toRow: () => AuditRow;
};

/** One of the logs that the audit lists together. */
export type AuditLog = {
  /** At most `limit` events before `before`, which is exclusive, and from `from` on; the newest first. */
  readonly page: (filter: AuditFilter, before: number, limit: number, from: number) => readonly AuditEntry[];
  /** Where a log may be too long to be read at once: the number of its last event, and how many of them are. */
  readonly length?: { readonly lastSeq: () => number; readonly atOnce: (filter: AuditFilter) => number };
  readonly kinds: () => readonly string[];
};

const isNewer = (a: AuditEntry, b: AuditEntry): boolean =>
  a.recordedAtMs === b.recordedAtMs ? a.rank > b.rank : a.recordedAtMs > b.recordedAtMs;

/** As `page` of a log, which is read in stretches; others are answered in between. */
export const pageInTurns = async (
  log: AuditLog,
  filter: AuditFilter,
  before: number,
  limit: number,
): Promise<readonly AuditEntry[]> => {
  if (log.length === undefined) return log.page(filter, before, limit, 0);
  const atOnce = log.length.atOnce(filter);
  const found: AuditEntry[] = [];
  for (let end = Math.min(before, log.length.lastSeq() + 1); end > 0 && found.length < limit; end -= atOnce) {
    if (found.length < limit && end < before) await later();
    found.push(...log.page(filter, end, limit - found.length, Math.max(0, end - atOnce)));
  }
  return found;
};

/** The newest of several lists, each with the newest first, by the name of the list; each list keeps its order. */
export const mergeNewest = <Name extends string>(
  lists: readonly (readonly [name: Name, entries: readonly AuditEntry[]])[],
  limit: number,
): (readonly [name: Name, entry: AuditEntry])[] => {
  const at = lists.map(() => 0);
  const merged: (readonly [Name, AuditEntry])[] = [];
  while (merged.length < limit) {
    let best: { readonly list: number; readonly name: Name; readonly entry: AuditEntry } | null = null;
    for (const [list, [name, entries]] of lists.entries()) {
      const entry = entries[at[list] ?? 0];
      if (entry !== undefined && (best === null || isNewer(entry, best.entry))) best = { list, name, entry };
    }
    if (best === null) break;
    merged.push([best.name, best.entry]);
    at[best.list] = (at[best.list] ?? 0) + 1;
  }
  return merged;
};
