import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandoverPage } from '../../shared/ipc/handover-calls.ts';
import { codeOf, deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

let world: World;
let desk: ReturnType<typeof deskOf>;
beforeEach(() => {
  // Tuesday, 21:00 in Paris; the next night has a maintenance window.
  world = createWorld({ now: '2026-12-01T20:00:00Z' });
  desk = deskOf(world);
});
afterEach(() => world.close());

const SHIFT = instant('2026-12-02T05:00:00Z');
const P1 = { priority: 'P1', impact: 'high', urgency: 'high' } as const;
const begin = (): Promise<HandoverPage> => world.call('handover:begin', { untilMs: SHIFT });
const be = (name: string, role: 'agent' | 'lead' | 'expert' = 'agent'): void => world.become({ name, role });
const sectionsOf = ({ items }: Pick<HandoverPage, 'items'>): string[] =>
  items.map(({ section, title }) => `${section} ${title.split(' ')[0]}`);
const WORDS = { nextAction: 'call the customer', nextUpdateMs: instant('2026-12-01T22:00:00Z'), note: 'VIP' };

/** Out of the hands of ada, into those of bo, who accepts only the first item. */
const handOver = async (): Promise<HandoverPage> => {
  be('ada');
  const { id, version } = await begin();
  await world.call('handover:offer', { id, expectedVersion: version });
  be('bo');
  const [first] = (await world.call('handover:get', { id })).items;
  const page = await world.call('handover:accept', { id, itemIds: [first?.id ?? ''] });
  return world.call('handover:sign', { id, expectedVersion: page.version });
};

describe('the draft of a handover', () => {
  it('has what the queue knows, section by section, and the windows of the next day', async () => {
    const one = await desk.open(P1);
    const late = await desk.open({ priority: 'P2' });
    const waiting = await desk.open({ priority: 'P3', priorityReason: 'as agreed' });
    const asked = { kind: 'waitForCustomer', reason: 'a log', wakeAtMs: null } as const;
    await desk.run(waiting.id, { ...asked, remindAtMs: instant('2026-12-01T23:00:00Z') });
    const escalated = await desk.open({ priority: 'P3', priorityReason: 'as agreed' });
    const escalate = { kind: 'escalate', to: 'L2', why: 'routing', tried: 'reset', evidence: null } as const;
    await desk.run(escalated.id, { ...escalate, nextStep: 'capture' });
    const done = await desk.open(P1);
    await desk.run(done.id, { kind: 'resolve', text: 'done' });
    const items = await world.call('handover:preview', { untilMs: SHIFT });
    expect(sectionsOf({ items: items.map((item) => ({ ...item, accepted: null, late: null })) })).toEqual([
      `openP1 ${one.reference}`,
      `due ${one.reference}`,
      `escalation ${escalated.reference}`,
      `callBack ${waiting.reference}`,
      `waiting ${waiting.reference}`,
      'window NGP',
      'window NUP',
    ]);
    expect(await world.call('handover:list', { limit: 5 })).toEqual([]);
    world.setNow('2026-12-02T20:00:00Z');
    const next = await world.call('handover:preview', { untilMs: instant('2026-12-03T05:00:00Z') });
    const breached = next.filter(({ section }) => section === 'breached').map(({ ticketId }) => ticketId);
    expect(breached).toEqual([one.id, late.id]);
  });

  it('is edited by whoever began it, or a lead, until it is offered', async () => {
    await desk.open(P1);
    be('ada');
    const { id, items, version } = await begin();
    const [item] = items;
    const change = { id, itemId: item?.id ?? '', expectedVersion: version, ...WORDS };
    const page = await world.call('handover:change-item', change);
    expect(page.items[0]).toMatchObject(WORDS);
    expect(codeOf(await world.reply('handover:change-item', change))).toBe('handover/changed');
    const noted = await world.call('handover:add-note', { id, text: 'the fire drill is at 3' });
    const note = noted.items.at(-1);
    expect(note).toMatchObject({ section: 'note', title: 'the fire drill is at 3' });
    const remove = { id, itemId: note?.id ?? '' };
    expect(codeOf(await world.reply('handover:remove-note', { id, itemId: item?.id ?? '' }))).toBe('handover/stays');
    expect(codeOf(await world.reply('handover:remove-note', { id, itemId: 'note:x' }))).toBe('handover/unknown-item');
    be('bo');
    expect(codeOf(await world.reply('handover:remove-note', remove))).toBe('handover/not-yours');
    expect(codeOf(await world.reply('handover:begin', { untilMs: SHIFT }))).toBe('handover/under-way');
    be('lea', 'lead');
    expect((await world.call('handover:remove-note', remove)).items).toHaveLength(items.length);
    be('eva', 'expert');
    expect(codeOf(await world.reply('handover:add-note', { id, text: 'x' }))).toBe('access/role');
    expect((await world.call('handover:get', { id })).trail.map(({ kind, actor }) => [kind, actor])).toEqual([
      ['begun', 'ada'],
      ['itemChanged', 'ada'],
      ['noteAdded', 'ada'],
      ['noteRemoved', 'lea'],
    ]);
  });
});

describe('two signatures', () => {
  it('are of two people at two instants, the second item by item', async () => {
    await desk.open(P1);
    be('ada');
    const { id, version, items } = await begin();
    const itemIds = [items[0]?.id ?? ''];
    expect(codeOf(await world.reply('handover:accept', { id, itemIds }))).toBe('handover/not-offered');
    expect(codeOf(await world.reply('handover:offer', { id, expectedVersion: version - 1 }))).toBe('handover/changed');
    expect(await world.call('handover:get-waiting', {})).toBeNull();
    const offered = await world.call('handover:offer', { id, expectedVersion: version });
    expect(await world.call('handover:get-waiting', {})).toEqual({ id, ...offered.offered });
    expect(offered.offered).toEqual({ by: 'ada', atMs: instant('2026-12-01T20:00:00Z') });
    expect(codeOf(await world.reply('handover:accept', { id, itemIds }))).toBe('handover/same-person');
    expect(codeOf(await world.reply('handover:add-note', { id, text: 'x' }))).toBe('handover/offered');
    be('bo');
    world.setNow('2026-12-01T20:10:00Z');
    const accepted = await world.call('handover:accept', { id, itemIds });
    expect(accepted.items[0]?.accepted).toEqual({ by: 'bo', atMs: instant('2026-12-01T20:10:00Z') });
    expect(codeOf(await world.reply('handover:accept', { id, itemIds }))).toBe('handover/accepted');
    expect(codeOf(await world.reply('handover:accept', { id, itemIds: ['due:0'] }))).toBe('handover/unknown-item');
    const signed = await world.call('handover:sign', { id, expectedVersion: accepted.version });
    expect(signed.signed).toEqual({ by: 'bo', atMs: instant('2026-12-01T20:10:00Z') });
    expect(await world.call('handover:get-waiting', {})).toBeNull();
    const again = await world.reply('handover:sign', { id, expectedVersion: signed.version });
    expect(codeOf(again)).toBe('handover/signed');
    expect(world.heard.filter(({ name }) => name === 'handover:changed')).toHaveLength(4);
  });
});

describe('what nobody accepted', () => {
  it('stays in sight, goes into the next handover with its words, and is gone once somebody takes it', async () => {
    await desk.open(P1);
    const signed = await handOver();
    const left = await world.call('handover:list-left', {});
    expect(left.map(({ item }) => item.id)).toEqual(signed.items.slice(1).map(({ id }) => id));
    expect(await world.call('handover:list', { limit: 5 })).toMatchObject([
      { id: signed.id, itemCount: 4, acceptedCount: 1, leftCount: 3 },
    ]);
    const [, due, window] = signed.items;
    const late = await world.call('handover:accept', { id: signed.id, itemIds: [window?.id ?? ''] });
    expect(late.items[2]).toMatchObject({ accepted: null, late: { by: 'bo' } });
    expect(late.signed).toEqual(signed.signed);

    // The ticket is done by then; what was left of it is still handed on.
    await desk.run(due?.ticketId ?? 0, { kind: 'resolve', text: 'done' });
    const next = await begin();
    const carried = next.items.filter(({ carriedFrom }) => carriedFrom === signed.id).map(({ id }) => id);
    expect(carried.toSorted()).toEqual([due?.id, signed.items[3]?.id].toSorted());
    expect(await world.call('handover:list-left', {})).toEqual([]);
    await world.call('handover:offer', { id: next.id, expectedVersion: next.version });
    be('cy');
    await world.call('handover:accept', { id: next.id, itemIds: next.items.map(({ id }) => id) });
    const { version } = await world.call('handover:get', { id: next.id });
    await world.call('handover:sign', { id: next.id, expectedVersion: version });
    expect(await world.call('handover:list-left', {})).toEqual([]);
  });

  it('a record of it is never changed nor deleted', async () => {
    await handOver();
    const { connection } = world.core.database;
    expect(() => connection.exec("UPDATE handover_event SET actor = 'eve'")).toThrow(/append-only/);
    expect(() => connection.exec('DELETE FROM handover_event')).toThrow(/append-only/);
  });
});
