import type { Actor } from '../../../shared/access/actor.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS, type InstantMs } from '../../../shared/time/instant.ts';
import { alarmsAt, byUrgency, concerns, countByKind } from '../../../shared/watch/alarm.ts';
import { quietUntil } from '../../../shared/watch/quiet-hours.ts';
import { isWanted, type WatchRules } from '../../../shared/watch/watch-rules.ts';
import type { PresentClock } from '../clock.ts';
import type { Notify } from '../core.ts';
import type { Database } from '../db/database.ts';
import { errorFacts, type Log } from '../log.ts';
import type { PolicyBook } from '../policy/policy-book.ts';
import { versionsInForce } from '../../../shared/sla/versions-in-force.ts';
import type { Handlers } from '../router.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import type { EscalationList } from '../steering/escalation-list.ts';
import { createAlarmClock } from './alarm-clock.ts';
import { createEscalationWatch } from './escalation-watch.ts';
import type { Scheduler } from './scheduler.ts';
import { createWatchRepo, type NewAlarm, type WatchRow as Row } from './watch-repo.ts';

type Parts = {
  readonly database: Database;
  readonly book: PolicyBook;
  readonly tickets: Pick<TicketService, 'catchUp'>;
  readonly escalations: EscalationList;
  /** The next instant, beside those of tickets, at which something has to be caught up; null where none lies ahead. */
  readonly nextBeside: (nowMs: InstantMs) => InstantMs | null;
  readonly clock: PresentClock;
  readonly scheduler: Scheduler;
  readonly notify: Notify;
  readonly log: Log;
};

/** Commits come in bursts: they are looked at together. */
const AFTER_COMMIT_MS = 200;
/** What failed, as when another process holds the database, is tried again. */
const RETRY_MS = 5 * SECOND_MS;
const KEPT_MS = 90 * DAY_MS;
const LONGEST_SNOOZE_MS = 31 * DAY_MS;
const MOST_LISTED = 100;
const MOST_NAMED = 20;
const MOST_IDS = 500;
/** More tickets than these are found faster by their instants. */
const MOST_CHANGED = 500;
/** A version of the policy that begins so soon after it was saved is no news to who saved it. */
const AT_ONCE_MS = 5 * MINUTE_MS;

type Following = { readonly actor: Actor; readonly rules: WatchRules };

/**
 * Tells what falls due by the passing of time: at risk, breached, the end of a wait. One timer stands at the next instant that matters;
 * what was told is kept, so that it is told once, and what was slept through is told on waking, at once.
 */
