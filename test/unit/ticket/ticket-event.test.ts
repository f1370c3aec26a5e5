import { describe, expect, it } from 'vitest';
import { correctedOpening, inTicketOrder, toClockEvents } from '../../../shared/ticket/ticket-event.ts';
import { at, opened } from './told.ts';

describe('correctedOpening', () => {
  it('is the opening where nothing corrects it, and null where there is none', () => {
    expect(correctedOpening([opened(), at(2_000, 'paused')])).toEqual(opened());
    expect(correctedOpening([])).toBeNull();
  });

  it('takes corrections in their order of entry; what they do not name stays', () => {
    const events = [
      opened(),
      { atMs: 1_000, kind: 'openingCorrected', tier: 'bronze', facts: { title: 'One' } } as const,
      { atMs: 1_000, kind: 'openingCorrected', tier: 'gold' } as const,
    ];
    expect(correctedOpening(events)).toEqual(opened({ tier: 'gold', title: 'One' }));
  });

  it('can say that the priority is not known', () => {
    expect(
      correctedOpening([opened(), { atMs: 1_000, kind: 'openingCorrected', priority: null }])?.priority,
    ).toBeNull();
  });
});

describe('inTicketOrder', () => {
  it('sorts by instant, keeps the order of entry, and puts the opening first', () => {
    const sorted = inTicketOrder([at(2_000, 'resumed'), at(1_000, 'responded'), at(2_000, 'paused'), opened()]);
    expect(sorted.map(({ kind }) => kind)).toEqual(['opened', 'responded', 'resumed', 'paused']);
  });
});

describe('toClockEvents', () => {
  it('passes on what the clock reads and leaves the rest', () => {
    const events = toClockEvents([
      opened(),
      at(2_000, 'responded'),
      at(2_000, 'activated'),
      { atMs: 3_000, kind: 'awaited', waitedFor: 'vendor' },
      { atMs: 3_000, kind: 'assigned', level: 'L2', group: null, assignee: null },
      { atMs: 4_000, kind: 'priorityChanged', priority: 'P1' },
      { atMs: 5_000, kind: 'tierChanged', tier: 'gold' },
      { atMs: 5_000, kind: 'commented', author: null, isPublic: true, text: 'x' },
      at(6_000, 'resolved'),
    ]);
    expect(events).toEqual([
      { atMs: 1_000, type: 'opened', priority: 'P2', tier: 'silver' },
      { atMs: 2_000, type: 'responded' },
      { atMs: 4_000, type: 'priorityChanged', priority: 'P1' },
      { atMs: 5_000, type: 'tierChanged', tier: 'gold' },
      { atMs: 6_000, type: 'resolved' },
    ]);
  });

  it('a close resolves, and a reopening after it counts', () => {
    expect(toClockEvents([opened(), at(2_000, 'closed'), at(3_000, 'reopened')]).map(({ type }) => type)).toEqual([
      ...['opened', 'resolved', 'reopened'],
    ]);
  });

  it('a priority that is told only later holds from the opening on', () => {
    const events = toClockEvents([
      opened({ priority: null }),
      { atMs: 2_000, kind: 'priorityChanged', priority: 'P3' },
      { atMs: 3_000, kind: 'priorityChanged', priority: 'P1' },
    ]);
    expect(events[0]).toMatchObject({ type: 'opened', priority: 'P3' });
  });

  it('reads the corrected opening, and nothing where there is none', () => {
    const events = toClockEvents([opened(), { atMs: 1_000, kind: 'openingCorrected', tier: 'gold', priority: 'P1' }]);
    expect(events).toEqual([{ atMs: 1_000, type: 'opened', priority: 'P1', tier: 'gold' }]);
    expect(toClockEvents([at(2_000, 'paused')])).toEqual([]);
  });
});
