import { describe, expect, it } from 'vitest';
import { readClock } from '../../../shared/sla/clock.ts';
import { standingClocks } from '../../../shared/sla/standing.ts';
import { event, HOUR_S, resolution, rules, rulesWith, standing, utc } from './tell.ts';

const day = '2026-06-16';
const opened = `${day}T08:00Z opened P1 silver`;

describe('pauses and ends', () => {
  it('is paused from the opening on where it pauses at that instant', () => {
    const clock = resolution([opened, `${day}T08:00Z paused`], `${day}T12:00Z`);
    expect(clock).toMatchObject({ state: 'paused', paused: true, elapsedSeconds: 0, dueAt: null });
  });

  it('reads the opening first where another event shares its instant and came before it', () => {
    const clock = resolution([`${day}T08:00Z paused`, opened], `${day}T12:00Z`);
    expect(clock).toMatchObject({ state: 'paused', elapsedSeconds: 0 });
  });

  it('is met where it is resolved while paused, and runs again when reopened', () => {
    const lines = [opened, `${day}T09:00Z paused`, `${day}T10:00Z resolved`];
    expect(resolution(lines, `${day}T23:00Z`)).toMatchObject({
      state: 'met',
      paused: false,
      elapsedSeconds: HOUR_S,
      dueAt: null,
    });
    const again = resolution([...lines, `${day}T12:00Z reopened`], `${day}T13:00Z`);
    expect(again).toMatchObject({ state: 'running', elapsedSeconds: 2 * HOUR_S, dueAt: utc(`${day}T19:00Z`) });
  });

  it('stays breached while paused and after the end', () => {
    const lines = [opened, `${day}T17:00Z paused`];
    const breached = { state: 'breached', remainingSeconds: -HOUR_S, dueAt: utc(`${day}T16:00Z`), everBreached: true };
    expect(resolution(lines, `${day}T23:00Z`)).toMatchObject({ ...breached, paused: true });
    expect(resolution([...lines, `${day}T18:00Z resolved`], `${day}T23:00Z`)).toMatchObject({
      ...breached,
      paused: false,
    });
  });

  it('has a due time where the target was reached exactly at the stop', () => {
    const clock = resolution([opened, `${day}T16:00Z paused`], `${day}T23:00Z`);
    expect(clock).toMatchObject({
      state: 'paused',
      remainingSeconds: 0,
      dueAt: utc(`${day}T16:00Z`),
      everBreached: false,
    });
  });

  it('tolerates what changes nothing', () => {
    const untidy = [
      opened,
      `${day}T08:30Z resumed`,
      `${day}T08:40Z reopened`,
      `${day}T09:00Z paused`,
      `${day}T09:30Z paused`,
      `${day}T10:00Z resumed`,
      `${day}T10:30Z resumed`,
      `${day}T10:40Z priorityChanged P1`,
      `${day}T10:50Z tierChanged silver`,
      `${day}T11:00Z resolved`,
      `${day}T11:30Z resolved`,
      `${day}T11:40Z paused`,
      `${day}T12:00Z reopened`,
    ];
    const tidy = [0, 3, 5, 9, 12].map((i) => untidy[i] ?? '');
    expect(resolution(untidy, `${day}T13:00Z`)).toEqual(resolution(tidy, `${day}T13:00Z`));
    expect(resolution(untidy, `${day}T13:00Z`).elapsedSeconds).toBe(3 * HOUR_S);
  });
});

describe('duties', () => {
  it('governs by the older duty where two are due together', () => {
    // Silver from 08:00 and gold from 12:00 are both due at 16:00.
    const { resolution: clock } = standing([opened, `${day}T12:00Z tierChanged gold`], `${day}T13:00Z`);
    expect(clock).toMatchObject({ kind: 'running', duty: { tier: 'silver' }, targetMs: 8 * HOUR_S * 1000 });
  });

  it('counts a duty that was added while paused from the next running stretch', () => {
    const lines = [
      opened,
      `${day}T09:00Z paused`,
      `${day}T10:00Z priorityChanged P1`,
      `${day}T11:00Z tierChanged gold`,
    ];
    const paused = resolution(lines, `${day}T12:00Z`);
    expect(paused).toMatchObject({ state: 'paused', targetSeconds: 4 * HOUR_S, elapsedSeconds: 0, dueAt: null });
    const clock = resolution([...lines, `${day}T13:00Z resumed`], `${day}T14:00Z`);
    expect(clock).toMatchObject({ elapsedSeconds: HOUR_S, dueAt: utc(`${day}T17:00Z`) });
  });

  it('compares what is left from the instant of the stop, however long the ticket waits before a better duty', () => {
    const lines = [opened, `${day}T09:00Z paused`, `${day}T20:00Z tierChanged gold`];
    const left = { state: 'paused', targetSeconds: 4 * HOUR_S, remainingSeconds: 4 * HOUR_S };
    expect(resolution(lines, `${day}T21:00Z`)).toMatchObject(left);
    const split = [...lines, `${day}T22:00Z resumed`, `${day}T22:00Z paused`];
    expect(resolution(split, `${day}T23:00Z`)).toMatchObject(left);
  });

  it('adds none for a higher tier while resolved', () => {
    const lines = [opened, `${day}T09:00Z resolved`, `${day}T10:00Z tierChanged gold`, `${day}T11:00Z reopened`];
    expect(resolution(lines, `${day}T12:00Z`)).toMatchObject({
      targetSeconds: 8 * HOUR_S,
      dueAt: utc(`${day}T18:00Z`),
    });
  });

  it('keeps the best commitment that it was ever given', () => {
    const lines = [
      `${day}T08:00Z opened P1 gold`,
      `${day}T09:00Z tierChanged standard`,
      `${day}T10:00Z tierChanged bronze`,
    ];
    expect(resolution(lines, `${day}T11:00Z`)).toMatchObject({
      targetSeconds: 4 * HOUR_S,
      dueAt: utc(`${day}T12:00Z`),
    });
  });

  it('a lowering counts again from each start with the new target', () => {
    const lines = [opened, `${day}T10:00Z tierChanged gold`, `${day}T11:00Z priorityChanged P2`];
    // P2 silver from 08:00 is due after 24 h, P2 gold from 10:00 after 12 h.
    expect(resolution(lines, `${day}T12:00Z`)).toMatchObject({
      targetSeconds: 12 * HOUR_S,
      dueAt: utc(`${day}T22:00Z`),
    });
  });

  it('is best effort for the standard tier, counted under the priority in force', () => {
    const lines = ['2026-03-27T16:00+01:00 opened P1 standard', '2026-03-27T17:00+01:00 priorityChanged P3'];
    const clock = resolution(lines, '2026-03-30T10:00+02:00');
    expect(clock).toEqual({
      ...{
        state: 'bestEffort',
        paused: false,
        targetSeconds: null,
        remainingSeconds: null,
        dueAt: null,
        everBreached: false,
      },
      elapsedSeconds: 3 * HOUR_S,
    });
  });
});

