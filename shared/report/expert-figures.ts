import type { Zone } from '../calendar/zone.ts';
import type { Session } from '../coaching/session.ts';
import { monthParts, workedMin } from '../expertise/allocate.ts';
import type { LedgerEntry } from '../expertise/ledger.ts';
import { MINUTE_MS } from '../time/instant.ts';
import { isWithin, type Key, type Period, type Sink } from './sink.ts';

/** What the figures say of an entry of the ledger: work across a month end is split there, as the ledger does. */
export const tellWork = (entry: LedgerEntry, zone: Zone, period: Period, sink: Sink): void => {
  if (entry.reversed !== null) return;
  const keys: Key[] = [
    { by: 'assignment', key: entry.assignment },
    { by: 'expert', key: entry.expert },
  ];
  const parts =
    entry.parts.length > 0
      ? entry.parts
      : monthParts(entry, zone).map((part) => ({ ...part, chargedMin: 0, overageMin: 0 }));
  for (const part of parts) {
    if (!isWithin(period, part.startMs)) continue;
    const n = part.startMs === entry.startMs ? 1 : 0;
    sink.add('hours.worked', null, workedMin(part), keys, n);
    if (part.chargedMin > 0) sink.add('hours.charged', null, part.chargedMin, keys, n);
    if (part.overageMin > 0) sink.add('hours.overage', null, part.overageMin, keys, n);
  }
};

/** What the figures say of a coaching session. */
export const tellSession = (session: Session, period: Period, sink: Sink): void => {
  const { state, expert, assignment, startMs, endMs, reports } = session;
  if (!isWithin(period, startMs)) return;
  const keys: Key[] = [{ by: 'assignment', key: assignment }];
  if (expert !== null) keys.push({ by: 'expert', key: expert });
  sink.add('sessions', null, 1, [...keys, { by: 'state', key: state }]);
  if (state !== 'done' || endMs === null) return;
  sink.add('sessions.held', null, Math.round((endMs - startMs) / MINUTE_MS), keys);
  sink.add('sessions.reported', null, reports.length > 0 ? 1 : 0, keys);
};