export const createWatchService = (parts: Parts) => {
  const { database, book, tickets, nextBeside, clock, scheduler, notify, log } = parts;
  const escalations = createEscalationWatch(parts.escalations);
  const repo = createWatchRepo(database.connection);
  let following: Following | null = null;
  /** Every instant before it was looked at; what changes later is in `changedIds`. */
  let lookedUntilMs = -Infinity;
  const changedIds = new Set<number>();

  const noteChanged = (ids: readonly number[] | null): void => {
    if (ids !== null) for (const id of ids) changedIds.add(id);
    if (ids === null || changedIds.size > MOST_CHANGED) {
      escalations.lookAtAll();
      changedIds.clear();
      lookedUntilMs = -Infinity;
    }
  };

  const policyAlarms = (nowMs: InstantMs, { actor }: Following): InstantMs[] =>
    versionsInForce(book.recorded())
      .filter(({ fromMs, recordedAtMs, actor: by }) => {
        const isNews = fromMs - recordedAtMs > AT_ONCE_MS || by !== actor.name;
        return isNews && fromMs <= nowMs && fromMs > nowMs - KEPT_MS;
      })
      .map(({ fromMs }) => fromMs);

  /** What is due and was not told yet. */
  const findDue = (rows: readonly Row[], nowMs: InstantMs, now: Following): NewAlarm[] => {
    const { actor, rules } = now;
    const due: NewAlarm[] = rows
      .filter((row) => concerns(row, actor, rules.onlyMine))
      .flatMap((row) => alarmsAt(row, nowMs).map((alarm) => ({ ...alarm, ticketId: row.ticketId })))
      .filter(({ kind }) => isWanted(kind, rules));
    for (const dueAtMs of policyAlarms(nowMs, now)) due.push({ kind: 'policy', dueAtMs, ticketId: null });
    // A lead has to know of them whoever's they are.
    if (actor.role === 'lead' && isWanted('escalated', rules)) due.push(...escalations.due(nowMs, [...changedIds]));
    return due.filter((alarm) => !repo.isTold(actor.name, alarm));
  };

  /** Writes what is due as told; the ids of those alarms. Most looks find nothing, and write nothing. */
  const takeDue = (rows: readonly Row[], nowMs: InstantMs, now: Following): number[] => {
    const { name } = now.actor;
    const due = findDue(rows, nowMs, now);
    const snoozed = repo.endedSnoozes(name, nowMs);
    if (due.length + snoozed.length === 0) return [];
    return database.write((writer) => {
      const ids = due.flatMap((alarm) => repo.add(writer, name, alarm, nowMs) ?? []);
      for (const { alarmId, kind, ticketId } of snoozed) {
        const [row] = repo.byIds([ticketId]);
        const isStanding =
          kind === 'policy' ||
          (kind === 'escalated'
            ? escalations.isStanding(nowMs, ticketId)
            : row !== undefined && alarmsAt(row, nowMs).some((one) => one.kind === kind));
        if (isStanding) {
          repo.tellAgain(writer, alarmId, nowMs);
          ids.push(alarmId);
        } else repo.endSnooze(writer, alarmId);
      }
      return ids;
    });
  };

  const tell = (ids: readonly number[]): void => {
    if (ids.length === 0) return;
    const alarms = database.read(() => repo.alarms(ids)).sort(byUrgency);
    const counts = countByKind(alarms);
    const named = alarms.slice(0, MOST_NAMED);
    const all = alarms.slice(0, MOST_IDS).map(({ id }) => id);
    notify('watch:alarmed', { alarms: named, total: alarms.length, ids: all, counts });
    notify('desk:changed', { what: 'alarm' });
  };

  /** Looks at what is due now, tells it, and says when to look again. */
  const look = (): InstantMs | null => {
    if (following === null) return null;
    const nowMs = clock.nowMs();
    const { actor, rules } = following;
    tickets.catchUp();
    const quietUntilMs = quietUntil(rules, book.rules.zone, nowMs);
    const soonest = (...instants: readonly (InstantMs | null | undefined)[]): InstantMs | null => {
      const known = instants.filter((ms): ms is InstantMs => ms !== null && ms !== undefined);
      return known.length === 0 ? null : Math.min(...known);
    };
    if (quietUntilMs === null) {
      const fromMs = Math.max(lookedUntilMs, Number.MIN_SAFE_INTEGER);
      const { passed, changed } = database.read(() => ({
        passed: repo.inSpan({ actor: actor.name, fromMs, nowMs }),
        changed: changedIds.size === 0 ? [] : repo.byIds([...changedIds]),
      }));
      const seen = new Set(passed.map(({ ticketId }) => ticketId));
      const rows = [...passed, ...changed.filter(({ ticketId }) => !seen.has(ticketId))];
      const told = takeDue(rows, nowMs, following);
      changedIds.clear();
      const isBehind = Number.isFinite(lookedUntilMs);
      lookedUntilMs = nowMs;
      tell(told);
      // Counts and views by clock state have changed with them, without any commit.
      if (isBehind && passed.length > 0) {
        notify('data:changed', { ticketIds: passed.length > 200 ? null : passed.map(({ ticketId }) => ticketId) });
      }
    }
    const change = book.rules.changesAtMs.find((ms) => ms > nowMs);
    return soonest(
      database.read(() => repo.nextInstant(actor.name, nowMs)),
      change,
      nextBeside(nowMs),
      following.actor.role === 'lead' ? escalations.nextAtMs() : null,
      quietUntilMs,
    );
  };

  const alarmClock = createAlarmClock({
    ...{ clock, scheduler },
    onDue: () => {
      try {
        return look();
      } catch (error) {
        escalations.lookAtAll();
        log('error', 'watch/failed', errorFacts(error));
        return clock.nowMs() + RETRY_MS;
      }
    },
    onJump: (byMs) => {
      log('info', 'watch/clock-jumped', { byMs: Math.round(byMs) });
      lookedUntilMs = -Infinity;
      escalations.lookAtAll();
      notify('data:changed', { ticketIds: null });
    },
  });

  const handlers: Pick<Handlers<'core'>, `watch:${'follow' | 'list' | 'snooze' | 'mark-seen'}`> = {
    'watch:follow': ({ rules }, { actor }) => {
      following = { actor, rules };
      noteChanged(null);
      database.write((writer) => repo.forget(writer, clock.nowMs() - KEPT_MS));
      alarmClock.start();
      notify('desk:changed', { what: 'alarm' });
      return {};
    },
    'watch:list': (_input, { actor }) =>
      database.read(() => ({
        alarms: repo.latest(actor.name, MOST_LISTED),
        unseenCount: repo.unseenCount(actor.name),
      })),
    'watch:snooze': ({ alarmIds, untilMs }, { actor }) => {
      const nowMs = clock.nowMs();
      if (untilMs <= nowMs || untilMs > nowMs + LONGEST_SNOOZE_MS) {
        throw new VigieError('watch/instant', 'An alarm comes back later, within 31 days: choose another instant.');
      }
      database.write((writer) => repo.snooze(writer, actor.name, alarmIds, untilMs));
      alarmClock.lookWithin(AFTER_COMMIT_MS);
      notify('desk:changed', { what: 'alarm' });
      return {};
    },
    'watch:mark-seen': ({ alarmIds }, { actor }) => {
      database.write((writer) => repo.see(writer, actor.name, alarmIds));
      notify('desk:changed', { what: 'alarm' });
      return {};
    },
  };

  return {
    handlers,
    /** Something was committed about these tickets; null: about any. */
    changed: (ticketIds: readonly number[] | null): void => {
      if (following === null) return;
      noteChanged(ticketIds);
      alarmClock.lookWithin(AFTER_COMMIT_MS);
    },
    stop: alarmClock.stop,
  };
};
