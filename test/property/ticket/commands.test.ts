import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { foldAsOf } from '../../../electron/core/ticket/fold-ticket.ts';
import { formatInstant } from '../../../shared/time/instant.ts';
import type { TicketCommand, TicketCommandKind } from '../../../shared/ticket/command.ts';
import { CALL, deskOf } from '../../support/desk-calls.ts';
import { createWorld, instant } from '../../support/world.ts';
import { runs } from '../sla/ticket-arbitraries.ts';
import { actors, steps, type Step } from './command-arbitraries.ts';

const START = '2026-11-23T09:00:00Z';
const world = createWorld({ now: START });
const desk = deskOf(world);
afterAll(world.close);
const { connection } = world.core.database;

const countEvents = connection.prepare<[], number>('SELECT count(*) FROM event').pluck();
const rowOf = connection.prepare<[number], Record<string, unknown>>('SELECT * FROM ticket WHERE ticket_id = ?');

/** All that the row keeps but the number of events, which undoing moves on. */
const standing = (ids: readonly number[]) =>
  ids.map((id) => {
    const { version: _version, ...row } = rowOf.get(id) ?? {};
    return row;
  });

/** The row that a ticket's log folds to, column by column. */
const refolded = (id: number, nowMs: number): Record<string, unknown> => {
  const { events, version } = world.core.events.ofTicket(id);
  const folded = foldAsOf(events, world.core.rules, nowMs);
  if (folded === null) throw new Error('not opened');
  const { ticket, clocks, queue, turns, nextEventAtMs } = folded;
  return {
    ...{ version, source: ticket.source, reference: ticket.reference, customer: ticket.customer, title: ticket.title },
    ...{ category: ticket.category, is_beta: ticket.isBeta ? 1 : 0, priority: ticket.priority, tier: ticket.tier },
    ...{ state: ticket.state, level: ticket.level, group_name: ticket.group, assignee: ticket.assignee },
    ...{ requester: ticket.requester, channel: ticket.channel, language: ticket.language },
    ...{ opened_at_ms: ticket.openedAtMs, responded_at_ms: ticket.respondedAtMs, owner: ticket.owner },
    ...{ resolved_at_ms: ticket.resolvedAtMs, closed_at_ms: ticket.closedAtMs, reopen_count: ticket.reopenCount },
    ...{ updated_at_ms: ticket.updatedAtMs, resolution: JSON.stringify(clocks.resolution), platform: ticket.platform },
    ...{ first_response: JSON.stringify(clocks.firstResponse), queue_group: queue.group, queue_key: queue.key },
    ...{ at_risk_at_ms: turns?.atRiskAtMs ?? null, breach_after_ms: turns?.breachAfterMs ?? null },
    ...{ next_event_at_ms: nextEventAtMs, tags: JSON.stringify(ticket.tags), wake_at_ms: ticket.wakeAtMs },
    ...{ escalated_to: ticket.escalatedTo, bounce_count: ticket.bounceCount },
  };
};

/** The state that a command brings about, whenever it is said to have happened. */
const EFFECTS: Partial<Record<TicketCommandKind, string>> = {
  waitForCustomer: 'waitingCustomer',
  customerAnswered: 'active',
  continue: 'active',
  resolve: 'resolved',
  reopen: 'active',
  close: 'closed',
  mergeInto: 'closed',
  unmerge: 'active',
};

const spentBy = (commands: readonly TicketCommand[]): number =>
  commands.reduce((sum, command) => sum + (command.kind === 'keepTime' ? command.spentMs : 0), 0);

