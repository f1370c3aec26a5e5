import type { Actor } from '../../../shared/access/actor.ts';
import type { Customer, WorkEntry } from '../../../shared/customer/customer.ts';
import type { Approval } from '../../../shared/customer/customer-event.ts';
import { leftAt } from '../../../shared/expertise/ledger.ts';
import { monthAt } from '../../../shared/expertise/month.ts';
import { LONGEST_WORK_MS } from '../../../shared/expertise/work-fault.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { PendingOverage, WorkPreview } from '../../../shared/ipc/expertise-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { backDatingMs, DEFAULT_BACK_DATING } from '../../../shared/steering/back-dating.ts';
import type { Policy } from '../../../shared/sla/policy.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database } from '../db/database.ts';
import type { Caller, Input } from '../router.ts';
import type { Recording } from '../ticket/event-repo.ts';
import type { LedgerViews } from './ledger-view.ts';
import { createWorkReader, type Logged } from './work-reader.ts';

type Parts = {
  readonly database: Database;
  readonly book: CustomerBook;
  readonly customers: CustomerRepo;
  readonly views: LedgerViews;
  readonly rules: { readonly policy: Policy };
  readonly clock: PresentClock;
  readonly by: (caller: Caller) => Recording;
};

type Work = Input<'expertise:log-work'>;

/** A lead's word: what is kept with the entry, why, and in whose names it is recorded. */
export type Allowed = {
  readonly approval: Approval;
  readonly reason: string | null;
  readonly byAsker: Recording;
  readonly byLead: Recording;
};

/** A work entry that is only supposed; no logged one has this id, and it is served after what began at the same instant. */
const SUPPOSED = 'supposed';

const refusalOf = (error: unknown): { code: string; message: string } => {
  if (error instanceof VigieError) return { code: error.code, message: error.message };
  throw error;
};

