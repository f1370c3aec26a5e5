import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { ForecastTicket } from '../../../shared/ipc/forecast-schemas.ts';
import { forecast, paceKey } from '../../../shared/sla/forecast.ts';
import type { QueueFilter } from '../../../shared/ipc/schemas.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { EMPTY_FILTER } from '../../../shared/queue/empty-filter.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { Caller } from '../router.ts';
import type { QueueRepo } from './queue-repo.ts';

type Parts = {
  readonly database: Database;
  readonly queue: QueueRepo;
  readonly rules: Rules;
  readonly clock: PresentClock;
};

/** The next shift [our default]. */
const HORIZON_MS = 8 * HOUR_MS;
/** How far back the present pace goes (issue: the last 30 days). */
const PACE_MS = 30 * DAY_MS;
/** Of so many handled tickets the median stays what it is for a while. */
const MANY = 5_000;
const PACE_KEPT_MS = 10 * MINUTE_MS;
const MOST_LOOKED_AT = 2_000;
const MOST_LISTED = 200;

/** How long tickets of a priority and level took, sorted. */
type Pace = ReadonlyMap<string, readonly number[]>;

/** Which running tickets are expected to breach within the next shift, at the pace of the last 30 days. An estimate, with its basis. */
export const createForecastService = ({ database, queue, rules, clock }: Parts) => {
  // Finished tickets stand in the order of their resolution, the last first: `queue_key` is the instant, negative.
  const handled = database.connection.prepare<[number], { priority: 'P1'; level: string; elapsedMs: number }>(
    `SELECT priority, level, json_extract(resolution, '$.elapsedMs') AS elapsedMs FROM ticket
     WHERE queue_group = ${QUEUE_GROUPS.finished} AND queue_key <= ? AND priority IS NOT NULL
       AND json_extract(resolution, '$.elapsedMs') IS NOT NULL`,
  );

  let kept: { readonly atMs: number; readonly by: Pace } | null = null;

  const pace = (nowMs: number): Pace => {
    if (kept !== null && nowMs >= kept.atMs && nowMs < kept.atMs + PACE_KEPT_MS) return kept.by;
    kept = null;
    const by = paceSince(nowMs - PACE_MS);
    if ([...by.values()].reduce((sum, all) => sum + all.length, 0) >= MANY) kept = { atMs: nowMs, by };
    return by;
  };

  const paceSince = (sinceMs: number): Pace => {
    const byKey = new Map<string, number[]>();
    for (const { priority, level, elapsedMs } of handled.all(-sinceMs)) {
      const key = paceKey(priority, level);
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, [elapsedMs]);
      else known.push(elapsedMs);
    }
    for (const all of byKey.values()) all.sort((a, b) => a - b);
    return byKey;
  };

  return {
    list: ({ actor }: Caller): CallOutput<'queue:forecast'> =>
      database.read(() => {
        const nowMs = clock.nowMs();
        // What is breached already would come first, and fill all that is looked at.
        const due = { is: 'within', ms: HORIZON_MS } as const;
        const filter: QueueFilter = { ...EMPTY_FILTER, clocks: ['running', 'atRisk'], due };
        const sort = { by: 'due', isDescending: false } as const;
        const rows = queue.page(filter, sort, { offset: 0, limit: MOST_LOOKED_AT }, { nowMs, me: actor });
        const handledMs = pace(nowMs);
        const tickets: ForecastTicket[] = [];
        let checked = 0;
        let withoutBasis = 0;
        for (const row of rows) {
          const key = row.priority === null ? '' : paceKey(row.priority, row.level);
          const told = forecast(row.resolution, handledMs.get(key) ?? [], rules.at(nowMs), nowMs, HORIZON_MS);
          if (told === null) continue;
          checked++;
          if (told.kind === 'noBasis') withoutBasis++;
          if (told.kind !== 'late') continue;
          const { basis, dueAtMs, expectedAtMs } = told;
          tickets.push({ row, dueAtMs, expectedAtMs, medianMs: basis.medianMs, basisCount: basis.count });
        }
        return {
          horizonMs: HORIZON_MS,
          paceMs: PACE_MS,
          checked,
          withoutBasis,
          tickets: tickets.slice(0, MOST_LISTED),
        };
      }),
  };
};

export type ForecastService = ReturnType<typeof createForecastService>;
