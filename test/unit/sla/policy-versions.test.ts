import { describe, expect, it } from 'vitest';
import { compileZone } from '../../../shared/calendar/compile-zone.ts';
import { explainResolution } from '../../../shared/sla/explain.ts';
import { readClock } from '../../../shared/sla/clock.ts';
import { compileVersions, DEFAULT_POLICY, type Policy, type Rules } from '../../../shared/sla/policy.ts';
import { standingClocks } from '../../../shared/sla/standing.ts';
import { event, utc } from './tell.ts';
import { toWireClock, type WireClock } from '../../../shared/sla/sla-case.ts';

const zone = compileZone('Europe/Paris');
const CHANGE = '2026-04-15T00:00+02:00';

/** The default until the change, then `later`. */
const changed = (later: Policy): Rules =>
  compileVersions(
    [
      { fromMs: -Infinity, policy: DEFAULT_POLICY, zone },
      { fromMs: Date.parse(CHANGE), policy: later, zone },
    ],
    0,
  );

const clock = (lines: string[], asOf: string, rules: Rules): WireClock => {
  const atMs = Date.parse(asOf);
  const clocks = standingClocks({ category: 'incident', isBeta: false }, lines.map(event), rules, atMs);
  if (clocks === null) throw new Error('not opened');
  return toWireClock(readClock(clocks.resolution, rules.at(atMs), atMs));
};

const withTarget = (
  priority: 'P1' | 'P3',
  minutes: number,
  calendar = DEFAULT_POLICY.resolution[priority].calendar,
): Policy => ({
  ...DEFAULT_POLICY,
  resolution: {
    ...DEFAULT_POLICY.resolution,
    [priority]: {
      ...DEFAULT_POLICY.resolution[priority],
      calendar,
      targetMin: { standard: null, bronze: minutes, silver: minutes, gold: minutes },
    },
  },
});
const withBusiness = (business: Partial<Policy['business']>): Policy => ({
  ...DEFAULT_POLICY,
  business: { ...DEFAULT_POLICY.business, ...business },
});

describe('a policy that changes', () => {
  it('gives running tickets the new target from its date on, and keeps the old one before', () => {
    const rules = changed(withTarget('P1', 120));
    const opened = ['2026-04-14T22:30+02:00 opened P1 gold'];
    expect(clock(opened, '2026-04-14T23:59+02:00', rules)).toMatchObject({
      dueAt: utc('2026-04-15T02:30+02:00'),
      targetSeconds: 14_400,
    });
    expect(clock(opened, '2026-04-15T00:10+02:00', rules)).toMatchObject({
      dueAt: utc('2026-04-15T00:30+02:00'),
      targetSeconds: 7_200,
    });
  });

  it('never changes what was resolved before', () => {
    const rules = changed(withTarget('P1', 30));
    const lines = ['2026-04-14T20:00+02:00 opened P1 gold', '2026-04-14T21:00+02:00 resolved'];
    expect(clock(lines, '2026-05-01T00:00+02:00', rules)).toMatchObject({ state: 'met', targetSeconds: 14_400 });
  });

  it('does not forgive a breach under the old version', () => {
    const rules = changed(withTarget('P1', 24 * 60));
    const opened = ['2026-04-14T18:00+02:00 opened P1 gold'];
    expect(clock(opened, '2026-04-15T01:00+02:00', rules)).toMatchObject({ state: 'running', everBreached: true });
  });

  it('counts each stretch in the hours of its time', () => {
    // From the change on the desk opens at 08:00: one hour more a day.
    const week = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [[8 * 60, 18 * 60]] as const]));
    const rules = changed(withBusiness({ week }));
    // P3 gold, 27 h: Tue 9 h under the old hours, then Wed 10 h, Thu 8 h.
    const opened = ['2026-04-14T08:00+02:00 opened P3 gold'];
    expect(clock(opened, '2026-04-14T20:00+02:00', rules)).toMatchObject({
      elapsedSeconds: 9 * 3600,
      dueAt: utc('2026-04-16T16:00+02:00'),
    });
    expect(clock(opened, '2026-04-15T20:00+02:00', rules)).toMatchObject({
      elapsedSeconds: 19 * 3600,
      dueAt: utc('2026-04-16T16:00+02:00'),
    });
  });

  it('moves a due time at once when a closure ahead is made known', () => {
    const rules = changed(withBusiness({ closures: ['2026-04-16'] }));
    const opened = ['2026-04-14T09:00+02:00 opened P3 gold'];
    expect(clock(opened, '2026-04-14T10:00+02:00', rules)).toMatchObject({ dueAt: utc('2026-04-17T18:00+02:00') });
  });

  it('keeps the time counted in another calendar as it was counted', () => {
    // P3 is counted day and night from the change on: 9 h on Tuesday, then 18 of 27 h until Wednesday 18:00.
    const rules = changed(withTarget('P3', 27 * 60, 'always'));
    const opened = ['2026-04-14T09:00+02:00 opened P3 gold'];
    const due = { dueAt: utc('2026-04-15T18:00+02:00') };
    expect(clock(opened, '2026-04-14T20:00+02:00', rules)).toMatchObject({ ...due, elapsedSeconds: 9 * 3600 });
    expect(clock(opened, '2026-04-15T06:00+02:00', rules)).toMatchObject({ ...due, elapsedSeconds: 15 * 3600 });
  });

  it('judges a first response by the policy under which it came', () => {
    const rules = changed({
      ...DEFAULT_POLICY,
      firstResponse: {
        ...DEFAULT_POLICY.firstResponse,
        P1: { ...DEFAULT_POLICY.firstResponse.P1, targetMin: { gold: 1 } },
      },
    });
    const lines = ['2026-04-14T20:00+02:00 opened P1 gold', '2026-04-14T20:10+02:00 responded'].map(event);
    const clocks = standingClocks(
      { category: 'incident', isBeta: false },
      lines,
      rules,
      Date.parse('2026-04-16T00:00+02:00'),
    );
    expect(clocks?.firstResponse).toMatchObject({ kind: 'stopped', targetMs: 15 * 60_000 });
  });

  it('is told in the story where it moves the due time, and each promise by the rules of its time', () => {
    const rules = changed(withTarget('P1', 120));
    const lines = ['2026-04-14T22:30+02:00 opened P1 gold'].map(event);
    const asOf = Date.parse('2026-04-15T00:10+02:00');
    const told = explainResolution({ category: 'incident', isBeta: false }, lines, rules, asOf);
    if (told === null || typeof told === 'string') throw new Error('no story');
    expect(told.steps.map(({ event: { type }, dueAtMs }) => [type, dueAtMs])).toEqual([
      ['opened', Date.parse('2026-04-15T02:30+02:00')],
      ['policyChanged', Date.parse('2026-04-15T00:30+02:00')],
    ]);
    expect(told.promises).toMatchObject([{ targetMs: 7_200_000, isGoverning: true }]);
  });

  it('is the same as one policy where nothing changes', () => {
    const rules = changed(DEFAULT_POLICY);
    const single = compileVersions([{ fromMs: -Infinity, policy: DEFAULT_POLICY, zone }], 0);
    const opened = [
      '2026-04-10T09:00+02:00 opened P3 gold',
      '2026-04-13T12:00+02:00 paused',
      '2026-04-14T12:00+02:00 resumed',
    ];
    for (const asOf of ['2026-04-14T13:00+02:00', '2026-04-15T09:30+02:00', '2026-04-20T09:30+02:00']) {
      expect(clock(opened, asOf, rules)).toEqual(clock(opened, asOf, single));
    }
  });
});