/** Work of experts: what logging it would do, logging, taking back, and a lead's word on what goes beyond. */
export const createWorkService = ({ database, book, customers, views, rules, clock, by }: Parts) => {
  const toEvent = createWorkReader({ database, book, clock });

  const supposed = (event: Logged, actor: Actor): WorkEntry => {
    const { kind: _kind, ...work } = event;
    return {
      ...work,
      id: SUPPOSED,
      recordedBy: actor.name,
      recordedAtMs: clock.nowMs(),
      reversed: null,
      decision: null,
    };
  };

  const refusalOfClosed = ({ startMs }: Work): WorkPreview['refusal'] => {
    const closed = book.closedThrough();
    if (closed === null || monthAt(book.zone, startMs) > closed) return null;
    const message = 'That month is closed: ask a lead to reopen it, or log the work in a later month.';
    return { code: 'ledger/month-closed', message };
  };

  /** Work of long ago is a lead's to allow; what a session posts was planned long before. */
  const refusalOfPast = ({ endMs }: Work, { role }: Actor): { code: string; message: string; days: number } | null => {
    const { workDays } = rules.policy.backDating ?? DEFAULT_BACK_DATING;
    if (role === 'lead' || workDays === null || endMs >= clock.nowMs() - backDatingMs(workDays)) return null;
    const message = `That is more than ${workDays} days ago: ask a lead to allow it.`;
    return { code: 'work/too-far-back', message, days: workDays };
  };

  const overageOf = (customer: Customer): Map<string, number> =>
    new Map(book.ledger(customer).work.map(({ id, overageMin }) => [id, overageMin]));

  const previewOf = (input: Work, actor: Actor): Omit<WorkPreview, 'refusal'> => {
    const customer = book.load(input.customerId);
    const { event, uncharged } = toEvent(input, actor);
    const after = { ...customer, work: [...customer.work, supposed(event, actor)] };
    const ledger = book.ledger(after);
    const own = ledger.work.find(({ id }) => id === SUPPOSED);
    if (own === undefined) throw new Error('supposed work is not in its ledger');
    const before = overageOf(customer);
    const pushedMin = ledger.work
      .filter(({ id }) => id !== SUPPOSED)
      .reduce((sum, { id, overageMin }) => sum + Math.max(0, overageMin - (before.get(id) ?? 0)), 0);
    const drawn = new Set(own.parts.flatMap(({ draws }) => draws.map(({ lotId }) => lotId)));
    const { workedMin: worked, chargedMin, coveredMin, overageMin } = own;
    const overlaps = input.isTimed
      ? book.work.overlapping(event.expert, input.startMs, input.endMs, LONGEST_WORK_MS)
      : [];
    return {
      ...{ workedMin: worked, chargedMin, coveredMin, overageMin, uncharged, pushedMin },
      parts: views.toEntry(own).parts,
      lots: ledger.lots.filter(({ id }) => drawn.has(id)).map((lot) => views.toLot(lot, customer)),
      leftMin: leftAt(ledger, input.startMs),
      overlaps: overlaps.map(({ workId, customerId, startMs, endMs }) => ({
        ...{ workId, startMs, endMs },
        customer: book.load(customerId).name,
      })),
      entitlement: book.entitlement(customer, input.startMs),
    };
  };

  const entryOf = (customerId: number, workId: string) => {
    const entry = book.ledger(book.load(customerId)).work.find(({ id }) => id === workId);
    if (entry === undefined)
      throw new VigieError('work/unknown', 'This entry is not in the customer’s ledger. Look at it again.');
    if (entry.reversed !== null) throw new VigieError('work/reversed', 'This entry was taken back already.');
    return entry;
  };

  const mayReverse = ({ expert, recordedBy }: WorkEntry, { name, role }: Actor): void => {
    if (expert === name || recordedBy === name || role === 'lead') return;
    throw new VigieError('work/other-expert', `${expert} logged this: a lead can take it back.`, { expert });
  };

  /** The customer under which an entry was recorded: it may have become part of this one since. */
  const recordedUnder = (customerId: number, workId: string): number =>
    book.work.place(workId)?.customerId ?? customerId;

  const pendingOf = (customerId: number): PendingOverage[] => {
    const customer = book.load(customerId);
    return book
      .ledger(customer)
      .work.filter(({ overageState, reversed }) => reversed === null && overageState === 'pending')
      .map((entry) => ({ customerId, customer: customer.name, entry: views.toEntry(entry) }));
  };

  return {
    preview: (input: Work, { actor }: Caller): WorkPreview =>
      database.read(() => {
        const entitlement = book.entitlement(book.load(input.customerId));
        try {
          const preview = previewOf(input, actor);
          const past = refusalOfPast(input, actor);
          const refusal = past === null ? refusalOfClosed(input) : { code: past.code, message: past.message };
          return { ...preview, refusal };
        } catch (error) {
          const none = { workedMin: 0, chargedMin: 0, coveredMin: 0, overageMin: 0, uncharged: null, pushedMin: 0 };
          const empty = { parts: [], lots: [], overlaps: [], leftMin: entitlement.leftMin };
          return { ...none, ...empty, entitlement, refusal: refusalOf(error) };
        }
      }),

    /** Logs work; `sessionId` is the coaching session that posts it. */
    log: (input: Work, caller: Caller, sessionId: string | null = null): CallOutput<'expertise:log-work'> => {
      const { actor } = caller;
      const workId = database.write((writer) => {
        const { event } = toEvent(input, actor);
        const past = sessionId === null ? refusalOfPast(input, actor) : null;
        if (past !== null) throw new VigieError(past.code, past.message, { days: past.days });
        const { overageMin } = previewOf(input, actor);
        if (overageMin > 0 && input.overageReason === null) {
          throw new VigieError(
            'work/overage-reason',
            `${overageMin} minutes are covered by no lot: order a pack, or say why, and a lead decides.`,
            { minutes: overageMin },
          );
        }
        const told = by(caller);
        const id = book.record(writer, input.customerId, { ...event, sessionId }, told);
        if (overageMin > 0 && actor.role === 'lead' && input.overageReason !== null) {
          const decided = { workId: id, isApproved: true, minutes: overageMin, reason: input.overageReason };
          book.record(writer, input.customerId, { kind: 'overageDecided', ...decided }, told);
        }
        return id;
      });
      return { workId, ledger: views.of(input.customerId) };
    },

    /** Logs what a lead has approved although a rule refuses it, in the asker's name; what no lot covers is approved with it. */
    logApproved: (input: Work, asker: Actor, { approval, reason, byAsker, byLead }: Allowed): string =>
      database.write((writer) => {
        const { event } = toEvent(input, asker);
        const { overageMin: minutes } = previewOf(input, asker);
        const logged = { ...event, approval };
        const workId = book.record(writer, input.customerId, logged, byAsker, true);
        if (minutes > 0) {
          const decided = { workId, isApproved: true, minutes, reason: reason ?? input.overageReason ?? '' };
          book.record(writer, input.customerId, { kind: 'overageDecided', ...decided }, byLead, true);
        }
        return workId;
      }),

    /** Takes back what a lead has approved to take back although its month is closed. */
    reverseApproved: (
      { customerId, workId, reason }: Input<'expertise:reverse-work'>,
      asker: Actor,
      { approval, byAsker }: Pick<Allowed, 'approval' | 'byAsker'>,
    ): void => {
      mayReverse(entryOf(customerId, workId), asker);
      database.write((writer) => {
        const reversed = { kind: 'workReversed', workId, reason, approval } as const;
        book.record(writer, recordedUnder(customerId, workId), reversed, byAsker, true);
      });
    },

    /** Takes back what was logged with a lead's approval; nothing where it was taken back already. */
    takeBackApproved: (
      { customerId, workId }: { readonly customerId: number; readonly workId: string },
      reason: string,
      caller: Caller,
    ): void => {
      const entry = book.ledger(book.load(customerId)).work.find(({ id }) => id === workId);
      if (entry === undefined || entry.reversed !== null) return;
      database.write((writer) => {
        const place = recordedUnder(customerId, workId);
        book.record(writer, place, { kind: 'workReversed', workId, reason }, by(caller), true);
      });
    },

    reverse: ({ customerId, workId, reason }: Input<'expertise:reverse-work'>, caller: Caller): void => {
      mayReverse(entryOf(customerId, workId), caller.actor);
      database.write((writer) =>
        book.sparingClosed(customerId, () =>
          book.record(writer, recordedUnder(customerId, workId), { kind: 'workReversed', workId, reason }, by(caller)),
        ),
      );
    },

    decide: (
      { customerId, workId, isApproved, minutes: seen, reason }: Input<'expertise:decide-overage'>,
      caller: Caller,
    ): void => {
      const { overageMin: minutes } = entryOf(customerId, workId);
      if (minutes === 0) {
        throw new VigieError('work/no-overage', 'This entry is covered whole by now: there is nothing to decide.');
      }
      if (minutes !== seen) {
        throw new VigieError(
          'work/overage-changed',
          `The overage is ${minutes} minutes by now: look at it again before you decide.`,
          { minutes },
        );
      }
      const decided = { workId, isApproved, minutes, reason };
      database.write((writer) =>
        book.record(writer, recordedUnder(customerId, workId), { kind: 'overageDecided', ...decided }, by(caller)),
      );
    },

    pending: (): PendingOverage[] =>
      database.read(() =>
        customers
          .all()
          .flatMap(({ id }) => pendingOf(id))
          .sort((a, b) => a.entry.startMs - b.entry.startMs),
      ),
  };
};

export type WorkService = ReturnType<typeof createWorkService>;
