import type { CallOutput } from '../../../shared/ipc/contract.ts';
import { PRIORITIES, type Priority, type Rules } from '../../../shared/sla/policy.ts';
import { escalationAt, rankOfStep, type EscalationStep } from '../../../shared/steering/escalation.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { InstantMs } from '../../../shared/time/instant.ts';
import type { Connection } from '../db/database.ts';
import type { QueueRepo } from '../queue/queue-repo.ts';

type Escalations = CallOutput<'steering:list-escalations'>;
type Row = { id: number; acknowledged: EscalationStep | null };

/** Open tickets of which a lead has to know (DOMAIN: Escalation), from their rows. */
export const createEscalationList = (connection: Connection, queue: QueueRepo, rules: Rules) => {
  const select = `SELECT ticket_id AS id, acknowledged FROM ticket
     WHERE priority IN (SELECT value FROM json_each(?)) AND queue_group < ${QUEUE_GROUPS.finished}`;
  const ofPriorities = connection.prepare<[string], Row>(select);
  const ofThese = connection.prepare<[string, string], Row>(
    `${select} AND ticket_id IN (SELECT value FROM json_each(?))`,
  );
  /** A P1 always; others where the offer promises when they are resolved. */
  const priorities = (): Priority[] =>
    PRIORITIES.filter((one) => one === 'P1' || rules.policy.resolution[one].source === 'contractual');

  /** Of all open tickets, or only of some. */
  return (nowMs: InstantMs, ids: readonly number[] | null = null): Escalations => {
    const now = rules.at(nowMs);
    const next: InstantMs[] = [];
    const of = JSON.stringify(priorities());
    const found = ids === null ? ofPriorities.all(of) : ofThese.all(of, JSON.stringify(ids));
    const escalations = found.flatMap(({ id, acknowledged }) => {
      const row = queue.row(id);
      if (row === null) return [];
      const { priority, openedAtMs, resolution } = row;
      const escalation = escalationAt({ priority, openedAtMs, isFinished: false, resolution }, now, nowMs);
      if (escalation === null) return [];
      const { step, reachedAtMs, nextAtMs } = escalation;
      if (nextAtMs !== null) next.push(nextAtMs);
      return rankOfStep(step) > rankOfStep(acknowledged) ? [{ row, step, reachedAtMs, acknowledged }] : [];
    });
    escalations.sort(
      (a, b) =>
        rankOfStep(b.step) - rankOfStep(a.step) || (a.reachedAtMs ?? 0) - (b.reachedAtMs ?? 0) || a.row.id - b.row.id,
    );
    return { escalations, nextAtMs: next.length === 0 ? null : Math.min(...next) };
  };
};

export type EscalationList = ReturnType<typeof createEscalationList>;
