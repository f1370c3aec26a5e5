import { setImmediate as later } from 'node:timers/promises';
import type { CallOutput, NoticePayload } from '../../../shared/ipc/contract.ts';
import type { MovedTicket } from '../../../shared/ipc/policy-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import { readClock } from '../../../shared/sla/clock.ts';
import { parsePolicy } from '../../../shared/sla/policy-schema.ts';
import type { Policy, Rules } from '../../../shared/sla/policy.ts';
import { unreachedTarget } from '../../../shared/sla/unreached-target.ts';
import { QUEUE_GROUPS } from '../../../shared/ticket/queue-order.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { MINUTE_MS, type InstantMs } from '../../../shared/time/instant.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database } from '../db/database.ts';
import { errorFacts, type Log } from '../log.ts';
import type { Caller, Handlers, Input } from '../router.ts';
import type { EventRepo } from '../ticket/event-repo.ts';
import { foldAsOf } from '../ticket/fold-ticket.ts';
import type { TicketService } from '../ticket/ticket-service.ts';
import { movedTicket } from './moved-ticket.ts';
import type { PolicyBook } from './policy-book.ts';

type Parts = {
  readonly database: Database;
  readonly book: PolicyBook;
  readonly customers: CustomerRepo;
  readonly customerBook: CustomerBook;
  readonly events: EventRepo;
  readonly tickets: TicketService;
  readonly clock: PresentClock;
  readonly workstation: string;
  readonly log: Log;
  readonly onChanged: () => void;
  readonly onProgress: (progress: NoticePayload<'policy:progressed'>) => void;
};

/** Tickets folded before other calls are let through: a few milliseconds. */
const AT_ONCE = 25;
/** Most moved tickets that are listed; the counts are of all. */
const MAX_LISTED = 500;
/** A version may begin 'now', which is a moment ago once it is saved. */
const NOW_WITHIN_MS = 5 * MINUTE_MS;

const readPolicy = (json: string): Policy => {
  try {
    return parsePolicy(JSON.parse(json));
  } catch (error) {
    const issue =
      error instanceof Error && 'issues' in error
        ? (error.issues as { path: PropertyKey[]; message: string }[])[0]
        : null;
    const where = issue === null || issue === undefined ? '' : `${issue.path.map(String).join('.')}: ${issue.message}`;
    throw new VigieError(
      'policy/invalid',
      `These rules cannot be: ${where === '' ? 'they are not readable' : where}.`,
      { where },
    );
  }
};

const left = (): VigieError => new VigieError('policy/cancelled', 'The preview was left.');

