import type { Actor } from '../../../shared/access/actor.ts';
import type { ExpertEntitlement } from '../../../shared/expertise/entitled.ts';
import type { CallOutput } from '../../../shared/ipc/contract.ts';
import type { CommandPreview, CommandResult, SkippedTicket, Undone } from '../../../shared/ipc/desk-schemas.ts';
import { VigieError } from '../../../shared/ipc/reply.ts';
import type { Rules } from '../../../shared/sla/policy.ts';
import { DEFAULT_BACK_DATING } from '../../../shared/steering/back-dating.ts';
import { escalationAt, type EscalationStep } from '../../../shared/steering/escalation.ts';
import type { TicketCommand } from '../../../shared/ticket/command.ts';
import { lostProlongations } from '../../../shared/ticket/apply.ts';
import { decide, type Situation, type Standing } from '../../../shared/ticket/decide.ts';
import { refuse, type Decision, type Refused } from '../../../shared/ticket/decision.ts';
import type { TicketEvent } from '../../../shared/ticket/ticket-event.ts';
import { isFinished } from '../../../shared/ticket/ticket.ts';
import type { PresentClock } from '../clock.ts';
import type { CustomerBook } from '../customer/customer-book.ts';
import type { CustomerRepo } from '../customer/customer-repo.ts';
import type { Database, Writer } from '../db/database.ts';
import type { QueueRepo } from '../queue/queue-repo.ts';
import type { Caller, Input } from '../router.ts';
import { fromUuid, toUuid, type CommandEvent, type EventRepo, type Recording, type TicketLog } from './event-repo.ts';
import type { TicketService } from './ticket-service.ts';

type Parts = {
  readonly database: Database;
  readonly events: EventRepo;
  readonly customers: CustomerRepo;
  readonly book: CustomerBook;
  readonly queue: QueueRepo;
  readonly tickets: TicketService;
  readonly rules: Rules;
  readonly clock: PresentClock;
  readonly workstation: string;
  /** 16 bytes of a new id. */
  readonly makeId: () => Uint8Array;
};

type Target = Input<'ticket:run-commands'>['targets'][number];
/** What the commands add to one ticket and to others, or why they do not. */
type Outcome =
  | { readonly kind: 'accepted'; readonly own: readonly TicketEvent[]; readonly others: readonly OtherEvents[] }
  | Refused;
type OtherEvents = { readonly ticketId: number; readonly events: readonly TicketEvent[] };
type Known = { readonly standing: Standing; readonly log: TicketLog };

/** What somebody else or a macro had done already is no reason to leave out the rest of a macro. */
const isHarmless = ({ code }: Refused): boolean => code === 'ticket/unchanged';

const otherIdOf = (command: TicketCommand, { mergedInto }: Standing['ticket']): number | null =>
  'ticketId' in command ? command.ticketId : command.kind === 'unmerge' ? (mergedInto?.ticketId ?? null) : null;

/** A lead has allowed what back-dating refuses. */
type Approved = { readonly by: string };

const throwRefusal = ({ code, reason, values }: Refused): never => {
  throw new VigieError(code, reason, values);
};

