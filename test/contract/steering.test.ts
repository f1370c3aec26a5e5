import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldAsOf } from '../../electron/core/ticket/fold-ticket.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const NOW = '2026-11-23T09:00:00Z';
const P1 = { priority: 'P1', impact: 'high', urgency: 'high' } as const;

let world: World;
let desk: ReturnType<typeof deskOf>;
beforeEach(() => {
  world = createWorld({ now: NOW });
  desk = deskOf(world);
});
afterEach(() => world.close());

const be = (name: string, role: 'agent' | 'lead' | 'expert'): void => world.become({ name, role });
const waiting = async () => {
  const { escalations } = await world.call('steering:list-escalations', {});
  return escalations.map(({ row, step, acknowledged }) => [row.reference, step, acknowledged]);
};

describe('hierarchical escalation', () => {
  it('tells of a P1 at its creation, then at a half, three quarters and all of its commitment', async () => {
    const gold = (await desk.open(P1)).reference;
    await desk.open({ priority: 'P2' });
    expect(await world.call('steering:list-escalations', {})).toMatchObject({
      escalations: [{ step: 'creation', reachedAtMs: instant(NOW) }],
      nextAtMs: instant('2026-11-23T11:00:00Z'),
    });
    world.setNow('2026-11-23T11:00:00Z');
    expect(await waiting()).toEqual([[gold, 'half', null]]);
    world.setNow('2026-11-23T12:00:00Z');
    expect(await waiting()).toEqual([[gold, 'threeQuarters', null]]);
    world.setNow('2026-11-23T13:00:00Z');
    const { escalations, nextAtMs } = await world.call('steering:list-escalations', {});
    expect(escalations).toMatchObject([{ step: 'whole', reachedAtMs: instant('2026-11-23T13:00:00Z') }]);
    expect(nextAtMs).toBeNull();
  });

  it('tells of a P1 at best effort at its creation alone', async () => {
    const { reference } = await desk.open({ ...P1, customer: 'Petit', newCustomerTier: 'standard' });
    world.setNow('2026-11-25T09:00:00Z');
    expect(await waiting()).toEqual([[reference, 'creation', null]]);
  });

  it('is acknowledged by a lead, up to where it is, and by nobody else', async () => {
    const { id, reference } = await desk.open(P1);
    expect(await desk.codeOfRun(id, { kind: 'acknowledge' })).toBe('ticket/not-lead');
    be('eva', 'expert');
    expect(await desk.codeOfRun(id, { kind: 'acknowledge' })).toBe('access/role');
    be('lea', 'lead');
    await desk.run(id, { kind: 'acknowledge' });
    expect(await waiting()).toEqual([]);
    expect(await desk.codeOfRun(id, { kind: 'acknowledge' })).toBe('ticket/nothing-to-acknowledge');
    expect((await desk.detail(id)).events.at(-1)).toMatchObject({
      ...{ actor: 'lea', kind: 'acknowledged', payload: { step: 'creation' } },
    });
    world.setNow('2026-11-23T12:30:00Z');
    expect(await waiting()).toEqual([[reference, 'threeQuarters', 'creation']]);
    const { commandId } = await desk.run(id, { kind: 'acknowledge' });
    expect(await waiting()).toEqual([]);
    await desk.undo(commandId);
    expect(await waiting()).toEqual([[reference, 'threeQuarters', 'creation']]);
    await desk.run(id, { kind: 'resolve', text: 'done' });
    expect(await waiting()).toEqual([]);
    expect(await desk.codeOfRun(id, { kind: 'acknowledge' })).toBe('ticket/finished');
  });

  it('is acknowledged as far as the lead was shown it: what came meanwhile asks again', async () => {
    const { id, reference } = await desk.open(P1);
    be('lea', 'lead');
    world.setNow('2026-11-23T12:00:00Z');
    await desk.run(id, { kind: 'acknowledge', step: 'half' });
    expect(await waiting()).toEqual([[reference, 'threeQuarters', 'half']]);
    expect(await desk.codeOfRun(id, { kind: 'acknowledge', step: 'half' })).toBe('ticket/nothing-to-acknowledge');
    // Nothing that has not come yet is acknowledged beforehand.
    await desk.run(id, { kind: 'acknowledge', step: 'whole' });
    expect((await desk.detail(id)).events.at(-1)).toMatchObject({ payload: { step: 'threeQuarters' } });
    world.setNow('2026-11-23T13:00:00Z');
    expect(await waiting()).toEqual([[reference, 'whole', 'threeQuarters']]);
  });

  it('is nothing that a ticket without it could have acknowledged', async () => {
    const { id } = await desk.open({ priority: 'P3', priorityReason: 'as agreed' });
    be('lea', 'lead');
    expect(await desk.codeOfRun(id, { kind: 'acknowledge' })).toBe('ticket/nothing-to-acknowledge');
  });

  it('is kept in the row as the log tells it', async () => {
    const { id } = await desk.open(P1);
    be('lea', 'lead');
    await desk.run(id, { kind: 'acknowledge' });
    const row = world.core.database.connection.prepare('SELECT acknowledged FROM ticket WHERE ticket_id = ?').pluck();
    const folded = foldAsOf(world.core.events.ofTicket(id).events, world.core.rules, instant(NOW));
    expect([row.get(id), folded?.ticket.acknowledged]).toEqual(['creation', 'creation']);
  });
});

