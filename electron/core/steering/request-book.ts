import type { Actor } from '../../../shared/access/actor.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { RequestLine, RequestOrder, RequestPage } from '../../../shared/ipc/steering-schemas.ts';
import {
  EXCEPTION_OF,
  foldRequest,
  refusalOfRequest,
  type RequestEvent,
  type SteeringRequest,
} from '../../../shared/steering/request.ts';
import type { Database } from '../db/database.ts';
import type { Allowed } from '../expertise/work-service.ts';
import type { Caller } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { RequestActs } from './request-acts.ts';
import { createRequestRepo } from './request-repo.ts';

type Parts = {
  readonly database: Database;
  readonly acts: RequestActs;
  readonly by: (caller: Caller) => Recording;
  readonly makeId: () => string;
};

type Seen = { readonly id: string; readonly expectedVersion: number };

/** How many of those that no longer wait are listed. */
const MOST_PAST = 50;

/** Nobody works for others by asking: only leads log for somebody else. */
const named = (order: RequestOrder, { name }: Actor): RequestOrder =>
  order.kind === 'logWork' ? { ...order, work: { ...order.work, expert: order.work.expert ?? name } } : order;

/** Requests to leads as their events tell them: asked, decided, undone. */
export const createRequestBook = ({ database, acts, by, makeId }: Parts) => {
  const repo = createRequestRepo(database.connection);
  /** Known by the last event: another process may have added one. */
  const folded = new Map<string, { readonly lastState: string; readonly request: SteeringRequest }>();

  const load = (id: string): SteeringRequest => {
    const lastState = repo.lastState(id);
    const held = folded.get(id);
    if (held !== undefined && held.lastState === lastState) return held.request;
    const request = lastState === null ? null : foldRequest(repo.events(id));
    if (lastState === null || request === null) {
      throw new VigieError('request/unknown', 'This request is not known here. Look at the list.');
    }
    folded.set(id, { lastState, request });
    return request;
  };

  const maySee = ({ asker }: SteeringRequest, { name, role }: Actor): boolean => role === 'lead' || asker.name === name;

  const lineOf = (id: string, request: SteeringRequest): RequestLine => {
    const { posted: _posted, asker, ...told } = request;
    return { id, ...told, asker: { ...asker }, subject: acts.subjectOf(request.order) };
  };

  const allowedBy = (id: string, { asker }: SteeringRequest, lead: Recording, reason: string | null): Allowed => ({
    approval: { by: lead.actor, requestId: id },
    reason,
    byAsker: { ...lead, actor: asker.name },
    byLead: lead,
  });

  const rehearsed = (id: string, request: SteeringRequest, caller: Caller) =>
    acts.rehearsed(request.order, request.asker, allowedBy(id, request, by(caller), null));

  const check = ({ id, expectedVersion }: Seen, kind: Exclude<RequestEvent['kind'], 'asked'>, caller: Caller) => {
    const request = load(id);
    const refusal = refusalOfRequest(request, kind, caller.actor);
    if (refusal !== null) throw new VigieError(refusal.code, refusal.message);
    if (request.version !== expectedVersion) {
      throw new VigieError('request/changed', 'This request has changed meanwhile: look at it again.');
    }
    return request;
  };

  /** Records what happened, with what comes with it: both or neither, and only as long as it may. */
  const record = (
    seen: Seen,
    kind: Exclude<RequestEvent['kind'], 'asked'>,
    caller: Caller,
    make: (request: SteeringRequest) => RequestEvent,
  ): RequestLine =>
    database.write((writer) => {
      repo.add(writer, seen.id, make(check(seen, kind, caller)), by(caller));
      writer.touched();
      return lineOf(seen.id, load(seen.id));
    });

  return {
    list: ({ actor }: Caller): RequestLine[] => {
      const all = repo.ids().map((id) => ({ id, request: load(id) }));
      const seen = all.filter(({ request }) => maySee(request, actor));
      const waiting = seen.filter(({ request }) => request.state === 'waiting');
      const past = seen
        .filter(({ request }) => request.state !== 'waiting')
        .sort((a, b) => (b.request.decided?.atMs ?? 0) - (a.request.decided?.atMs ?? 0))
        .slice(0, MOST_PAST);
      return [...waiting, ...past].map(({ id, request }) => lineOf(id, request));
    },

    get: (id: string, caller: Caller): RequestPage => {
      const request = load(id);
      if (!maySee(request, caller.actor)) {
        throw new VigieError('request/not-yours', 'Somebody else asked this: a lead and they themselves see it.');
      }
      const page = { ...lineOf(id, request), trail: repo.trail(id) };
      const none = { consequences: null, basis: '', refusal: null };
      if (request.state !== 'waiting') return { ...page, ...none };
      try {
        return { ...page, ...rehearsed(id, request, caller), refusal: null };
      } catch (error) {
        if (!(error instanceof VigieError)) throw error;
        return { ...page, ...none, refusal: { code: error.code, message: error.message } };
      }
    },

    ask: ({ order: asked, reason }: { order: RequestOrder; reason: string }, caller: Caller): RequestLine => {
      if (caller.actor.role === 'agent' && asked.kind !== 'ticketCommands') {
        throw new VigieError('access/role', 'This is not for your role. Experts and leads log work.');
      }
      const order = named(asked, caller.actor);
      const same = repo
        .ids()
        .map((id) => ({ id, request: load(id) }))
        .find(
          ({ request }) =>
            request.state === 'waiting' &&
            request.asker.name === caller.actor.name &&
            JSON.stringify(request.order) === JSON.stringify(order),
        );
      if (same !== undefined) return lineOf(same.id, same.request);
      const code = acts.refusedBy(order, caller);
      if (code === null) {
        throw new VigieError('request/not-needed', 'This can be recorded without a lead: record it.');
      }
      const id = makeId();
      // What a lead could not allow either is refused by its own reason, now.
      const { name, role, level } = caller.actor;
      const asker = { name, role, level };
      const lead = by(caller);
      acts.rehearsed(order, asker, {
        ...{ approval: { by: lead.actor, requestId: id }, reason: null, byAsker: lead, byLead: lead },
      });
      const exception = EXCEPTION_OF[code];
      return database.write((writer) => {
        repo.add(writer, id, { kind: 'asked', exception, order, asker, reason }, lead);
        writer.touched();
        return lineOf(id, load(id));
      });
    },

    withdraw: (seen: Seen, caller: Caller): RequestLine =>
      record(seen, 'withdrawn', caller, () => ({ kind: 'withdrawn' })),

    refuse: (seen: Seen & { readonly reason: string }, caller: Caller): RequestLine =>
      record(seen, 'refused', caller, () => ({ kind: 'refused', reason: seen.reason })),

    approve: (
      seen: Seen & { readonly basis: string; readonly reason: string | null },
      caller: Caller,
    ): { readonly line: RequestLine; readonly request: SteeringRequest } => {
      const request = check(seen, 'approved', caller);
      if (rehearsed(seen.id, request, caller).basis !== seen.basis) {
        throw new VigieError('request/other-consequences', 'It would change something else by now: look at it again.');
      }
      const allowed = allowedBy(seen.id, request, by(caller), seen.reason);
      const line = record(seen, 'approved', caller, () => ({
        ...{ kind: 'approved', reason: seen.reason, posted: acts.approved(request.order, request.asker, allowed) },
      }));
      return { line, request };
    },

    reopen: (
      seen: Seen & { readonly reason: string },
      caller: Caller,
    ): { readonly line: RequestLine; readonly request: SteeringRequest } => {
      const request = check(seen, 'reopened', caller);
      const line = record(seen, 'reopened', caller, ({ posted, asker }) => {
        if (posted !== null) acts.takeBack(posted, asker, seen.reason, caller);
        return { kind: 'reopened' };
      });
      return { line, request };
    },
  };
};
