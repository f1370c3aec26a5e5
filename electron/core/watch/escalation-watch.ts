import type { InstantMs } from '../../../shared/time/instant.ts';
import type { EscalationList } from '../steering/escalation-list.ts';
import type { NewAlarm } from './watch-repo.ts';

/** Escalations that no lead has acknowledged, as alarms: all of them are looked at when one is due, and else those that changed. */
export const createEscalationWatch = (list: EscalationList) => {
  /** Before it no ticket that did not change escalates further. */
  let nextAtMs: InstantMs = -Infinity;

  const alarmsOf = ({ escalations }: ReturnType<EscalationList>): NewAlarm[] =>
    escalations.map(({ row, reachedAtMs }) => ({
      ...{ kind: 'escalated', ticketId: row.id },
      dueAtMs: reachedAtMs ?? row.openedAtMs,
    }));

  return {
    due: (nowMs: InstantMs, changedIds: readonly number[]): NewAlarm[] => {
      const isAll = nowMs >= nextAtMs;
      if (!isAll && changedIds.length === 0) return [];
      const found = list(nowMs, isAll ? null : changedIds);
      nextAtMs = Math.min(isAll ? Infinity : nextAtMs, found.nextAtMs ?? Infinity);
      return alarmsOf(found);
    },
    isStanding: (nowMs: InstantMs, ticketId: number): boolean => list(nowMs, [ticketId]).escalations.length > 0,
    /** Null where none lies ahead. */
    nextAtMs: (): InstantMs | null => (Number.isFinite(nextAtMs) ? nextAtMs : null),
    /** Any ticket may have changed. */
    lookAtAll: (): void => {
      nextAtMs = -Infinity;
    },
  };
};
