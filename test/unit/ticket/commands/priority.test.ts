import { describe, expect, it } from 'vitest';
import type { Priority } from '../../../../shared/sla/policy.ts';
import { GRADES, matrixPriority, type Grade } from '../../../../shared/ticket/priority-matrix.ts';
import { decided, eventsFrom, eventsOf, fold, verdict } from './desk.ts';

describe('the matrix', () => {
  it.each([
    ['high', 'high', 'P1'],
    ['high', 'medium', 'P2'],
    ['high', 'low', 'P3'],
    ['medium', 'high', 'P2'],
    ['medium', 'medium', 'P3'],
    ['medium', 'low', 'P4'],
    ['low', 'high', 'P3'],
    ['low', 'medium', 'P4'],
    ['low', 'low', 'P4'],
  ] as const)('%s impact and %s urgency come to %s', (impact, urgency, priority) => {
    expect(matrixPriority(impact, urgency)).toBe(priority);
  });

  it('never lowers a priority where impact or urgency is higher', () => {
    for (const [i, impact] of GRADES.entries()) {
      for (const [j, urgency] of GRADES.entries()) {
        const [higher, sooner] = [GRADES[i - 1] ?? impact, GRADES[j - 1] ?? urgency];
        expect(matrixPriority(higher, urgency) <= matrixPriority(impact, urgency)).toBe(true);
        expect(matrixPriority(impact, sooner) <= matrixPriority(impact, urgency)).toBe(true);
      }
    }
  });
});

const change = (
  priority: Priority,
  [impact, urgency]: readonly [Grade | null, Grade | null],
  reason: string | null = null,
  grades: readonly [Grade, Grade] | null = null,
) => {
  const facts = grades === null ? {} : { impact: grades[0], urgency: grades[1] };
  return decided(eventsOf('active', facts), { kind: 'changePriority', priority, impact, urgency, reason });
};

describe('a change of priority', () => {
  it('to what impact and urgency come to needs no reason', () => {
    for (const impact of GRADES) {
      for (const urgency of GRADES) {
        expect(verdict(change(matrixPriority(impact, urgency), [impact, urgency]))).toBe('ok');
      }
    }
  });

  it('to another one needs a reason, and the reason is kept', () => {
    const refused = change('P1', ['low', 'low']);
    expect(refused).toMatchObject({ code: 'ticket/override-reason', values: { priority: 'P1' } });
    expect(eventsFrom(change('P1', ['low', 'low'], 'the board asked'))).toMatchObject([
      { kind: 'priorityChanged', priority: 'P1', impact: 'low', urgency: 'low', reason: 'the board asked' },
    ]);
  });

  it('without impact and urgency needs a reason', () => {
    expect(verdict(change('P1', [null, null]))).toBe('override-reason');
    expect(verdict(change('P1', ['high', null]))).toBe('override-reason');
    expect(verdict(change('P1', [null, null], 'down for all'))).toBe('ok');
  });

  it('reads the impact and urgency that the ticket has where the command gives none', () => {
    expect(verdict(change('P1', [null, null], null, ['high', 'high']))).toBe('ok');
    expect(verdict(change('P1', [null, 'high'], null, ['high', 'low']))).toBe('ok');
    expect(verdict(change('P2', [null, null], null, ['high', 'high']))).toBe('override-reason');
  });

  it('that leaves priority, impact and urgency as they are is unchanged, with a reason too', () => {
    expect(verdict(change('P3', ['low', 'high'], 'again', ['low', 'high']))).toBe('unchanged');
    expect(verdict(change('P3', [null, null], 'again', ['low', 'high']))).toBe('unchanged');
    expect(verdict(change('P3', [null, null], 'again'))).toBe('unchanged');
    expect(verdict(change('P3', ['low', 'high']))).toBe('ok');
  });

  it('leaves what it does not give', () => {
    const events = eventsOf('active', { impact: 'high', urgency: 'high' });
    const command = { kind: 'changePriority', priority: 'P2', impact: null, urgency: null, reason: 'few hit' } as const;
    const after = fold([...events, ...eventsFrom(decided(events, command))]);
    expect(after).toMatchObject({ priority: 'P2', impact: 'high', urgency: 'high' });
  });
});
