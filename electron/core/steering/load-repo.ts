import { isSameName, type Person } from '../../../shared/access/person.ts';
import type { PersonLoad } from '../../../shared/ipc/steering-schemas.ts';
import type { Shared } from '../../../shared/steering/rebalance.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { Level } from '../../../shared/ticket/ticket.ts';
import { DAY_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { Connection } from '../db/database.ts';

type Load = Omit<PersonLoad, 'languages' | 'isAway'>;
type Light = Shared & {
  readonly version: number;
  readonly reference: string;
  readonly title: string | null;
  readonly customer: string;
  readonly tier: string;
};

/** Somebody who had a ticket of the level within this time works there, also with none now. */
const WORKED_THERE_MS = 30 * DAY_MS;

const OPEN = `queue_group < ${QUEUE_GROUPS.finished}`;
const DUE = `queue_group = ${QUEUE_GROUPS.due}`;

const NOTHING = { open: 0, atRisk: 0, breached: 0, p1: 0 } as const;

/** Who works at a level, with what: counted as the queue counts. `registered`: who is known to work here, and who has left. */
export const createLoadRepo = (connection: Connection, registered: () => readonly Person[]) => {
  const loads = connection.prepare<[{ level: Level; nowMs: InstantMs; sinceMs: InstantMs }], Load>(
    `SELECT assignee AS name, sum(${OPEN}) AS open,
       sum(${DUE} AND at_risk_at_ms <= @nowMs AND breach_after_ms >= @nowMs) AS atRisk,
       sum(${DUE} AND breach_after_ms < @nowMs) AS breached,
       sum(${OPEN} AND priority IS 'P1') AS p1
     FROM ticket WHERE level = @level AND assignee IS NOT NULL AND (${OPEN} OR updated_at_ms >= @sinceMs)
     GROUP BY assignee ORDER BY assignee`,
  );
  const tickets = connection.prepare<[Level], Omit<Light, 'rank'>>(
    `SELECT ticket_id AS id, version, reference, title, customer, tier, assignee, priority, language FROM ticket
     WHERE ${OPEN} AND level = ? ORDER BY queue_group, queue_key, reference, ticket_id`,
  );
  const isAway = connection
    .prepare<[{ name: string; nowMs: InstantMs }], number>(
      'SELECT EXISTS (SELECT 1 FROM absence WHERE expert = @name AND from_ms <= @nowMs AND until_ms > @nowMs)',
    )
    .pluck();
  const toPerson = (load: Load, known: Person | undefined, nowMs: InstantMs): PersonLoad => ({
    ...load,
    atRisk: load.atRisk ?? 0,
    breached: load.breached ?? 0,
    languages: known === undefined || known.languages.length === 0 ? null : [...known.languages],
    isAway: known?.isActive === false || isAway.get({ name: load.name, nowMs }) === 1,
  });
  return {
    /**
     * Those with tickets of the level, and its agents without any. People without known languages are taken to speak any; who has left is
     * away.
     */
    people: (level: Level, nowMs: InstantMs): PersonLoad[] => {
      const known = registered();
      const found = loads.all({ level, nowMs, sinceMs: nowMs - WORKED_THERE_MS });
      const idle = known
        .filter((one) => one.isActive && one.level === level && one.role === 'agent')
        .filter((one) => !found.some(({ name }) => isSameName(name, one.name)))
        .map(({ name }): Load => ({ name, ...NOTHING }));
      return [...found, ...idle]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map((load) =>
          toPerson(
            load,
            known.find(({ name }) => isSameName(name, load.name)),
            nowMs,
          ),
        );
    },
    /** Open tickets of a level, the most urgent first. */
    tickets: (level: Level): Light[] => tickets.all(level).map((ticket, rank) => ({ ...ticket, rank })),
  };
};
