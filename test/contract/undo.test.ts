import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TicketCommand } from '../../shared/ticket/command.ts';
import type { QueueRow } from '../../shared/ipc/schemas.ts';
import { CALL, codeOf, deskOf } from '../support/desk-calls.ts';
import { createWorld, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;
beforeEach(() => {
  world = createWorld();
  desk = deskOf(world);
});
afterEach(() => world.close());

const NOTE = { kind: 'note', text: 'seen before' } as const;
const RESOLVE = { kind: 'resolve', text: 'done' } as const;
const WAIT = { kind: 'waitForCustomer', reason: 'logs', wakeAtMs: null, remindAtMs: null } as const;
const ANSWER = { kind: 'customerAnswered', text: null } as const;
const ESCALATE = { kind: 'escalate', to: 'L2', why: 'a', tried: 'b', evidence: null, nextStep: 'c' } as const;

/** A row without what every event moves on. */
const standing = ({ version: _version, ...row }: QueueRow) => row;

/** What stands of a ticket, without its log. */
const told = async (id: number) => {
  const { events: _events, row, ...facts } = await desk.detail(id);
  return { ...facts, row: standing(row) };
};

describe('undo gives back how the ticket stood, clocks and all', () => {
  const cases: readonly (readonly [string, readonly TicketCommand[], readonly TicketCommand[]])[] = [
    ['a resolution', [], [RESOLVE]],
    ['a first response', [], [{ kind: 'respond', by: 'call', subject: null, text: 'hello' }]],
    ['a wait', [], [WAIT]],
    ['an answer', [WAIT], [ANSWER]],
    ['a reopening', [RESOLVE], [{ kind: 'reopen', reason: 'again' }]],
    [
      'a raised priority',
      [],
      [{ kind: 'changePriority', priority: 'P1', impact: 'high', urgency: 'high', reason: null }],
    ],
    ['a beta flag', [], [{ kind: 'edit', facts: { isBeta: true, customer: 'Port de Sète' } }]],
    ['a return', [ESCALATE], [{ kind: 'returnEscalation', reason: 'x' }]],
    ['time kept', [], [{ kind: 'keepTime', startedAtMs: Date.UTC(2026, 10, 23, 9), spentMs: 60_000, note: null }]],
    ['a macro', [], [{ kind: 'take' }, { kind: 'tag', add: ['vpn'], remove: [] }, WAIT, RESOLVE, { kind: 'close' }]],
  ];

  it.each(cases)('%s', async (_name, before, commands) => {
    const { id } = await desk.open();
    world.become({ role: 'lead' });
    world.setNow('2026-11-23T10:00:00Z');
    for (const command of before) await desk.run(id, command);
    const stood = await told(id);
    world.setNow('2026-11-23T11:00:00Z');
    const { commandId } = await desk.run(id, ...commands);
    expect(await told(id)).not.toEqual(stood);
    world.setNow('2026-11-23T12:00:00Z');
    const undone = await desk.undo();
    expect(undone).toMatchObject({ commandId, ticketIds: [id], reference: 'VIG-1001' });
    expect(undone.kinds.length).toBeGreaterThan(0);
    expect(await told(id)).toEqual(stood);
  });

  it('of a merger, to both tickets', async () => {
    const [a, b] = [await desk.open(), await desk.open({ title: 'VPN down too' })];
    const stood = [await told(a.id), await told(b.id)];
    await desk.run(a.id, { kind: 'mergeInto', ticketId: b.id });
    expect((await desk.undo()).ticketIds).toEqual([a.id, b.id]);
    expect([await told(a.id), await told(b.id)]).toEqual(stood);
  });

  it('of a link, to both tickets', async () => {
    const [a, b] = [await desk.open(), await desk.open()];
    await desk.run(a.id, { kind: 'link', ticketId: b.id });
    expect((await desk.detail(b.id)).links).toEqual([{ ticketId: a.id, reference: 'VIG-1001' }]);
    await desk.undo();
    expect([(await desk.detail(a.id)).links, (await desk.detail(b.id)).links]).toEqual([[], []]);
  });

  it('of a note, so that no search finds its words any more', async () => {
    const { id } = await desk.open();
    await desk.run(id, { kind: 'note', text: 'flux capacitor' });
    expect(await desk.ids({ text: 'capacitor' })).toEqual([id]);
    await desk.undo();
    expect(await desk.ids({ text: 'capacitor' })).toEqual([]);
    expect(await desk.ids({ text: 'nordlys' })).toEqual([id]);
  });
});

describe('the log keeps what was undone', () => {
  it('with who undid it', async () => {
    const { id } = await desk.open();
    await desk.run(id, NOTE, { kind: 'take' });
    await desk.undo();
    expect((await desk.detail(id)).events.map(({ kind, voidedBy }) => [kind, voidedBy])).toEqual([
      ['opened', null],
      ['commented', 'tester'],
      ['assigned', 'tester'],
    ]);
  });

  it('as one more version, so that nobody overwrites what they did not see', async () => {
    const { id } = await desk.open();
    const { row } = await desk.run(id, RESOLVE);
    await desk.undo();
    const now = (await desk.detail(id)).row;
    expect(now.version).toBeGreaterThan(row?.version ?? 0);
    for (const [expectedVersion, code] of [
      [row?.version ?? 0, 'ticket/conflict'],
      [now.version, 'ok'],
    ] as const) {
      const reply = await world.reply('ticket:run-commands', { targets: [{ id, expectedVersion }], commands: [NOTE] });
      expect(codeOf(reply)).toBe(code);
    }
  });
});

describe('undoing a creation', () => {
  it('takes the ticket out of the lists and keeps its log', async () => {
    const { id } = await desk.open();
    expect(await desk.undo()).toMatchObject({ kinds: ['opened'], reference: 'VIG-1001' });
    expect(await desk.ids({ view: 'all' })).toEqual([]);
    expect(await desk.ids({ view: 'all', text: 'vpn' })).toEqual([]);
    expect(codeOf(await world.reply('ticket:get-detail', { id }))).toBe('ticket/unknown');
    expect(await desk.codeOfRun(id, NOTE)).toBe('ticket/unknown');
    const log = world.core.database.connection.prepare("SELECT kind FROM event WHERE subject = 'ticket' ORDER BY seq");
    expect(log.pluck().all()).toEqual(['opened', 'voided']);
  });

  it('never gives its id or its reference to another ticket', async () => {
    const first = await desk.open();
    await desk.undo();
    const second = await desk.open();
    expect(second.id).not.toBe(first.id);
    expect(second.reference).toBe('VIG-1002');
    expect((await desk.detail(second.id)).events).toHaveLength(1);
    const targets = [{ id: second.id, expectedVersion: second.version }];
    expect(codeOf(await world.reply('ticket:run-commands', { targets, commands: [NOTE] }))).toBe('ok');
    const reply = await world.reply('ticket:run-commands', { targets, commands: [NOTE] });
    expect(codeOf(reply)).toBe('ticket/conflict');
  });

  it('is refused where the ticket was worked on since, and allowed once that is undone', async () => {
    const created = await world.call('ticket:create', CALL);
    world.become({ name: 'bo' });
    await desk.run(created.row.id, NOTE);
    world.become({ name: 'tester' });
    expect(await desk.codeOfUndo(created.commandId)).toBe('command/worked-on');
    expect(await desk.ids()).toEqual([created.row.id]);
    world.become({ name: 'bo' });
    await desk.undo();
    world.become({ name: 'tester' });
    expect(await desk.codeOfUndo(created.commandId)).toBe('ok');
    expect(await desk.ids()).toEqual([]);
  });
});

describe('undoing a wait', () => {
  const LONGER = { ...WAIT, reason: 'still no logs' } as const;

  it('is refused where somebody else prolonged it, and allowed once that is undone', async () => {
    const { id } = await desk.open();
    const wait = await desk.run(id, WAIT);
    world.become({ name: 'bo' });
    await desk.run(id, LONGER);
    world.become({ name: 'tester' });
    const stood = await told(id);
    expect(await desk.codeOfUndo(wait.commandId)).toBe('command/worked-on');
    expect(await told(id)).toEqual(stood);
    world.become({ name: 'bo' });
    await desk.undo();
    world.become({ name: 'tester' });
    expect(await desk.codeOfUndo(wait.commandId)).toBe('ok');
    expect((await desk.detail(id)).row.state).toBe('new');
  });

  it('that was over before another was prolonged leaves that one', async () => {
    const { id } = await desk.open();
    const { commandId } = await desk.run(id, WAIT);
    for (const [command, now] of [
      [ANSWER, '2026-11-23T10:00:00Z'],
      [WAIT, '2026-11-23T11:00:00Z'],
      [LONGER, '2026-11-23T12:00:00Z'],
    ] as const) {
      world.setNow(now);
      await desk.run(id, command);
    }
    expect(await desk.codeOfUndo(commandId)).toBe('ok');
    expect((await desk.detail(id)).row.state).toBe('waitingCustomer');
  });
});

describe('undo is mine alone', () => {
  it('and goes back through my commands, one at a time', async () => {
    const { id } = await desk.open();
    await desk.run(id, NOTE);
    await desk.run(id, { kind: 'take' });
    world.become({ name: 'bo' });
    await desk.run(id, RESOLVE);
    world.become({ name: 'tester' });
    expect((await desk.undo()).kinds).toEqual(['assigned']);
    expect((await desk.detail(id)).row).toMatchObject({ assignee: null, state: 'resolved' });
    expect((await desk.undo()).kinds).toEqual(['commented']);
    world.become({ name: 'bo' });
    expect((await desk.undo()).kinds).toEqual(['resolved']);
    expect(await desk.codeOfUndo()).toBe('command/nothing-to-undo');
  });

  it("is refused of somebody else's command, of one that is undone, and of none", async () => {
    const { id } = await desk.open();
    const { commandId } = await desk.run(id, NOTE);
    world.become({ name: 'bo', role: 'lead' });
    expect(await desk.codeOfUndo(commandId)).toBe('command/nothing-to-undo');
    expect(await desk.codeOfUndo()).toBe('command/nothing-to-undo');
    world.become({ name: 'tester', role: 'agent' });
    expect(await desk.codeOfUndo(commandId)).toBe('ok');
    expect(await desk.codeOfUndo(commandId)).toBe('command/nothing-to-undo');
    expect(await desk.codeOfUndo('0190a0a0-0000-7000-8000-000000000000')).toBe('command/nothing-to-undo');
  });

  it('undoes a command before the last one by its name, and leaves the last', async () => {
    const { id } = await desk.open();
    const first = await desk.run(id, { kind: 'tag', add: ['vpn'], remove: [] });
    await desk.run(id, { kind: 'tag', add: ['nsx'], remove: [] });
    await desk.undo(first.commandId);
    expect((await desk.detail(id)).row.tags).toEqual(['nsx']);
    expect((await desk.undo()).kinds).toEqual(['tagged']);
    expect((await desk.detail(id)).row.tags).toEqual([]);
  });

  it('tells every window of the tickets that it changed', async () => {
    const ids = [(await desk.open()).id, (await desk.open()).id];
    await desk.run(ids, RESOLVE);
    world.heard.length = 0;
    await desk.undo();
    expect(world.heard).toEqual([{ name: 'data:changed', payload: { ticketIds: ids } }]);
  });
});

it('undo works after Vigie was closed and opened again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-undo-'));
  const path = join(folder, 'own.db');
  const one = createWorld({ path });
  const { id } = await deskOf(one).open();
  await deskOf(one).run(id, RESOLVE);
  one.close();
  const two = createWorld({ path, now: '2026-11-24T09:00:00Z' });
  expect(await deskOf(two).undo()).toMatchObject({ kinds: ['resolved'], ticketIds: [id] });
  expect((await deskOf(two).detail(id)).row.state).toBe('new');
  two.close();
  rmSync(folder, { recursive: true });
});
