import { invitationOf } from '../../../shared/coaching/invitation.ts';
import { isTimed } from '../../../shared/coaching/session.ts';
import { MOST_SESSIONS } from '../../../shared/ipc/coaching-calls.ts';
import type { SessionPage } from '../../../shared/ipc/coaching-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Handlers } from '../router.ts';
import type { CalendarService } from './calendar-service.ts';
import type { CoachingBook } from './coaching-book.ts';
import type { CoachingView } from './coaching-view.ts';
import type { ExpertService } from './expert-service.ts';
import type { PlanningService } from './planning-service.ts';
import type { SessionService, Told } from './session-service.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly coaching: CoachingBook;
  readonly view: CoachingView;
  readonly planning: PlanningService;
  readonly sessions: SessionService;
  readonly experts: ExpertService;
  readonly calendars: CalendarService;
  readonly pathOf: (caller: Caller, selectionId: string, use: 'read' | 'write') => string;
  readonly onCustomers: (customerIds: readonly number[]) => void;
  readonly onExperts: (experts: readonly string[] | null) => void;
};

type Name = Extract<keyof Handlers<'core'>, `${'coaching' | 'expert' | 'absence' | 'calendar'}:${string}`>;

/** Answers the calls about sessions, experts and their calendars; what was changed is told, and given as it then stands. */
export const coachingHandlers = (parts: Parts): Pick<Handlers<'core'>, Name> => {
  const { database, book, coaching, view, planning, sessions, experts, calendars, pathOf } = parts;
  const { onCustomers, onExperts } = parts;

  const tell = ({ id, customerId, experts: whose }: Told): SessionPage => {
    onCustomers([customerId]);
    onExperts(whose);
    return view.page(id);
  };
  const changing =
    <Order>(change: (order: Order, caller: Caller) => Told) =>
    (order: Order, caller: Caller): SessionPage =>
      tell(change(order, caller));

  return {
    'coaching:list': ({ fromMs, toMs, experts: names, customerId }) =>
      database.read(() => {
        const customerIds = customerId === null ? null : view.recordedUnder(customerId);
        const wanted = { fromMs, toMs, experts: names, customerIds };
        const rows = view.rows(coaching.sessions.between(wanted, MOST_SESSIONS));
        return { rows, total: rows.length < MOST_SESSIONS ? rows.length : coaching.sessions.count(wanted) };
      }),
    'coaching:list-asked': () => database.read(() => coaching.sessions.asked().map(({ id }) => view.page(id))),
    'coaching:get': ({ id }) => database.read(() => view.page(id)),
    'coaching:preview': (order) => database.read(() => planning.preview(order)),
    'coaching:find-slots': (order, caller) => database.read(() => planning.findSlots(order, caller)),
    'coaching:ask': changing(sessions.ask),
    'coaching:plan': (order, caller) => {
      const { customerId, firstId: id, planned, leftOut } = planning.plan(order, caller);
      return { page: tell({ id, customerId, experts: [order.expert] }), planned, leftOut };
    },
    'coaching:change': changing(sessions.change),
    'coaching:confirm': changing(sessions.confirm),
    'coaching:call-off': changing(sessions.callOff),
    'coaching:no-show': changing(sessions.noShow),
    'coaching:finish': changing(sessions.finish),
    'coaching:save-report': changing(sessions.saveReport),
    'coaching:get-invitation': ({ id, language }) => {
      const { session, customerId } = coaching.find(id);
      if (!isTimed(session)) {
        throw new VigieError('coaching/not-planned', 'This session waits for a time: plan it first.');
      }
      const { name: customer } = book.load(customerId);
      const to = session.attendees.flatMap(({ email }) => (email === null ? [] : [email]));
      return { to, ...invitationOf({ ...session, customer }, book.zone, language) };
    },
    'coaching:get-path': ({ customerId }) => database.read(() => view.path(coaching.presentId(customerId))),
    'expert:list': experts.list,
    'expert:save': (order, caller) => {
      const list = experts.save(order, caller);
      onExperts([order.name]);
      return list;
    },
    'absence:list': experts.absences,
    'absence:save': (order, caller) => {
      const absence = experts.saveAbsence(order, caller);
      onExperts([absence.expert]);
      return { absence, sessions: view.within(absence.expert, [absence]) };
    },
    'absence:remove': (order, caller) => {
      onExperts([experts.removeAbsence(order, caller)]);
      return {};
    },
    'calendar:export': async ({ what, selectionId }, caller) => ({
      events: await calendars.write(what, pathOf(caller, selectionId, 'write')),
    }),
    'calendar:import-busy': async ({ expert, selectionId }, caller) => {
      const { busy, ...counts } = await calendars.importBusy(expert, pathOf(caller, selectionId, 'read'), caller);
      onExperts([expert]);
      return { ...counts, sessions: view.within(expert, busy) };
    },
  };
};