/** Versions of the policy: what a change would move, and the change itself. */
export const createPolicyService = (
  parts: Parts,
): Pick<Handlers<'core'>, `policy:${'list' | 'preview' | 'cancel-preview' | 'save'}`> => {
  const { database, book, customers, customerBook, events, tickets, clock, workstation, log, onChanged, onProgress } =
    parts;
  const openIds = database.connection
    .prepare<[], number>(`SELECT ticket_id FROM ticket WHERE queue_group < ${QUEUE_GROUPS.finished}`)
    .pluck();
  const markOpen = database.connection.prepare(
    `UPDATE ticket SET next_event_at_ms = 0 WHERE queue_group < ${QUEUE_GROUPS.finished}`,
  );

  const supposed = ({ fromMs, policyJson }: Input<'policy:preview'>) => {
    const nowMs = clock.nowMs();
    if (fromMs < nowMs - NOW_WITHIN_MS) {
      throw new VigieError('policy/past', 'Rules hold from now or later on: what is past stays as it was.');
    }
    const version = { fromMs: Math.max(fromMs, nowMs), policy: readPolicy(policyJson) };
    const invalid = (where: string): VigieError =>
      new VigieError('policy/invalid', `These rules cannot be: ${where}.`, { where });
    try {
      const rules = book.suppose(version);
      const unreached = unreachedTarget(rules.at(version.fromMs), version.fromMs);
      if (unreached !== null) throw invalid(`${unreached}: not reached before 2100 in these opening hours`);
      return { version, rules };
    } catch (error) {
      if (error instanceof RangeError) throw invalid(error.message);
      throw error;
    }
  };

  /** Calls `visit` for every open ticket, letting other calls through. */
  const eachOpen = async (
    visit: (ticketIds: readonly number[]) => void,
    isWanted: () => boolean = () => true,
  ): Promise<number> => {
    const ids = database.read(() => openIds.all());
    for (let done = 0; done < ids.length;) {
      const slice = ids.slice(done, done + AT_ONCE);
      visit(slice);
      done += slice.length;
      onProgress({ done, total: ids.length });
      await later();
      if (!isWanted()) throw left();
    }
    return ids.length;
  };

  const readAt = (all: readonly TicketEvent[], rules: Rules, atMs: InstantMs) => {
    const folded = foldAsOf(all, rules, atMs);
    return folded === null ? null : { folded, clock: readClock(folded.clocks.resolution, rules.at(atMs), atMs) };
  };

  /** How a ticket's due time moves, seen from when the version holds; null where it does not. */
  const moveOf = (ticketId: number, rules: Rules, fromMs: InstantMs): MovedTicket | null => {
    const { events: all } = events.ofTicket(ticketId);
    const before = readAt(all, book.rules, fromMs);
    const after = readAt(all, rules, fromMs);
    if (before === null || after === null) return null;
    return movedTicket(ticketId, after.folded.ticket, before.clock, after.clock);
  };

  /** The preview that is wanted: the last one asked for, until it is left. */
  let wanted = 0;
  const cancelPreview = (): Record<string, never> => {
    wanted++;
    return {};
  };

  const preview = async (input: Input<'policy:preview'>): Promise<CallOutput<'policy:preview'>> => {
    const { version, rules } = supposed(input);
    const moved: MovedTicket[] = [];
    const mine = ++wanted;
    const checked = await eachOpen(
      (ids) =>
        database.read(() => {
          for (const id of ids) {
            const move = moveOf(id, rules, version.fromMs);
            if (move !== null) moved.push(move);
          }
        }),
      () => wanted === mine,
    );
    const ids = database.read(() => customers.all().map(({ id }) => id));
    let hoursCount = 0;
    for (let done = 0; done < ids.length; done += AT_ONCE) {
      const slice = ids.slice(done, done + AT_ONCE);
      hoursCount += database.read(
        () => slice.filter((id) => customerBook.hasOtherHours(id, rules, version.fromMs)).length,
      );
      await later();
      if (wanted !== mine) throw left();
    }
    const byDue = (a: MovedTicket, b: MovedTicket): number =>
      Number(b.becomesBreached) - Number(a.becomesBreached) || (a.toDueAtMs ?? Infinity) - (b.toDueAtMs ?? Infinity);
    return {
      checked,
      movedCount: moved.length,
      hoursCount,
      becomesBreachedCount: moved.filter(({ becomesBreached }) => becomesBreached).length,
      ceasesBreachedCount: moved.filter(({ ceasesBreached }) => ceasesBreached).length,
      moved: moved.sort(byDue).slice(0, MAX_LISTED),
    };
  };

  const list = (): CallOutput<'policy:list'> => ({
    shippedJson: JSON.stringify(book.versions()[0]?.policy),
    versions: book.recorded().map(({ policy, ...version }) => ({ ...version, policyJson: JSON.stringify(policy) })),
  });

  const save = async (input: Input<'policy:save'>, { actor }: Caller): Promise<CallOutput<'policy:list'>> => {
    const { version } = supposed(input);
    const by = { actor: actor.name, workstation, recordedAtMs: clock.nowMs() };
    // One transaction: whatever happens after it, each open ticket is folded by the new rules before it is shown.
    database.write((writer) => {
      book.add(writer, { ...version, note: input.note }, by);
      markOpen.run();
      writer.touched();
    });
    book.reload();
    onChanged();
    try {
      await eachOpen((ids) =>
        database.write((writer) => {
          for (const id of ids) tickets.refold(writer, id, by);
        }),
      );
    } catch (error) {
      // The version is saved, and so is what it leaves to do.
      log('error', 'policy/refold-failed', errorFacts(error));
    }
    return list();
  };

  return {
    'policy:list': list,
    'policy:preview': preview,
    'policy:cancel-preview': cancelPreview,
    'policy:save': save,
  };
};
