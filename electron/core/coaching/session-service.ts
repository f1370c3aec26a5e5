import { decideSession, type SessionCommand } from '../../../shared/coaching/decide-session.ts';
import type { SessionFacts } from '../../../shared/coaching/session-event.ts';
import { isBooked, isTimed } from '../../../shared/coaching/session.ts';
import { checklistOf, objectivesOf } from '../../../shared/coaching/templates.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database, Writer } from '../db/database.ts';
import type { WorkService } from '../expertise/work-service.ts';
import type { Caller, Input } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { CoachingBook, FoundSession } from './coaching-book.ts';
import { refuseSpan, type PlanningService } from './planning-service.ts';
import type { SeriesScoping } from './series-scope.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly coaching: CoachingBook;
  readonly planning: PlanningService;
  readonly scoping: SeriesScoping;
  readonly work: WorkService;
  readonly clock: PresentClock;
  readonly by: (caller: Caller) => Recording;
};

type Seen = { readonly id: string; readonly expectedVersion: number | null };

/** What a command was about: whose, and with whom. */
export type Told = { readonly id: string; readonly customerId: number; readonly experts: readonly string[] };

/** The life of a session: asked for, moved, confirmed, held or not, reported on. */
export const createSessionService = (parts: Parts) => {
  const { database, book, coaching, planning, scoping, work, clock, by } = parts;

  /** The session as the caller saw it; refused where it has moved on. */
  const seen = ({ id, expectedVersion }: Seen): FoundSession => {
    const found = coaching.find(id);
    if (expectedVersion !== null && found.session.version !== expectedVersion) {
      throw new VigieError('coaching/changed', 'Somebody changed this session meanwhile: look at it again.');
    }
    return found;
  };

  const told = ({ customerId, session }: FoundSession): Told => ({
    ...{ id: session.id, customerId },
    experts: session.expert === null ? [] : [session.expert],
  });

  const record = (writer: Writer, found: FoundSession, command: SessionCommand, caller: Caller): void => {
    const event = decideSession(found.session, command, clock.nowMs());
    book.record(writer, found.recordedUnder, event, by(caller));
  };

  /** One command on one session. */
  const once =
    <Order extends Seen>(toCommand: (order: Order) => SessionCommand) =>
    (order: Order, caller: Caller): Told =>
      database.write((writer) => {
        const found = seen(order);
        record(writer, found, toCommand(order), caller);
        return told(found);
      });

  const change = (order: Input<'coaching:change'>, caller: Caller): Told =>
    database.write((writer) => {
      const found = seen(order);
      const { session, customerId } = found;
      const { expert: toExpert, startMs: toStartMs, endMs: toEndMs, ...words } = order.change;
      if (words.ticketId !== undefined) planning.refuseTicket(customerId, words.ticketId);
      const facts: Partial<SessionFacts> = Object.fromEntries(
        Object.entries(words).filter(([, value]) => value !== undefined),
      );
      const isElsewhere = [toExpert, toStartMs, toEndMs].some((one) => one !== undefined);
      if (!isTimed(session)) {
        if (isElsewhere) throw new VigieError('coaching/not-planned', 'This session waits for a time: plan it first.');
        record(writer, found, { kind: 'change', facts, slot: null, conflicts: [], acceptsWarnings: true }, caller);
        return told(found);
      }
      if (toExpert !== undefined && toExpert !== session.expert) {
        coaching.refuseExpert(toExpert, caller.actor.role === 'expert' ? caller.actor.name : null);
      }
      // What a discovery must not have, other kinds may: another kind is looked at as another time is.
      const isMoved = isElsewhere || (words.assignment ?? session.assignment) !== session.assignment;
      const startMs = toStartMs ?? session.startMs;
      const to = { startMs, endMs: toEndMs ?? startMs + session.endMs - session.startMs };
      refuseSpan(to);
      const all = scoping.targets(session, to, order.scope);
      const waiting = new Set(all.map((one) => one.session.id));
      const experts = new Set<string>();
      for (const { session: one, span } of all) {
        const expert = toExpert ?? one.expert;
        const slot = isMoved ? { expert, ...span } : null;
        const { assignment, ticketId } = { ...one, ...facts };
        const proposed = { assignment, ticketId, expert, ...span };
        const { conflicts } =
          slot === null || !isBooked(one.state)
            ? { conflicts: [] }
            : coaching.conflictsAt(customerId, proposed, { replaced: waiting, beside: [] });
        const command = { kind: 'change', facts, slot, conflicts, acceptsWarnings: order.acceptsWarnings } as const;
        record(writer, coaching.find(one.id), command, caller);
        waiting.delete(one.id);
        experts.add(one.expert).add(expert);
      }
      return { id: order.id, customerId, experts: [...experts] };
    });

  const ask = (order: Input<'coaching:ask'>, caller: Caller): Told =>
    database.write((writer) => {
      const customerId = coaching.presentId(order.customerId);
      const { assignment, language, expert, durationMin, fromMs, untilMs, attendees, ticketId, note } = order;
      if (fromMs !== null && untilMs !== null && untilMs - fromMs < durationMin * 60_000) {
        throw new VigieError('coaching/wish', 'The session does not fit into the time it is wished for: widen that.');
      }
      if (expert !== null) coaching.refuseExpert(expert, caller.actor.role === 'expert' ? caller.actor.name : null);
      planning.refuseTicket(customerId, ticketId);
      const words = { objectives: objectivesOf(assignment, language), checklist: checklistOf(assignment, language) };
      const id = book.record(
        writer,
        customerId,
        {
          ...{ kind: 'sessionAsked', assignment, language, attendees, place: null, link: null, ticketId, note },
          ...{ ...words, expert, durationMin, fromMs, untilMs },
        },
        by(caller),
      );
      return { id, customerId, experts: [] };
    });

  const callOff = (order: Input<'coaching:call-off'>, caller: Caller): Told =>
    database.write((writer) => {
      const found = seen(order);
      const { session } = found;
      const { by: who, reason, scope } = order;
      const all = isTimed(session) ? scoping.meant(session, scope) : [session];
      for (const { id } of all) record(writer, coaching.find(id), { kind: 'callOff', by: who, reason }, caller);
      const experts = all.flatMap(({ expert }) => (expert === null ? [] : [expert]));
      return { ...told(found), experts: [...new Set(experts)] };
    });

  /** Posts the work of a session that was held and links the two, in one transaction. */
  const finish = (order: Input<'coaching:finish'>, caller: Caller): Told =>
    database.write((writer) => {
      const found = seen(order);
      const { session, customerId } = found;
      const posted = book.load(customerId).work.find(({ id }) => id === session.workId);
      const isAgain = posted !== undefined && posted.reversed !== null;
      // Before the work is looked at: what cannot be finished is told as that.
      decideSession(session, { kind: 'finish', workId: session.id, isAgain }, clock.nowMs());
      const input = { ...order.work, customerId, expert: session.expert };
      const { workId } = work.log(input, caller, session.id);
      record(writer, found, { kind: 'finish', workId, isAgain }, caller);
      return told(found);
    });

  return {
    ask,
    change,
    callOff,
    finish,
    confirm: once(({ note }: Input<'coaching:confirm'>) => ({ kind: 'confirm', note })),
    noShow: once(({ note }: Input<'coaching:no-show'>) => ({ kind: 'noShow', note })),
    saveReport: once(({ language, sections }: Input<'coaching:save-report'>) => ({
      ...{ kind: 'saveReport', language, sections },
    })),
  };
};

export type SessionService = ReturnType<typeof createSessionService>;
