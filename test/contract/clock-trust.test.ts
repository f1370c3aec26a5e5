import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deskOf } from '../support/desk-calls.ts';
import { createFakeTime, type FakeTime } from '../support/fake-time.ts';
import { tempPaths } from '../support/temp-folder.ts';
import { createWorld, instant, type World } from '../support/world.ts';

const DAY = 86_400_000;
const freshPath = tempPaths();
let path: string;
let time: FakeTime;
let world: World;

const begin = (now: string): void => {
  time = createFakeTime(now);
  world = createWorld({ path, time });
};
const trust = () => world.call('clock:get-trust', {});
const told = (): number => world.heard.filter(({ name }) => name === 'clock:trust-changed').length;
const open = () => deskOf(world).open({ priority: 'P2', impact: null, urgency: null, title: 'slow' });

beforeEach(() => {
  path = freshPath();
  begin('2026-11-23T09:00:00Z');
});
afterEach(() => world.close());

describe('the machine’s clock', () => {
  it('is believed while it runs, sleeps over the night on which it is set back an hour, and wakes', async () => {
    begin('2026-10-24T20:00:00Z');
    await open();
    expect(await trust()).toEqual({ kind: 'trusted' });
    time.pass(3_600_000);
    time.sleepUntil('2026-10-26T07:00:00Z');
    time.pass(10_000);
    expect(await trust()).toEqual({ kind: 'trusted' });
    expect(told()).toBe(0);
  });

  it.each([
    ['back by a year', '2025-11-23T09:00:00Z', -365],
    ['forward by a month', '2026-12-23T09:00:00Z', 30],
  ])('is set %s while Vigie runs: said within seconds, and no more once it is right again', async (_how, to, days) => {
    await trust();
    time.setWall(to);
    time.pass(3000);
    expect(told()).toBe(1);
    const doubt = await trust();
    expect(doubt.kind === 'moved' && Math.round(doubt.byMs / DAY)).toBe(days);
    time.setWall('2026-11-23T09:00:03Z');
    time.pass(3000);
    expect(await trust()).toEqual({ kind: 'trusted' });
    expect(told()).toBe(2);
  });

  it('is put right by seconds, as networks do: nobody is told', async () => {
    await trust();
    time.setWall('2026-11-23T08:59:20Z');
    time.pass(60_000);
    expect(told()).toBe(0);
  });

  it('says an instant before what was recorded, from the start: said, until it is set right', async () => {
    await open();
    world.close();
    begin('2025-11-23T09:00:00Z');
    const recordedAtMs = instant('2026-11-23T09:00:00Z');
    expect(await trust()).toEqual({ kind: 'behind', recordedAtMs });
    time.setWall('2026-11-23T10:00:00Z');
    time.pass(3000);
    expect(await trust()).toEqual({ kind: 'trusted' });
    // From now on that is the time which it is held to.
    time.setWall('2025-11-23T10:00:00Z');
    time.pass(3000);
    expect(await trust()).toMatchObject({ kind: 'moved' });
  });

  it('is believed again when somebody says that it is right, and doubted again when it is set anew', async () => {
    await open();
    world.close();
    begin('2026-10-23T09:00:00Z');
    expect(await trust()).toMatchObject({ kind: 'behind' });
    expect(await world.call('clock:accept', {})).toEqual({ kind: 'trusted' });
    time.pass(60_000);
    expect(await trust()).toEqual({ kind: 'trusted' });
    time.setWall('2026-09-23T09:00:00Z');
    expect(await trust()).toMatchObject({ kind: 'moved' });
    expect(await world.call('clock:accept', {})).toEqual({ kind: 'trusted' });
  });

  it('cannot record something before what is there already', async () => {
    const { id } = await open();
    time.setWall('2025-11-23T09:00:00Z');
    expect(await deskOf(world).codeOfRun(id, { kind: 'take' })).toBe('clock/behind');
  });
});
