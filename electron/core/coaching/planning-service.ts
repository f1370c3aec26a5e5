import type { Conflict } from '../../../shared/coaching/conflicts.ts';
import { conflictsOf, isBlocked } from '../../../shared/coaching/conflicts.ts';
import { decideSession } from '../../../shared/coaching/decide-session.ts';
import { freeSlots } from '../../../shared/coaching/free-slots.ts';
import { seriesStarts, type Recurrence } from '../../../shared/coaching/series.ts';
import type { SessionFacts } from '../../../shared/coaching/session-event.ts';
import { isTimed, sessionFault } from '../../../shared/coaching/session.ts';
import { checklistOf, objectivesOf } from '../../../shared/coaching/templates.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { ProposalPreview } from '../../../shared/ipc/coaching-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { DAY_MS, MINUTE_MS } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Input } from '../router.ts';
import { toUuid, type Recording } from '../ticket/event-repo.ts';
import { USUAL_WEEK, type CoachingBook, type Proposed } from './coaching-book.ts';
import type { SeriesScoping } from './series-scope.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly coaching: CoachingBook;
  readonly scoping: SeriesScoping;
  readonly clock: PresentClock;
  readonly makeId: () => Uint8Array;
  readonly by: (caller: Caller) => Recording;
};

type Span = { readonly startMs: number; readonly endMs: number };
type Words = Pick<Input<'coaching:plan'>, keyof SessionFacts>;
type Occurrence = Span & { readonly isBlocked: boolean; readonly conflicts: Conflict[] };

const MOST_SLOTS = 10;
const SEARCHED_MS = 92 * DAY_MS;
const NONE: ReadonlySet<string> = new Set();

const factsOf = (words: Words): SessionFacts => {
  const { assignment, language, attendees, place, link, ticketId, objectives, checklist, note } = words;
  return {
    ...{ assignment, language, attendees, place, link, ticketId, note },
    objectives: objectives ?? objectivesOf(assignment, language),
    checklist: checklist ?? checklistOf(assignment, language),
  };
};

/** Throws where a session cannot have these times. */
export const refuseSpan = ({ startMs, endMs }: Span): void => {
  const fault = sessionFault(startMs, endMs);
  if (fault !== null) throw new VigieError(fault.code, fault.message);
};

