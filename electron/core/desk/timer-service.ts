import type { NoticePayload } from '../../../shared/ipc/contract.ts';
import type { Timer } from '../../../shared/ipc/desk-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { backDatingMs, DEFAULT_BACK_DATING } from '../../../shared/steering/back-dating.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { DAY_MS, SECOND_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { Connection, Database } from '../db/database.ts';
import type { Caller, Handlers } from '../router.ts';
import type { CommandService } from '../ticket/command-service.ts';

type Parts = {
  readonly database: Database;
  readonly commands: CommandService;
  readonly clock: PresentClock;
  readonly rules: Rules;
  readonly onChanged: (what: NoticePayload<'desk:changed'>['what']) => void;
};

/** The timers of people in the database: they run on through a crash and a restart, since only instants are kept. */
const createTimerRepo = (connection: Connection) => {
  const get = connection.prepare<[string], Timer>(
    `SELECT ticket_id AS ticketId, reference, started_at_ms AS startedAtMs, running_since_ms AS runningSinceMs,
       banked_ms AS bankedMs FROM timer JOIN ticket USING (ticket_id) WHERE actor = ?`,
  );
  const put = connection.prepare(
    `INSERT INTO timer (actor, ticket_id, started_at_ms, running_since_ms, banked_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (actor) DO UPDATE SET started_at_ms = excluded.started_at_ms, running_since_ms = excluded.running_since_ms,
       banked_ms = excluded.banked_ms`,
  );
  const drop = connection.prepare('DELETE FROM timer WHERE actor = ?');
  const ticket = connection.prepare<[number], string>('SELECT reference FROM ticket WHERE ticket_id = ?').pluck();
  return {
    get: (actor: string): Timer | null => get.get(actor) ?? null,
    put: (actor: string, { ticketId, startedAtMs, runningSinceMs, bankedMs }: Omit<Timer, 'reference'>): void =>
      void put.run(actor, ticketId, startedAtMs, runningSinceMs, bankedMs),
    drop: (actor: string): void => void drop.run(actor),
    referenceOf: (ticketId: number): string | null => ticket.get(ticketId) ?? null,
  };
};

const measured = ({ runningSinceMs, bankedMs }: Timer, nowMs: InstantMs): number =>
  bankedMs + (runningSinceMs === null ? 0 : Math.max(0, nowMs - runningSinceMs));

/** One timer a person: start, pause, keep as time spent, or discard. */
export const createTimerService = ({ database, commands, clock, rules, onChanged }: Parts) => {
  const repo = createTimerRepo(database.connection);

  const current = ({ actor }: Caller): Timer => {
    const timer = repo.get(actor.name);
    if (timer === null) throw new VigieError('timer/none', 'No timer runs: start one on a ticket first.');
    return timer;
  };
  const keepState = (caller: Caller, timer: Omit<Timer, 'reference'>): Timer => {
    database.write(() => repo.put(caller.actor.name, timer));
    onChanged('timer');
    return current(caller);
  };
  const end = ({ actor }: Caller): void => {
    database.write(() => repo.drop(actor.name));
    onChanged('timer');
  };

  const handlers: Pick<Handlers<'core'>, `timer:${'get' | 'start' | 'pause' | 'keep' | 'discard'}`> = {
    'timer:get': (_input, { actor }) => database.read(() => repo.get(actor.name)),
    'timer:start': ({ ticketId, atMs }, caller) => {
      const nowMs = clock.nowMs();
      const running = repo.get(caller.actor.name);
      if (running !== null && running.ticketId !== ticketId) {
        const { reference } = running;
        throw new VigieError('timer/busy', `Your timer is on ${reference}: keep or discard it first.`, { reference });
      }
      if (atMs !== null && (atMs > nowMs || atMs < nowMs - DAY_MS)) {
        throw new VigieError(
          'timer/instant',
          'A timer starts now or within the last 24 hours: choose another instant.',
        );
      }
      if (repo.referenceOf(ticketId) === null) {
        throw new VigieError('ticket/unknown', 'This ticket is not in this queue. Go back to the list.');
      }
      const startedAtMs = atMs ?? nowMs;
      if (running === null || atMs !== null) {
        // Back-dating a running timer moves its start; what was banked before is part of it.
        return keepState(caller, { ticketId, startedAtMs, runningSinceMs: startedAtMs, bankedMs: 0 });
      }
      return running.runningSinceMs === null ? keepState(caller, { ...running, runningSinceMs: nowMs }) : running;
    },
    'timer:pause': (_input, caller) => {
      const timer = current(caller);
      return keepState(caller, { ...timer, runningSinceMs: null, bankedMs: measured(timer, clock.nowMs()) });
    },
    'timer:keep': ({ note }, caller) => {
      const timer = current(caller);
      const nowMs = clock.nowMs();
      const measuredMs = measured(timer, nowMs);
      if (measuredMs > DAY_MS) {
        throw new VigieError(
          'timer/too-long',
          'This timer ran for more than 24 hours: discard it, and note the time that was really spent by hand.',
        );
      }
      const spentMs = Math.max(SECOND_MS, measuredMs);
      // One that was paused for long is kept as of as far back as an agent may record.
      const { ticketDays } = rules.policy.backDating ?? DEFAULT_BACK_DATING;
      const startedAtMs = Math.min(Math.max(timer.startedAtMs, nowMs - backDatingMs(ticketDays)), nowMs - spentMs);
      // Both or neither: time must be kept once.
      const kept = database.write(() => {
        const result = commands.run(
          {
            targets: [{ id: timer.ticketId, expectedVersion: null }],
            commands: [{ kind: 'keepTime', startedAtMs, spentMs, note: note === '' ? null : note }],
          },
          caller,
        );
        repo.drop(caller.actor.name);
        return result;
      });
      onChanged('timer');
      return kept;
    },
    'timer:discard': (_input, caller) => {
      end(caller);
      return {};
    },
  };
  return handlers;
};
