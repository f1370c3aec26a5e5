import type { InstantMs } from '../../../shared/time/instant.ts';
import type { EscalationList } from '../steering/escalation-list.ts';
import type { NewAlarm } from './watch-repo.ts';

/** Escalations that no lead has acknowledged, as alarms: all of them are looked at when one is due, and else those that changed. */
export const createEscalationWatch = ({ steps }: Pick<EscalationList, 'steps'>) => {
  /** Before it no ticket that did not change escalates further. */
  let nextAtMs: InstantMs = -Infinity;

  return {
    due: (nowMs: InstantMs, changedIds: readonly number[]): NewAlarm[] => {
      const isAll = nowMs >= nextAtMs;
      if (!isAll && changedIds.length === 0) return [];
      const { found, nextAtMs: next } = steps(nowMs, isAll ? null : changedIds);
      nextAtMs = Math.min(isAll ? Infinity : nextAtMs, next ?? Infinity);
      return found.map(({ id, openedAtMs, reachedAtMs }) => ({
        ...{ kind: 'escalated', ticketId: id },
        dueAtMs: reachedAtMs ?? openedAtMs,
      }));
    },
    isStanding: (nowMs: InstantMs, ticketId: number): boolean => steps(nowMs, [ticketId]).found.length > 0,
    /** Null where none lies ahead. */
    nextAtMs: (): InstantMs | null => (Number.isFinite(nextAtMs) ? nextAtMs : null),
    /** Any ticket may have changed. */
    lookAtAll: (): void => {
      nextAtMs = -Infinity;
    },
  };
};
