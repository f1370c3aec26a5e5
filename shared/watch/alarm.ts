import type { Actor } from '../access/actor.ts';
import type { Level } from '../ticket/ticket.ts';
import type { InstantMs } from '../time/instant.ts';
import type { WatchRules } from './watch-rules.ts';

export const ALARM_KINDS = ['breached', 'escalated', 'atRisk', 'wakeUp', 'remind', 'policy'] as const;
/** `escalated`: a lead has to know of it (steering/escalation.ts); `wakeUp`: an answer was expected by now; `remind`: we promised to call back; `policy`: other rules hold from now on. */
export type AlarmKind = (typeof ALARM_KINDS)[number];

/** An alarm is the same one as long as the instant that made it is. */
export type DueAlarm = { readonly kind: AlarmKind; readonly dueAtMs: InstantMs };

/** What the watch reads of an open ticket's row. */
export type WatchedTicket = {
  readonly assignee: string | null;
  readonly owner: string | null;
  readonly level: Level;
  readonly escalatedTo: Level | null;
  readonly atRiskAtMs: InstantMs | null;
  /** Breached after it, not at it. */
  readonly breachAfterMs: InstantMs | null;
  readonly wakeAtMs: InstantMs | null;
  readonly remindAtMs: InstantMs | null;
};

const isPast = (instant: InstantMs | null, nowMs: InstantMs): instant is InstantMs =>
  instant !== null && instant <= nowMs;

/** What there is to tell of an open ticket at an instant. Breached says more than at risk, which is then left out. */
export const alarmsAt = (ticket: WatchedTicket, nowMs: InstantMs): DueAlarm[] => {
  const { atRiskAtMs, breachAfterMs, wakeAtMs, remindAtMs } = ticket;
  const due: DueAlarm[] = [];
  if (isPast(breachAfterMs, nowMs - 1)) due.push({ kind: 'breached', dueAtMs: breachAfterMs });
  else if (isPast(atRiskAtMs, nowMs)) due.push({ kind: 'atRisk', dueAtMs: atRiskAtMs });
  if (isPast(wakeAtMs, nowMs)) due.push({ kind: 'wakeUp', dueAtMs: wakeAtMs });
  if (isPast(remindAtMs, nowMs)) due.push({ kind: 'remind', dueAtMs: remindAtMs });
  return due;
};

/** Whether a ticket is of those that somebody wants to be told of. What is mine is of my level too, wherever it is worked on. */
export const concerns = (
  { assignee, owner, level, escalatedTo }: WatchedTicket,
  { name, level: myLevel }: Actor,
  scope: WatchRules['onlyMine'],
): boolean => {
  if (scope === 'all' || assignee === name || owner === name) return true;
  return scope === 'myLevel' && (level === myLevel || escalatedTo === myLevel);
};

export type AlarmCounts = Readonly<Record<AlarmKind, number>>;

export const countByKind = (alarms: readonly { readonly kind: AlarmKind }[]): AlarmCounts => {
  const counts = { breached: 0, escalated: 0, atRisk: 0, wakeUp: 0, remind: 0, policy: 0 };
  for (const { kind } of alarms) counts[kind]++;
  return counts;
};

/** The most urgent first: by kind, then what was due first. */
export const byUrgency = (a: DueAlarm, b: DueAlarm): number =>
  ALARM_KINDS.indexOf(a.kind) - ALARM_KINDS.indexOf(b.kind) || a.dueAtMs - b.dueAtMs;
