import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { PRIORITIES, type Priority, type Rules } from '../../../shared/sla/policy.ts';
import { escalationAt, rankOfStep, type Escalation, type EscalationStep } from '../../../shared/steering/escalation.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection } from '../db/database.ts';
import type { QueueRepo } from '../queue/queue-repo.ts';

type Escalations = CallOutput<'steering:list-escalations'>;
type Row = {
  readonly id: number;
  readonly acknowledged: EscalationStep | null;
  readonly priority: Priority;
  readonly openedAtMs: InstantMs;
  readonly resolution: string;
};

/** How far a ticket is: it holds from when it was read until its next step, by the same rules, and while its clock is the same. */
type Read = {
  readonly by: Rules;
  readonly fromMs: InstantMs;
  readonly clock: string;
  readonly escalation: Escalation | null;
};

/** Open tickets of which a lead has to know (DOMAIN: Escalation), from their rows. */
export const createEscalationList = (connection: Connection, queue: QueueRepo, rules: Rules) => {
  const select = `SELECT ticket_id AS id, acknowledged, priority, opened_at_ms AS openedAtMs, resolution FROM ticket
     WHERE priority IN (SELECT value FROM json_each(?)) AND queue_group < ${QUEUE_GROUPS.finished}`;
  const ofPriorities = connection.prepare<[string], Row>(select);
  const ofThese = connection.prepare<[string, string], Row>(
    `${select} AND ticket_id IN (SELECT value FROM json_each(?))`,
  );
  /** A P1 always; others where the offer promises when they are resolved. */
  const priorities = (): Priority[] =>
    PRIORITIES.filter((one) => one === 'P1' || rules.policy.resolution[one].source === 'contractual');

  /** Those of the last look at all: a wall looks every few seconds, and few of many thousand have changed by then. */
  let kept: ReadonlyMap<number, Read> = new Map();

  const read = ({ id, priority, openedAtMs, resolution: clock }: Row, by: Rules, nowMs: InstantMs): Read => {
    const known = kept.get(id);
    const untilMs = known?.escalation?.nextAtMs ?? Infinity;
    // What has no step yet may come to its first at any time.
    if (
      known?.escalation != null &&
      known.by === by &&
      known.clock === clock &&
      nowMs >= known.fromMs &&
      nowMs < untilMs
    )
      return known;
    const told = { priority, openedAtMs, isFinished: false, resolution: JSON.parse(clock) };
    return { by, fromMs: nowMs, clock, escalation: escalationAt(told, by, nowMs) };
  };

  /** Steps that no lead has acknowledged, of all open tickets or of some, and when the next is reached; null where none is. */
  const steps = (nowMs: InstantMs, ids: readonly number[] | null = null) => {
    const now = rules.at(nowMs);
    const of = JSON.stringify(priorities());
    const reads = new Map<number, Read>();
    let nextAtMs = Infinity;
    const found = (ids === null ? ofPriorities.all(of) : ofThese.all(of, JSON.stringify(ids))).flatMap((row) => {
      const one = read(row, now, nowMs);
      reads.set(row.id, one);
      if (one.escalation === null) return [];
      const { step, reachedAtMs } = one.escalation;
      nextAtMs = Math.min(nextAtMs, one.escalation.nextAtMs ?? Infinity);
      const { id, acknowledged, openedAtMs } = row;
      return rankOfStep(step) > rankOfStep(acknowledged) ? [{ id, openedAtMs, step, reachedAtMs, acknowledged }] : [];
    });
    if (ids === null) kept = reads;
    return { found, nextAtMs: nextAtMs === Infinity ? null : nextAtMs };
  };

  /** The same as rows, the furthest first. `most`: how many of them are told; all are counted. */
  const list = (nowMs: InstantMs, most = Infinity): Escalations & { readonly total: number } => {
    const { found, nextAtMs } = steps(nowMs);
    found.sort(
      (a, b) => rankOfStep(b.step) - rankOfStep(a.step) || (a.reachedAtMs ?? 0) - (b.reachedAtMs ?? 0) || a.id - b.id,
    );
    const escalations = found.slice(0, most).flatMap(({ id, openedAtMs: _openedAtMs, ...told }) => {
      const row = queue.row(id);
      return row === null ? [] : [{ row, ...told }];
    });
    return { escalations, total: found.length, nextAtMs };
  };

  return { steps, list };
};

export type EscalationList = ReturnType<typeof createEscalationList>;