/** One sequence of steps on three tickets, and what the model knows of it. */
const createSequence = async (sequence: number) => {
  let nowMs = instant(START) + sequence * 1_000;
  world.setNow(formatInstant(nowMs));
  world.become({ name: `opener ${sequence}`, role: 'agent', level: 'L1' });
  const ids: number[] = [];
  for (const customer of ['Nordlys', 'Port de Sète', 'Groupe Vallier']) {
    const newCustomerTier = { Nordlys: 'gold', 'Port de Sète': 'silver' }[customer] ?? null;
    ids.push(
      (await desk.open({ ...CALL, customer, newCustomerTier, assignee: customer === 'Nordlys' ? 'cy' : null })).id,
    );
  }
  const histories = new Map<number, Set<string>>(ids.map((id) => [id, new Set()]));
  /** What each command that holds kept as time spent. */
  const spent = new Map<string, number>();

  const checkRefusal = (before: number | undefined, isRefused: boolean): void => {
    if (isRefused) expect(countEvents.get()).toBe(before);
    else expect(countEvents.get()).toBeGreaterThan(before ?? 0);
  };

  const run = async (targets: readonly number[], commands: readonly TicketCommand[]): Promise<string | null> => {
    const before = countEvents.get();
    const order = { targets: targets.map((id) => ({ id, expectedVersion: null })), commands: [...commands] };
    const preview = await world.call('ticket:preview-commands', order);
    expect(countEvents.get()).toBe(before);
    const reply = await world.reply('ticket:run-commands', order);
    if (!reply.ok) {
      expect(reply.error.code).not.toMatch(/^call\//);
      expect(preview).toMatchObject({ changed: 0, skipped: [{ code: reply.error.code }] });
      checkRefusal(before, true);
      return null;
    }
    const { commandId, changed, skipped } = reply.value;
    expect(preview).toEqual({ changed, skipped });
    checkRefusal(before, changed === 0);
    expect(commandId === null).toBe(changed === 0);
    if (commandId !== null) spent.set(commandId, changed * spentBy(commands));
    const [only, ...rest] = commands;
    const effect = only === undefined || rest.length > 0 ? undefined : EFFECTS[only.kind];
    if (effect !== undefined && reply.value.row !== null) expect([only, reply.value.row.state]).toEqual([only, effect]);
    return commandId;
  };

  const undo = async (commandId: string | null): Promise<boolean> => {
    const before = countEvents.get();
    const reply = await world.reply('command:undo', { commandId });
    if (!reply.ok) expect(reply.error.code).toBe('command/nothing-to-undo');
    checkRefusal(before, !reply.ok);
    if (reply.ok) spent.delete(reply.value.commandId);
    return reply.ok;
  };

  /** Rows are folds of the log, histories only grow, time spent is what the commands that hold kept. */
  const check = async (): Promise<void> => {
    let total = 0;
    for (const id of ids) {
      expect(rowOf.get(id)).toMatchObject(refolded(id, nowMs));
      const { events, spentMs } = await desk.detail(id);
      const told = new Set(events.map((event) => event.id));
      for (const known of histories.get(id) ?? []) expect(told.has(known)).toBe(true);
      histories.set(id, told);
      total += spentMs;
    }
    expect(total).toBe([...spent.values()].reduce((sum, ms) => sum + ms, 0));
  };

  const step = async ({ kind, ticket, actor, afterMin, make }: Step): Promise<void> => {
    nowMs += afterMin * 60_000;
    world.setNow(formatInstant(nowMs));
    world.become(actors(sequence)[actor] ?? {});
    const commands = make.map((one) => one(nowMs, ids));
    const target = ids[ticket] ?? 0;
    if (kind === 'undo') await undo(null);
    else if (kind === 'run') await run([target], commands);
    else if (kind === 'bulk') await run(ids, commands);
    else {
      const before = standing(ids);
      const commandId = await run([target], commands);
      if (commandId === null) return;
      nowMs += 1_000;
      world.setNow(formatInstant(nowMs));
      expect(await undo(commandId)).toBe(true);
      expect(standing(ids)).toEqual(before);
    }
    await check();
  };
  return { step };
};

it('whatever people do: refusals write nothing, rows are folds, undo gives back, time and histories are kept', async () => {
  let sequence = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { step } = await createSequence(++sequence);
      for (const one of all) await step(one);
    }),
    runs(150),
  );
}, 120_000);

it('a merger that is taken back leaves both tickets as they stood, but for the state and what was recorded', async () => {
  let sequence = 10_000;
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const { step } = await createSequence(++sequence);
      for (const one of all.slice(0, 6)) await step(one);
      world.become({ name: `lou ${sequence}`, role: 'lead', level: 'L1' });
      const a = await desk.open();
      const b = await desk.open();
      const told = async (id: number) => {
        const { events, row, ...facts } = await desk.detail(id);
        return { events, facts, assignee: row.assignee, tags: row.tags, elapsed: row.resolution };
      };
      await desk.run(a.id, { kind: 'note', text: 'first' });
      await desk.run(b.id, { kind: 'note', text: 'second' });
      const [first, second] = [await told(a.id), await told(b.id)];
      await desk.run(a.id, { kind: 'mergeInto', ticketId: b.id });
      await desk.run(a.id, { kind: 'unmerge' });
      const [firstAfter, secondAfter] = [await told(a.id), await told(b.id)];
      expect(firstAfter.events.slice(0, first.events.length)).toEqual(first.events);
      expect(secondAfter.events.slice(0, second.events.length)).toEqual(second.events);
      expect(secondAfter.facts).toEqual(second.facts);
      expect(firstAfter).toMatchObject({ assignee: first.assignee, tags: first.tags });
      expect(firstAfter.facts).toMatchObject({
        mergedInto: null,
        spentMs: first.facts.spentMs,
        links: first.facts.links,
      });
    }),
    runs(10),
  );
}, 60_000);