describe('a breach is never erased', () => {
  it('counts a duty that is past its target while the governing one waits for the next opening', () => {
    // On Wednesday at closing time, 16:00 UTC, both are due: P3 gold counted from Saturday and P2 gold 12 h after its raise at 04:00.
    const lines = ['2026-06-13T12:00Z opened P3 gold', '2026-06-17T04:00Z priorityChanged P2'];
    const due = { state: 'running', remainingSeconds: 0, dueAt: utc('2026-06-17T16:00Z') };
    expect(resolution(lines, '2026-06-17T16:00:00Z')).toMatchObject({ ...due, everBreached: false });
    expect(resolution(lines, '2026-06-17T16:00:01Z')).toMatchObject({ ...due, everBreached: true });
    const stopped = resolution([...lines, '2026-06-17T20:00Z paused'], '2026-06-18T12:00Z');
    expect(stopped).toMatchObject({ state: 'paused', everBreached: true });
  });

  it('remembers it in a best effort that followed', () => {
    const lines = [
      `${day}T08:00Z opened P3 standard`,
      `${day}T09:00Z resolved`,
      `${day}T09:30Z tierChanged gold`,
      `${day}T10:00Z reopened`,
      `${day}T11:00Z priorityChanged P1`,
      `${day}T16:00Z priorityChanged P3`,
    ];
    expect(resolution(lines, `${day}T17:00Z`)).toMatchObject({ state: 'bestEffort', everBreached: true });
  });
});

describe('tickets without a clock', () => {
  const none = {
    state: 'none',
    paused: false,
    targetSeconds: null,
    elapsedSeconds: 0,
    remainingSeconds: null,
    dueAt: null,
    everBreached: false,
  };

  it('beta features, account and billing questions, an unknown priority', () => {
    const late = '2026-06-20T08:00Z';
    expect(resolution([opened], late, rules, { category: 'incident', isBeta: true })).toEqual(none);
    expect(resolution([opened], late, rules, { category: 'account', isBeta: false })).toEqual(none);
    expect(resolution([opened], late, rules, { category: 'billing', isBeta: false })).toEqual(none);
    const unknown = standingClocks(
      { category: null, isBeta: false },
      [{ atMs: 0, type: 'opened', priority: null, tier: 'gold' }],
      rules,
      1,
    );
    expect(unknown).toEqual({ resolution: { kind: 'none' }, firstResponse: { kind: 'none' } });
  });

  it('a tier that the policy does not know is best effort and ranks lowest', () => {
    expect(resolution([`${day}T08:00Z opened P1 platinum`], `${day}T09:00Z`).state).toBe('bestEffort');
    const lines = [`${day}T08:00Z opened P1 platinum`, `${day}T09:00Z tierChanged silver`];
    expect(resolution(lines, `${day}T10:00Z`).dueAt).toBe(utc(`${day}T17:00Z`));
  });

  it('answers null before the opening and without one', () => {
    const subject = { category: 'incident', isBeta: false } as const;
    expect(standingClocks(subject, [event(opened)], rules, Date.parse(`${day}T07:59Z`))).toBeNull();
    expect(standingClocks(subject, [event(`${day}T08:00Z resolved`)], rules, Date.parse(`${day}T09:00Z`))).toBeNull();
    expect(standingClocks(subject, [], rules, 0)).toBeNull();
  });

  it('takes a target of a policy of its own', () => {
    const clock = resolution([`${day}T08:00Z opened P4 standard`], `${day}T09:00Z`, rulesWith('P4', 1));
    expect(clock).toMatchObject({ state: 'running', remainingSeconds: 0 });
  });
});

it('events after the instant do not exist yet', () => {
  const lines = [opened, `${day}T10:00Z paused`, `${day}T20:00Z resolved`];
  const { resolution: clock } = standing(lines, `${day}T09:00Z`);
  expect(readClock(clock, rules, Date.parse(`${day}T09:00Z`))).toMatchObject({
    state: 'running',
    elapsedMs: HOUR_S * 1000,
  });
});
