import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleTickets } from '../../electron/core/sample/sample-tickets.ts';
import type { Opened } from '../../shared/ticket/ticket-event.ts';
import { deskOf } from '../support/desk-calls.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const HOUR = 3_600_000;
const P1 = { priority: 'P1', impact: 'high', urgency: 'high' } as const;
let world: World;
let desk: ReturnType<typeof deskOf>;

/** A P1 of level 1 that was opened on a day of the month at 08:00 and resolved after some hours. */
const handled = async (month: string, day: number, hours: number): Promise<void> => {
  const opened = `2026-${month}-${String(day).padStart(2, '0')}T08:00:00Z`;
  world.setNow(opened);
  const { id } = await desk.open(P1);
  world.setNow(new Date(instant(opened) + hours * HOUR).toISOString());
  await desk.run(id, { kind: 'resolve', text: 'done' });
};

beforeEach(() => {
  world = createWorld({ now: '2026-10-01T08:00:00Z' });
  desk = deskOf(world);
});
afterEach(() => world.close());

describe('queue:forecast', () => {
  it('tells who will probably be late, and what that rests on', async () => {
    for (const [i, hours] of [3, 5, 5, 6, 7, 7].entries()) await handled('11', 10 + i, hours);
    // Too long ago to be the present pace.
    await handled('10', 2, 40);
    world.setNow('2026-11-23T08:00:00Z');
    const { id } = await desk.open(P1);
    const later = await desk.open({ priority: 'P3', impact: 'medium', urgency: 'medium' });
    world.setNow('2026-11-23T09:00:00Z');
    const { tickets, checked, withoutBasis } = await world.call('queue:forecast', {});
    expect({ checked, withoutBasis }).toEqual({ checked: 1, withoutBasis: 0 });
    // Of those six, all took longer than the hour that it has so far: median 5 h 30, due after 4 h.
    expect(tickets).toMatchObject([
      {
        row: { id },
        basisCount: 6,
        medianMs: 5.5 * HOUR,
        dueAtMs: instant('2026-11-23T12:00:00Z'),
        expectedAtMs: instant('2026-11-23T13:30:00Z'),
      },
    ]);
    expect(tickets.map(({ row }) => row.id)).not.toContain(later.id);
  });

  it('expects nothing on too few, and nothing late at a good pace', async () => {
    for (let day = 10; day < 14; day++) await handled('11', day, 6);
    world.setNow('2026-11-23T08:00:00Z');
    await desk.open(P1);
    expect(await world.call('queue:forecast', {})).toMatchObject({ checked: 1, withoutBasis: 1, tickets: [] });
    await handled('11', 20, 1);
    for (const day of [17, 18, 19, 21, 22]) await handled('11', day, 2);
    world.setNow('2026-11-23T08:30:00Z');
    expect(await world.call('queue:forecast', {})).toMatchObject({ checked: 1, withoutBasis: 0, tickets: [] });
  });

  it('leaves the waiting, the breached and the finished out', async () => {
    for (let day = 10; day < 16; day++) await handled('11', day, 6);
    world.setNow('2026-11-23T08:00:00Z');
    const waiting = await desk.open(P1);
    await desk.run(waiting.id, { kind: 'waitForCustomer', reason: 'trace', wakeAtMs: null, remindAtMs: null });
    world.setNow('2026-11-23T14:00:00Z');
    expect(await world.call('queue:forecast', {})).toMatchObject({ checked: 0, tickets: [] });
    await desk.open(P1);
    expect((await world.call('queue:forecast', {})).tickets).toHaveLength(1);
    world.setNow('2026-11-23T19:00:00Z');
    expect(await world.call('queue:forecast', {})).toMatchObject({ checked: 0, tickets: [] });
  });

  it('is not hidden behind a long queue of what is breached already', async () => {
    for (const [i, hours] of [3, 5, 5, 6, 7, 7].entries()) await handled('11', 10 + i, hours);
    world.setNow('2026-11-23T08:00:00Z');
    const { id } = await desk.open(P1);
    const [breached] = sampleTickets(instant('2026-11-23T08:00:00Z'));
    if (breached === undefined) throw new Error('no sample');
    const opened = {
      ...breached.events[0],
      atMs: instant('2026-11-22T08:00:00Z'),
      priority: 'P1',
      tier: 'gold',
    } as Opened;
    const many = Array.from({ length: 2_000 }, (_, i) => ({
      ...{
        ...breached,
        reference: `OLD-${i}`,
        events: [{ ...opened, category: 'incident', reference: `OLD-${i}` } as const],
      },
    }));
    await world.core.imports.take(many);
    const { tickets, checked } = await world.call('queue:forecast', {});
    expect([checked, tickets.map(({ row }) => row.id)]).toEqual([1, [id]]);
  });

  it('takes nothing and refuses anything else', async () => {
    expect(await world.reply('queue:forecast', { x: 1 } as never)).toMatchObject({
      error: { code: 'call/invalid-input' },
    });
  });
});