/** Planning: what stands against a session, free slots, and sessions with a time. */
export const createPlanningService = ({ database, book, coaching, scoping, clock, makeId, by }: Parts) => {
  const spansOf = ({ startMs, endMs }: Span, recurrence: Recurrence | null): Span[] => {
    const starts = recurrence === null ? [startMs] : seriesStarts(book.zone, startMs, recurrence);
    return starts.map((one) => ({ startMs: one, endMs: one + endMs - startMs }));
  };

  const refuseTicket = (customerId: number, ticketId: number | null): void => {
    if (ticketId === null) return;
    const owner = database.connection
      .prepare<[number], number>('SELECT customer_id FROM ticket WHERE ticket_id = ?')
      .pluck()
      .get(ticketId);
    if (owner === undefined) {
      throw new VigieError('ticket/unknown', 'This ticket is not in this queue. Go back to the list.');
    }
    if (coaching.presentId(owner) !== customerId) {
      throw new VigieError('work/other-customer', 'This ticket is another customer’s: choose another ticket.');
    }
  };

  const preview = (order: Input<'coaching:preview'>): ProposalPreview => {
    refuseSpan(order);
    const { assignment, ticketId, expert, recurrence, replaces } = order;
    const customerId = coaching.presentId(order.customerId);
    const { session } = replaces === null ? { session: null } : coaching.find(replaces.id);
    const moved =
      session === null || replaces === null || !isTimed(session) ? [] : scoping.targets(session, order, replaces.scope);
    const replaced = new Set([...moved.map((one) => one.session.id), ...(session === null ? [] : [session.id])]);
    // What the order leaves as it is, each session of the series keeps as its own.
    const ownOf = ({ session: one, span }: (typeof moved)[number]): Proposed => ({
      assignment: assignment === session?.assignment ? one.assignment : assignment,
      ticketId: ticketId === session?.ticketId ? one.ticketId : ticketId,
      expert: expert === session?.expert ? one.expert : expert,
      ...span,
    });
    const all =
      moved.length === 0
        ? spansOf(order, recurrence).map((span): Proposed => ({ assignment, ticketId, expert, ...span }))
        : moved.map(ownOf);
    const told = all.map((proposed, i) => {
      const beside = all.slice(0, i);
      return { proposed, ...coaching.conflictsAt(customerId, proposed, { replaced, beside }) };
    });
    const occurrences = told.map(({ proposed: { startMs, endMs }, conflicts }): Occurrence => ({
      ...{ startMs, endMs, conflicts },
      isBlocked: isBlocked(conflicts),
    }));
    const [first] = told;
    if (first === undefined) throw new Error('a proposal without an occurrence');
    return {
      hours: first.hours,
      isBlocked: occurrences.some((one) => one.isBlocked),
      occurrences: occurrences.sort((a, b) => a.startMs - b.startMs),
    };
  };

  const findSlots = (order: Input<'coaching:find-slots'>, { actor }: Caller): CallOutput<'coaching:find-slots'> => {
    const { assignment, ticketId } = order;
    const customerId = coaching.presentId(order.customerId);
    const fromMs = Math.max(order.fromMs, clock.nowMs());
    const untilMs = Math.min(order.untilMs ?? Infinity, fromMs + SEARCHED_MS);
    const known = coaching.allExperts();
    const chosen = known.filter(({ name, isActive }) => (order.expert === null ? isActive : name === order.expert));
    // Who looks for slots of their own need not have been saved before.
    if (chosen.length === 0 && order.expert === actor.name) {
      chosen.push({ name: actor.name, week: USUAL_WEEK, isActive: true, isSaved: false });
    }
    const around = new Map(
      chosen.map(({ name }) => [name, coaching.around(name, customerId, { startMs: fromMs, endMs: untilMs }, NONE)]),
    );
    const customer = book.load(customerId);
    const slots = freeSlots(
      book.zone,
      { fromMs, untilMs, durationMs: order.durationMin * MINUTE_MS, most: MOST_SLOTS },
      chosen.map(({ name, week }) => ({ expert: name, workingHours: coaching.calendarOf(week) })),
      (slot) => {
        const surroundings = around.get(slot.expert);
        return surroundings === undefined ? [] : conflictsOf({ assignment, ...slot }, surroundings);
      },
    );
    const told = slots.map((slot) => {
      const hours = coaching.hoursOf(customer, { assignment, ticketId, ...slot }, { replaced: NONE, beside: [] });
      const surroundings = around.get(slot.expert);
      const conflicts =
        surroundings === undefined ? [] : conflictsOf({ assignment, ...slot }, { ...surroundings, hours });
      return { slot: { ...slot, conflicts }, hours };
    });
    return { slots: told.map(({ slot }) => slot), hours: told[0]?.hours ?? null };
  };

  /** Plans a session or a series within one write; what is blocked of a series is left out where that is wanted. */
  const plan = (order: Input<'coaching:plan'>, caller: Caller) => {
    const { name, role } = caller.actor;
    const { expert, askedId, recurrence, skipsBlocked, acceptsWarnings } = order;
    refuseSpan(order);
    return database.write((writer) => {
      const customerId = coaching.presentId(order.customerId);
      coaching.refuseExpert(expert, role === 'expert' ? name : null);
      refuseTicket(customerId, order.ticketId);
      const asked = askedId === null ? null : coaching.find(askedId);
      if (asked !== null && asked.customerId !== customerId) {
        throw new VigieError(
          'coaching/other-customer',
          'Another customer asked for that session: choose that customer.',
        );
      }
      const seriesId = recurrence === null ? null : toUuid(makeId());
      const facts = factsOf(order);
      const planned: string[] = [];
      const leftOut: Occurrence[] = [];
      let answered = asked;
      for (const span of spansOf(order, recurrence)) {
        const proposed = { assignment: facts.assignment, ticketId: facts.ticketId, expert, ...span };
        const { conflicts } = coaching.conflictsAt(customerId, proposed, { replaced: NONE, beside: [] });
        if (recurrence !== null && skipsBlocked && isBlocked(conflicts)) {
          leftOut.push({ ...span, conflicts, isBlocked: true });
          continue;
        }
        const command = { facts, slot: { expert, ...span }, seriesId, conflicts, acceptsWarnings };
        const event = decideSession(answered?.session ?? null, { kind: 'plan', ...command }, clock.nowMs());
        const eventId = book.record(writer, answered?.recordedUnder ?? customerId, event, by(caller));
        planned.push(answered?.session.id ?? eventId);
        answered = null;
      }
      const [firstId] = planned;
      if (firstId === undefined) {
        throw new VigieError('coaching/all-blocked', 'Something stands against every session of this series.');
      }
      return { customerId, firstId, planned: planned.length, leftOut };
    });
  };

  return { preview, findSlots, plan, refuseTicket };
};

export type PlanningService = ReturnType<typeof createPlanningService>;