describe('sharing out the tickets of a level', () => {
  const rules = { level: 'L1', away: [] as string[], movesP1: false, sharesUnassigned: false } as const;
  const openFor = async (assignee: string | null, count: number, facts = {}) => {
    for (let i = 0; i < count; i++) await desk.open({ assignee, ...facts });
  };

  it('tells what everybody has, counted as the queue counts, and what would be fair', async () => {
    await openFor('ada', 5);
    await openFor('bo', 1);
    await openFor('ada', 1, P1);
    await openFor(null, 2);
    world.setNow('2026-11-23T12:30:00Z');
    be('lea', 'lead');
    const { people, unassigned, moves } = await world.call('steering:preview-moves', { ...rules, away: [] });
    expect(people).toEqual([
      { name: 'ada', open: 6, atRisk: 1, breached: 0, p1: 1, languages: null, isAway: false },
      { name: 'bo', open: 1, atRisk: 0, breached: 0, p1: 0, languages: null, isAway: false },
    ]);
    expect(unassigned).toBe(2);
    expect(moves.map(({ from, to, why }) => `${from} ${to} ${why}`)).toEqual(['ada bo load', 'ada bo load']);
    const all = { ...rules, away: ['ada'], movesP1: true, sharesUnassigned: true };
    const { moves: leaving } = await world.call('steering:preview-moves', all);
    expect(leaving.every(({ to }) => to === 'bo')).toBe(true);
    expect(leaving).toHaveLength(8);
  });

  it('knows who is absent', async () => {
    await openFor('ada', 3);
    await openFor('bo', 3);
    be('lea', 'lead');
    await world.call('absence:save', {
      ...{ id: null, expert: 'ada', fromMs: instant('2026-11-23T00:00:00Z'), untilMs: instant('2026-11-24T00:00:00Z') },
      reason: 'holiday',
    });
    const { people, moves } = await world.call('steering:preview-moves', { ...rules, away: [] });
    expect(people.map(({ name, isAway }) => [name, isAway])).toEqual([
      ['ada', true],
      ['bo', false],
    ]);
    expect(moves.map(({ from, why }) => `${from} ${why}`)).toEqual(['ada away', 'ada away', 'ada away']);
  });

  it('knows who works there without a ticket, what they speak, and who has left', async () => {
    await openFor('ada', 3, { language: 'fr' });
    await openFor('bo', 2);
    be('lea', 'lead');
    const FACTS = { account: null, role: 'agent', level: 'L1', languages: ['fr'], week: null, isActive: true } as const;
    const save = (name: string, part: object = {}) =>
      world.call('people:save', {
        ...{ id: null, expectedVersion: null },
        facts: { ...FACTS, languages: ['fr'], ...part, name },
      });
    await save('chi');
    await save('dan', { level: 'L2' });
    await save('Ada', { isActive: false });
    await save('eva', { isActive: false });
    await save('fay', { languages: ['en'] });
    const { people, moves } = await world.call('steering:preview-moves', { ...rules, away: [] });
    expect(people.map(({ name, open, languages, isAway }) => [name, open, languages, isAway])).toEqual([
      ['ada', 3, ['fr'], true],
      ['bo', 2, null, false],
      ['chi', 0, ['fr'], false],
      ['fay', 0, ['en'], false],
    ]);
    const fromAda = moves.filter(({ from }) => from === 'ada');
    expect(fromAda.map(({ why }) => why)).toEqual(['away', 'away', 'away']);
    expect(fromAda.some(({ to }) => to === 'fay')).toBe(false);
  });

  it('is done as one command, and undone as one', async () => {
    await openFor('ada', 4);
    await openFor('bo', 1);
    await openFor('chi', 1);
    be('lea', 'lead');
    const { moves } = await world.call('steering:preview-moves', { ...rules, away: [] });
    expect(new Set(moves.map(({ to }) => to))).toEqual(new Set(['bo', 'chi']));
    const order = {
      targets: moves.map(({ id, version, to }) => ({
        ...{ id, expectedVersion: version, commands: [{ kind: 'assign' as const, assignee: to }] },
      })),
      commands: [{ kind: 'assign' as const, assignee: null }],
    };
    expect(await world.call('ticket:preview-commands', order)).toEqual({ changed: 2, skipped: [] });
    const { commandId, changed } = await world.call('ticket:run-commands', order);
    expect(changed).toBe(2);
    const openOf = async () =>
      (await world.call('steering:preview-moves', { ...rules, away: [] })).people.map(({ open }) => open);
    expect(await openOf()).toEqual([2, 2, 2]);
    const again = await world.reply('ticket:run-commands', { ...order, targets: order.targets.slice(0, 1) });
    expect(codeOf(again)).toBe('ticket/conflict');
    expect((await desk.undo(commandId)).ticketIds).toHaveLength(2);
    expect(await openOf()).toEqual([4, 1, 1]);
  });

  it('is a lead’s', async () => {
    expect(codeOf(await world.reply('steering:preview-moves', { ...rules, away: [] }))).toBe('access/role');
  });
});
