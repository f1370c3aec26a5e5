import { describe, expect, it } from 'vitest';
import { explainResolution, type ClockStory } from '../../../shared/sla/explain.ts';
import { whatIf } from '../../../shared/sla/what-if.ts';
import { event, rules } from './tell.ts';

const HOUR = 3_600_000;
const INCIDENT = { category: 'incident', isBeta: false } as const;

const story = (lines: string[], asOf: string): ClockStory => {
  const told = explainResolution(INCIDENT, lines.map(event), rules, Date.parse(asOf));
  if (told === null || typeof told === 'string') throw new Error(`no story: ${told}`);
  return told;
};
const shapes = ({ stretches }: ClockStory): string[] =>
  stretches.map(({ kind, startMs, endMs, isLate, isAhead }) =>
    [(endMs - startMs) / HOUR, kind, isLate ? 'late' : '', isAhead ? 'ahead' : '']
      .filter((word) => word !== '')
      .join(' '),
  );

describe('the story of a clock', () => {
  it('counts a Friday afternoon and a Monday: closed hours between, the rest ahead', () => {
    // P3 gold: 27 opening hours.
    const told = story(['2026-03-27T16:00+01:00 opened P3 gold'], '2026-03-30T10:00+02:00');
    expect(shapes(told)).toEqual([
      '2 counted',
      '62 closed',
      '1 counted',
      '8 counted ahead',
      '15 closed ahead',
      '9 counted ahead',
      '15 closed ahead',
      '7 counted ahead',
    ]);
    expect(told.days.map(({ countedMs, isAhead }) => [countedMs / HOUR, isAhead])).toEqual([
      [2, false],
      [9, true],
      [9, true],
      [7, true],
    ]);
    expect(told.promises).toMatchObject([
      { targetMs: 27 * HOUR, source: 'internal', calendar: 'business', isGoverning: true, endedAtMs: null },
    ]);
  });

  it('shows a pause and what it moved', () => {
    const told = story(
      ['2026-04-14T09:41+02:00 opened P1 gold', '2026-04-14T12:16+02:00 paused', '2026-04-14T12:39+02:00 resumed'],
      '2026-04-14T13:00+02:00',
    );
    expect(told.stretches.map(({ kind }) => kind)).toEqual(['counted', 'paused', 'counted', 'counted']);
    const at = (text: string): number => Date.parse(text);
    expect(told.steps.map(({ event: { type }, dueAtMs }) => [type, dueAtMs])).toEqual([
      ['opened', at('2026-04-14T13:41+02:00')],
      ['paused', null],
      ['resumed', at('2026-04-14T14:04+02:00')],
    ]);
  });

  it('marks what lies after the due instant', () => {
    const told = story(['2026-04-14T09:00+02:00 opened P1 gold'], '2026-04-14T15:00+02:00');
    expect(shapes(told)).toEqual(['4 counted', '2 counted late']);
    expect(told.days).toMatchObject([{ countedMs: 4 * HOUR }]);
  });

  it('keeps each promise, and says which a lowering of priority replaced', () => {
    const told = story(
      ['2026-03-18T20:00+01:00 opened P1 gold', '2026-03-19T09:30+01:00 priorityChanged P3'],
      '2026-03-19T10:00+01:00',
    );
    expect(told.promises).toMatchObject([
      { duty: { priority: 'P1' }, source: 'contractual', endedAtMs: Date.parse('2026-03-19T09:30+01:00') },
      { duty: { priority: 'P3' }, source: 'internal', endedAtMs: null, isGoverning: true },
    ]);
    expect(told.steps[1]).toMatchObject({ endedCount: 1, dueAtMs: Date.parse('2026-03-23T18:00+01:00') });
    expect(told.clock.everBreached).toBe(true);
  });

  it('lets the earliest promise govern after an upgrade', () => {
    const told = story(
      ['2026-04-14T08:00+02:00 opened P1 silver', '2026-04-14T09:00+02:00 tierChanged gold'],
      '2026-04-14T09:30+02:00',
    );
    expect(told.promises.map(({ isGoverning, dueAtMs }) => [isGoverning, dueAtMs])).toEqual([
      [false, Date.parse('2026-04-14T16:00+02:00')],
      [true, Date.parse('2026-04-14T13:00+02:00')],
    ]);
  });

  it('ends with the resolution, and leaves out what changed nothing', () => {
    const told = story(
      [
        '2026-04-14T09:00+02:00 opened P1 gold',
        '2026-04-14T09:30+02:00 resumed',
        '2026-04-14T11:00+02:00 resolved',
        '2026-04-14T12:00+02:00 resolved',
      ],
      '2026-04-20T11:00+02:00',
    );
    expect(shapes(told)).toEqual(['2 counted']);
    expect(told.steps.map(({ event: { type } }) => type)).toEqual(['opened', 'resolved']);
    expect(told.clock.state).toBe('met');
  });

  it.each([
    [{ category: 'incident', isBeta: true }, 'P1', 'beta'],
    [{ category: 'billing', isBeta: false }, 'P4', 'request'],
    [{ category: 'incident', isBeta: false }, null, 'unknownPriority'],
  ] as const)('says why %o with priority %s has none', (subject, priority, reason) => {
    const opened = { atMs: 0, type: 'opened', priority, tier: 'gold' } as const;
    expect(explainResolution(subject, [opened], rules, 1_000)).toBe(reason);
  });
});

describe('what if', () => {
  const events = ['2026-04-14T08:00+02:00 opened P2 silver'].map(event);
  const now = Date.parse('2026-04-14T09:00+02:00');
  it('a higher tier or priority brings its own due time, from now', () => {
    expect(whatIf(INCIDENT, events, rules, now, [{ kind: 'priority', priority: 'P1' }])?.resolution).toMatchObject({
      dueAtMs: Date.parse('2026-04-14T17:00+02:00'),
    });
    expect(
      whatIf(INCIDENT, events, rules, now, [
        { kind: 'tier', tier: 'gold' },
        { kind: 'priority', priority: 'P1' },
      ])?.resolution,
    ).toMatchObject({ dueAtMs: Date.parse('2026-04-14T13:00+02:00') });
  });
  it('waiting stops the clock', () => {
    expect(whatIf(INCIDENT, events, rules, now, [{ kind: 'wait' }])?.resolution).toMatchObject({
      kind: 'stopped',
      isPaused: true,
      elapsedMs: HOUR,
    });
  });
});