/** Does what people do with tickets: decided on the log, written as events, undone by events. */
export const createCommandService = (parts: Parts) => {
  const { database, events, customers, book, queue, tickets, rules, clock, workstation, makeId } = parts;

  const recording = ({ actor }: Caller, commandId: Uint8Array): Recording => ({
    actor: actor.name,
    workstation,
    recordedAtMs: clock.nowMs(),
    commandId,
  });

  const known = (ticketId: number): Known | null => {
    if (queue.row(ticketId) === null) return null;
    const log = events.ofTicket(ticketId);
    return { standing: { ticketId, ticket: tickets.foldNow(log.events).ticket }, log };
  };

  const entitlementOf = (name: string): ExpertEntitlement | null => {
    const customer = customers.byName(name);
    return customer === undefined ? null : book.entitlement(book.load(customer.customerId));
  };

  const escalationStepOf = ({ log }: Known): EscalationStep | null => {
    const nowMs = clock.nowMs();
    const { ticket, clocks } = tickets.foldNow(log.events);
    const { priority, openedAtMs, state } = ticket;
    const escalated = { priority, openedAtMs, isFinished: isFinished(state), resolution: clocks.resolution };
    return escalationAt(escalated, rules.at(nowMs), nowMs)?.step ?? null;
  };

  const decideAll = (
    found: Known,
    commands: readonly TicketCommand[],
    actor: Actor,
    approved: Approved | null = null,
  ): Outcome => {
    const { standing, log } = found;
    const { ticketDays: backDatingDays } = rules.policy.backDating ?? DEFAULT_BACK_DATING;
    const isApproved = approved !== null;
    const own: TicketEvent[] = [];
    const others: OtherEvents[] = [];
    let { ticket } = standing;
    let harmless: Refused | null = null;
    for (const command of commands) {
      const otherId = otherIdOf(command, ticket);
      const other = otherId === null ? null : (known(otherId)?.standing ?? null);
      const customer = command.kind === 'edit' ? command.facts.customer : undefined;
      const customerTier = customer === undefined ? null : (customers.byName(customer)?.tier ?? null);
      const entitlement = command.kind === 'engageExpertise' ? entitlementOf(ticket.customer) : null;
      const situation: Situation = {
        ...{ ...standing, ticket, other, customerTier, entitlement, nowMs: clock.nowMs(), actor },
        ...{ backDatingDays, isApproved },
        ...(command.kind === 'acknowledge' ? { escalationStep: escalationStepOf(found) } : {}),
      };
      const decision: Decision = decide(situation, command);
      if (decision.kind === 'refused') {
        if (commands.length === 1 || !isHarmless(decision)) return decision;
        harmless = decision;
        continue;
      }
      own.push(...decision.events.map((event) => (isApproved ? { ...event, approvedBy: approved.by } : event)));
      if (decision.otherEvents !== undefined && otherId !== null) {
        others.push({ ticketId: otherId, events: decision.otherEvents });
      }
      ({ ticket } = tickets.foldNow([...log.events, ...own]));
    }
    return own.length === 0 && harmless !== null ? harmless : { kind: 'accepted', own, others };
  };

  const decideFor = ({ commands: its, ...target }: Target, forAll: readonly TicketCommand[], actor: Actor) => {
    const commands = its ?? forAll;
    const found = known(target.id);
    if (found === null) {
      return { found, outcome: refuse('ticket/unknown', 'This ticket is not in this queue. Go back to the list.') };
    }
    const { reference } = found.standing.ticket;
    if (target.expectedVersion !== null && target.expectedVersion !== found.log.version) {
      const by = events.lastActor(target.id) ?? '';
      const reason = `${reference} was changed by ${by} in the meantime: look at it again.`;
      return { found, outcome: refuse('ticket/conflict', reason, { reference, by }) };
    }
    return { found, outcome: decideAll(found, commands, actor) };
  };

  const toSkipped = (id: number, found: Known | null, { code, reason, values = {} }: Refused): SkippedTicket => ({
    id,
    reference: found?.standing.ticket.reference ?? '',
    code,
    message: reason,
    values: { ...values },
  });

  const write = (
    writer: Writer,
    { standing, log }: Known,
    outcome: Extract<Outcome, { kind: 'accepted' }>,
    by: Recording,
  ) => {
    tickets.append(writer, standing.ticketId, log, outcome.own, by);
    for (const { ticketId, events: added } of outcome.others) {
      tickets.append(writer, ticketId, events.ofTicket(ticketId), added, by);
    }
  };

  const run = ({ targets, commands }: Input<'ticket:run-commands'>, caller: Caller): CommandResult => {
    const commandId = makeId();
    const by = recording(caller, commandId);
    const skipped: SkippedTicket[] = [];
    const [only] = targets;
    const isSingle = targets.length === 1;
    database.write((writer) => {
      for (const target of targets) {
        const { found, outcome } = decideFor(target, commands, caller.actor);
        if (outcome.kind === 'accepted' && found !== null) write(writer, found, outcome, by);
        else if (outcome.kind === 'refused') {
          if (isSingle) throwRefusal(outcome);
          skipped.push(toSkipped(target.id, found, outcome));
        }
      }
    });
    const changed = targets.length - skipped.length;
    const row = isSingle && only !== undefined ? queue.row(only.id) : null;
    return { commandId: changed === 0 ? null : toUuid(commandId), changed, skipped, row };
  };

  const preview = ({ targets, commands }: Input<'ticket:preview-commands'>, caller: Caller): CommandPreview =>
    database.read(() => {
      const skipped = targets.flatMap((target) => {
        const { found, outcome } = decideFor(target, commands, caller.actor);
        return outcome.kind === 'refused' ? [toSkipped(target.id, found, outcome)] : [];
      });
      return { changed: targets.length - skipped.length, skipped };
    });

  /** Does what a lead has approved, in the asker's name; gives the command to take it back by. */
  const runApproved = (
    { ticketId, commands }: { readonly ticketId: number; readonly commands: readonly TicketCommand[] },
    asker: Actor,
    approved: Approved,
  ): string =>
    database.write((writer) => {
      const found = known(ticketId);
      if (found === null)
        throw new VigieError('ticket/unknown', 'This ticket is not in this queue. Go back to the list.');
      const outcome = decideAll(found, commands, asker, approved);
      if (outcome.kind === 'refused') return throwRefusal(outcome);
      const commandId = makeId();
      const by = { actor: asker.name, workstation, recordedAtMs: clock.nowMs(), commandId };
      write(writer, found, outcome, by);
      return toUuid(commandId);
    });

  const takeNext = (caller: Caller): CallOutput<'ticket:take-next'> => {
    tickets.catchUp();
    const id = queue.nextAt(caller.actor.level);
    if (id === null) {
      const { level } = caller.actor;
      throw new VigieError('ticket/none-left', `No unassigned ticket of ${level} waits for somebody.`, { level });
    }
    const { commandId, row } = run({ targets: [{ id, expectedVersion: null }], commands: [{ kind: 'take' }] }, caller);
    if (commandId === null || row === null) throw new Error('a ticket without assignee could not be taken');
    return { commandId, row };
  };

  /** The last command of the caller that still holds. */
  const lastOf = ({ actor }: Caller): Uint8Array | null => {
    for (const commandId of events.commandsOf(actor.name)) {
      if (events.holds(commandId)) return commandId;
    }
    return null;
  };

  /**
   * Undoing its opening takes a ticket out of every list, so nothing else may have been recorded of it since; undoing a wait would drop
   * what prolonged it.
   */
  const refuseWorkedOn = (ticketId: number, undone: readonly CommandEvent[]): void => {
    const { events: all } = events.ofTicket(ticketId);
    const { events: rest } = events.ofTicket(
      ticketId,
      undone.map(({ eventId }) => eventId),
    );
    const isOpening = undone.some(({ kind }) => kind === 'opened');
    if (isOpening ? rest.length === 0 : lostProlongations(rest) <= lostProlongations(all)) return;
    const reference = queue.row(ticketId)?.reference ?? '';
    throw new VigieError(
      'command/worked-on',
      `${reference} was worked on since: undo that first, or go on from how it stands.`,
      { reference },
    );
  };

  /** Undoes what of a command holds and `actor` did. */
  const voidCommand = (bytes: Uint8Array | null, actor: string, caller: Caller): Undone => {
    const all = bytes === null ? [] : database.read(() => events.ofCommand(bytes));
    const held = all.filter((event) => !event.isVoided && event.actor === actor);
    if (bytes === null || held.length === 0) {
      throw new VigieError('command/nothing-to-undo', 'There is nothing of yours to undo here.');
    }
    const ticketIds = [...new Set(held.map(({ ticketId }) => ticketId))];
    const reference = queue.row(held[0]?.ticketId ?? -1)?.reference ?? '';
    const by: Recording = { actor: caller.actor.name, workstation, recordedAtMs: clock.nowMs() };
    database.write((writer) => {
      for (const ticketId of ticketIds) {
        const undone = held.filter((event) => event.ticketId === ticketId);
        refuseWorkedOn(ticketId, undone);
        const eventIds = undone.map(({ eventId }) => eventId);
        events.addVoid(writer, ticketId, eventIds, by);
        tickets.refold(writer, ticketId, by);
      }
    });
    return {
      commandId: toUuid(bytes),
      kinds: [...new Set(held.map(({ kind }) => kind))],
      ticketIds,
      reference,
    };
  };

  const undo = ({ commandId }: Input<'command:undo'>, caller: Caller): Undone =>
    voidCommand(
      commandId === null ? database.read(() => lastOf(caller)) : fromUuid(commandId),
      caller.actor.name,
      caller,
    );

  /** Takes back what was approved; nothing where the asker has undone it already. */
  const undoApproved = (commandId: string, asker: string, caller: Caller): void => {
    const bytes = fromUuid(commandId);
    if (database.read(() => events.holds(bytes))) voidCommand(bytes, asker, caller);
  };

  return { run, preview, runApproved, takeNext, undo, undoApproved };
};

export type CommandService = ReturnType<typeof createCommandService>;
